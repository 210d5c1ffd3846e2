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
            printf '%s\t%s\n' 'home' 'votre accueil : où en sont vos tickets' \
                'ticket' 'vos tickets : ouvrir, lister, lire, joindre des fichiers' \
                'alert' 'faire d’une alerte de votre supervision un ticket' \
                'draft' 'ce que vous avez saisi et que la plateforme n’a pas encore' \
                'form' 'formulaires du catalogue de services : les lister, les montrer' \
                'faq' 'les réponses déjà écrites : chercher, lire' \
                'approval' 'ce qui attend votre approbation : voir, accepter, refuser' \
                'news' 'lire les annonces du support' \
                'reservation' 'réserver salles et matériel' \
                'login' 'se connecter à la plateforme' \
                'logout' 'terminer la session et oublier les secrets' \
                'whoami' 'dire qui vous êtes sur la plateforme' \
                'account' 'vos comptes : en utiliser un autre, en oublier un, en retrouver un' \
                'profile' 'le profil avec lequel vous utilisez la plateforme' \
                'entity' 'l’entité où vous êtes' \
                'password' 'un mot de passe oublié' \
                'contact' 'comment joindre le support' \
                'contract' 'vos contrats de support' \
                'preferences' 'votre langue, votre adresse, l’aspect des listes' \
                'config' 'vos réglages, et ce que votre organisation distribue' \
                'doctor' 'ce qui marche et ce qui ne marche pas, du réseau à vos tickets' \
                'api' 'appeler l’API de la plateforme, avec votre compte' \
                'sandbox' 'la plateforme embarquée, pour essayer' \
                'completion' 'la complétion des commandes dans votre shell' \
                'version' 'la version d’ipeos, et s’il y en a une plus récente' \
                'help' 'l’aide d’une commande ou d’un sujet'
        case 'ticket'
            printf '%s\t%s\n' 'new' 'ouvrir un ticket' \
                'list' 'lister vos tickets' \
                'show' 'lire un ticket en entier' \
                'history' 'tous les tickets depuis toujours, par année, avec leur durée' \
                'stats' 'combien de tickets, et combien de temps ils prennent' \
                'comment' 'écrire au support sur un ticket' \
                'attach' 'joindre des fichiers à un ticket' \
                'download' 'récupérer les documents d’un ticket' \
                'accept' 'accepter la solution que propose le support' \
                'refuse' 'refuser la solution que propose le support' \
                'rate' 'répondre à l’enquête d’un ticket clos' \
                'edit' 'modifier un ticket où personne n’a encore écrit' \
                'cancel' 'annuler un ticket où personne n’a encore écrit' \
                'close' 'clore un ticket où personne n’a encore écrit' \
                'link' 'lier deux de vos tickets' \
                'unlink' 'défaire le lien entre deux de vos tickets' \
                'observer' 'laisser d’autres suivre un ticket' \
                'leave' 'ne plus suivre le ticket de quelqu’un d’autre' \
                'form' 'montrer le formulaire que la plateforme vous donne' \
                'watch' 'suivre vos tickets, ou l’un d’eux, en direct' \
                'wait' 'attendre que quelque chose arrive à un ticket' \
                'export' 'garder des tickets dans un dossier, avec leur histoire et leurs documents' \
                'import' 'ouvrir beaucoup de tickets d’un coup, depuis un fichier'
        case 'ticket observer'
            printf '%s\t%s\n' 'add' 'laisser quelqu’un suivre un ticket' \
                'remove' 'retirer quelqu’un du suivi d’un ticket' \
                'mute' 'plus de courriels d’un ticket, pour vous ou un observateur' \
                'unmute' 'de nouveau les courriels d’un ticket' \
                'list' 'qui suit un ticket'
        case 'draft'
            printf '%s\t%s\n' 'list' 'lister ce qui n’est pas encore parti' \
                'show' 'afficher un brouillon' \
                'send' 'envoyer ce qui attend : un message, une réponse, des fichiers, ou tout' \
                'delete' 'oublier des brouillons'
        case 'form'
            printf '%s\t%s\n' 'list' 'lister les formulaires que propose le site' \
                'show' 'montrer ce que demande un formulaire'
        case 'faq'
            printf '%s\t%s\n' 'search' 'chercher dans la FAQ' \
                'list' 'lister les articles de la FAQ' \
                'show' 'lire un article' \
                'download' 'récupérer les documents d’un article'
        case 'approval'
            printf '%s\t%s\n' 'list' 'lister ce qui attend votre approbation' \
                'accept' 'approuver ce que le support vous demande' \
                'refuse' 'refuser ce que le support vous demande'
        case 'reservation'
            printf '%s\t%s\n' 'items' 'ce qui peut être réservé' \
                'new' 'réserver' \
                'list' 'vos réservations à venir' \
                'cancel' 'annuler une réservation'
        case 'account'
            printf '%s\t%s\n' 'list' 'lister les comptes dont la connexion est gardée ici' \
                'use' 'utiliser un autre compte désormais' \
                'remove' 'oublier un compte' \
                'recover' 'retrouver votre compte quand tout est perdu'
        case 'profile'
            printf '%s\t%s\n' 'list' 'lister les profils que vous avez' \
                'use' 'passer à un autre profil désormais'
        case 'entity'
            printf '%s\t%s\n' 'list' 'lister les entités où vous pouvez être' \
                'use' 'passer à une autre entité désormais'
        case 'password'
            printf '%s\t%s\n' 'change' 'choisir un nouveau mot de passe' \
                'reset' 'demander un nouveau mot de passe par courriel'
        case 'contract'
            printf '%s\t%s\n' 'list' 'vos contrats de support' \
                'show' 'un contrat : son niveau, ses horaires, ses catégories'
        case 'preferences'
            printf '%s\t%s\n' 'show' 'vos préférences, et où elles sont gardées' \
                'set' 'changer vos préférences'
        case 'config'
            printf '%s\t%s\n' 'list' 'tous les réglages, et d’où vient chacun' \
                'get' 'un réglage : sa valeur, et les valeurs possibles' \
                'set' 'changer un réglage' \
                'unset' 'oublier un réglage' \
                'path' 'où sont vos réglages' \
                'import' 'installer le fichier de votre organisation'
        case 'sandbox'
            printf '%s\t%s\n' 'start' 'démarrer la plateforme embarquée, sur cette machine seulement' \
                'reset' 'oublier tout ce que contient la plateforme embarquée'
        case 'help'
            printf '%s\t%s\n' 'home' 'votre accueil : où en sont vos tickets' \
                'ticket' 'vos tickets : ouvrir, lister, lire, joindre des fichiers' \
                'alert' 'faire d’une alerte de votre supervision un ticket' \
                'draft' 'ce que vous avez saisi et que la plateforme n’a pas encore' \
                'form' 'formulaires du catalogue de services : les lister, les montrer' \
                'faq' 'les réponses déjà écrites : chercher, lire' \
                'approval' 'ce qui attend votre approbation : voir, accepter, refuser' \
                'news' 'lire les annonces du support' \
                'reservation' 'réserver salles et matériel' \
                'login' 'se connecter à la plateforme' \
                'logout' 'terminer la session et oublier les secrets' \
                'whoami' 'dire qui vous êtes sur la plateforme' \
                'account' 'vos comptes : en utiliser un autre, en oublier un, en retrouver un' \
                'profile' 'le profil avec lequel vous utilisez la plateforme' \
                'entity' 'l’entité où vous êtes' \
                'password' 'un mot de passe oublié' \
                'contact' 'comment joindre le support' \
                'contract' 'vos contrats de support' \
                'preferences' 'votre langue, votre adresse, l’aspect des listes' \
                'config' 'vos réglages, et ce que votre organisation distribue' \
                'doctor' 'ce qui marche et ce qui ne marche pas, du réseau à vos tickets' \
                'api' 'appeler l’API de la plateforme, avec votre compte' \
                'sandbox' 'la plateforme embarquée, pour essayer' \
                'completion' 'la complétion des commandes dans votre shell' \
                'version' 'la version d’ipeos, et s’il y en a une plus récente' \
                'help' 'l’aide d’une commande ou d’un sujet' \
                'exit-codes' 'ce que dit le code de sortie d’une commande' \
                'environment' 'les variables d’environnement qui comptent' \
                'formats' 'comment les données sont écrites, et leurs champs' \
                'files' 'les fichiers et les dossiers d’ipeos' \
                'scripting' 'comment utiliser ipeos dans un script'
        case 'help ticket'
            printf '%s\t%s\n' 'new' 'ouvrir un ticket' \
                'list' 'lister vos tickets' \
                'show' 'lire un ticket en entier' \
                'history' 'tous les tickets depuis toujours, par année, avec leur durée' \
                'stats' 'combien de tickets, et combien de temps ils prennent' \
                'comment' 'écrire au support sur un ticket' \
                'attach' 'joindre des fichiers à un ticket' \
                'download' 'récupérer les documents d’un ticket' \
                'accept' 'accepter la solution que propose le support' \
                'refuse' 'refuser la solution que propose le support' \
                'rate' 'répondre à l’enquête d’un ticket clos' \
                'edit' 'modifier un ticket où personne n’a encore écrit' \
                'cancel' 'annuler un ticket où personne n’a encore écrit' \
                'close' 'clore un ticket où personne n’a encore écrit' \
                'link' 'lier deux de vos tickets' \
                'unlink' 'défaire le lien entre deux de vos tickets' \
                'observer' 'laisser d’autres suivre un ticket' \
                'leave' 'ne plus suivre le ticket de quelqu’un d’autre' \
                'form' 'montrer le formulaire que la plateforme vous donne' \
                'watch' 'suivre vos tickets, ou l’un d’eux, en direct' \
                'wait' 'attendre que quelque chose arrive à un ticket' \
                'export' 'garder des tickets dans un dossier, avec leur histoire et leurs documents' \
                'import' 'ouvrir beaucoup de tickets d’un coup, depuis un fichier'
        case 'help ticket observer'
            printf '%s\t%s\n' 'add' 'laisser quelqu’un suivre un ticket' \
                'remove' 'retirer quelqu’un du suivi d’un ticket' \
                'mute' 'plus de courriels d’un ticket, pour vous ou un observateur' \
                'unmute' 'de nouveau les courriels d’un ticket' \
                'list' 'qui suit un ticket'
        case 'help draft'
            printf '%s\t%s\n' 'list' 'lister ce qui n’est pas encore parti' \
                'show' 'afficher un brouillon' \
                'send' 'envoyer ce qui attend : un message, une réponse, des fichiers, ou tout' \
                'delete' 'oublier des brouillons'
        case 'help form'
            printf '%s\t%s\n' 'list' 'lister les formulaires que propose le site' \
                'show' 'montrer ce que demande un formulaire'
        case 'help faq'
            printf '%s\t%s\n' 'search' 'chercher dans la FAQ' \
                'list' 'lister les articles de la FAQ' \
                'show' 'lire un article' \
                'download' 'récupérer les documents d’un article'
        case 'help approval'
            printf '%s\t%s\n' 'list' 'lister ce qui attend votre approbation' \
                'accept' 'approuver ce que le support vous demande' \
                'refuse' 'refuser ce que le support vous demande'
        case 'help reservation'
            printf '%s\t%s\n' 'items' 'ce qui peut être réservé' \
                'new' 'réserver' \
                'list' 'vos réservations à venir' \
                'cancel' 'annuler une réservation'
        case 'help account'
            printf '%s\t%s\n' 'list' 'lister les comptes dont la connexion est gardée ici' \
                'use' 'utiliser un autre compte désormais' \
                'remove' 'oublier un compte' \
                'recover' 'retrouver votre compte quand tout est perdu'
        case 'help profile'
            printf '%s\t%s\n' 'list' 'lister les profils que vous avez' \
                'use' 'passer à un autre profil désormais'
        case 'help entity'
            printf '%s\t%s\n' 'list' 'lister les entités où vous pouvez être' \
                'use' 'passer à une autre entité désormais'
        case 'help password'
            printf '%s\t%s\n' 'change' 'choisir un nouveau mot de passe' \
                'reset' 'demander un nouveau mot de passe par courriel'
        case 'help contract'
            printf '%s\t%s\n' 'list' 'vos contrats de support' \
                'show' 'un contrat : son niveau, ses horaires, ses catégories'
        case 'help preferences'
            printf '%s\t%s\n' 'show' 'vos préférences, et où elles sont gardées' \
                'set' 'changer vos préférences'
        case 'help config'
            printf '%s\t%s\n' 'list' 'tous les réglages, et d’où vient chacun' \
                'get' 'un réglage : sa valeur, et les valeurs possibles' \
                'set' 'changer un réglage' \
                'unset' 'oublier un réglage' \
                'path' 'où sont vos réglages' \
                'import' 'installer le fichier de votre organisation'
        case 'help sandbox'
            printf '%s\t%s\n' 'start' 'démarrer la plateforme embarquée, sur cette machine seulement' \
                'reset' 'oublier tout ce que contient la plateforme embarquée'
        case '*'
            return 1
    end
