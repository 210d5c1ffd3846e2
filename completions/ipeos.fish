# Completion of ipeos for fish. To load it: ipeos completion fish | source, or as a file in ~/.config/fish/completions.

# The command that a word names under another.
function __ipeos_step
    switch "$argv[1]/$argv[2]"
        case '/home'
            echo 'home'
        case '/ticket'
            echo 'ticket'
        case '/alert'
            echo 'alert'
        case '/draft'
            echo 'draft'
        case '/form'
            echo 'form'
        case '/catalog'
            echo 'form'
        case '/faq'
            echo 'faq'
        case '/approval'
            echo 'approval'
        case '/news'
            echo 'news'
        case '/reservation'
            echo 'reservation'
        case '/login'
            echo 'login'
        case '/logout'
            echo 'logout'
        case '/whoami'
            echo 'whoami'
        case '/account'
            echo 'account'
        case '/profile'
            echo 'profile'
        case '/entity'
            echo 'entity'
        case '/password'
            echo 'password'
        case '/contact'
            echo 'contact'
        case '/contract'
            echo 'contract'
        case '/preferences'
            echo 'preferences'
        case '/config'
            echo 'config'
        case '/doctor'
            echo 'doctor'
        case '/api'
            echo 'api'
        case '/sandbox'
            echo 'sandbox'
        case '/completion'
            echo 'completion'
        case '/version'
            echo 'version'
        case '/help'
            echo 'help'
        case 'ticket/new'
            echo 'ticket new'
        case 'ticket/list'
            echo 'ticket list'
        case 'ticket/ls'
            echo 'ticket list'
        case 'ticket/show'
            echo 'ticket show'
        case 'ticket/history'
            echo 'ticket history'
        case 'ticket/stats'
            echo 'ticket stats'
        case 'ticket/comment'
            echo 'ticket comment'
        case 'ticket/attach'
            echo 'ticket attach'
        case 'ticket/download'
            echo 'ticket download'
        case 'ticket/accept'
            echo 'ticket accept'
        case 'ticket/refuse'
            echo 'ticket refuse'
        case 'ticket/rate'
            echo 'ticket rate'
        case 'ticket/edit'
            echo 'ticket edit'
        case 'ticket/cancel'
            echo 'ticket cancel'
        case 'ticket/close'
            echo 'ticket close'
        case 'ticket/link'
            echo 'ticket link'
        case 'ticket/unlink'
            echo 'ticket unlink'
        case 'ticket/observer'
            echo 'ticket observer'
        case 'ticket/leave'
            echo 'ticket leave'
        case 'ticket/form'
            echo 'ticket form'
        case 'ticket/watch'
            echo 'ticket watch'
        case 'ticket/wait'
            echo 'ticket wait'
        case 'ticket/export'
            echo 'ticket export'
        case 'ticket/import'
            echo 'ticket import'
        case 'ticket observer/add'
            echo 'ticket observer add'
        case 'ticket observer/remove'
            echo 'ticket observer remove'
        case 'ticket observer/rm'
            echo 'ticket observer remove'
        case 'ticket observer/mute'
            echo 'ticket observer mute'
        case 'ticket observer/unmute'
            echo 'ticket observer unmute'
        case 'ticket observer/list'
            echo 'ticket observer list'
        case 'ticket observer/ls'
            echo 'ticket observer list'
        case 'draft/list'
            echo 'draft list'
        case 'draft/ls'
            echo 'draft list'
        case 'draft/show'
            echo 'draft show'
        case 'draft/send'
            echo 'draft send'
        case 'draft/delete'
            echo 'draft delete'
        case 'form/list'
            echo 'form list'
        case 'form/ls'
            echo 'form list'
        case 'form/show'
            echo 'form show'
        case 'faq/search'
            echo 'faq search'
        case 'faq/list'
            echo 'faq list'
        case 'faq/ls'
            echo 'faq list'
        case 'faq/show'
            echo 'faq show'
        case 'faq/download'
            echo 'faq download'
        case 'approval/list'
            echo 'approval list'
        case 'approval/ls'
            echo 'approval list'
        case 'approval/accept'
            echo 'approval accept'
        case 'approval/refuse'
            echo 'approval refuse'
        case 'reservation/items'
            echo 'reservation items'
        case 'reservation/new'
            echo 'reservation new'
        case 'reservation/list'
            echo 'reservation list'
        case 'reservation/ls'
            echo 'reservation list'
        case 'reservation/cancel'
            echo 'reservation cancel'
        case 'account/list'
            echo 'account list'
        case 'account/ls'
            echo 'account list'
        case 'account/use'
            echo 'account use'
        case 'account/remove'
            echo 'account remove'
        case 'account/recover'
            echo 'account recover'
        case 'profile/list'
            echo 'profile list'
        case 'profile/ls'
            echo 'profile list'
        case 'profile/use'
            echo 'profile use'
        case 'entity/list'
            echo 'entity list'
        case 'entity/ls'
            echo 'entity list'
        case 'entity/use'
            echo 'entity use'
        case 'password/change'
            echo 'password change'
        case 'password/reset'
            echo 'password reset'
        case 'contract/list'
            echo 'contract list'
        case 'contract/ls'
            echo 'contract list'
        case 'contract/show'
            echo 'contract show'
        case 'preferences/show'
            echo 'preferences show'
        case 'preferences/set'
            echo 'preferences set'
        case 'config/list'
            echo 'config list'
        case 'config/ls'
            echo 'config list'
        case 'config/get'
            echo 'config get'
        case 'config/set'
            echo 'config set'
        case 'config/unset'
            echo 'config unset'
        case 'config/path'
            echo 'config path'
        case 'config/import'
            echo 'config import'
        case 'sandbox/start'
            echo 'sandbox start'
        case 'sandbox/reset'
            echo 'sandbox reset'
        case 'help/home'
            echo 'help home'
        case 'help/ticket'
            echo 'help ticket'
        case 'help/alert'
            echo 'help alert'
        case 'help/draft'
            echo 'help draft'
        case 'help/form'
            echo 'help form'
        case 'help/faq'
            echo 'help faq'
        case 'help/approval'
            echo 'help approval'
        case 'help/news'
            echo 'help news'
        case 'help/reservation'
            echo 'help reservation'
        case 'help/login'
            echo 'help login'
        case 'help/logout'
            echo 'help logout'
        case 'help/whoami'
            echo 'help whoami'
        case 'help/account'
            echo 'help account'
        case 'help/profile'
            echo 'help profile'
        case 'help/entity'
            echo 'help entity'
        case 'help/password'
            echo 'help password'
        case 'help/contact'
            echo 'help contact'
        case 'help/contract'
            echo 'help contract'
        case 'help/preferences'
            echo 'help preferences'
        case 'help/config'
            echo 'help config'
        case 'help/doctor'
            echo 'help doctor'
        case 'help/api'
            echo 'help api'
        case 'help/sandbox'
            echo 'help sandbox'
        case 'help/completion'
            echo 'help completion'
        case 'help/version'
            echo 'help version'
        case 'help/help'
            echo 'help help'
        case 'help/exit-codes'
            echo 'help exit-codes'
        case 'help/environment'
            echo 'help environment'
        case 'help/formats'
            echo 'help formats'
        case 'help/files'
            echo 'help files'
        case 'help/scripting'
            echo 'help scripting'
        case 'help ticket/new'
            echo 'help ticket new'
        case 'help ticket/list'
            echo 'help ticket list'
        case 'help ticket/show'
            echo 'help ticket show'
        case 'help ticket/history'
            echo 'help ticket history'
        case 'help ticket/stats'
            echo 'help ticket stats'
        case 'help ticket/comment'
            echo 'help ticket comment'
        case 'help ticket/attach'
            echo 'help ticket attach'
        case 'help ticket/download'
            echo 'help ticket download'
        case 'help ticket/accept'
            echo 'help ticket accept'
        case 'help ticket/refuse'
            echo 'help ticket refuse'
        case 'help ticket/rate'
            echo 'help ticket rate'
        case 'help ticket/edit'
            echo 'help ticket edit'
        case 'help ticket/cancel'
            echo 'help ticket cancel'
        case 'help ticket/close'
            echo 'help ticket close'
        case 'help ticket/link'
            echo 'help ticket link'
        case 'help ticket/unlink'
            echo 'help ticket unlink'
        case 'help ticket/observer'
            echo 'help ticket observer'
        case 'help ticket/leave'
            echo 'help ticket leave'
        case 'help ticket/form'
            echo 'help ticket form'
        case 'help ticket/watch'
            echo 'help ticket watch'
        case 'help ticket/wait'
            echo 'help ticket wait'
        case 'help ticket/export'
            echo 'help ticket export'
        case 'help ticket/import'
            echo 'help ticket import'
        case 'help ticket observer/add'
            echo 'help ticket observer add'
        case 'help ticket observer/remove'
            echo 'help ticket observer remove'
        case 'help ticket observer/mute'
            echo 'help ticket observer mute'
        case 'help ticket observer/unmute'
            echo 'help ticket observer unmute'
        case 'help ticket observer/list'
            echo 'help ticket observer list'
        case 'help draft/list'
            echo 'help draft list'
        case 'help draft/show'
            echo 'help draft show'
        case 'help draft/send'
            echo 'help draft send'
        case 'help draft/delete'
            echo 'help draft delete'
        case 'help form/list'
            echo 'help form list'
        case 'help form/show'
            echo 'help form show'
        case 'help faq/search'
            echo 'help faq search'
        case 'help faq/list'
            echo 'help faq list'
        case 'help faq/show'
            echo 'help faq show'
        case 'help faq/download'
            echo 'help faq download'
        case 'help approval/list'
            echo 'help approval list'
        case 'help approval/accept'
            echo 'help approval accept'
        case 'help approval/refuse'
            echo 'help approval refuse'
        case 'help reservation/items'
            echo 'help reservation items'
        case 'help reservation/new'
            echo 'help reservation new'
        case 'help reservation/list'
            echo 'help reservation list'
        case 'help reservation/cancel'
            echo 'help reservation cancel'
        case 'help account/list'
            echo 'help account list'
        case 'help account/use'
            echo 'help account use'
        case 'help account/remove'
            echo 'help account remove'
        case 'help account/recover'
            echo 'help account recover'
        case 'help profile/list'
            echo 'help profile list'
        case 'help profile/use'
            echo 'help profile use'
        case 'help entity/list'
            echo 'help entity list'
        case 'help entity/use'
            echo 'help entity use'
        case 'help password/change'
            echo 'help password change'
        case 'help password/reset'
            echo 'help password reset'
        case 'help contract/list'
            echo 'help contract list'
        case 'help contract/show'
            echo 'help contract show'
        case 'help preferences/show'
            echo 'help preferences show'
        case 'help preferences/set'
            echo 'help preferences set'
        case 'help config/list'
            echo 'help config list'
        case 'help config/get'
            echo 'help config get'
        case 'help config/set'
            echo 'help config set'
        case 'help config/unset'
            echo 'help config unset'
        case 'help config/path'
            echo 'help config path'
        case 'help config/import'
            echo 'help config import'
        case 'help sandbox/start'
            echo 'help sandbox start'
        case 'help sandbox/reset'
            echo 'help sandbox reset'
        case '*'
            return 1
    end
