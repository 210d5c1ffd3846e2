# Completion of ipeos, in the language of whoever types.
case "${IPEOS_LANG:-${LC_ALL:-${LC_MESSAGES:-$LANG}}}" in
  fr*) . /usr/share/ipeos/completions/fr/ipeos.bash ;;
  *) . /usr/share/ipeos/completions/ipeos.bash ;;
esac
