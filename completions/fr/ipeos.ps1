# Completion of ipeos for PowerShell (5.1, 7). To load it, in $PROFILE: ipeos completion powershell | Out-String | Invoke-Expression

# The command that a word names under another.
function Step-Ipeos([string] $Command, [string] $Word) {
  switch -Exact -CaseSensitive ("$Command/$Word") {
    '/home' { return 'home' }
    '/ticket' { return 'ticket' }
    '/alert' { return 'alert' }
    '/draft' { return 'draft' }
    '/form' { return 'form' }
    '/catalog' { return 'form' }
    '/faq' { return 'faq' }
    '/approval' { return 'approval' }
    '/news' { return 'news' }
    '/reservation' { return 'reservation' }
    '/login' { return 'login' }
    '/logout' { return 'logout' }
    '/whoami' { return 'whoami' }
    '/account' { return 'account' }
    '/profile' { return 'profile' }
    '/entity' { return 'entity' }
    '/password' { return 'password' }
    '/contact' { return 'contact' }
    '/contract' { return 'contract' }
    '/preferences' { return 'preferences' }
    '/config' { return 'config' }
    '/doctor' { return 'doctor' }
    '/api' { return 'api' }
    '/sandbox' { return 'sandbox' }
    '/completion' { return 'completion' }
    '/version' { return 'version' }
    '/help' { return 'help' }
    'ticket/new' { return 'ticket new' }
    'ticket/list' { return 'ticket list' }
    'ticket/ls' { return 'ticket list' }
    'ticket/show' { return 'ticket show' }
    'ticket/history' { return 'ticket history' }
    'ticket/stats' { return 'ticket stats' }
    'ticket/comment' { return 'ticket comment' }
    'ticket/attach' { return 'ticket attach' }
    'ticket/download' { return 'ticket download' }
    'ticket/accept' { return 'ticket accept' }
    'ticket/refuse' { return 'ticket refuse' }
    'ticket/rate' { return 'ticket rate' }
    'ticket/edit' { return 'ticket edit' }
    'ticket/cancel' { return 'ticket cancel' }
    'ticket/close' { return 'ticket close' }
    'ticket/link' { return 'ticket link' }
    'ticket/unlink' { return 'ticket unlink' }
    'ticket/observer' { return 'ticket observer' }
    'ticket/leave' { return 'ticket leave' }
    'ticket/form' { return 'ticket form' }
    'ticket/watch' { return 'ticket watch' }
    'ticket/wait' { return 'ticket wait' }
    'ticket/export' { return 'ticket export' }
    'ticket/import' { return 'ticket import' }
    'ticket observer/add' { return 'ticket observer add' }
    'ticket observer/remove' { return 'ticket observer remove' }
    'ticket observer/rm' { return 'ticket observer remove' }
    'ticket observer/mute' { return 'ticket observer mute' }
    'ticket observer/unmute' { return 'ticket observer unmute' }
    'ticket observer/list' { return 'ticket observer list' }
    'ticket observer/ls' { return 'ticket observer list' }
    'draft/list' { return 'draft list' }
    'draft/ls' { return 'draft list' }
    'draft/show' { return 'draft show' }
    'draft/send' { return 'draft send' }
    'draft/delete' { return 'draft delete' }
    'form/list' { return 'form list' }
    'form/ls' { return 'form list' }
    'form/show' { return 'form show' }
    'faq/search' { return 'faq search' }
    'faq/list' { return 'faq list' }
    'faq/ls' { return 'faq list' }
    'faq/show' { return 'faq show' }
    'faq/download' { return 'faq download' }
    'approval/list' { return 'approval list' }
    'approval/ls' { return 'approval list' }
    'approval/accept' { return 'approval accept' }
    'approval/refuse' { return 'approval refuse' }
    'reservation/items' { return 'reservation items' }
    'reservation/new' { return 'reservation new' }
    'reservation/list' { return 'reservation list' }
    'reservation/ls' { return 'reservation list' }
    'reservation/cancel' { return 'reservation cancel' }
    'account/list' { return 'account list' }
    'account/ls' { return 'account list' }
    'account/use' { return 'account use' }
    'account/remove' { return 'account remove' }
    'account/recover' { return 'account recover' }
    'profile/list' { return 'profile list' }
    'profile/ls' { return 'profile list' }
    'profile/use' { return 'profile use' }
    'entity/list' { return 'entity list' }
    'entity/ls' { return 'entity list' }
    'entity/use' { return 'entity use' }
    'password/change' { return 'password change' }
    'password/reset' { return 'password reset' }
    'contract/list' { return 'contract list' }
    'contract/ls' { return 'contract list' }
    'contract/show' { return 'contract show' }
    'preferences/show' { return 'preferences show' }
    'preferences/set' { return 'preferences set' }
    'config/list' { return 'config list' }
    'config/ls' { return 'config list' }
    'config/get' { return 'config get' }
    'config/set' { return 'config set' }
    'config/unset' { return 'config unset' }
    'config/path' { return 'config path' }
    'config/import' { return 'config import' }
    'sandbox/start' { return 'sandbox start' }
    'sandbox/reset' { return 'sandbox reset' }
    'help/home' { return 'help home' }
    'help/ticket' { return 'help ticket' }
    'help/alert' { return 'help alert' }
    'help/draft' { return 'help draft' }
    'help/form' { return 'help form' }
    'help/faq' { return 'help faq' }
    'help/approval' { return 'help approval' }
    'help/news' { return 'help news' }
    'help/reservation' { return 'help reservation' }
    'help/login' { return 'help login' }
    'help/logout' { return 'help logout' }
    'help/whoami' { return 'help whoami' }
    'help/account' { return 'help account' }
    'help/profile' { return 'help profile' }
    'help/entity' { return 'help entity' }
    'help/password' { return 'help password' }
    'help/contact' { return 'help contact' }
    'help/contract' { return 'help contract' }
    'help/preferences' { return 'help preferences' }
    'help/config' { return 'help config' }
    'help/doctor' { return 'help doctor' }
    'help/api' { return 'help api' }
    'help/sandbox' { return 'help sandbox' }
    'help/completion' { return 'help completion' }
    'help/version' { return 'help version' }
    'help/help' { return 'help help' }
    'help/exit-codes' { return 'help exit-codes' }
    'help/environment' { return 'help environment' }
    'help/formats' { return 'help formats' }
    'help/files' { return 'help files' }
    'help/scripting' { return 'help scripting' }
    'help ticket/new' { return 'help ticket new' }
    'help ticket/list' { return 'help ticket list' }
    'help ticket/show' { return 'help ticket show' }
    'help ticket/history' { return 'help ticket history' }
    'help ticket/stats' { return 'help ticket stats' }
    'help ticket/comment' { return 'help ticket comment' }
    'help ticket/attach' { return 'help ticket attach' }
    'help ticket/download' { return 'help ticket download' }
    'help ticket/accept' { return 'help ticket accept' }
    'help ticket/refuse' { return 'help ticket refuse' }
    'help ticket/rate' { return 'help ticket rate' }
    'help ticket/edit' { return 'help ticket edit' }
    'help ticket/cancel' { return 'help ticket cancel' }
    'help ticket/close' { return 'help ticket close' }
    'help ticket/link' { return 'help ticket link' }
    'help ticket/unlink' { return 'help ticket unlink' }
    'help ticket/observer' { return 'help ticket observer' }
    'help ticket/leave' { return 'help ticket leave' }
    'help ticket/form' { return 'help ticket form' }
    'help ticket/watch' { return 'help ticket watch' }
    'help ticket/wait' { return 'help ticket wait' }
    'help ticket/export' { return 'help ticket export' }
    'help ticket/import' { return 'help ticket import' }
    'help ticket observer/add' { return 'help ticket observer add' }
    'help ticket observer/remove' { return 'help ticket observer remove' }
    'help ticket observer/mute' { return 'help ticket observer mute' }
    'help ticket observer/unmute' { return 'help ticket observer unmute' }
    'help ticket observer/list' { return 'help ticket observer list' }
    'help draft/list' { return 'help draft list' }
    'help draft/show' { return 'help draft show' }
    'help draft/send' { return 'help draft send' }
    'help draft/delete' { return 'help draft delete' }
    'help form/list' { return 'help form list' }
    'help form/show' { return 'help form show' }
    'help faq/search' { return 'help faq search' }
    'help faq/list' { return 'help faq list' }
    'help faq/show' { return 'help faq show' }
    'help faq/download' { return 'help faq download' }
    'help approval/list' { return 'help approval list' }
    'help approval/accept' { return 'help approval accept' }
    'help approval/refuse' { return 'help approval refuse' }
    'help reservation/items' { return 'help reservation items' }
    'help reservation/new' { return 'help reservation new' }
    'help reservation/list' { return 'help reservation list' }
    'help reservation/cancel' { return 'help reservation cancel' }
    'help account/list' { return 'help account list' }
    'help account/use' { return 'help account use' }
    'help account/remove' { return 'help account remove' }
    'help account/recover' { return 'help account recover' }
    'help profile/list' { return 'help profile list' }
    'help profile/use' { return 'help profile use' }
    'help entity/list' { return 'help entity list' }
    'help entity/use' { return 'help entity use' }
    'help password/change' { return 'help password change' }
    'help password/reset' { return 'help password reset' }
    'help contract/list' { return 'help contract list' }
    'help contract/show' { return 'help contract show' }
    'help preferences/show' { return 'help preferences show' }
    'help preferences/set' { return 'help preferences set' }
    'help config/list' { return 'help config list' }
    'help config/get' { return 'help config get' }
    'help config/set' { return 'help config set' }
    'help config/unset' { return 'help config unset' }
    'help config/path' { return 'help config path' }
    'help config/import' { return 'help config import' }
    'help sandbox/start' { return 'help sandbox start' }
    'help sandbox/reset' { return 'help sandbox reset' }
  }
}