end

function __ipeos_commands
    switch "$argv[1]"
        case ''
            printf '%s\t%s\n' 'home' 'where things stand, on one screen' \
                'ticket' 'your tickets: open, list, read, add files' \
                'alert' 'bring an alert of your monitoring to its ticket' \
                'draft' 'what you typed and the platform does not have yet' \
                'form' 'forms of the service catalogue: list, show' \
                'faq' 'answers already written: search, read' \
                'approval' 'what waits for your approval: see it, accept, refuse' \
                'news' 'read what the support announces' \
                'reservation' 'reserve rooms and equipment' \
                'login' 'log in to the platform' \
                'logout' 'end the session and forget the secrets' \
                'whoami' 'say who you are on the platform' \
                'account' 'your accounts: use another one, forget one, get a lost one back' \
                'profile' 'the profile that you use the platform with' \
                'entity' 'the entity that you are on' \
                'password' 'a forgotten password' \
                'contact' 'how support is reached' \
                'contract' 'your contracts of support' \
                'preferences' 'your language, your address, how lists look' \
                'config' 'your settings, and what your organisation hands out' \
                'doctor' 'what works and what does not, from the network to your tickets' \
                'api' 'any call of the platform’s API, as your account' \
                'sandbox' 'the embedded platform, to try things out' \
                'completion' 'completion of commands for your shell' \
                'version' 'the version of ipeos, and whether there is a newer one' \
                'help' 'the help of a command, or of a topic'
        case 'ticket'
            printf '%s\t%s\n' 'new' 'open a ticket' \
                'list' 'list your tickets' \
                'show' 'show a ticket and all that happened to it' \
                'history' 'every ticket ever, by year, and how long each took' \
                'stats' 'how many tickets, and how long they take' \
                'comment' 'write to support on a ticket' \
                'attach' 'attach files to a ticket' \
                'download' 'fetch the documents of a ticket' \
                'accept' 'accept the solution that support proposes' \
                'refuse' 'refuse the solution that support proposes' \
                'rate' 'answer the survey of a closed ticket' \
                'edit' 'change a ticket that nobody wrote on yet' \
                'cancel' 'cancel a ticket that nobody wrote on yet' \
                'close' 'close a ticket that nobody wrote on yet' \
                'link' 'link two of your tickets' \
                'unlink' 'take the link between two of your tickets away' \
                'observer' 'let others follow a ticket' \
                'leave' 'stop following a ticket of somebody else' \
                'form' 'show the form that the platform gives you' \
                'watch' 'follow your tickets, or one, as things happen' \
                'wait' 'wait until something happens to a ticket' \
                'export' 'keep tickets in a folder, with all that happened and their documents' \
                'import' 'open many tickets at once, from a file'
        case 'ticket observer'
            printf '%s\t%s\n' 'add' 'let somebody follow a ticket' \
                'remove' 'stop somebody following a ticket' \
                'mute' 'no more mails of a ticket, for you or an observer' \
                'unmute' 'mails of a ticket again' \
                'list' 'who follows a ticket'
        case 'draft'
            printf '%s\t%s\n' 'list' 'list what is not sent yet' \
                'show' 'show a draft' \
                'send' 'send what waits: a comment, an answer, files, or all of it' \
                'delete' 'forget drafts'
        case 'form'
            printf '%s\t%s\n' 'list' 'list the forms that the site offers' \
                'show' 'show what a form asks'
        case 'faq'
            printf '%s\t%s\n' 'search' 'search the FAQ' \
                'list' 'list the articles of the FAQ' \
                'show' 'read an article' \
                'download' 'fetch the documents of an article'
        case 'approval'
            printf '%s\t%s\n' 'list' 'list what waits for your approval' \
                'accept' 'approve what support asks you' \
                'refuse' 'refuse what support asks you'
        case 'reservation'
            printf '%s\t%s\n' 'items' 'what can be reserved' \
                'new' 'reserve something' \
                'list' 'your reservations to come' \
                'cancel' 'cancel a reservation'
        case 'account'
            printf '%s\t%s\n' 'list' 'list the accounts whose logins are kept here' \
                'use' 'use another account from now on' \
                'remove' 'forget an account' \
                'recover' 'ask for your account back, when all of it is lost'
        case 'profile'
            printf '%s\t%s\n' 'list' 'list the profiles that you hold' \
                'use' 'use another profile from now on'
        case 'entity'
            printf '%s\t%s\n' 'list' 'list the entities that you may be on' \
                'use' 'use another entity from now on'
        case 'password'
            printf '%s\t%s\n' 'change' 'choose a new password' \
                'reset' 'ask for a new password by mail'
        case 'contract'
            printf '%s\t%s\n' 'list' 'your contracts of support' \
                'show' 'one contract: its level, hours, categories'
        case 'preferences'
            printf '%s\t%s\n' 'show' 'what you prefer, and where each is kept' \
                'set' 'change what you prefer'
        case 'config'
            printf '%s\t%s\n' 'list' 'all settings, and where each comes from' \
                'get' 'one setting: its value, and what it may be' \
                'set' 'keep a setting for good' \
                'unset' 'forget a setting' \
                'path' 'where your settings are' \
                'import' 'bring in what your organisation hands out'
        case 'sandbox'
            printf '%s\t%s\n' 'start' 'start the embedded platform, on this machine only' \
                'reset' 'forget all that the embedded platform holds'
        case 'help'
            printf '%s\t%s\n' 'home' 'where things stand, on one screen' \
                'ticket' 'your tickets: open, list, read, add files' \
                'alert' 'bring an alert of your monitoring to its ticket' \
                'draft' 'what you typed and the platform does not have yet' \
                'form' 'forms of the service catalogue: list, show' \
                'faq' 'answers already written: search, read' \
                'approval' 'what waits for your approval: see it, accept, refuse' \
                'news' 'read what the support announces' \
                'reservation' 'reserve rooms and equipment' \
                'login' 'log in to the platform' \
                'logout' 'end the session and forget the secrets' \
                'whoami' 'say who you are on the platform' \
                'account' 'your accounts: use another one, forget one, get a lost one back' \
                'profile' 'the profile that you use the platform with' \
                'entity' 'the entity that you are on' \
                'password' 'a forgotten password' \
                'contact' 'how support is reached' \
                'contract' 'your contracts of support' \
                'preferences' 'your language, your address, how lists look' \
                'config' 'your settings, and what your organisation hands out' \
                'doctor' 'what works and what does not, from the network to your tickets' \
                'api' 'any call of the platform’s API, as your account' \
                'sandbox' 'the embedded platform, to try things out' \
                'completion' 'completion of commands for your shell' \
                'version' 'the version of ipeos, and whether there is a newer one' \
                'help' 'the help of a command, or of a topic' \
                'exit-codes' 'what the exit code of a command says' \
                'environment' 'the environment variables that count' \
                'formats' 'how data is written, and its fields' \
                'files' 'the files and folders of ipeos' \
                'scripting' 'how to use ipeos in scripts'
        case 'help ticket'
            printf '%s\t%s\n' 'new' 'open a ticket' \
                'list' 'list your tickets' \
                'show' 'show a ticket and all that happened to it' \
                'history' 'every ticket ever, by year, and how long each took' \
                'stats' 'how many tickets, and how long they take' \
                'comment' 'write to support on a ticket' \
                'attach' 'attach files to a ticket' \
                'download' 'fetch the documents of a ticket' \
                'accept' 'accept the solution that support proposes' \
                'refuse' 'refuse the solution that support proposes' \
                'rate' 'answer the survey of a closed ticket' \
                'edit' 'change a ticket that nobody wrote on yet' \
                'cancel' 'cancel a ticket that nobody wrote on yet' \
                'close' 'close a ticket that nobody wrote on yet' \
                'link' 'link two of your tickets' \
                'unlink' 'take the link between two of your tickets away' \
                'observer' 'let others follow a ticket' \
                'leave' 'stop following a ticket of somebody else' \
                'form' 'show the form that the platform gives you' \
                'watch' 'follow your tickets, or one, as things happen' \
                'wait' 'wait until something happens to a ticket' \
                'export' 'keep tickets in a folder, with all that happened and their documents' \
                'import' 'open many tickets at once, from a file'
        case 'help ticket observer'
            printf '%s\t%s\n' 'add' 'let somebody follow a ticket' \
                'remove' 'stop somebody following a ticket' \
                'mute' 'no more mails of a ticket, for you or an observer' \
                'unmute' 'mails of a ticket again' \
                'list' 'who follows a ticket'
        case 'help draft'
            printf '%s\t%s\n' 'list' 'list what is not sent yet' \
                'show' 'show a draft' \
                'send' 'send what waits: a comment, an answer, files, or all of it' \
                'delete' 'forget drafts'
        case 'help form'
            printf '%s\t%s\n' 'list' 'list the forms that the site offers' \
                'show' 'show what a form asks'
        case 'help faq'
            printf '%s\t%s\n' 'search' 'search the FAQ' \
                'list' 'list the articles of the FAQ' \
                'show' 'read an article' \
                'download' 'fetch the documents of an article'
        case 'help approval'
            printf '%s\t%s\n' 'list' 'list what waits for your approval' \
                'accept' 'approve what support asks you' \
                'refuse' 'refuse what support asks you'
        case 'help reservation'
            printf '%s\t%s\n' 'items' 'what can be reserved' \
                'new' 'reserve something' \
                'list' 'your reservations to come' \
                'cancel' 'cancel a reservation'
        case 'help account'
            printf '%s\t%s\n' 'list' 'list the accounts whose logins are kept here' \
                'use' 'use another account from now on' \
                'remove' 'forget an account' \
                'recover' 'ask for your account back, when all of it is lost'
        case 'help profile'
            printf '%s\t%s\n' 'list' 'list the profiles that you hold' \
                'use' 'use another profile from now on'
        case 'help entity'
            printf '%s\t%s\n' 'list' 'list the entities that you may be on' \
                'use' 'use another entity from now on'
        case 'help password'
            printf '%s\t%s\n' 'change' 'choose a new password' \
                'reset' 'ask for a new password by mail'
        case 'help contract'
            printf '%s\t%s\n' 'list' 'your contracts of support' \
                'show' 'one contract: its level, hours, categories'
        case 'help preferences'
            printf '%s\t%s\n' 'show' 'what you prefer, and where each is kept' \
                'set' 'change what you prefer'
        case 'help config'
            printf '%s\t%s\n' 'list' 'all settings, and where each comes from' \
                'get' 'one setting: its value, and what it may be' \
                'set' 'keep a setting for good' \
                'unset' 'forget a setting' \
                'path' 'where your settings are' \
                'import' 'bring in what your organisation hands out'
        case 'help sandbox'
            printf '%s\t%s\n' 'start' 'start the embedded platform, on this machine only' \
                'reset' 'forget all that the embedded platform holds'
        case '*'
            return 1
    end