end

function __ipeos_options
    switch "$argv[1]"
        case ''
            printf '%s\t%s\n' '--version' 'afficher la version' \
                '--account' 'le compte à utiliser, si vous en avez plusieurs' \
                '--profile' 'le profil à prendre pour cet appel' \
                '--entity' 'l’entité où se placer pour cet appel, ou « all » (toutes)' \
                '--url' 'l’adresse de la plateforme' \
                '--sandbox' 'utiliser la plateforme embarquée, pour essayer' \
                '--lang' 'langue' \
                '--no-input' 'ne poser aucune question ; dire ce qui manque' \
                '--color' 'couleurs' \
                '--plain' 'lignes simples pour lecteurs d’écran : rien de dessiné, rien qui bouge' \
                '--quiet' 'rien sur la sortie d’erreur tant que tout va bien' \
                '--no-pager' 'écrire les longs textes en entier, sans le paginateur' \
                '--timeout' 'cesser d’attendre la plateforme après ce délai' \
                '--insecure-storage' 'garder les secrets dans un fichier lisible de vous seul, et non dans le trousseau' \
                '--debug' 'montrer les échanges avec la plateforme, sans aucun secret' \
                '--help' 'afficher cette aide'
        case 'home'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket new'
            printf '%s\t%s\n' '--form' 'le formulaire du site à remplir : son nom, une partie du nom, ou son numéro (« ipeos form list »)' \
                '--answer' 'la réponse à une question du formulaire, par son libellé ; une par valeur, @FICHIER pour un fichier' \
                '--answers' 'les réponses, lues dans un fichier, ou sur l’entrée standard avec - ; « ipeos form show NOM --answers-template » en écrit un, vide' \
                '--urgency' 'urgence : très basse, basse, moyenne, haute, très haute, ou de 1 à 5' \
                '--notify' 'm’informer des suites données, par courriel' \
                '--no-notify' 'ne pas m’informer' \
                '--email' 'l’adresse où m’informer' \
                '--about' 'le matériel concerné : son nom, Computer:3, ou this-machine (cette machine) ; peut se répéter' \
                '--observer' 'une personne ou un groupe qui pourra suivre le ticket : son nom, ou une adresse si le formulaire en prend ; peut se répéter' \
                '--silent-observer' 'comme --observer, mais sans lui envoyer de courriels ; pas par un formulaire d’un site GLPI 11' \
                '--location' 'le lieu concerné : son nom, une partie du nom, ou son numéro' \
                '--on-behalf-of' 'la personne concernée par la demande : son nom, si le formulaire du site permet de l’envoyer pour elle' \
                '--category' 'la catégorie : son nom, une partie du nom, ou son numéro' \
                '--title' 'le titre' \
                '--description' 'la description ; une image se place où se trouve ![](capture.png)' \
                '--description-file' 'la description, lue dans un fichier, ou sur l’entrée standard avec -' \
                '--attach' 'un fichier à joindre, ou presse-papiers ; peut se répéter' \
                '--attach-name' 'nom d’un fichier qui n’en a pas, comme celui de l’entrée standard (--attach -) ou d’un tube' \
                '--type' 'incident (sauf avis contraire) ou demande' \
                '--related' 'le lier à un autre de vos tickets : son numéro, ou son adresse' \
                '--dedupe' 'un seul ticket pour ce qui se répète : tant qu’un ticket de cette clé est ouvert, le texte et les fichiers s’y ajoutent (résolu ou clos : un nouveau)' \
                '--dedupe-every' 'avec --dedupe : un texte, même différent, qui suit le dernier de moins de ce temps (1h, 30m) est compté sans être envoyé, ses fichiers non plus ; le suivant dit combien' \
                '--best-effort' 'dans un script : ouvrir le ticket quoi qu’il manque par ailleurs, réglages compris, et l’y écrire ; une ligne qui n’a pas de sens (-F - avec --attach -) est toujours refusée' \
                '--resume' 'reprendre une demande inachevée : la dernière, ou celle de ce numéro' \
                '--yes' 'envoyer sans demander confirmation, ni ce qui est facultatif' \
                '--dry-run' 'montrer ce qui partirait, sans rien envoyer' \
                '--web' 'ouvrir plutôt le formulaire de la plateforme dans le navigateur' \
                '--no-suggest' 'sans proposer d’articles de la FAQ' \
                '--refresh' 'relire le formulaire sur la plateforme' \
                '--json' 'en JSON : le ticket ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket list'
            printf '%s\t%s\n' '--status' 'statut, en anglais ou tel que la liste l’affiche (pris en charge) ; plusieurs fois, ou avec des virgules ; open : ce qui n’est pas clos' \
                '--urgency' 'urgence, ou 1 à 5 ; plusieurs fois, ou avec des virgules' \
                '--type' 'sorte de ticket (request : une demande) ; plusieurs fois, ou avec des virgules' \
                '--category' 'catégorie, et celles qu’elle contient : numéro, nom ou partie du nom' \
                '--search' 'texte à chercher dans les titres et les descriptions' \
                '--since' 'modifiés depuis : 2026-03-01, 7d, « 2 semaines »…' \
                '--until' 'modifiés jusqu’à ce moment : de même' \
                '--awaiting-me' 'ceux dont la solution attend votre réponse' \
                '--to-rate' 'ceux, clos, dont l’enquête attend votre note' \
                '--observed' 'ceux dont vous n’êtes qu’observateur' \
                '--overdue' 'ceux qui devraient déjà être résolus' \
                '--sort' 'trier par, suivi de :asc ou :desc au besoin' \
                '--limit' 'combien au plus (30)' \
                '--all' 'toute la liste, par numéro sauf avis contraire de --sort ; les tickets clos n’y sont qu’avec --status all' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket show'
            printf '%s\t%s\n' '--web' 'ouvrir sa page dans le navigateur' \
                '--html' 'écrire une seule page HTML, à imprimer : elle se suffit et ne charge rien' \
                '--output' 'fichier de cette page, « nom (2) » s’il existe déjà ; - pour la sortie standard' \
                '--force' 'avec -o, écraser le fichier du même nom' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket history'
            printf '%s\t%s\n' '--since' 'ouverts depuis : 2026-01-01, 90d, « 6 mois »…' \
                '--until' 'ouverts jusqu’à ce moment : de même' \
                '--limit' 'combien au plus ; tous sans cette option' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket stats'
            printf '%s\t%s\n' '--since' 'ouverts depuis : 2026-01-01, 90d, « 6 mois »…' \
                '--until' 'ouverts jusqu’à ce moment : de même' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket comment'
            printf '%s\t%s\n' '--message' 'ce qu’il faut écrire ; une image se place où se trouve ![](capture.png)' \
                '--message-file' 'ce qu’il faut écrire, lu dans un fichier, ou sur l’entrée standard avec -' \
                '--attach' 'un fichier à joindre, ou presse-papiers ; peut se répéter' \
                '--attach-name' 'nom d’un fichier qui n’en a pas, comme celui de l’entrée standard (--attach -) ou d’un tube' \
                '--accept' 'accepter du même coup la solution qui attend' \
                '--reopen' 'refuser du même coup la solution qui attend, ce qui rouvre le ticket' \
                '--json' 'en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket attach'
            printf '%s\t%s\n' '--attach-name' 'nom d’un fichier qui n’en a pas, comme celui de l’entrée standard (--attach -) ou d’un tube' \
                '--accept' 'accepter du même coup la solution qui attend' \
                '--reopen' 'refuser du même coup la solution qui attend, ce qui rouvre le ticket' \
                '--json' 'en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket download'
            printf '%s\t%s\n' '--all' 'tous les documents du ticket, et les images du texte' \
                '--inline' 'les images placées dans les textes ; avec un document, l’image de ce numéro' \
                '--output' 'le dossier où les mettre, créé au besoin (le dossier courant) ; - écrit un seul document sur la sortie standard' \
                '--force' 'écraser les fichiers du même nom ; avec -o -, écrire sur un terminal ce qui n’est pas du texte' \
                '--open' 'ouvrir le document dans le logiciel prévu pour lui ; jamais s’il peut être lui-même un programme' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket accept'
            printf '%s\t%s\n' '--message' 'un mot pour le support' \
                '--yes' 'sans demander confirmation' \
                '--attach' 'un fichier à joindre, ou presse-papiers ; peut se répéter' \
                '--attach-name' 'nom d’un fichier qui n’en a pas, comme celui de l’entrée standard (--attach -) ou d’un tube' \
                '--json' 'en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket refuse'
            printf '%s\t%s\n' '--message' 'la raison : ce qui ne va toujours pas' \
                '--attach' 'un fichier à joindre, ou presse-papiers ; peut se répéter' \
                '--attach-name' 'nom d’un fichier qui n’en a pas, comme celui de l’entrée standard (--attach -) ou d’un tube' \
                '--json' 'en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket rate'
            printf '%s\t%s\n' '--message' 'un mot à ce sujet' \
                '--json' 'afficher ce que la plateforme a désormais, en JSON' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket edit'
            printf '%s\t%s\n' '--title' 'le nouveau titre' \
                '--description' 'la nouvelle description' \
                '--description-file' 'la nouvelle description, lue dans un fichier, ou sur l’entrée standard avec -' \
                '--urgency' 'la nouvelle urgence : très basse, basse, moyenne, haute, très haute, ou de 1 à 5' \
                '--category' 'la nouvelle catégorie : son nom, une partie du nom, ou son numéro' \
                '--drop-images' 'abandonner les images que la nouvelle description ne nomme pas' \
                '--json' 'en JSON : le ticket ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket cancel'
            printf '%s\t%s\n' '--yes' 'sans demander confirmation'
        case 'ticket close'
            printf '%s\t%s\n' '--yes' 'sans demander confirmation'
        case 'ticket link'
            printf '%s\t%s\n' '--duplicate' 'le premier est un doublon du second' \
                '--child' 'le premier fait partie du second' \
                '--parent' 'le second fait partie du premier' \
                '--json' 'en JSON : le lien ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket unlink'
            printf '%s\t%s\n' '--json' 'en JSON : le lien ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket observer add'
            printf '%s\t%s\n' '--no-notify' 'sans courriels' \
                '--json' 'en JSON : ceux qui l’observent désormais ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket observer remove'
            printf '%s\t%s\n' '--json' 'en JSON : ceux qui l’observent désormais ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket observer mute'
            printf '%s\t%s\n' '--json' 'en JSON : ceux qui l’observent désormais ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket observer unmute'
            printf '%s\t%s\n' '--json' 'en JSON : ceux qui l’observent désormais ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket observer list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket leave'
            printf '%s\t%s\n' '--yes' 'sans demander confirmation'
        case 'ticket form'
            printf '%s\t%s\n' '--category' 'tel qu’il est pour cette catégorie, qui peut avoir son propre gabarit (GLPI 10)' \
                '--type' 'tel qu’il est pour ce type : incident ou demande' \
                '--refresh' 'le relire sur la plateforme' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket watch'
            printf '%s\t%s\n' '--interval' 'temps entre deux vérifications quand il se passe quelque chose : 30s (par défaut), 2m… ; 5s au moins' \
                '--bell' 'sonner à chaque événement' \
                '--exec' 'commande à lancer à chaque événement, par le shell : l’événement en JSON sur son entrée standard, IPEOS_EVENT et IPEOS_TICKET dans son environnement ; ce qu’elle affiche va sur la sortie d’erreur' \
                '--json' 'chaque événement sur une ligne de JSON ; ces champs seulement, s’il y en a' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket wait'
            printf '%s\t%s\n' '--until' 'ce qui doit arriver' \
                '--any' 'de plusieurs tickets, le premier suffit ; sans elle, il les faut tous' \
                '--timeout' 'combien de temps attendre au plus : 90s, 10m, 2h ou 1d ; 0 : une seule vérification ; sans cette option, aussi longtemps qu’il faut' \
                '--interval' 'temps entre deux vérifications quand il se passe quelque chose : 30s (par défaut), 2m… ; 5s au moins' \
                '--json' 'en JSON : comment l’attente a fini, une liste pour plusieurs tickets ; avec ces champs seulement, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket export'
            printf '%s\t%s\n' '--all' 'tous les tickets, même clos' \
                '--output' 'dossier où les garder' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'ticket import'
            printf '%s\t%s\n' '--resume' 'reprendre un import inachevé : le dernier, ou celui de ce numéro' \
                '--discard' 'oublier un import inachevé ; les tickets déjà créés restent' \
                '--form' 'le formulaire du site par lequel part chaque ligne : ses questions sont des colonnes' \
                '--key' 'colonne à laquelle une ligne se reconnaît' \
                '--again' 'ouvrir les tickets de toutes les lignes, même déjà importées' \
                '--report' 'récrire les lignes, chacune avec ticket, adresse, résultat et erreur, dans ce fichier (- pour la sortie standard)' \
                '--dry-run' 'vérifier le fichier, dire quelles lignes sont déjà là, et ne rien envoyer' \
                '--yes' 'envoyer sans demander de confirmation' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'alert'
            printf '%s\t%s\n' '--input' 'un fichier à la place de l’entrée standard' \
                '--format' 'sous quelle forme ; auto, par défaut, regarde d’abord les variables, puis le JSON' \
                '--map' 'où se trouvent title, text, fingerprint, state, severity, alerts dans un JSON à vous (title=.check.name,alerts=.items), et quels états disent que c’est fini (recovered=ok|closed) ; plusieurs fois' \
                '--map-file' 'la même chose dans un fichier, un objet JSON de ces noms' \
                '--accept-recovery' 'quand le problème est terminé et qu’une solution attend sur son ticket, l’accepter, ce qui clôt le ticket' \
                '--dedupe-every' 'une alerte qui dit la même chose que la dernière, moins de ce temps après elle (1h, 30m), est comptée sans être envoyée ; la suivante dit combien' \
                '--urgency' 'celle des tickets ouverts ; par défaut selon la gravité : critical et down sont très hautes, error haute, warning moyenne, info basse' \
                '--category' 'la catégorie : son nom, une partie du nom, ou son numéro' \
                '--about' 'le matériel concerné : son nom, Computer:3, ou this-machine (cette machine)' \
                '--type' 'incident (sauf avis contraire) ou demande' \
                '--notify' 'm’informer des suites données, par courriel' \
                '--no-notify' 'ne pas m’informer' \
                '--email' 'l’adresse où m’informer' \
                '--dry-run' 'montrer ce que dit chaque alerte et ce qu’elle deviendrait ; ne rien envoyer' \
                '--json' 'ce qu’est devenue chaque alerte : fingerprint, action, ticket… ; ou ces seuls champs (a,b,c)' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'draft list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'draft show'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'draft send'
            printf '%s\t%s\n' '--all' 'tout ce qui attend, tickets et imports compris ; code 7 s’il en reste' \
                '--again' 'des réponses à un formulaire restées sans réponse, et qui ne se retrouvent pas : encore une fois, quitte à ce que le site les ait déjà'
        case 'draft delete'
            printf '%s\t%s\n' '--yes' 'sans demander confirmation'
        case 'form list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'form show'
            printf '%s\t%s\n' '--web' 'l’ouvrir dans le navigateur' \
                '--answers-template' 'écrire un fichier de réponses à remplir, pour ticket new --answers' \
                '--answers-schema' 'écrire le schéma JSON d’un tel fichier (--json-schema est celui de ce qu’écrit --json)' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'faq search'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'faq list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'faq show'
            printf '%s\t%s\n' '--web' 'l’ouvrir dans le navigateur' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'faq download'
            printf '%s\t%s\n' '--output' 'le dossier où les mettre, créé au besoin (le dossier courant) ; - écrit un seul document sur la sortie standard' \
                '--force' 'écraser les fichiers du même nom ; avec -o -, écrire sur un terminal ce qui n’est pas du texte'
        case 'approval list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'approval accept'
            printf '%s\t%s\n' '--message' 'un mot à ce sujet' \
                '--json' 'afficher ce que la plateforme a désormais, en JSON' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'approval refuse'
            printf '%s\t%s\n' '--message' 'pourquoi ; la plateforme n’accepte pas de refus sans raison' \
                '--json' 'afficher ce que la plateforme a désormais, en JSON' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'news'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'reservation items'
            printf '%s\t%s\n' '--on' 'le jour à regarder : demain, lundi, 12/01/2027' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'reservation new'
            printf '%s\t%s\n' '--from' 'quand elle commence : demain 14h, lundi 9h30' \
                '--to' 'quand elle finit : 16h, demain midi, +2h' \
                '--for' 'combien de temps elle dure : 2h, 1h30, 3 jours' \
                '--comment' 'à quoi elle sert' \
                '--every' 'la répéter chaque jour ou chaque semaine' \
                '--until' 'le dernier jour où elle se répète ; +4 semaines : après la première' \
                '--yes' 'sans demander confirmation' \
                '--json' 'les réservations en JSON ; de ces champs, s’il y en a de nommés' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'reservation list'
            printf '%s\t%s\n' '--all' 'celles de tout le monde' \
                '--past' 'celles de l’année passée' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'reservation cancel'
            printf '%s\t%s\n' '--yes' 'sans demander confirmation'
        case 'login'
            printf '%s\t%s\n' '--user' 'votre identifiant sur la plateforme' \
                '--password-stdin' 'lire le mot de passe sur l’entrée standard' \
                '--token-stdin' 'lire un jeton personnel (Préférences → Clés d’accès distant, sur le site) sur l’entrée standard' \
                '--web' 'prendre le jeton sur sa page, qui s’ouvre : pour l’authentification unique, ou un second facteur' \
                '--save-token' 'garder un jeton personnel du site plutôt que le mot de passe, créé au besoin' \
                '--app-token' 'le jeton d’application que certaines plateformes demandent (ou IPEOS_APP_TOKEN)' \
                '--allow-http' 'accepter une plateforme sans chiffrement (http)'
        case 'logout'
            printf '%s\t%s\n' '--all' 'tous vos comptes, sur toutes les plateformes' \
                '--revoke' 'révoquer d’abord votre jeton sur le site : plus aucun programme ne peut s’en servir'
        case 'whoami'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'account list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'account remove'
            printf '%s\t%s\n' '--yes' 'ne pas demander confirmation'
        case 'account recover'
            printf '%s\t%s\n' '--name' 'votre prénom et votre nom' \
                '--organisation' 'l’organisation pour laquelle vous travaillez' \
                '--contract' 'le numéro de votre contrat de support, si vous le connaissez' \
                '--phone' 'un numéro de téléphone où le support peut vous joindre' \
                '--email' 'une adresse de courriel où le support peut vous joindre' \
                '--lost' 'ce que vous avez perdu' \
                '--by' 'comment part la demande'
        case 'profile list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'entity list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'entity use'
            printf '%s\t%s\n' '--alone' 'celle-ci seulement, sans les entités en dessous'
        case 'password change'
            printf '%s\t%s\n' '--user' 'l’identifiant sur la plateforme ; par défaut, celui du compte utilisé' \
                '--password-stdin' 'lire le mot de passe actuel et le nouveau sur l’entrée standard, un par ligne'
        case 'password reset'
            printf '%s\t%s\n' '--token' 'choisir le nouveau mot de passe, avec le lien ou le code reçu, qui est demandé' \
                '--token-stdin' 'lire le lien ou le code reçu sur l’entrée standard' \
                '--password-stdin' 'lire le nouveau mot de passe sur l’entrée standard'
        case 'contact'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'contract list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'contract show'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'preferences show'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'config list'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'config get'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'config import'
            printf '%s\t%s\n' '--yes' 'l’installer sans demander'
        case 'doctor'
            printf '%s\t%s\n' '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'api'
            printf '%s\t%s\n' '--raw-field' 'un champ, en texte ; imbriqué : input[name]=x ; dans l’adresse avec GET, sinon dans le corps (répétable)' \
                '--field' 'un champ où true, false, null et les entiers sont tels ; @FICHIER : son contenu ; POST Document : file=@FICHIER l’envoie' \
                '--input' 'le corps : un fichier JSON, ou - pour l’entrée standard ; les champs vont alors dans l’adresse' \
                '--paginate' 'toutes les pages d’une liste, en une seule' \
                '--ndjson' 'avec --paginate : un élément par ligne' \
                '--include' 'afficher aussi le code et les en-têtes, sans les secrets' \
                '--output' 'garder la réponse dans ce fichier ; aucun n’est jamais écrasé' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)'
        case 'sandbox start'
            printf '%s\t%s\n' '--port' 'port (8470 s’il est libre) ; 0 en prend un libre' \
                '--data' 'dossier de ses données' \
                '--glpi' 'à quel GLPI ressembler' \
                '--tickets' 'ajouter tant de tickets, pour mesurer les listes' \
                '--catalogue' 'ce que contient le catalogue de GLPI 11' \
                '--entities' 'place des sociétés dans un nouveau dossier : ACME sous IPEOS, ou à côté (d’ordinaire)' \
                '--equipment' 'ce qu’alice a dans un nouveau dossier : un ordinateur (d’ordinaire en 11.0), ou aussi un téléphone, une imprimante… (10.0)' \
                '--password-policy' 'exiger des nouveaux mots de passe 8 caractères, de toutes les sortes' \
                '--password-expired' 'le mot de passe de ce compte a expiré' \
                '--sign-in' 'façon d’entrer : sans mot de passe ou sans jeton, second facteur, authentification unique (de bob)'
        case 'sandbox reset'
            printf '%s\t%s\n' '--yes' 'ne pas demander confirmation'
        case 'version'
            printf '%s\t%s\n' '--check' 'regarder s’il y a une version plus récente' \
                '--json' 'en JSON : tous les champs, ou ceux qui sont nommés (id,title…)' \
                '--format' 'sous quelle forme' \
                '--columns' 'ces colonnes seulement, dans cet ordre' \
                '--jq' 'afficher ce que cette expression jq fait du JSON ; jq n’a pas besoin d’être installé' \
                '--template' 'afficher le JSON selon ce modèle Go (voir ipeos help formats)' \
                '--json-schema' 'afficher le schéma JSON de ce que donne --json, sans rien faire d’autre'
        case 'help'
            printf '%s\t%s\n' '--man' 'sa page de manuel, à montrer par man : ipeos help --man ticket new | man -l -'
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
            echo 'one jour semaine'
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
