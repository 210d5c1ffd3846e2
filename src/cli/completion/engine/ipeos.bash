# Completion of ipeos for bash, from 3.2 on (macOS has that one). To load it: source <(ipeos completion bash)

# _ipeos_step COMMAND WORD: the command that the word names there.
_ipeos_step() {
  case "$1/$2" in
#steps#
    *) return 1 ;;
  esac
}

# _ipeos_commands COMMAND: the words that may follow.
_ipeos_commands() {
  case $1 in
#commands#
    *) REPLY='' ;;
  esac
}

_ipeos_options() {
  case $1 in
#options#
    *) REPLY='' ;;
  esac
}

# _ipeos_value COMMAND OPTION: what the option takes; fails for one that takes nothing.
_ipeos_value() {
  case "$1/$2" in
#values#
    *) return 1 ;;
  esac
}

# _ipeos_place COMMAND N: what stands at place N behind the command.
_ipeos_place() {
  case "$1/$2" in
#places#
    *) return 1 ;;
  esac
}

# The words up to the cursor as a person sees them: bash cuts them at : = > and the like as well.
_ipeos_words() {
  local rest=$COMP_LINE part trimmed i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${COMP_WORDS[i]}
    trimmed=${rest#"${rest%%[![:space:]]*}"}
    if ((i > 0)) && [[ -n $part && $trimmed == "$rest" ]]; then
      words[${#words[@]} - 1]+=$part
    else
      words[${#words[@]}]=$part
    fi
    rest=${trimmed#"$part"}
  done
}

# _ipeos_offer CURRENT BROKEN SOURCE: what may stand for the current word; BROKEN: the part of it that bash looks at.
_ipeos_offer() {
  local cur=$1 broken=$2 source=$3 head='' quote='' value about
  local -a values=() abouts=()
  case $source in
    file | folder)
      if type compopt >/dev/null 2>&1; then
        [[ $source == file ]] && compopt -o default || compopt -o dirnames
        return
      fi
      while IFS= read -r value; do COMPREPLY[${#COMPREPLY[@]}]=$value; done < <(
        [[ $source == file ]] && compgen -f -- "$broken" || compgen -d -- "$broken"
      )
      return
      ;;
    one\ *) for value in ${source#one }; do values[${#values[@]}]=$value; done ;;
    list\ *)
      [[ $cur == *,* ]] && head=${cur%,*},
      for value in ${source#list }; do
        [[ ,$head == *",$value,"* ]] || values[${#values[@]}]=$head$value
      done
      type compopt >/dev/null 2>&1 && compopt -o nospace
      ;;
    live\ *)
      case $cur in
        \'*) quote=\' cur=${cur#?} ;;
        \"*) quote=\" cur=${cur#?} ;;
        *) cur=${cur//\\/} ;;
      esac
      while IFS=$'\t' read -r value about; do
        values[${#values[@]}]=$value
        abouts[${#abouts[@]}]=$about
      done < <(_ipeos_ask "${source#live }" "$cur")
      ;;
  esac
  local skipped=${1%"$broken"} i shown
  for ((i = 0; i < ${#values[@]}; i++)); do
    value=${values[i]}
    [[ $value == "$cur"* ]] || continue
    case $quote in
      \') shown=${value//\'/\'\\\'\'} ;;
      \") shown=${value//\\/\\\\} shown=${shown//\"/\\\"} shown=${shown//$/\\$} shown=${shown//${backquote}/\\${backquote}} ;;
      *) [[ $source == live* ]] && printf -v shown %q "$value" || shown=$value ;;
    esac
    # The answer comes right behind the name of its question.
    [[ $value == *= ]] && type compopt >/dev/null 2>&1 && compopt -o nospace
    shown=${shown#"$skipped"}
    # Only while bash lists them: what stands behind would be put on the line otherwise.
    case ${COMP_TYPE-} in
      33 | 63 | 64) [[ -n ${abouts[i]-} ]] && shown+="  (${abouts[i]})" ;;
    esac
    COMPREPLY[${#COMPREPLY[@]}]=$shown
  done
  # The last one that is left is what is meant.
  ((${#COMPREPLY[@]} == 1)) && COMPREPLY[0]=${COMPREPLY[0]%%  (*}
}

_ipeos_ask() {
  local program=ipeos
  [[ ${words[0]} == */* ]] && program=${words[0]}
  command "$program" __complete "$1=$2" "${words[@]:1:${#words[@]}-2}" 2>/dev/null </dev/null
}

_ipeos_list() {
  local value
  for value in $2; do
    [[ $value == "$1"* ]] && COMPREPLY[${#COMPREPLY[@]}]=$value
  done
}

_ipeos() {
  local -a words
  local REPLY='' command='' place=0 wanted='' rest='' word i
  local backquote='`'
  COMPREPLY=()
  _ipeos_words
  local last=$((${#words[@]} - 1))
  local cur=${words[last]} broken=$2
  for ((i = 1; i < last; i++)); do
    word=${words[i]}
    if [[ -n $wanted && ! ($wanted == \?* && $word == -*) ]]; then
      wanted=''
      continue
    fi
    wanted=''
    if [[ -n $rest ]]; then
      place=$((place + 1))
    elif [[ $word == -- ]]; then
      rest=yes
    elif [[ $word == -* ]]; then
      [[ $word != *=* ]] && { _ipeos_value "$command" "$word" || _ipeos_value '' "$word"; } && wanted=$REPLY
    elif _ipeos_step "$command" "$word"; then
      command=$REPLY
    else
      place=$((place + 1))
    fi
  done
  if [[ -n $wanted && ! ($wanted == \?* && $cur == -*) ]]; then
    _ipeos_offer "$cur" "$broken" "${wanted#\?}"
  elif [[ -z $rest && $cur == --*=* ]]; then
    _ipeos_value "$command" "${cur%%=*}" || _ipeos_value '' "${cur%%=*}" || return 0
    _ipeos_offer "${cur#*=}" "${broken#"${cur%%=*}="}" "${REPLY#\?}"
  elif [[ -z $rest && $cur == -* ]]; then
    _ipeos_options "$command"
    _ipeos_list "$cur" "$REPLY"
    [[ -n $command ]] && _ipeos_options '' && _ipeos_list "$cur" "$REPLY"
  elif _ipeos_commands "$command" && [[ -n $REPLY ]]; then
    _ipeos_list "$cur" "$REPLY"
  elif _ipeos_place "$command" "$place"; then
    _ipeos_offer "$cur" "$broken" "$REPLY"
  fi
  return 0
}

complete -F _ipeos ipeos