end

function __ipeos_options
    switch "$argv[1]"
        case ''
            printf '%s\t%s\n' '--version' 'show the version' \
                '--account' 'the account to use, when you have several' \
                '--profile' 'the profile to have for this call' \
                '--entity' 'the entity to be on for this call, or “all”' \
                '--url' 'the address of the platform' \
                '--sandbox' 'use the embedded platform, to try things out' \
                '--lang' 'language' \
                '--no-input' 'never ask; say what is missing instead' \
                '--color' 'colours' \
                '--plain' 'plain lines for screen readers: nothing drawn, nothing that moves' \
                '--quiet' 'nothing on standard error while all is well' \
                '--no-pager' 'print long texts whole, without the pager' \
                '--timeout' 'give up on the platform after this long' \
                '--insecure-storage' 'keep secrets in a file that only you can read, not in the keychain' \
                '--debug' 'show the exchange with the platform, without any secret' \
                '--help' 'show this help'
        case 'home'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket new'
            printf '%s\t%s\n' '--form' 'the form of the site to fill in: its name, a part of it, or its number (“ipeos form list”)' \
                '--answer' 'the answer to a question of the form, by its label; once for each value, @FILE for a file' \
                '--answers' 'the answers, from a file or from standard input with -; “ipeos form show NAME --answers-template” writes an empty one' \
                '--urgency' 'urgency: very-low, low, medium, high, very-high, or 1 to 5' \
                '--notify' 'keep me informed by e-mail' \
                '--no-notify' 'do not' \
                '--email' 'the address to inform me at' \
                '--about' 'the equipment it is about: its name, Computer:3, or this-machine; may be repeated' \
                '--observer' 'a person or a group that may follow the ticket: a name, or an e-mail address where the form takes one; may be repeated' \
                '--silent-observer' 'the same as --observer, and no mails go to this one; not by a form of a GLPI 11 site' \
                '--location' 'the place it is about: its name, a part of it, or its number' \
                '--on-behalf-of' 'whom the request is for: a name, where the form of the site lets you send it for others' \
                '--category' 'category: its name, a part of it, or its number' \
                '--title' 'title' \
                '--description' 'description; an image stands where ![](capture.png) is' \
                '--description-file' 'description from a file, or from standard input with -' \
                '--attach' 'file to attach, or clipboard; may be repeated' \
                '--attach-name' 'name of a file that has none, as from standard input (--attach -) or a pipe' \
                '--type' 'incident (unless you say otherwise) or request' \
                '--related' 'link it to another ticket of yours: its number, or its address' \
                '--dedupe' 'one ticket for what keeps happening: while one with this key is open, the text and files are added to it (solved or closed: a new one)' \
                '--dedupe-every' 'with --dedupe: a text, another one too, that follows the last one sooner than this (1h, 30m) is counted, not sent, nor are its files; the next one tells how many' \
                '--best-effort' 'in a script: open the ticket whatever is wrong with the rest, settings too, and say in it what is; wrong usage (-F - with --attach -) still stops' \
                '--resume' 'go on with a request that was not finished: the last one, or the one of this number' \
                '--yes' 'send without asking to confirm, nor for what is optional' \
                '--dry-run' 'show what would be sent, and send nothing' \
                '--web' 'open the platform’s form in the browser instead' \
                '--no-suggest' 'do not offer articles of the FAQ' \
                '--refresh' 'read the form from the platform again' \
                '--json' 'as JSON: the ticket; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket list'
            printf '%s\t%s\n' '--status' 'status, as the list shows it too (taken: assigned); may be repeated, or several with commas; open is whatever is not closed' \
                '--urgency' 'urgency, or 1 to 5; may be repeated, or several with commas' \
                '--type' 'kind of ticket; may be repeated, or several with commas' \
                '--category' 'category, and those under it: its number, its name, or a part of it' \
                '--search' 'text to look for in titles and descriptions' \
                '--since' 'changed since: 2026-03-01, 7d, “2 weeks”…' \
                '--until' 'last changed until then: likewise' \
                '--awaiting-me' 'those whose solution waits for your answer' \
                '--to-rate' 'closed ones whose survey waits for your mark' \
                '--observed' 'those that you only observe' \
                '--overdue' 'those that should be solved by now' \
                '--sort' 'order by this, with :asc or :desc if need be' \
                '--limit' 'how many at most (30)' \
                '--all' 'the whole list, by number unless --sort says otherwise; closed tickets only with --status all' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket show'
            printf '%s\t%s\n' '--web' 'open its page in the browser' \
                '--html' 'write one page of HTML, to be printed: it loads nothing, and is whole by itself' \
                '--output' 'file for that page, “name (2)” where there is one already; - is standard output' \
                '--force' 'with -o, overwrite a file of the same name' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket history'
            printf '%s\t%s\n' '--since' 'opened since: 2026-01-01, 90d, “6 months”…' \
                '--until' 'opened until then: likewise' \
                '--limit' 'how many at most; all of them without it' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket stats'
            printf '%s\t%s\n' '--since' 'opened since: 2026-01-01, 90d, “6 months”…' \
                '--until' 'opened until then: likewise' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket comment'
            printf '%s\t%s\n' '--message' 'what to write; an image stands where ![](capture.png) is' \
                '--message-file' 'what to write, from a file, or from standard input with -' \
                '--attach' 'file to attach, or clipboard; may be repeated' \
                '--attach-name' 'name of a file that has none, as from standard input (--attach -) or a pipe' \
                '--accept' 'with it, accept the solution that waits' \
                '--reopen' 'with it, refuse the solution that waits, which opens the ticket again' \
                '--json' 'as JSON: what was made, a list for several tickets; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket attach'
            printf '%s\t%s\n' '--attach-name' 'name of a file that has none, as from standard input (--attach -) or a pipe' \
                '--accept' 'with it, accept the solution that waits' \
                '--reopen' 'with it, refuse the solution that waits, which opens the ticket again' \
                '--json' 'as JSON: what was made, a list for several tickets; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket download'
            printf '%s\t%s\n' '--all' 'all the documents of the ticket, and the images in the text' \
                '--inline' 'the images that stand in the texts; with a document, the image of that number' \
                '--output' 'folder to put them in, made if need be (the current one); - writes one document to standard output' \
                '--force' 'overwrite files of the same name; with -o -, write to a terminal what is no text' \
                '--open' 'open the document in the program for its kind; never one that could be a program itself' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket accept'
            printf '%s\t%s\n' '--message' 'a word to support' \
                '--yes' 'without asking to confirm' \
                '--attach' 'file to attach, or clipboard; may be repeated' \
                '--attach-name' 'name of a file that has none, as from standard input (--attach -) or a pipe' \
                '--json' 'as JSON: what was made, a list for several tickets; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket refuse'
            printf '%s\t%s\n' '--message' 'the reason: what still does not work' \
                '--attach' 'file to attach, or clipboard; may be repeated' \
                '--attach-name' 'name of a file that has none, as from standard input (--attach -) or a pipe' \
                '--json' 'as JSON: what was made, a list for several tickets; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket rate'
            printf '%s\t%s\n' '--message' 'a word about it' \
                '--json' 'print what the platform has now, as JSON' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket edit'
            printf '%s\t%s\n' '--title' 'new title' \
                '--description' 'new description' \
                '--description-file' 'new description from a file, or from standard input with -' \
                '--urgency' 'new urgency: very-low, low, medium, high, very-high, or 1 to 5' \
                '--category' 'new category: its name, a part of it, or its number' \
                '--drop-images' 'let go the images that the new description does not name' \
                '--json' 'as JSON: the ticket; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket cancel'
            printf '%s\t%s\n' '--yes' 'without asking to confirm'
        case 'ticket close'
            printf '%s\t%s\n' '--yes' 'without asking to confirm'
        case 'ticket link'
            printf '%s\t%s\n' '--duplicate' 'the first is a duplicate of the second' \
                '--child' 'the first is a part of the second' \
                '--parent' 'the second is a part of the first' \
                '--json' 'as JSON: the link; only these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket unlink'
            printf '%s\t%s\n' '--json' 'as JSON: the link; only these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket observer add'
            printf '%s\t%s\n' '--no-notify' 'without mails' \
                '--json' 'as JSON: those who observe it since; only these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket observer remove'
            printf '%s\t%s\n' '--json' 'as JSON: those who observe it since; only these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket observer mute'
            printf '%s\t%s\n' '--json' 'as JSON: those who observe it since; only these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket observer unmute'
            printf '%s\t%s\n' '--json' 'as JSON: those who observe it since; only these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket observer list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket leave'
            printf '%s\t%s\n' '--yes' 'without asking to confirm'
        case 'ticket form'
            printf '%s\t%s\n' '--category' 'as it is for this category, which may have a template of its own (GLPI 10)' \
                '--type' 'as it is for this type: incident or request' \
                '--refresh' 'read it from the platform again' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket watch'
            printf '%s\t%s\n' '--interval' 'how often to look when something happens, as 30s (the usual) or 2m; at least 5s' \
                '--bell' 'ring the bell at each event' \
                '--exec' 'command to run for each event, through the shell: the event as JSON on its standard input, IPEOS_EVENT and IPEOS_TICKET in its environment; what it prints goes to standard error' \
                '--json' 'each event as one line of JSON; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket wait'
            printf '%s\t%s\n' '--until' 'what must happen' \
                '--any' 'of several tickets, the first one is enough; without it, all of them' \
                '--timeout' 'how long to wait at most, as 90s, 10m, 2h or 1d; 0 looks once; without it, as long as it takes' \
                '--interval' 'how often to look when something happens, as 30s (the usual) or 2m; at least 5s' \
                '--json' 'as JSON: how it ended, a list for several tickets; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket export'
            printf '%s\t%s\n' '--all' 'every ticket, closed ones too' \
                '--output' 'folder to keep them in' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'ticket import'
            printf '%s\t%s\n' '--resume' 'go on with an import that is not done: the last one, or the one of this number' \
                '--discard' 'forget an import that is not done; the tickets that are there stay' \
                '--form' 'the site’s form by which each line goes: its questions are columns' \
                '--key' 'column by which a line is known' \
                '--again' 'open the tickets of all lines, also of those that were imported before' \
                '--report' 'write the lines back, each with ticket, address, result and error, into this file (- for standard output)' \
                '--dry-run' 'check the file, say which lines are there already, and send nothing' \
                '--yes' 'send without asking to confirm' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'alert'
            printf '%s\t%s\n' '--input' 'a file in the place of standard input' \
                '--format' 'of what form it is; auto, by default, looks at variables first, then at JSON' \
                '--map' 'where title, text, fingerprint, state, severity, alerts stand in a JSON of your own (title=.check.name,alerts=.items), and what states say that it is over (recovered=ok|closed); several times' \
                '--map-file' 'the same from a file, a JSON object of those names' \
                '--accept-recovery' 'when the problem is over and a solution waits on its ticket, accept it, which closes the ticket' \
                '--dedupe-every' 'an alert that says the same sooner than this (1h, 30m) after the last one is counted, not sent; the next one tells how many' \
                '--urgency' 'of the tickets that are opened; by default that of the severity: critical and down are very high, error high, warning medium, info low' \
                '--category' 'category: its name, a part of it, or its number' \
                '--about' 'the equipment it is about: its name, Computer:3, or this-machine' \
                '--type' 'incident (unless you say otherwise) or request' \
                '--notify' 'keep me informed by e-mail' \
                '--no-notify' 'do not' \
                '--email' 'the address to inform me at' \
                '--dry-run' 'show what each alert says and what would become of it; send nothing' \
                '--json' 'what became of each alert: fingerprint, action, ticket…; or only these fields (a,b,c)' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'draft list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'draft show'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'draft send'
            printf '%s\t%s\n' '--all' 'all that waits, tickets and imports too; exit code 7 when something is left' \
                '--again' 'answers to a form that got no answer and cannot be looked for: once more, though the site may have them'
        case 'draft delete'
            printf '%s\t%s\n' '--yes' 'without asking to confirm'
        case 'form list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'form show'
            printf '%s\t%s\n' '--web' 'open it in the browser' \
                '--answers-template' 'print an answers file to fill in, for ticket new --answers' \
                '--answers-schema' 'print the JSON Schema of such a file (--json-schema is that of what --json prints)' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'faq search'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'faq list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'faq show'
            printf '%s\t%s\n' '--web' 'open it in the browser' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'faq download'
            printf '%s\t%s\n' '--output' 'folder to put them in, made if need be (the current one); - writes one document to standard output' \
                '--force' 'overwrite files of the same name; with -o -, write to a terminal what is no text'
        case 'approval list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'approval accept'
            printf '%s\t%s\n' '--message' 'a word about it' \
                '--json' 'print what the platform has now, as JSON' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'approval refuse'
            printf '%s\t%s\n' '--message' 'why; the platform takes no refusal without a reason' \
                '--json' 'print what the platform has now, as JSON' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'news'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'reservation items'
            printf '%s\t%s\n' '--on' 'the day to look at: tomorrow, monday, 12/01/2027' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'reservation new'
            printf '%s\t%s\n' '--from' 'when it begins: tomorrow 14:00, monday 9:30' \
                '--to' 'when it ends: 16:00, tomorrow noon, +2h' \
                '--for' 'how long it lasts: 2h, 1h30, 3 days' \
                '--comment' 'what it is for' \
                '--every' 'repeat it every day or every week' \
                '--until' 'the last day on which it is repeated; +4 weeks: after the first' \
                '--yes' 'without asking' \
                '--json' 'the reservations as JSON; of these fields, if any are named' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'reservation list'
            printf '%s\t%s\n' '--all' 'those of everybody' \
                '--past' 'those of the year gone by' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'reservation cancel'
            printf '%s\t%s\n' '--yes' 'without asking to confirm'
        case 'login'
            printf '%s\t%s\n' '--user' 'your user name on the platform' \
                '--password-stdin' 'read the password from standard input' \
                '--token-stdin' 'read a personal token (Settings → Remote access keys, on the site) from standard input' \
                '--web' 'take the token from its page, which opens: for single sign-on, or a second factor' \
                '--save-token' 'keep a personal token of the site instead of the password, made there if need be' \
                '--app-token' 'the application token that some platforms want (or IPEOS_APP_TOKEN)' \
                '--allow-http' 'accept a platform without encryption (plain http)'
        case 'logout'
            printf '%s\t%s\n' '--all' 'all your accounts, on every platform' \
                '--revoke' 'take your token back on the site first: no program can use it any more'
        case 'whoami'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'account list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'account remove'
            printf '%s\t%s\n' '--yes' 'do not ask whether you are sure'
        case 'account recover'
            printf '%s\t%s\n' '--name' 'your first name and name' \
                '--organisation' 'the organisation that you work for' \
                '--contract' 'the number of your support contract, if you know it' \
                '--phone' 'a telephone number at which support reaches you' \
                '--email' 'an e-mail address at which support reaches you' \
                '--lost' 'what you lost' \
                '--by' 'how the request goes'
        case 'profile list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'entity list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'entity use'
            printf '%s\t%s\n' '--alone' 'this one only, without the entities below it'
        case 'password change'
            printf '%s\t%s\n' '--user' 'the user name on the platform; by default, that of the account in use' \
                '--password-stdin' 'read the current password and the new one from standard input, a line each'
        case 'password reset'
            printf '%s\t%s\n' '--token' 'choose the new password, with the link or the code of the mail, which is asked for' \
                '--token-stdin' 'read the link or the code of the mail from standard input' \
                '--password-stdin' 'read the new password from standard input'
        case 'contact'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'contract list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'contract show'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'preferences show'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'config list'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'config get'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'config import'
            printf '%s\t%s\n' '--yes' 'bring it in without asking'
        case 'doctor'
            printf '%s\t%s\n' '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'api'
            printf '%s\t%s\n' '--raw-field' 'a field, as text; nested: input[name]=x; in the address with GET, else in the body (repeatable)' \
                '--field' 'a field whose true, false, null and whole numbers are such; @FILE: what it holds; POST Document: file=@FILE sends it' \
                '--input' 'the body: a file of JSON, or - for stdin; fields then go into the address' \
                '--paginate' 'all pages of a list, as one' \
                '--ndjson' 'with --paginate: one item a line' \
                '--include' 'print the status and the headers too, without secrets' \
                '--output' 'keep the answer in this file; none is ever overwritten' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)'
        case 'sandbox start'
            printf '%s\t%s\n' '--port' 'port (8470 where it is free); 0 takes a free one' \
                '--data' 'folder for its data' \
                '--glpi' 'which GLPI to be like' \
                '--tickets' 'add this many tickets, to measure lists' \
                '--catalogue' 'what the catalogue of GLPI 11 holds' \
                '--entities' 'how the companies of a new folder stand: ACME below IPEOS, or apart from it (as a rule)' \
                '--equipment' 'what alice has in a new folder: one computer (as a rule for 11.0), or a telephone, a printer… too (10.0)' \
                '--password-policy' 'new passwords must follow a policy: 8 characters, of all kinds' \
                '--password-expired' 'the password of this account has expired' \
                '--sign-in' 'how one signs in: without passwords or tokens, with a second factor, by single sign-on (as bob)'
        case 'sandbox reset'
            printf '%s\t%s\n' '--yes' 'do not ask to confirm'
        case 'version'
            printf '%s\t%s\n' '--check' 'look whether there is a newer version' \
                '--json' 'as JSON: all fields, or those named (id,title…)' \
                '--format' 'how to write it' \
                '--columns' 'these columns only, in this order' \
                '--jq' 'print what this jq expression makes of the JSON; no jq is needed' \
                '--template' 'print the JSON through this Go template (see ipeos help formats)' \
                '--json-schema' 'print the JSON Schema of what --json gives, and stop'
        case 'help'
            printf '%s\t%s\n' '--man' 'its manual page, for man to show: ipeos help --man ticket new | man -l -'
    end
