# Completion of ipeos for fish. To load it: ipeos completion fish | source, or as a file in ~/.config/fish/completions.

# The command that a word names under another.
function __ipeos_step
    switch "$argv[1]/$argv[2]"
#steps#
        case '*'
            return 1
    end
end

function __ipeos_commands
    switch "$argv[1]"
#commands#
        case '*'
            return 1
    end
end

function __ipeos_options
    switch "$argv[1]"
#options#
    end
end

# What an option takes; fails for one that takes nothing.
function __ipeos_value
    switch "$argv[1]/$argv[2]"
#values#
        case '*'
            return 1
    end
end

# What stands at a place behind a command.
function __ipeos_place
    switch "$argv[1]/$argv[2]"
#places#
        case '*'
            return 1
    end
end

# __ipeos_offer SOURCE CURRENT HEAD: what may stand for the current word, which begins with HEAD (`--format=`).
function __ipeos_offer
    set -l source (string split ' ' -- $argv[1])
    set -l current $argv[2]
    set -l head $argv[3]
    switch $source[1]
        case file
            printf '%s\n' $head(__fish_complete_path $current)
        case folder
            printf '%s\n' $head(__fish_complete_directories $current '')
        case one
            printf '%s\n' $head$source[2..]
        case list
            set -l taken (string split , -- $current)
            set -l before (string join , -- $taken[1..-2])
            test (count $taken) -gt 1; and set head $head$before,
            for word in $source[2..]
                contains -- $word $taken[1..-2]; or echo $head$word
            end
        case live
            printf '%s\n' $head(__ipeos_ask $source[2] $current)
    end
end

function __ipeos_ask
    set -l words (commandline -opc)
    set -l program ipeos
    string match -q '*/*' -- $words[1]; and set program $words[1]
    set -l current (string unescape -- $argv[2]; or echo $argv[2])
    command $program __complete "$argv[1]=$current" $words[2..] 2>/dev/null </dev/null
end

function __ipeos_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l command ''
    set -l place 0
    set -l wanted ''
    set -l rest ''
    for word in $words[2..]
        if test -n "$wanted"; and not string match -q -- '?*' $wanted
            set wanted ''
            continue
        else if test -n "$wanted"; and not string match -q -- '-*' $word
            set wanted ''
            continue
        end
        set wanted ''
        if test -n "$rest"
            set place (math $place + 1)
        else if test "$word" = --
            set rest yes
        else if string match -q -- '-*' $word
            string match -q -- '*=*' $word
            or set wanted (__ipeos_value "$command" $word; or __ipeos_value '' $word)
        else if set -l next (__ipeos_step "$command" $word)
            set command $next
        else
            set place (math $place + 1)
        end
    end
    if test -n "$wanted"; and begin
            not string match -q -- '-*' $current; or not string match -q -- '\?*' $wanted
        end
        __ipeos_offer (string replace -r '^\?' '' -- $wanted) $current ''
    else if test -z "$rest"; and string match -q -- '--*=*' $current
        set -l parts (string split -m 1 = -- $current)
        set -l source (__ipeos_value "$command" $parts[1]; or __ipeos_value '' $parts[1])
        and __ipeos_offer (string replace -r '^\?' '' -- $source) $parts[2] $parts[1]=
    else if test -z "$rest"; and string match -q -- '-*' $current
        __ipeos_options "$command"
        test -n "$command"; and __ipeos_options ''
    else if not __ipeos_commands "$command"
        set -l source (__ipeos_place "$command" $place)
        and __ipeos_offer $source $current ''
    end
end

complete -c ipeos -e
complete -c ipeos -f -k -a '(__ipeos_complete)'
