# Completion of ipeos, in the language of whoever types.
switch "$IPEOS_LANG$LC_ALL$LC_MESSAGES$LANG"
    case 'fr*'
        source /usr/share/ipeos/completions/fr/ipeos.fish
    case '*'
        source /usr/share/ipeos/completions/ipeos.fish
end