end

# What an option takes; fails for one that takes nothing.
function __ipeos_value
    switch "$argv[1]/$argv[2]"
        case '/--account'
            echo 'live account'
        case '/--profile'
            echo 'live profile'
        case '/--entity'
            echo 'live entity'
        case '/--url'
            echo 'text'
        case '/--lang'
            echo 'one fr en'
        case '/--color'
            echo 'one auto always never'
        case '/--timeout'
            echo 'text'
        case 'home/--json'
            echo '?list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals'
        case 'home/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'home/--columns'
            echo 'list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals'
        case 'home/--jq'
            echo 'text'
        case 'home/--template'
            echo 'text'
        case 'ticket new/--form'
            echo 'live form'
        case 'ticket new/--answer'
            echo 'live question'
        case 'ticket new/--answers'
            echo 'file'
        case 'ticket new/--urgency'
            echo 'one very-low low medium high very-high'
        case 'ticket new/--email'
            echo 'text'
        case 'ticket new/--about'
            echo 'live equipment'
        case 'ticket new/--observer'
            echo 'text'
        case 'ticket new/--silent-observer'
            echo 'text'
        case 'ticket new/--location'
            echo 'live location'
        case 'ticket new/--on-behalf-of'
            echo 'text'
        case 'ticket new/--category'
            echo 'live category'
        case 'ticket new/--title'
            echo 'text'
        case 'ticket new/--description'
            echo 'text'
        case 'ticket new/-F' 'ticket new/--description-file'
            echo 'file'
        case 'ticket new/--attach'
            echo 'file'
        case 'ticket new/--attach-name'
            echo 'text'
        case 'ticket new/--type'
            echo 'one incident request'
        case 'ticket new/--related'
            echo 'live ticket'
        case 'ticket new/--dedupe'
            echo 'text'
        case 'ticket new/--dedupe-every'
            echo 'text'
        case 'ticket new/--resume'
            echo '?live draft'
        case 'ticket new/--json'
            echo '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue'
        case 'ticket new/--jq'
            echo 'text'
        case 'ticket new/--template'
            echo 'text'
        case 'ticket list/-s' 'ticket list/--status'
            echo 'list new assigned planned pending solved closed open all'
        case 'ticket list/-u' 'ticket list/--urgency'
            echo 'list very-low low medium high very-high'
        case 'ticket list/-t' 'ticket list/--type'
            echo 'list incident request'
        case 'ticket list/-c' 'ticket list/--category'
            echo 'live category'
        case 'ticket list/-S' 'ticket list/--search'
            echo 'text'
        case 'ticket list/--since'
            echo 'text'
        case 'ticket list/--until'
            echo 'text'
        case 'ticket list/--sort'
            echo 'one changed opened id title status urgency priority type category dueBy solved closed'
        case 'ticket list/-L' 'ticket list/--limit'
            echo 'text'
        case 'ticket list/--json'
            echo '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue'
        case 'ticket list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket list/--columns'
            echo 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue'
        case 'ticket list/--jq'
            echo 'text'
        case 'ticket list/--template'
            echo 'text'
        case 'ticket show/-o' 'ticket show/--output'
            echo 'file'
        case 'ticket show/--json'
            echo '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links'
        case 'ticket show/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket show/--columns'
            echo 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links'
        case 'ticket show/--jq'
            echo 'text'
        case 'ticket show/--template'
            echo 'text'
        case 'ticket history/--since'
            echo 'text'
        case 'ticket history/--until'
            echo 'text'
        case 'ticket history/-L' 'ticket history/--limit'
            echo 'text'
        case 'ticket history/--json'
            echo '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue'
        case 'ticket history/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket history/--columns'
            echo 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue'
        case 'ticket history/--jq'
            echo 'text'
        case 'ticket history/--template'
            echo 'text'
        case 'ticket stats/--since'
            echo 'text'
        case 'ticket stats/--until'
            echo 'text'
        case 'ticket stats/--json'
            echo '?list figure by name value'
        case 'ticket stats/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket stats/--columns'
            echo 'list figure by name value'
        case 'ticket stats/--jq'
            echo 'text'
        case 'ticket stats/--template'
            echo 'text'
        case 'ticket comment/-m' 'ticket comment/--message'
            echo 'text'
        case 'ticket comment/-F' 'ticket comment/--message-file'
            echo 'file'
        case 'ticket comment/--attach'
            echo 'file'
        case 'ticket comment/--attach-name'
            echo 'text'
        case 'ticket comment/--json'
            echo '?list ticket followup files url'
        case 'ticket comment/--jq'
            echo 'text'
        case 'ticket comment/--template'
            echo 'text'
        case 'ticket attach/--attach-name'
            echo 'text'
        case 'ticket attach/--json'
            echo '?list ticket followup files url'
        case 'ticket attach/--jq'
            echo 'text'
        case 'ticket attach/--template'
            echo 'text'
        case 'ticket download/-o' 'ticket download/--output'
            echo 'folder'
        case 'ticket download/--json'
            echo '?list ticket id fileName image result path size error'
        case 'ticket download/--jq'
            echo 'text'
        case 'ticket download/--template'
            echo 'text'
        case 'ticket accept/-m' 'ticket accept/--message'
            echo 'text'
        case 'ticket accept/--attach'
            echo 'file'
        case 'ticket accept/--attach-name'
            echo 'text'
        case 'ticket accept/--json'
            echo '?list ticket followup files url'
        case 'ticket accept/--jq'
            echo 'text'
        case 'ticket accept/--template'
            echo 'text'
        case 'ticket refuse/-m' 'ticket refuse/--message'
            echo 'text'
        case 'ticket refuse/--attach'
            echo 'file'
        case 'ticket refuse/--attach-name'
            echo 'text'
        case 'ticket refuse/--json'
            echo '?list ticket followup files url'
        case 'ticket refuse/--jq'
            echo 'text'
        case 'ticket refuse/--template'
            echo 'text'
        case 'ticket rate/-m' 'ticket rate/--message'
            echo 'text'
        case 'ticket rate/--json'
            echo '?list ticket kind begun answered mark comment url'
        case 'ticket rate/--jq'
            echo 'text'
        case 'ticket rate/--template'
            echo 'text'
        case 'ticket edit/--title'
            echo 'text'
        case 'ticket edit/--description'
            echo 'text'
        case 'ticket edit/-F' 'ticket edit/--description-file'
            echo 'file'
        case 'ticket edit/--urgency'
            echo 'one very-low low medium high very-high'
        case 'ticket edit/--category'
            echo 'live category'
        case 'ticket edit/--json'
            echo '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue'
        case 'ticket edit/--jq'
            echo 'text'
        case 'ticket edit/--template'
            echo 'text'
        case 'ticket link/--json'
            echo '?list ticket other relation linked'
        case 'ticket link/--jq'
            echo 'text'
        case 'ticket link/--template'
            echo 'text'
        case 'ticket unlink/--json'
            echo '?list ticket other relation linked'
        case 'ticket unlink/--jq'
            echo 'text'
        case 'ticket unlink/--template'
            echo 'text'
        case 'ticket observer add/--json'
            echo '?list ticket name login email notified me group'
        case 'ticket observer add/--jq'
            echo 'text'
        case 'ticket observer add/--template'
            echo 'text'
        case 'ticket observer remove/--json'
            echo '?list ticket name login email notified me group'
        case 'ticket observer remove/--jq'
            echo 'text'
        case 'ticket observer remove/--template'
            echo 'text'
        case 'ticket observer mute/--json'
            echo '?list ticket name login email notified me group'
        case 'ticket observer mute/--jq'
            echo 'text'
        case 'ticket observer mute/--template'
            echo 'text'
        case 'ticket observer unmute/--json'
            echo '?list ticket name login email notified me group'
        case 'ticket observer unmute/--jq'
            echo 'text'
        case 'ticket observer unmute/--template'
            echo 'text'
        case 'ticket observer list/--json'
            echo '?list ticket name login email notified me group'
        case 'ticket observer list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket observer list/--columns'
            echo 'list ticket name login email notified me group'
        case 'ticket observer list/--jq'
            echo 'text'
        case 'ticket observer list/--template'
            echo 'text'
        case 'ticket form/--category'
            echo 'live category'
        case 'ticket form/--type'
            echo 'one incident request'
        case 'ticket form/--json'
            echo '?list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden'
        case 'ticket form/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket form/--columns'
            echo 'list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden'
        case 'ticket form/--jq'
            echo 'text'
        case 'ticket form/--template'
            echo 'text'
        case 'ticket watch/--interval'
            echo 'text'
        case 'ticket watch/--exec'
            echo 'text'
        case 'ticket watch/--json'
            echo '?list event date ticket title status statusId author mine id text html from to fileName mime url textLeftOut begin end by'
        case 'ticket watch/--jq'
            echo 'text'
        case 'ticket watch/--template'
            echo 'text'
        case 'ticket wait/--until'
            echo 'one solved closed reply taken'
        case 'ticket wait/--timeout'
            echo 'text'
        case 'ticket wait/--interval'
            echo 'text'
        case 'ticket wait/--json'
            echo '?list ticket until happened status url'
        case 'ticket wait/--jq'
            echo 'text'
        case 'ticket wait/--template'
            echo 'text'
        case 'ticket export/-o' 'ticket export/--output'
            echo 'folder'
        case 'ticket export/--json'
            echo '?list id result title folder documents error'
        case 'ticket export/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket export/--columns'
            echo 'list id result title folder documents error'
        case 'ticket export/--jq'
            echo 'text'
        case 'ticket export/--template'
            echo 'text'
        case 'ticket import/--resume'
            echo '?text'
        case 'ticket import/--discard'
            echo '?text'
        case 'ticket import/--form'
            echo 'live form'
        case 'ticket import/--key'
            echo 'text'
        case 'ticket import/--report'
            echo 'text'
        case 'ticket import/--json'
            echo '?list line result id title error url'
        case 'ticket import/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'ticket import/--columns'
            echo 'list line result id title error url'
        case 'ticket import/--jq'
            echo 'text'
        case 'ticket import/--template'
            echo 'text'
        case 'alert/--input'
            echo 'file'
        case 'alert/--format'
            echo 'one auto alertmanager grafana zabbix nagios icinga json'
        case 'alert/--map'
            echo 'text'
        case 'alert/--map-file'
            echo 'file'
        case 'alert/--dedupe-every'
            echo 'text'
        case 'alert/--urgency'
            echo 'one very-low low medium high very-high'
        case 'alert/--category'
            echo 'live category'
        case 'alert/--about'
            echo 'live equipment'
        case 'alert/--type'
            echo 'one incident request'
        case 'alert/--email'
            echo 'text'
        case 'alert/--json'
            echo '?list fingerprint source state title action ticket error'
        case 'alert/--jq'
            echo 'text'
        case 'alert/--template'
            echo 'text'
        case 'draft list/--json'
            echo '?list id kind stage ticketId title text answers files user platform created changed command form'
        case 'draft list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'draft list/--columns'
            echo 'list id kind stage ticketId title text answers files user platform created changed command form'
        case 'draft list/--jq'
            echo 'text'
        case 'draft list/--template'
            echo 'text'
        case 'draft show/--json'
            echo '?list id kind stage ticketId title text answers files user platform created changed command form'
        case 'draft show/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'draft show/--columns'
            echo 'list id kind stage ticketId title text answers files user platform created changed command form'
        case 'draft show/--jq'
            echo 'text'
        case 'draft show/--template'
            echo 'text'
        case 'form list/--json'
            echo '?list id title description category url'
        case 'form list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'form list/--columns'
            echo 'list id title description category url'
        case 'form list/--jq'
            echo 'text'
        case 'form list/--template'
            echo 'text'
        case 'form show/--json'
            echo '?list id title header url sections delegates'
        case 'form show/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'form show/--columns'
            echo 'list id title header url sections delegates'
        case 'form show/--jq'
            echo 'text'
        case 'form show/--template'
            echo 'text'
        case 'faq search/--json'
            echo '?list id title category changed url excerpt'
        case 'faq search/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'faq search/--columns'
            echo 'list id title category changed url excerpt'
        case 'faq search/--jq'
            echo 'text'
        case 'faq search/--template'
            echo 'text'
        case 'faq list/--json'
            echo '?list id title category changed url'
        case 'faq list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'faq list/--columns'
            echo 'list id title category changed url'
        case 'faq list/--jq'
            echo 'text'
        case 'faq list/--template'
            echo 'text'
        case 'faq show/--json'
            echo '?list id title category changed url created text html documents textLeftOut'
        case 'faq show/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'faq show/--columns'
            echo 'list id title category changed url created text html documents textLeftOut'
        case 'faq show/--jq'
            echo 'text'
        case 'faq show/--template'
            echo 'text'
        case 'faq download/-o' 'faq download/--output'
            echo 'folder'
        case 'approval list/--json'
            echo '?list id ticket title status question askedBy asked answer answered'
        case 'approval list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'approval list/--columns'
            echo 'list id ticket title status question askedBy asked answer answered'
        case 'approval list/--jq'
            echo 'text'
        case 'approval list/--template'
            echo 'text'
        case 'approval accept/-m' 'approval accept/--message'
            echo 'text'
        case 'approval accept/--json'
            echo '?list id ticket title status question askedBy asked answer answered'
        case 'approval accept/--jq'
            echo 'text'
        case 'approval accept/--template'
            echo 'text'
        case 'approval refuse/-m' 'approval refuse/--message'
            echo 'text'
        case 'approval refuse/--json'
            echo '?list id ticket title status question askedBy asked answer answered'
        case 'approval refuse/--jq'
            echo 'text'
        case 'approval refuse/--template'
            echo 'text'
        case 'news/--json'
            echo '?list kind id title text source date begin end url new'
        case 'news/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'news/--columns'
            echo 'list kind id title text source date begin end url new'
        case 'news/--jq'
            echo 'text'
        case 'news/--template'
            echo 'text'
        case 'reservation items/--on'
            echo 'text'
        case 'reservation items/--json'
            echo '?list id name kind comment free reservations'
        case 'reservation items/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'reservation items/--columns'
            echo 'list id name kind comment free reservations'
        case 'reservation items/--jq'
            echo 'text'
        case 'reservation items/--template'
            echo 'text'
        case 'reservation new/--from'
            echo 'text'
        case 'reservation new/--to'
            echo 'text'
        case 'reservation new/--for'
            echo 'text'
        case 'reservation new/-m' 'reservation new/--comment'
            echo 'text'
        case 'reservation new/--every'
            echo 'one day week'
        case 'reservation new/--until'
            echo 'text'
        case 'reservation new/--json'
            echo '?list id item itemId start end mine by comment url'
        case 'reservation new/--jq'
            echo 'text'
        case 'reservation new/--template'
            echo 'text'
        case 'reservation list/--json'
            echo '?list id item itemId start end mine by comment url'
        case 'reservation list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'reservation list/--columns'
            echo 'list id item itemId start end mine by comment url'
        case 'reservation list/--jq'
            echo 'text'
        case 'reservation list/--template'
            echo 'text'
        case 'login/-u' 'login/--user'
            echo 'text'
        case 'login/--app-token'
            echo 'text'
        case 'whoami/--json'
            echo '?list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn'
        case 'whoami/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'whoami/--columns'
            echo 'list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn'
        case 'whoami/--jq'
            echo 'text'
        case 'whoami/--template'
            echo 'text'
        case 'account list/--json'
            echo '?list name user platform storage profile entity current'
        case 'account list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'account list/--columns'
            echo 'list name user platform storage profile entity current'
        case 'account list/--jq'
            echo 'text'
        case 'account list/--template'
            echo 'text'
        case 'account recover/--name'
            echo 'text'
        case 'account recover/--organisation'
            echo 'text'
        case 'account recover/--contract'
            echo 'text'
        case 'account recover/--phone'
            echo 'text'
        case 'account recover/--email'
            echo 'text'
        case 'account recover/--lost'
            echo 'one user email password all'
        case 'account recover/--by'
            echo 'one page mail print'
        case 'profile list/--json'
            echo '?list id name entities current'
        case 'profile list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'profile list/--columns'
            echo 'list id name entities current'
        case 'profile list/--jq'
            echo 'text'
        case 'profile list/--template'
            echo 'text'
        case 'entity list/--json'
            echo '?list id name current'
        case 'entity list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'entity list/--columns'
            echo 'list id name current'
        case 'entity list/--jq'
            echo 'text'
        case 'entity list/--template'
            echo 'text'
        case 'password change/-u' 'password change/--user'
            echo 'text'
        case 'password reset/--token'
            echo '?text'
        case 'contact/--json'
            echo '?list support platform contact contracts recovery source'
        case 'contact/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'contact/--columns'
            echo 'list support platform contact contracts recovery source'
        case 'contact/--jq'
            echo 'text'
        case 'contact/--template'
            echo 'text'
        case 'contract list/--json'
            echo '?list number name level begins ends categories hours telephone contact notes id source'
        case 'contract list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'contract list/--columns'
            echo 'list number name level begins ends categories hours telephone contact notes id source'
        case 'contract list/--jq'
            echo 'text'
        case 'contract list/--template'
            echo 'text'
        case 'contract show/--json'
            echo '?list number name level begins ends categories hours telephone contact notes id source'
        case 'contract show/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'contract show/--columns'
            echo 'list number name level begins ends categories hours telephone contact notes id source'
        case 'contract show/--jq'
            echo 'text'
        case 'contract show/--template'
            echo 'text'
        case 'preferences show/--json'
            echo '?list name value where about'
        case 'preferences show/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'preferences show/--columns'
            echo 'list name value where about'
        case 'preferences show/--jq'
            echo 'text'
        case 'preferences show/--template'
            echo 'text'
        case 'config list/--json'
            echo '?list key value source origin default kind values flag variable about wrong'
        case 'config list/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'config list/--columns'
            echo 'list key value source origin default kind values flag variable about wrong'
        case 'config list/--jq'
            echo 'text'
        case 'config list/--template'
            echo 'text'
        case 'config get/--json'
            echo '?list key value source origin default kind values flag variable about wrong'
        case 'config get/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'config get/--columns'
            echo 'list key value source origin default kind values flag variable about wrong'
        case 'config get/--jq'
            echo 'text'
        case 'config get/--template'
            echo 'text'
        case 'doctor/--json'
            echo '?list id status seen repair exitCode milliseconds'
        case 'doctor/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'doctor/--columns'
            echo 'list id status seen repair exitCode milliseconds'
        case 'doctor/--jq'
            echo 'text'
        case 'doctor/--template'
            echo 'text'
        case 'api/-f' 'api/--raw-field'
            echo 'text'
        case 'api/-F' 'api/--field'
            echo 'text'
        case 'api/--input'
            echo 'file'
        case 'api/-o' 'api/--output'
            echo 'file'
        case 'api/--jq'
            echo 'text'
        case 'api/--template'
            echo 'text'
        case 'sandbox start/--port'
            echo 'text'
        case 'sandbox start/--data'
            echo 'folder'
        case 'sandbox start/--glpi'
            echo 'one 10.0 11.0'
        case 'sandbox start/--tickets'
            echo 'text'
        case 'sandbox start/--catalogue'
            echo 'one usual stock off no-stock empty categories many odd'
        case 'sandbox start/--entities'
            echo 'one nested apart'
        case 'sandbox start/--equipment'
            echo 'one one several'
        case 'sandbox start/--password-expired'
            echo 'one alice henri bob teo glpi'
        case 'sandbox start/--sign-in'
            echo 'one no-passwords no-tokens second-factor cas web-server'
        case 'version/--json'
            echo '?list version latest newer released page'
        case 'version/--format'
            echo 'one table tsv csv csv-excel ndjson markdown'
        case 'version/--columns'
            echo 'list version latest newer released page'
        case 'version/--jq'
            echo 'text'
        case 'version/--template'
            echo 'text'
        case '*'
            return 1
    end