function Get-IpeosCommand([string] $Command) {
  switch -Exact -CaseSensitive ($Command) {
    '' {
      'home	votre accueil : où en sont vos tickets'
      'ticket	vos tickets : ouvrir, lister, lire, joindre des fichiers'
      'alert	faire d’’une alerte de votre supervision un ticket'
      'draft	ce que vous avez saisi et que la plateforme n’’a pas encore'
      'form	formulaires du catalogue de services : les lister, les montrer'
      'faq	les réponses déjà écrites : chercher, lire'
      'approval	ce qui attend votre approbation : voir, accepter, refuser'
      'news	lire les annonces du support'
      'reservation	réserver salles et matériel'
      'login	se connecter à la plateforme'
      'logout	terminer la session et oublier les secrets'
      'whoami	dire qui vous êtes sur la plateforme'
      'account	vos comptes : en utiliser un autre, en oublier un, en retrouver un'
      'profile	le profil avec lequel vous utilisez la plateforme'
      'entity	l’’entité où vous êtes'
      'password	un mot de passe oublié'
      'contact	comment joindre le support'
      'contract	vos contrats de support'
      'preferences	votre langue, votre adresse, l’’aspect des listes'
      'config	vos réglages, et ce que votre organisation distribue'
      'doctor	ce qui marche et ce qui ne marche pas, du réseau à vos tickets'
      'api	appeler l’’API de la plateforme, avec votre compte'
      'sandbox	la plateforme embarquée, pour essayer'
      'completion	la complétion des commandes dans votre shell'
      'version	la version d’’ipeos, et s’’il y en a une plus récente'
      'help	l’’aide d’’une commande ou d’’un sujet'
    }
    'ticket' {
      'new	ouvrir un ticket'
      'list	lister vos tickets'
      'show	lire un ticket en entier'
      'history	tous les tickets depuis toujours, par année, avec leur durée'
      'stats	combien de tickets, et combien de temps ils prennent'
      'comment	écrire au support sur un ticket'
      'attach	joindre des fichiers à un ticket'
      'download	récupérer les documents d’’un ticket'
      'accept	accepter la solution que propose le support'
      'refuse	refuser la solution que propose le support'
      'rate	répondre à l’’enquête d’’un ticket clos'
      'edit	modifier un ticket où personne n’’a encore écrit'
      'cancel	annuler un ticket où personne n’’a encore écrit'
      'close	clore un ticket où personne n’’a encore écrit'
      'link	lier deux de vos tickets'
      'unlink	défaire le lien entre deux de vos tickets'
      'observer	laisser d’’autres suivre un ticket'
      'leave	ne plus suivre le ticket de quelqu’’un d’’autre'
      'form	montrer le formulaire que la plateforme vous donne'
      'watch	suivre vos tickets, ou l’’un d’’eux, en direct'
      'wait	attendre que quelque chose arrive à un ticket'
      'export	garder des tickets dans un dossier, avec leur histoire et leurs documents'
      'import	ouvrir beaucoup de tickets d’’un coup, depuis un fichier'
    }
    'ticket observer' {
      'add	laisser quelqu’’un suivre un ticket'
      'remove	retirer quelqu’’un du suivi d’’un ticket'
      'mute	plus de courriels d’’un ticket, pour vous ou un observateur'
      'unmute	de nouveau les courriels d’’un ticket'
      'list	qui suit un ticket'
    }
    'draft' {
      'list	lister ce qui n’’est pas encore parti'
      'show	afficher un brouillon'
      'send	envoyer ce qui attend : un message, une réponse, des fichiers, ou tout'
      'delete	oublier des brouillons'
    }
    'form' {
      'list	lister les formulaires que propose le site'
      'show	montrer ce que demande un formulaire'
    }
    'faq' {
      'search	chercher dans la FAQ'
      'list	lister les articles de la FAQ'
      'show	lire un article'
      'download	récupérer les documents d’’un article'
    }
    'approval' {
      'list	lister ce qui attend votre approbation'
      'accept	approuver ce que le support vous demande'
      'refuse	refuser ce que le support vous demande'
    }
    'reservation' {
      'items	ce qui peut être réservé'
      'new	réserver'
      'list	vos réservations à venir'
      'cancel	annuler une réservation'
    }
    'account' {
      'list	lister les comptes dont la connexion est gardée ici'
      'use	utiliser un autre compte désormais'
      'remove	oublier un compte'
      'recover	retrouver votre compte quand tout est perdu'
    }
    'profile' {
      'list	lister les profils que vous avez'
      'use	passer à un autre profil désormais'
    }
    'entity' {
      'list	lister les entités où vous pouvez être'
      'use	passer à une autre entité désormais'
    }
    'password' {
      'change	choisir un nouveau mot de passe'
      'reset	demander un nouveau mot de passe par courriel'
    }
    'contract' {
      'list	vos contrats de support'
      'show	un contrat : son niveau, ses horaires, ses catégories'
    }
    'preferences' {
      'show	vos préférences, et où elles sont gardées'
      'set	changer vos préférences'
    }
    'config' {
      'list	tous les réglages, et d’’où vient chacun'
      'get	un réglage : sa valeur, et les valeurs possibles'
      'set	changer un réglage'
      'unset	oublier un réglage'
      'path	où sont vos réglages'
      'import	installer le fichier de votre organisation'
    }
    'sandbox' {
      'start	démarrer la plateforme embarquée, sur cette machine seulement'
      'reset	oublier tout ce que contient la plateforme embarquée'
    }
    'help' {
      'home	votre accueil : où en sont vos tickets'
      'ticket	vos tickets : ouvrir, lister, lire, joindre des fichiers'
      'alert	faire d’’une alerte de votre supervision un ticket'
      'draft	ce que vous avez saisi et que la plateforme n’’a pas encore'
      'form	formulaires du catalogue de services : les lister, les montrer'
      'faq	les réponses déjà écrites : chercher, lire'
      'approval	ce qui attend votre approbation : voir, accepter, refuser'
      'news	lire les annonces du support'
      'reservation	réserver salles et matériel'
      'login	se connecter à la plateforme'
      'logout	terminer la session et oublier les secrets'
      'whoami	dire qui vous êtes sur la plateforme'
      'account	vos comptes : en utiliser un autre, en oublier un, en retrouver un'
      'profile	le profil avec lequel vous utilisez la plateforme'
      'entity	l’’entité où vous êtes'
      'password	un mot de passe oublié'
      'contact	comment joindre le support'
      'contract	vos contrats de support'
      'preferences	votre langue, votre adresse, l’’aspect des listes'
      'config	vos réglages, et ce que votre organisation distribue'
      'doctor	ce qui marche et ce qui ne marche pas, du réseau à vos tickets'
      'api	appeler l’’API de la plateforme, avec votre compte'
      'sandbox	la plateforme embarquée, pour essayer'
      'completion	la complétion des commandes dans votre shell'
      'version	la version d’’ipeos, et s’’il y en a une plus récente'
      'help	l’’aide d’’une commande ou d’’un sujet'
      'exit-codes	ce que dit le code de sortie d’’une commande'
      'environment	les variables d’’environnement qui comptent'
      'formats	comment les données sont écrites, et leurs champs'
      'files	les fichiers et les dossiers d’’ipeos'
      'scripting	comment utiliser ipeos dans un script'
    }
    'help ticket' {
      'new	ouvrir un ticket'
      'list	lister vos tickets'
      'show	lire un ticket en entier'
      'history	tous les tickets depuis toujours, par année, avec leur durée'
      'stats	combien de tickets, et combien de temps ils prennent'
      'comment	écrire au support sur un ticket'
      'attach	joindre des fichiers à un ticket'
      'download	récupérer les documents d’’un ticket'
      'accept	accepter la solution que propose le support'
      'refuse	refuser la solution que propose le support'
      'rate	répondre à l’’enquête d’’un ticket clos'
      'edit	modifier un ticket où personne n’’a encore écrit'
      'cancel	annuler un ticket où personne n’’a encore écrit'
      'close	clore un ticket où personne n’’a encore écrit'
      'link	lier deux de vos tickets'
      'unlink	défaire le lien entre deux de vos tickets'
      'observer	laisser d’’autres suivre un ticket'
      'leave	ne plus suivre le ticket de quelqu’’un d’’autre'
      'form	montrer le formulaire que la plateforme vous donne'
      'watch	suivre vos tickets, ou l’’un d’’eux, en direct'
      'wait	attendre que quelque chose arrive à un ticket'
      'export	garder des tickets dans un dossier, avec leur histoire et leurs documents'
      'import	ouvrir beaucoup de tickets d’’un coup, depuis un fichier'
    }
    'help ticket observer' {
      'add	laisser quelqu’’un suivre un ticket'
      'remove	retirer quelqu’’un du suivi d’’un ticket'
      'mute	plus de courriels d’’un ticket, pour vous ou un observateur'
      'unmute	de nouveau les courriels d’’un ticket'
      'list	qui suit un ticket'
    }
    'help draft' {
      'list	lister ce qui n’’est pas encore parti'
      'show	afficher un brouillon'
      'send	envoyer ce qui attend : un message, une réponse, des fichiers, ou tout'
      'delete	oublier des brouillons'
    }
    'help form' {
      'list	lister les formulaires que propose le site'
      'show	montrer ce que demande un formulaire'
    }
    'help faq' {
      'search	chercher dans la FAQ'
      'list	lister les articles de la FAQ'
      'show	lire un article'
      'download	récupérer les documents d’’un article'
    }
    'help approval' {
      'list	lister ce qui attend votre approbation'
      'accept	approuver ce que le support vous demande'
      'refuse	refuser ce que le support vous demande'
    }
    'help reservation' {
      'items	ce qui peut être réservé'
      'new	réserver'
      'list	vos réservations à venir'
      'cancel	annuler une réservation'
    }
    'help account' {
      'list	lister les comptes dont la connexion est gardée ici'
      'use	utiliser un autre compte désormais'
      'remove	oublier un compte'
      'recover	retrouver votre compte quand tout est perdu'
    }
    'help profile' {
      'list	lister les profils que vous avez'
      'use	passer à un autre profil désormais'
    }
    'help entity' {
      'list	lister les entités où vous pouvez être'
      'use	passer à une autre entité désormais'
    }
    'help password' {
      'change	choisir un nouveau mot de passe'
      'reset	demander un nouveau mot de passe par courriel'
    }
    'help contract' {
      'list	vos contrats de support'
      'show	un contrat : son niveau, ses horaires, ses catégories'
    }
    'help preferences' {
      'show	vos préférences, et où elles sont gardées'
      'set	changer vos préférences'
    }
    'help config' {
      'list	tous les réglages, et d’’où vient chacun'
      'get	un réglage : sa valeur, et les valeurs possibles'
      'set	changer un réglage'
      'unset	oublier un réglage'
      'path	où sont vos réglages'
      'import	installer le fichier de votre organisation'
    }
    'help sandbox' {
      'start	démarrer la plateforme embarquée, sur cette machine seulement'
      'reset	oublier tout ce que contient la plateforme embarquée'
    }
  }
}

function Get-IpeosOption([string] $Command) {
  switch -Exact -CaseSensitive ($Command) {
    '' {
      '--version	afficher la version'
      '--account	le compte à utiliser, si vous en avez plusieurs'
      '--profile	le profil à prendre pour cet appel'
      '--entity	l’’entité où se placer pour cet appel, ou « all » (toutes)'
      '--url	l’’adresse de la plateforme'
      '--sandbox	utiliser la plateforme embarquée, pour essayer'
      '--lang	langue'
      '--no-input	ne poser aucune question ; dire ce qui manque'
      '--color	couleurs'
      '--plain	lignes simples pour lecteurs d’’écran : rien de dessiné, rien qui bouge'
      '--quiet	rien sur la sortie d’’erreur tant que tout va bien'
      '--no-pager	écrire les longs textes en entier, sans le paginateur'
      '--timeout	cesser d’’attendre la plateforme après ce délai'
      '--insecure-storage	garder les secrets dans un fichier lisible de vous seul, et non dans le trousseau'
      '--debug	montrer les échanges avec la plateforme, sans aucun secret'
      '--help	afficher cette aide'
    }
    'home' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket new' {
      '--form	le formulaire du site à remplir : son nom, une partie du nom, ou son numéro (« ipeos form list »)'
      '--answer	la réponse à une question du formulaire, par son libellé ; une par valeur, @FICHIER pour un fichier'
      '--answers	les réponses, lues dans un fichier, ou sur l’’entrée standard avec - ; « ipeos form show NOM --answers-template » en écrit un, vide'
      '--urgency	urgence : très basse, basse, moyenne, haute, très haute, ou de 1 à 5'
      '--notify	m’’informer des suites données, par courriel'
      '--no-notify	ne pas m’’informer'
      '--email	l’’adresse où m’’informer'
      '--about	le matériel concerné : son nom, Computer:3, ou this-machine (cette machine) ; peut se répéter'
      '--observer	une personne ou un groupe qui pourra suivre le ticket : son nom, ou une adresse si le formulaire en prend ; peut se répéter'
      '--silent-observer	comme --observer, mais sans lui envoyer de courriels ; pas par un formulaire d’’un site GLPI 11'
      '--location	le lieu concerné : son nom, une partie du nom, ou son numéro'
      '--on-behalf-of	la personne concernée par la demande : son nom, si le formulaire du site permet de l’’envoyer pour elle'
      '--category	la catégorie : son nom, une partie du nom, ou son numéro'
      '--title	le titre'
      '--description	la description ; une image se place où se trouve ![](capture.png)'
      '--description-file	la description, lue dans un fichier, ou sur l’’entrée standard avec -'
      '--attach	un fichier à joindre, ou presse-papiers ; peut se répéter'
      '--attach-name	nom d’’un fichier qui n’’en a pas, comme celui de l’’entrée standard (--attach -) ou d’’un tube'
      '--type	incident (sauf avis contraire) ou demande'
      '--related	le lier à un autre de vos tickets : son numéro, ou son adresse'
      '--dedupe	un seul ticket pour ce qui se répète : tant qu’’un ticket de cette clé est ouvert, le texte et les fichiers s’’y ajoutent (résolu ou clos : un nouveau)'
      '--dedupe-every	avec --dedupe : un texte, même différent, qui suit le dernier de moins de ce temps (1h, 30m) est compté sans être envoyé, ses fichiers non plus ; le suivant dit combien'
      '--best-effort	dans un script : ouvrir le ticket quoi qu’’il manque par ailleurs, réglages compris, et l’’y écrire ; une ligne qui n’’a pas de sens (-F - avec --attach -) est toujours refusée'
      '--resume	reprendre une demande inachevée : la dernière, ou celle de ce numéro'
      '--yes	envoyer sans demander confirmation, ni ce qui est facultatif'
      '--dry-run	montrer ce qui partirait, sans rien envoyer'
      '--web	ouvrir plutôt le formulaire de la plateforme dans le navigateur'
      '--no-suggest	sans proposer d’’articles de la FAQ'
      '--refresh	relire le formulaire sur la plateforme'
      '--json	en JSON : le ticket ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket list' {
      '--status	statut, en anglais ou tel que la liste l’’affiche (pris en charge) ; plusieurs fois, ou avec des virgules ; open : ce qui n’’est pas clos'
      '--urgency	urgence, ou 1 à 5 ; plusieurs fois, ou avec des virgules'
      '--type	sorte de ticket (request : une demande) ; plusieurs fois, ou avec des virgules'
      '--category	catégorie, et celles qu’’elle contient : numéro, nom ou partie du nom'
      '--search	texte à chercher dans les titres et les descriptions'
      '--since	modifiés depuis : 2026-03-01, 7d, « 2 semaines »…'
      '--until	modifiés jusqu’’à ce moment : de même'
      '--awaiting-me	ceux dont la solution attend votre réponse'
      '--to-rate	ceux, clos, dont l’’enquête attend votre note'
      '--observed	ceux dont vous n’’êtes qu’’observateur'
      '--overdue	ceux qui devraient déjà être résolus'
      '--sort	trier par, suivi de :asc ou :desc au besoin'
      '--limit	combien au plus (30)'
      '--all	toute la liste, par numéro sauf avis contraire de --sort ; les tickets clos n’’y sont qu’’avec --status all'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket show' {
      '--web	ouvrir sa page dans le navigateur'
      '--html	écrire une seule page HTML, à imprimer : elle se suffit et ne charge rien'
      '--output	fichier de cette page, « nom (2) » s’’il existe déjà ; - pour la sortie standard'
      '--force	avec -o, écraser le fichier du même nom'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket history' {
      '--since	ouverts depuis : 2026-01-01, 90d, « 6 mois »…'
      '--until	ouverts jusqu’’à ce moment : de même'
      '--limit	combien au plus ; tous sans cette option'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket stats' {
      '--since	ouverts depuis : 2026-01-01, 90d, « 6 mois »…'
      '--until	ouverts jusqu’’à ce moment : de même'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket comment' {
      '--message	ce qu’’il faut écrire ; une image se place où se trouve ![](capture.png)'
      '--message-file	ce qu’’il faut écrire, lu dans un fichier, ou sur l’’entrée standard avec -'
      '--attach	un fichier à joindre, ou presse-papiers ; peut se répéter'
      '--attach-name	nom d’’un fichier qui n’’en a pas, comme celui de l’’entrée standard (--attach -) ou d’’un tube'
      '--accept	accepter du même coup la solution qui attend'
      '--reopen	refuser du même coup la solution qui attend, ce qui rouvre le ticket'
      '--json	en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket attach' {
      '--attach-name	nom d’’un fichier qui n’’en a pas, comme celui de l’’entrée standard (--attach -) ou d’’un tube'
      '--accept	accepter du même coup la solution qui attend'
      '--reopen	refuser du même coup la solution qui attend, ce qui rouvre le ticket'
      '--json	en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket download' {
      '--all	tous les documents du ticket, et les images du texte'
      '--inline	les images placées dans les textes ; avec un document, l’’image de ce numéro'
      '--output	le dossier où les mettre, créé au besoin (le dossier courant) ; - écrit un seul document sur la sortie standard'
      '--force	écraser les fichiers du même nom ; avec -o -, écrire sur un terminal ce qui n’’est pas du texte'
      '--open	ouvrir le document dans le logiciel prévu pour lui ; jamais s’’il peut être lui-même un programme'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket accept' {
      '--message	un mot pour le support'
      '--yes	sans demander confirmation'
      '--attach	un fichier à joindre, ou presse-papiers ; peut se répéter'
      '--attach-name	nom d’’un fichier qui n’’en a pas, comme celui de l’’entrée standard (--attach -) ou d’’un tube'
      '--json	en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket refuse' {
      '--message	la raison : ce qui ne va toujours pas'
      '--attach	un fichier à joindre, ou presse-papiers ; peut se répéter'
      '--attach-name	nom d’’un fichier qui n’’en a pas, comme celui de l’’entrée standard (--attach -) ou d’’un tube'
      '--json	en JSON : ce qui est fait, une liste pour plusieurs tickets ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket rate' {
      '--message	un mot à ce sujet'
      '--json	afficher ce que la plateforme a désormais, en JSON'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket edit' {
      '--title	le nouveau titre'
      '--description	la nouvelle description'
      '--description-file	la nouvelle description, lue dans un fichier, ou sur l’’entrée standard avec -'
      '--urgency	la nouvelle urgence : très basse, basse, moyenne, haute, très haute, ou de 1 à 5'
      '--category	la nouvelle catégorie : son nom, une partie du nom, ou son numéro'
      '--drop-images	abandonner les images que la nouvelle description ne nomme pas'
      '--json	en JSON : le ticket ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket cancel' {
      '--yes	sans demander confirmation'
    }
    'ticket close' {
      '--yes	sans demander confirmation'
    }
    'ticket link' {
      '--duplicate	le premier est un doublon du second'
      '--child	le premier fait partie du second'
      '--parent	le second fait partie du premier'
      '--json	en JSON : le lien ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket unlink' {
      '--json	en JSON : le lien ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket observer add' {
      '--no-notify	sans courriels'
      '--json	en JSON : ceux qui l’’observent désormais ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket observer remove' {
      '--json	en JSON : ceux qui l’’observent désormais ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket observer mute' {
      '--json	en JSON : ceux qui l’’observent désormais ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket observer unmute' {
      '--json	en JSON : ceux qui l’’observent désormais ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket observer list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket leave' {
      '--yes	sans demander confirmation'
    }
    'ticket form' {
      '--category	tel qu’’il est pour cette catégorie, qui peut avoir son propre gabarit (GLPI 10)'
      '--type	tel qu’’il est pour ce type : incident ou demande'
      '--refresh	le relire sur la plateforme'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket watch' {
      '--interval	temps entre deux vérifications quand il se passe quelque chose : 30s (par défaut), 2m… ; 5s au moins'
      '--bell	sonner à chaque événement'
      '--exec	commande à lancer à chaque événement, par le shell : l’’événement en JSON sur son entrée standard, IPEOS_EVENT et IPEOS_TICKET dans son environnement ; ce qu’’elle affiche va sur la sortie d’’erreur'
      '--json	chaque événement sur une ligne de JSON ; ces champs seulement, s’’il y en a'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket wait' {
      '--until	ce qui doit arriver'
      '--any	de plusieurs tickets, le premier suffit ; sans elle, il les faut tous'
      '--timeout	combien de temps attendre au plus : 90s, 10m, 2h ou 1d ; 0 : une seule vérification ; sans cette option, aussi longtemps qu’’il faut'
      '--interval	temps entre deux vérifications quand il se passe quelque chose : 30s (par défaut), 2m… ; 5s au moins'
      '--json	en JSON : comment l’’attente a fini, une liste pour plusieurs tickets ; avec ces champs seulement, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket export' {
      '--all	tous les tickets, même clos'
      '--output	dossier où les garder'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'ticket import' {
      '--resume	reprendre un import inachevé : le dernier, ou celui de ce numéro'
      '--discard	oublier un import inachevé ; les tickets déjà créés restent'
      '--form	le formulaire du site par lequel part chaque ligne : ses questions sont des colonnes'
      '--key	colonne à laquelle une ligne se reconnaît'
      '--again	ouvrir les tickets de toutes les lignes, même déjà importées'
      '--report	récrire les lignes, chacune avec ticket, adresse, résultat et erreur, dans ce fichier (- pour la sortie standard)'
      '--dry-run	vérifier le fichier, dire quelles lignes sont déjà là, et ne rien envoyer'
      '--yes	envoyer sans demander de confirmation'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'alert' {
      '--input	un fichier à la place de l’’entrée standard'
      '--format	sous quelle forme ; auto, par défaut, regarde d’’abord les variables, puis le JSON'
      '--map	où se trouvent title, text, fingerprint, state, severity, alerts dans un JSON à vous (title=.check.name,alerts=.items), et quels états disent que c’’est fini (recovered=ok|closed) ; plusieurs fois'
      '--map-file	la même chose dans un fichier, un objet JSON de ces noms'
      '--accept-recovery	quand le problème est terminé et qu’’une solution attend sur son ticket, l’’accepter, ce qui clôt le ticket'
      '--dedupe-every	une alerte qui dit la même chose que la dernière, moins de ce temps après elle (1h, 30m), est comptée sans être envoyée ; la suivante dit combien'
      '--urgency	celle des tickets ouverts ; par défaut selon la gravité : critical et down sont très hautes, error haute, warning moyenne, info basse'
      '--category	la catégorie : son nom, une partie du nom, ou son numéro'
      '--about	le matériel concerné : son nom, Computer:3, ou this-machine (cette machine)'
      '--type	incident (sauf avis contraire) ou demande'
      '--notify	m’’informer des suites données, par courriel'
      '--no-notify	ne pas m’’informer'
      '--email	l’’adresse où m’’informer'
      '--dry-run	montrer ce que dit chaque alerte et ce qu’’elle deviendrait ; ne rien envoyer'
      '--json	ce qu’’est devenue chaque alerte : fingerprint, action, ticket… ; ou ces seuls champs (a,b,c)'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'draft list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'draft show' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'draft send' {
      '--all	tout ce qui attend, tickets et imports compris ; code 7 s’’il en reste'
      '--again	des réponses à un formulaire restées sans réponse, et qui ne se retrouvent pas : encore une fois, quitte à ce que le site les ait déjà'
    }
    'draft delete' {
      '--yes	sans demander confirmation'
    }
    'form list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'form show' {
      '--web	l’’ouvrir dans le navigateur'
      '--answers-template	écrire un fichier de réponses à remplir, pour ticket new --answers'
      '--answers-schema	écrire le schéma JSON d’’un tel fichier (--json-schema est celui de ce qu’’écrit --json)'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'faq search' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'faq list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'faq show' {
      '--web	l’’ouvrir dans le navigateur'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'faq download' {
      '--output	le dossier où les mettre, créé au besoin (le dossier courant) ; - écrit un seul document sur la sortie standard'
      '--force	écraser les fichiers du même nom ; avec -o -, écrire sur un terminal ce qui n’’est pas du texte'
    }
    'approval list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'approval accept' {
      '--message	un mot à ce sujet'
      '--json	afficher ce que la plateforme a désormais, en JSON'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'approval refuse' {
      '--message	pourquoi ; la plateforme n’’accepte pas de refus sans raison'
      '--json	afficher ce que la plateforme a désormais, en JSON'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'news' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'reservation items' {
      '--on	le jour à regarder : demain, lundi, 12/01/2027'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'reservation new' {
      '--from	quand elle commence : demain 14h, lundi 9h30'
      '--to	quand elle finit : 16h, demain midi, +2h'
      '--for	combien de temps elle dure : 2h, 1h30, 3 jours'
      '--comment	à quoi elle sert'
      '--every	la répéter chaque jour ou chaque semaine'
      '--until	le dernier jour où elle se répète ; +4 semaines : après la première'
      '--yes	sans demander confirmation'
      '--json	les réservations en JSON ; de ces champs, s’’il y en a de nommés'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'reservation list' {
      '--all	celles de tout le monde'
      '--past	celles de l’’année passée'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'reservation cancel' {
      '--yes	sans demander confirmation'
    }
    'login' {
      '--user	votre identifiant sur la plateforme'
      '--password-stdin	lire le mot de passe sur l’’entrée standard'
      '--token-stdin	lire un jeton personnel (Préférences → Clés d’’accès distant, sur le site) sur l’’entrée standard'
      '--web	prendre le jeton sur sa page, qui s’’ouvre : pour l’’authentification unique, ou un second facteur'
      '--save-token	garder un jeton personnel du site plutôt que le mot de passe, créé au besoin'
      '--app-token	le jeton d’’application que certaines plateformes demandent (ou IPEOS_APP_TOKEN)'
      '--allow-http	accepter une plateforme sans chiffrement (http)'
    }
    'logout' {
      '--all	tous vos comptes, sur toutes les plateformes'
      '--revoke	révoquer d’’abord votre jeton sur le site : plus aucun programme ne peut s’’en servir'
    }
    'whoami' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'account list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'account remove' {
      '--yes	ne pas demander confirmation'
    }
    'account recover' {
      '--name	votre prénom et votre nom'
      '--organisation	l’’organisation pour laquelle vous travaillez'
      '--contract	le numéro de votre contrat de support, si vous le connaissez'
      '--phone	un numéro de téléphone où le support peut vous joindre'
      '--email	une adresse de courriel où le support peut vous joindre'
      '--lost	ce que vous avez perdu'
      '--by	comment part la demande'
    }
    'profile list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'entity list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'entity use' {
      '--alone	celle-ci seulement, sans les entités en dessous'
    }
    'password change' {
      '--user	l’’identifiant sur la plateforme ; par défaut, celui du compte utilisé'
      '--password-stdin	lire le mot de passe actuel et le nouveau sur l’’entrée standard, un par ligne'
    }
    'password reset' {
      '--token	choisir le nouveau mot de passe, avec le lien ou le code reçu, qui est demandé'
      '--token-stdin	lire le lien ou le code reçu sur l’’entrée standard'
      '--password-stdin	lire le nouveau mot de passe sur l’’entrée standard'
    }
    'contact' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'contract list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'contract show' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'preferences show' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'config list' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'config get' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'config import' {
      '--yes	l’’installer sans demander'
    }
    'doctor' {
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'api' {
      '--raw-field	un champ, en texte ; imbriqué : input[name]=x ; dans l’’adresse avec GET, sinon dans le corps (répétable)'
      '--field	un champ où true, false, null et les entiers sont tels ; @FICHIER : son contenu ; POST Document : file=@FICHIER l’’envoie'
      '--input	le corps : un fichier JSON, ou - pour l’’entrée standard ; les champs vont alors dans l’’adresse'
      '--paginate	toutes les pages d’’une liste, en une seule'
      '--ndjson	avec --paginate : un élément par ligne'
      '--include	afficher aussi le code et les en-têtes, sans les secrets'
      '--output	garder la réponse dans ce fichier ; aucun n’’est jamais écrasé'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
    }
    'sandbox start' {
      '--port	port (8470 s’’il est libre) ; 0 en prend un libre'
      '--data	dossier de ses données'
      '--glpi	à quel GLPI ressembler'
      '--tickets	ajouter tant de tickets, pour mesurer les listes'
      '--catalogue	ce que contient le catalogue de GLPI 11'
      '--entities	place des sociétés dans un nouveau dossier : ACME sous IPEOS, ou à côté (d’’ordinaire)'
      '--equipment	ce qu’’alice a dans un nouveau dossier : un ordinateur (d’’ordinaire en 11.0), ou aussi un téléphone, une imprimante… (10.0)'
      '--password-policy	exiger des nouveaux mots de passe 8 caractères, de toutes les sortes'
      '--password-expired	le mot de passe de ce compte a expiré'
      '--sign-in	façon d’’entrer : sans mot de passe ou sans jeton, second facteur, authentification unique (de bob)'
    }
    'sandbox reset' {
      '--yes	ne pas demander confirmation'
    }
    'version' {
      '--check	regarder s’’il y a une version plus récente'
      '--json	en JSON : tous les champs, ou ceux qui sont nommés (id,title…)'
      '--format	sous quelle forme'
      '--columns	ces colonnes seulement, dans cet ordre'
      '--jq	afficher ce que cette expression jq fait du JSON ; jq n’’a pas besoin d’’être installé'
      '--template	afficher le JSON selon ce modèle Go (voir ipeos help formats)'
      '--json-schema	afficher le schéma JSON de ce que donne --json, sans rien faire d’’autre'
    }
    'help' {
      '--man	sa page de manuel, à montrer par man : ipeos help --man ticket new | man -l -'
    }
  }
}

# What an option takes; nothing for one that takes nothing.
function Get-IpeosValue([string] $Command, [string] $Option) {
  switch -Exact -CaseSensitive ("$Command/$Option") {
    '/--account' { return 'live account' }
    '/--profile' { return 'live profile' }
    '/--entity' { return 'live entity' }
    '/--url' { return 'text' }
    '/--lang' { return 'one fr en' }
    '/--color' { return 'one auto always never' }
    '/--timeout' { return 'text' }
    'home/--json' { return '?list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals' }
    'home/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'home/--columns' { return 'list name profile entity reach platform open counts awaitingCount awaiting tickets drafts reservations leftOut announcements toRateCount toRate approvalCount approvals' }
    'home/--jq' { return 'text' }
    'home/--template' { return 'text' }
    'ticket new/--form' { return 'live form' }
    'ticket new/--answer' { return 'live question' }
    'ticket new/--answers' { return 'file' }
    'ticket new/--urgency' { return 'one very-low low medium high very-high' }
    'ticket new/--email' { return 'text' }
    'ticket new/--about' { return 'live equipment' }
    'ticket new/--observer' { return 'text' }
    'ticket new/--silent-observer' { return 'text' }
    'ticket new/--location' { return 'live location' }
    'ticket new/--on-behalf-of' { return 'text' }
    'ticket new/--category' { return 'live category' }
    'ticket new/--title' { return 'text' }
    'ticket new/--description' { return 'text' }
    'ticket new/-F' { return 'file' }
    'ticket new/--description-file' { return 'file' }
    'ticket new/--attach' { return 'file' }
    'ticket new/--attach-name' { return 'text' }
    'ticket new/--type' { return 'one incident request' }
    'ticket new/--related' { return 'live ticket' }
    'ticket new/--dedupe' { return 'text' }
    'ticket new/--dedupe-every' { return 'text' }
    'ticket new/--resume' { return '?live draft' }
    'ticket new/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket new/--jq' { return 'text' }
    'ticket new/--template' { return 'text' }
    'ticket list/-s' { return 'list new assigned planned pending solved closed open all' }
    'ticket list/--status' { return 'list new assigned planned pending solved closed open all' }
    'ticket list/-u' { return 'list very-low low medium high very-high' }
    'ticket list/--urgency' { return 'list very-low low medium high very-high' }
    'ticket list/-t' { return 'list incident request' }
    'ticket list/--type' { return 'list incident request' }
    'ticket list/-c' { return 'live category' }
    'ticket list/--category' { return 'live category' }
    'ticket list/-S' { return 'text' }
    'ticket list/--search' { return 'text' }
    'ticket list/--since' { return 'text' }
    'ticket list/--until' { return 'text' }
    'ticket list/--sort' { return 'one changed opened id title status urgency priority type category dueBy solved closed' }
    'ticket list/-L' { return 'text' }
    'ticket list/--limit' { return 'text' }
    'ticket list/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket list/--columns' { return 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket list/--jq' { return 'text' }
    'ticket list/--template' { return 'text' }
    'ticket show/-o' { return 'file' }
    'ticket show/--output' { return 'file' }
    'ticket show/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links' }
    'ticket show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket show/--columns' { return 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url entity requester equipment taken solved closed dueBy timeSpent description descriptionHtml documents timeline actions descriptionLeftOut location observers survey approval technicians groups observerGroups takeBy takeLevel solveLevel overdue planned waiting links' }
    'ticket show/--jq' { return 'text' }
    'ticket show/--template' { return 'text' }
    'ticket history/--since' { return 'text' }
    'ticket history/--until' { return 'text' }
    'ticket history/-L' { return 'text' }
    'ticket history/--limit' { return 'text' }
    'ticket history/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue' }
    'ticket history/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket history/--columns' { return 'list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url year solved closed took dueBy overdue' }
    'ticket history/--jq' { return 'text' }
    'ticket history/--template' { return 'text' }
    'ticket stats/--since' { return 'text' }
    'ticket stats/--until' { return 'text' }
    'ticket stats/--json' { return '?list figure by name value' }
    'ticket stats/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket stats/--columns' { return 'list figure by name value' }
    'ticket stats/--jq' { return 'text' }
    'ticket stats/--template' { return 'text' }
    'ticket comment/-m' { return 'text' }
    'ticket comment/--message' { return 'text' }
    'ticket comment/-F' { return 'file' }
    'ticket comment/--message-file' { return 'file' }
    'ticket comment/--attach' { return 'file' }
    'ticket comment/--attach-name' { return 'text' }
    'ticket comment/--json' { return '?list ticket followup files url' }
    'ticket comment/--jq' { return 'text' }
    'ticket comment/--template' { return 'text' }
    'ticket attach/--attach-name' { return 'text' }
    'ticket attach/--json' { return '?list ticket followup files url' }
    'ticket attach/--jq' { return 'text' }
    'ticket attach/--template' { return 'text' }
    'ticket download/-o' { return 'folder' }
    'ticket download/--output' { return 'folder' }
    'ticket download/--json' { return '?list ticket id fileName image result path size error' }
    'ticket download/--jq' { return 'text' }
    'ticket download/--template' { return 'text' }
    'ticket accept/-m' { return 'text' }
    'ticket accept/--message' { return 'text' }
    'ticket accept/--attach' { return 'file' }
    'ticket accept/--attach-name' { return 'text' }
    'ticket accept/--json' { return '?list ticket followup files url' }
    'ticket accept/--jq' { return 'text' }
    'ticket accept/--template' { return 'text' }
    'ticket refuse/-m' { return 'text' }
    'ticket refuse/--message' { return 'text' }
    'ticket refuse/--attach' { return 'file' }
    'ticket refuse/--attach-name' { return 'text' }
    'ticket refuse/--json' { return '?list ticket followup files url' }
    'ticket refuse/--jq' { return 'text' }
    'ticket refuse/--template' { return 'text' }
    'ticket rate/-m' { return 'text' }
    'ticket rate/--message' { return 'text' }
    'ticket rate/--json' { return '?list ticket kind begun answered mark comment url' }
    'ticket rate/--jq' { return 'text' }
    'ticket rate/--template' { return 'text' }
    'ticket edit/--title' { return 'text' }
    'ticket edit/--description' { return 'text' }
    'ticket edit/-F' { return 'file' }
    'ticket edit/--description-file' { return 'file' }
    'ticket edit/--urgency' { return 'one very-low low medium high very-high' }
    'ticket edit/--category' { return 'live category' }
    'ticket edit/--json' { return '?list id title status statusId urgency urgencyId priority priorityId type typeId category opened changed url solved closed dueBy overdue' }
    'ticket edit/--jq' { return 'text' }
    'ticket edit/--template' { return 'text' }
    'ticket link/--json' { return '?list ticket other relation linked' }
    'ticket link/--jq' { return 'text' }
    'ticket link/--template' { return 'text' }
    'ticket unlink/--json' { return '?list ticket other relation linked' }
    'ticket unlink/--jq' { return 'text' }
    'ticket unlink/--template' { return 'text' }
    'ticket observer add/--json' { return '?list ticket name login email notified me group' }
    'ticket observer add/--jq' { return 'text' }
    'ticket observer add/--template' { return 'text' }
    'ticket observer remove/--json' { return '?list ticket name login email notified me group' }
    'ticket observer remove/--jq' { return 'text' }
    'ticket observer remove/--template' { return 'text' }
    'ticket observer mute/--json' { return '?list ticket name login email notified me group' }
    'ticket observer mute/--jq' { return 'text' }
    'ticket observer mute/--template' { return 'text' }
    'ticket observer unmute/--json' { return '?list ticket name login email notified me group' }
    'ticket observer unmute/--jq' { return 'text' }
    'ticket observer unmute/--template' { return 'text' }
    'ticket observer list/--json' { return '?list ticket name login email notified me group' }
    'ticket observer list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket observer list/--columns' { return 'list ticket name login email notified me group' }
    'ticket observer list/--jq' { return 'text' }
    'ticket observer list/--template' { return 'text' }
    'ticket form/--category' { return 'live category' }
    'ticket form/--type' { return 'one incident request' }
    'ticket form/--json' { return '?list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden' }
    'ticket form/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket form/--columns' { return 'list source types urgencies defaultUrgency defaultUrgencyId categories equipment mandatory fileLimit email mandatoryElsewhere locations observersByAddress readOnly hidden' }
    'ticket form/--jq' { return 'text' }
    'ticket form/--template' { return 'text' }
    'ticket watch/--interval' { return 'text' }
    'ticket watch/--exec' { return 'text' }
    'ticket watch/--json' { return '?list event date ticket title status statusId author mine id text html from to fileName mime url textLeftOut begin end by' }
    'ticket watch/--jq' { return 'text' }
    'ticket watch/--template' { return 'text' }
    'ticket wait/--until' { return 'one solved closed reply taken' }
    'ticket wait/--timeout' { return 'text' }
    'ticket wait/--interval' { return 'text' }
    'ticket wait/--json' { return '?list ticket until happened status url' }
    'ticket wait/--jq' { return 'text' }
    'ticket wait/--template' { return 'text' }
    'ticket export/-o' { return 'folder' }
    'ticket export/--output' { return 'folder' }
    'ticket export/--json' { return '?list id result title folder documents error' }
    'ticket export/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket export/--columns' { return 'list id result title folder documents error' }
    'ticket export/--jq' { return 'text' }
    'ticket export/--template' { return 'text' }
    'ticket import/--resume' { return '?text' }
    'ticket import/--discard' { return '?text' }
    'ticket import/--form' { return 'live form' }
    'ticket import/--key' { return 'text' }
    'ticket import/--report' { return 'text' }
    'ticket import/--json' { return '?list line result id title error url' }
    'ticket import/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'ticket import/--columns' { return 'list line result id title error url' }
    'ticket import/--jq' { return 'text' }
    'ticket import/--template' { return 'text' }
    'alert/--input' { return 'file' }
    'alert/--format' { return 'one auto alertmanager grafana zabbix nagios icinga json' }
    'alert/--map' { return 'text' }
    'alert/--map-file' { return 'file' }
    'alert/--dedupe-every' { return 'text' }
    'alert/--urgency' { return 'one very-low low medium high very-high' }
    'alert/--category' { return 'live category' }
    'alert/--about' { return 'live equipment' }
    'alert/--type' { return 'one incident request' }
    'alert/--email' { return 'text' }
    'alert/--json' { return '?list fingerprint source state title action ticket error' }
    'alert/--jq' { return 'text' }
    'alert/--template' { return 'text' }
    'draft list/--json' { return '?list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'draft list/--columns' { return 'list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft list/--jq' { return 'text' }
    'draft list/--template' { return 'text' }
    'draft show/--json' { return '?list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'draft show/--columns' { return 'list id kind stage ticketId title text answers files user platform created changed command form' }
    'draft show/--jq' { return 'text' }
    'draft show/--template' { return 'text' }
    'form list/--json' { return '?list id title description category url' }
    'form list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'form list/--columns' { return 'list id title description category url' }
    'form list/--jq' { return 'text' }
    'form list/--template' { return 'text' }
    'form show/--json' { return '?list id title header url sections delegates' }
    'form show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'form show/--columns' { return 'list id title header url sections delegates' }
    'form show/--jq' { return 'text' }
    'form show/--template' { return 'text' }
    'faq search/--json' { return '?list id title category changed url excerpt' }
    'faq search/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'faq search/--columns' { return 'list id title category changed url excerpt' }
    'faq search/--jq' { return 'text' }
    'faq search/--template' { return 'text' }
    'faq list/--json' { return '?list id title category changed url' }
    'faq list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'faq list/--columns' { return 'list id title category changed url' }
    'faq list/--jq' { return 'text' }
    'faq list/--template' { return 'text' }
    'faq show/--json' { return '?list id title category changed url created text html documents textLeftOut' }
    'faq show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'faq show/--columns' { return 'list id title category changed url created text html documents textLeftOut' }
    'faq show/--jq' { return 'text' }
    'faq show/--template' { return 'text' }
    'faq download/-o' { return 'folder' }
    'faq download/--output' { return 'folder' }
    'approval list/--json' { return '?list id ticket title status question askedBy asked answer answered' }
    'approval list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'approval list/--columns' { return 'list id ticket title status question askedBy asked answer answered' }
    'approval list/--jq' { return 'text' }
    'approval list/--template' { return 'text' }
    'approval accept/-m' { return 'text' }
    'approval accept/--message' { return 'text' }
    'approval accept/--json' { return '?list id ticket title status question askedBy asked answer answered' }
    'approval accept/--jq' { return 'text' }
    'approval accept/--template' { return 'text' }
    'approval refuse/-m' { return 'text' }
    'approval refuse/--message' { return 'text' }
    'approval refuse/--json' { return '?list id ticket title status question askedBy asked answer answered' }
    'approval refuse/--jq' { return 'text' }
    'approval refuse/--template' { return 'text' }
    'news/--json' { return '?list kind id title text source date begin end url new' }
    'news/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'news/--columns' { return 'list kind id title text source date begin end url new' }
    'news/--jq' { return 'text' }
    'news/--template' { return 'text' }
    'reservation items/--on' { return 'text' }
    'reservation items/--json' { return '?list id name kind comment free reservations' }
    'reservation items/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'reservation items/--columns' { return 'list id name kind comment free reservations' }
    'reservation items/--jq' { return 'text' }
    'reservation items/--template' { return 'text' }
    'reservation new/--from' { return 'text' }
    'reservation new/--to' { return 'text' }
    'reservation new/--for' { return 'text' }
    'reservation new/-m' { return 'text' }
    'reservation new/--comment' { return 'text' }
    'reservation new/--every' { return 'one jour semaine' }
    'reservation new/--until' { return 'text' }
    'reservation new/--json' { return '?list id item itemId start end mine by comment url' }
    'reservation new/--jq' { return 'text' }
    'reservation new/--template' { return 'text' }
    'reservation list/--json' { return '?list id item itemId start end mine by comment url' }
    'reservation list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'reservation list/--columns' { return 'list id item itemId start end mine by comment url' }
    'reservation list/--jq' { return 'text' }
    'reservation list/--template' { return 'text' }
    'login/-u' { return 'text' }
    'login/--user' { return 'text' }
    'login/--app-token' { return 'text' }
    'whoami/--json' { return '?list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn' }
    'whoami/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'whoami/--columns' { return 'list name login id email profile profileId entity entityId platform version source reach credential takesTokens secondFactorEnforced singleSignOn' }
    'whoami/--jq' { return 'text' }
    'whoami/--template' { return 'text' }
    'account list/--json' { return '?list name user platform storage profile entity current' }
    'account list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'account list/--columns' { return 'list name user platform storage profile entity current' }
    'account list/--jq' { return 'text' }
    'account list/--template' { return 'text' }
    'account recover/--name' { return 'text' }
    'account recover/--organisation' { return 'text' }
    'account recover/--contract' { return 'text' }
    'account recover/--phone' { return 'text' }
    'account recover/--email' { return 'text' }
    'account recover/--lost' { return 'one user email password all' }
    'account recover/--by' { return 'one page mail print' }
    'profile list/--json' { return '?list id name entities current' }
    'profile list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'profile list/--columns' { return 'list id name entities current' }
    'profile list/--jq' { return 'text' }
    'profile list/--template' { return 'text' }
    'entity list/--json' { return '?list id name current' }
    'entity list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'entity list/--columns' { return 'list id name current' }
    'entity list/--jq' { return 'text' }
    'entity list/--template' { return 'text' }
    'password change/-u' { return 'text' }
    'password change/--user' { return 'text' }
    'password reset/--token' { return '?text' }
    'contact/--json' { return '?list support platform contact contracts recovery source' }
    'contact/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'contact/--columns' { return 'list support platform contact contracts recovery source' }
    'contact/--jq' { return 'text' }
    'contact/--template' { return 'text' }
    'contract list/--json' { return '?list number name level begins ends categories hours telephone contact notes id source' }
    'contract list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'contract list/--columns' { return 'list number name level begins ends categories hours telephone contact notes id source' }
    'contract list/--jq' { return 'text' }
    'contract list/--template' { return 'text' }
    'contract show/--json' { return '?list number name level begins ends categories hours telephone contact notes id source' }
    'contract show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'contract show/--columns' { return 'list number name level begins ends categories hours telephone contact notes id source' }
    'contract show/--jq' { return 'text' }
    'contract show/--template' { return 'text' }
    'preferences show/--json' { return '?list name value where about' }
    'preferences show/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'preferences show/--columns' { return 'list name value where about' }
    'preferences show/--jq' { return 'text' }
    'preferences show/--template' { return 'text' }
    'config list/--json' { return '?list key value source origin default kind values flag variable about wrong' }
    'config list/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'config list/--columns' { return 'list key value source origin default kind values flag variable about wrong' }
    'config list/--jq' { return 'text' }
    'config list/--template' { return 'text' }
    'config get/--json' { return '?list key value source origin default kind values flag variable about wrong' }
    'config get/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'config get/--columns' { return 'list key value source origin default kind values flag variable about wrong' }
    'config get/--jq' { return 'text' }
    'config get/--template' { return 'text' }
    'doctor/--json' { return '?list id status seen repair exitCode milliseconds' }
    'doctor/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'doctor/--columns' { return 'list id status seen repair exitCode milliseconds' }
    'doctor/--jq' { return 'text' }
    'doctor/--template' { return 'text' }
    'api/-f' { return 'text' }
    'api/--raw-field' { return 'text' }
    'api/-F' { return 'text' }
    'api/--field' { return 'text' }
    'api/--input' { return 'file' }
    'api/-o' { return 'file' }
    'api/--output' { return 'file' }
    'api/--jq' { return 'text' }
    'api/--template' { return 'text' }
    'sandbox start/--port' { return 'text' }
    'sandbox start/--data' { return 'folder' }
    'sandbox start/--glpi' { return 'one 10.0 11.0' }
    'sandbox start/--tickets' { return 'text' }
    'sandbox start/--catalogue' { return 'one usual stock off no-stock empty categories many odd' }
    'sandbox start/--entities' { return 'one nested apart' }
    'sandbox start/--equipment' { return 'one one several' }
    'sandbox start/--password-expired' { return 'one alice henri bob teo glpi' }
    'sandbox start/--sign-in' { return 'one no-passwords no-tokens second-factor cas web-server' }
    'version/--json' { return '?list version latest newer released page' }
    'version/--format' { return 'one table tsv csv csv-excel ndjson markdown' }
    'version/--columns' { return 'list version latest newer released page' }
    'version/--jq' { return 'text' }
    'version/--template' { return 'text' }
  }
}

# What stands at a place behind a command.
function Get-IpeosPlace([string] $Command, [int] $Place) {
  foreach ($key in "$Command/$Place", "$Command/*") {
    switch -Exact -CaseSensitive ($key) {
      'ticket show/*' { return 'live ticket' }
      'ticket comment/*' { return 'live ticket' }
      'ticket attach/0' { return 'live ticket' }
      'ticket attach/*' { return 'file' }
      'ticket download/0' { return 'live ticket' }
      'ticket download/1' { return 'live document' }
      'ticket accept/*' { return 'live ticket' }
      'ticket refuse/*' { return 'live ticket' }
      'ticket rate/0' { return 'live ticket' }
      'ticket rate/1' { return 'text' }
      'ticket edit/0' { return 'live ticket' }
      'ticket cancel/*' { return 'live ticket' }
      'ticket close/*' { return 'live ticket' }
      'ticket link/0' { return 'live ticket' }
      'ticket link/1' { return 'live ticket' }
      'ticket unlink/0' { return 'live ticket' }
      'ticket unlink/1' { return 'live ticket' }
      'ticket observer add/0' { return 'live ticket' }
      'ticket observer add/*' { return 'text' }
      'ticket observer remove/0' { return 'live ticket' }
      'ticket observer remove/*' { return 'text' }
      'ticket observer mute/0' { return 'live ticket' }
      'ticket observer mute/1' { return 'text' }
      'ticket observer unmute/0' { return 'live ticket' }
      'ticket observer unmute/1' { return 'text' }
      'ticket observer list/0' { return 'live ticket' }
      'ticket leave/0' { return 'live ticket' }
      'ticket watch/*' { return 'live ticket' }
      'ticket wait/*' { return 'live ticket' }
      'ticket export/*' { return 'live ticket' }
      'ticket import/0' { return 'file' }
      'draft show/0' { return 'live draft' }
      'draft send/0' { return 'live draft' }
      'draft delete/*' { return 'live draft' }
      'form show/0' { return 'live form' }
      'faq search/*' { return 'text' }
      'faq show/0' { return 'live article' }
      'faq download/0' { return 'live article' }
      'approval accept/0' { return 'text' }
      'approval refuse/0' { return 'text' }
      'reservation new/0' { return 'live reservation-item' }
      'reservation cancel/0' { return 'live reservation' }
      'account use/0' { return 'live account' }
      'account remove/0' { return 'live account' }
      'profile use/0' { return 'live profile' }
      'entity use/0' { return 'live entity' }
      'password reset/0' { return 'text' }
      'contract show/0' { return 'live contract' }
      'preferences set/0' { return 'one language email notify page-length columns' }
      'preferences set/1' { return 'text' }
      'config get/0' { return 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' }
      'config set/0' { return 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' }
      'config set/1' { return 'live setting-value' }
      'config unset/0' { return 'one url language color plain menu quiet pager timeout ca allow-http insecure-storage save-token page-length columns suggest notify email recovery.url recovery.email' }
      'config import/0' { return 'file' }
      'api/0' { return 'text' }
      'api/1' { return 'text' }
      'completion/0' { return 'one bash zsh fish powershell' }
      'help/*' { return 'text' }
    }
  }
}

# What may stand for the current word, as lines: the word, a tab, what it means.
function Get-IpeosCandidate([string] $Source, [string] $Current, [string[]] $Words) {
  $kind, $rest = $Source -split ' ', 2
  switch ($kind) {
    'one' { $rest -split ' ' }
    'list' {
      $taken = @($Current -split ',')
      $before = @($taken | Select-Object -SkipLast 1)
      $head = if ($before.Count -gt 0) { ($before -join ',') + ',' } else { '' }
      $rest -split ' ' | Where-Object { $before -cnotcontains $_ } | ForEach-Object { "$head$_" }
    }
    'live' {
      $program = Get-Command ipeos -CommandType Application, ExternalScript -ErrorAction SilentlyContinue |
        Select-Object -First 1
      if ($program) { & $program __complete "$rest=$Current" @Words 2>$null }
    }
  }
}

# A value as it can stand on a command line.
function Format-IpeosWord([string] $Word) {
  if ($Word -cmatch '^[\w./:#+-]+$' -or $Word -cmatch '^--[\w-]+=[\w./:#+,-]*$') { return $Word }
  "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($Word) + "'"
}

function Complete-Ipeos([string] $Current, [string[]] $Words) {
  $command = ''
  $place = 0
  $wanted = ''
  $rest = $false
  foreach ($word in $Words) {
    if ($wanted -and -not ($wanted.StartsWith('?') -and $word.StartsWith('-'))) { $wanted = ''; continue }
    $wanted = ''
    if ($rest) { $place++ }
    elseif ($word -ceq '--') { $rest = $true }
    elseif ($word.StartsWith('-')) {
      if (-not $word.Contains('=')) {
        $wanted = Get-IpeosValue $command $word
        if (-not $wanted) { $wanted = Get-IpeosValue '' $word }
      }
    }
    elseif ($next = Step-Ipeos $command $word) { $command = $next }
    else { $place++ }
  }
  if ($wanted -and -not ($wanted.StartsWith('?') -and $Current.StartsWith('-'))) {
    return Get-IpeosCandidate $wanted.TrimStart('?') $Current $Words
  }
  if (-not $rest -and $Current -cmatch '^--[^=]*=') {
    $name, $value = $Current -split '=', 2
    $source = Get-IpeosValue $command $name
    if (-not $source) { $source = Get-IpeosValue '' $name }
    if ($source) { return Get-IpeosCandidate $source.TrimStart('?') $value $Words | ForEach-Object { "$name=$_" } }
    return
  }
  if (-not $rest -and $Current.StartsWith('-')) {
    Get-IpeosOption $command
    if ($command) { Get-IpeosOption '' }
    return
  }
  $commands = @(Get-IpeosCommand $command)
  if ($commands.Count -gt 0) { return $commands }
  $source = Get-IpeosPlace $command $place
  if ($source) { Get-IpeosCandidate $source $Current $Words }
}

Register-ArgumentCompleter -Native -CommandName ipeos -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
      Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
      ForEach-Object { if ($_.Value) { "$($_.Value)" } else { "$_" } })
  $current = "$wordToComplete".Trim("'", '"')
  # Nothing given: PowerShell offers files by itself, as where files are meant.
  Complete-Ipeos $current $words | ForEach-Object {
    $word, $about = "$_" -split "`t", 2
    if ($word.StartsWith($current, [System.StringComparison]::OrdinalIgnoreCase)) {
      $shown = if ($about) { $about } else { $word }
      [System.Management.Automation.CompletionResult]::new((Format-IpeosWord $word), $word, 'ParameterValue', $shown)
    }
  }
}