end

# What stands at a place behind a command.
function __ipeos_place
    switch "$argv[1]/$argv[2]"
        case 'ticket show/*'
            echo 'live ticket'
        case 'ticket comment/*'
            echo 'live ticket'
        case 'ticket attach/0'
            echo 'live ticket'
        case 'ticket attach/*'
            echo 'file'
        case 'ticket download/0'
            echo 'live ticket'
        case 'ticket download/1'
            echo 'live document'
        case 'ticket accept/*'
            echo 'live ticket'
        case 'ticket refuse/*'
            echo 'live ticket'
        case 'ticket rate/0'
            echo 'live ticket'
        case 'ticket rate/1'
            echo 'text'
        case 'ticket edit/0'
            echo 'live ticket'
        case 'ticket cancel/*'
            echo 'live ticket'
        case 'ticket close/*'
            echo 'live ticket'
        case 'ticket link/0'
            echo 'live ticket'
        case 'ticket link/1'
            echo 'live ticket'
        case 'ticket unlink/0'
            echo 'live ticket'
        case 'ticket unlink/1'
            echo 'live ticket'
        case 'ticket observer add/0'
            echo 'live ticket'
        case 'ticket observer add/*'
            echo 'text'
        case 'ticket observer remove/0'
            echo 'live ticket'
        case 'ticket observer remove/*'
            echo 'text'
        case 'ticket observer mute/0'
            echo 'live ticket'
        case 'ticket observer mute/1'
            echo 'text'
        case 'ticket observer unmute/0'
            echo 'live ticket'
        case 'ticket observer unmute/1'
            echo 'text'
        case 'ticket observer list/0'
            echo 'live ticket'
        case 'ticket leave/0'
            echo 'live ticket'
        case 'ticket watch/*'
            echo 'live ticket'
        case 'ticket wait/*'
            echo 'live ticket'
        case 'ticket export/*'
            echo 'live ticket'
        case 'ticket import/0'
            echo 'file'
        case 'draft show/0'
            echo 'live draft'
        case 'draft send/0'
            echo 'live draft'
        case 'draft delete/*'
            echo 'live draft'
        case 'form show/0'
            echo 'live form'
        case 'faq search/*'
            echo 'text'
        case 'faq show/0'
            echo 'live article'
        case 'faq download/0'
            echo 'live article'
        case 'approval accept/0'
            echo 'text'
        case 'approval refuse/0'
            echo 'text'
        case 'reservation new/0'
            echo 'live reservation-item'
        case 'reservation cancel/0'
            echo 'live reservation'
        case 'account use/0'
            echo 'live account'
        case 'account remove/0'
            echo 'live account'
        case 'profile use/0'
            echo 'live profile'
        case 'entity use/0'
            echo 'live entity'
        case 'password reset/0'
            echo 'text'
        case 'contract show/0'
            echo 'live contract'
        case 'preferences set/0'
            echo 'one language email notify page-length columns'
        case 'preferences set/1'
            echo 'text'
        case 'config get/0'
            echo 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email'
        case 'config set/0'
            echo 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email'
        case 'config set/1'
            echo 'live setting-value'
        case 'config unset/0'
            echo 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email'
        case 'config import/0'
            echo 'file'
        case 'api/0'
            echo 'text'
        case 'api/1'
            echo 'text'
        case 'completion/0'
            echo 'one bash zsh fish powershell'
        case 'help/*'
            echo 'text'
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
