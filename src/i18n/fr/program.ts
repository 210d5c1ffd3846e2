export const program = {
  'program.description': 'Votre plateforme de support, depuis le terminal : ouvrez un ticket, suivez-le, répondez.',
  'program.usage': 'Utilisation :',
  'program.arguments': 'Arguments :',
  'program.options': 'Options :',
  'program.commands': 'Commandes :',
  'program.options-word': '[options]',
  'program.command-word': '[commande]',
  'program.examples': 'Exemples :',
  'program.global-note': 'Options valables partout (--lang, --url, --account…) : ipeos --help',
  'program.choices': 'au choix : {choices}',
  'program.between': ' ; ',
  'program.default': 'par défaut : {value}',
  'program.option.help': 'afficher cette aide',
  'program.option.version': 'afficher la version',
  'program.option.account': 'le compte à utiliser, si vous en avez plusieurs',
  'program.option.profile': 'le profil à prendre pour cet appel',
  'program.option.entity': 'l’entité où se placer pour cet appel, ou « all » (toutes)',
  'program.option.url': 'l’adresse de la plateforme',
  'program.option.sandbox': 'utiliser la plateforme embarquée, pour essayer',
  'program.option.lang': 'langue',
  'program.option.no-input': 'ne poser aucune question ; dire ce qui manque',
  'program.option.color': 'couleurs',
  'program.option.quiet': 'rien sur la sortie d’erreur tant que tout va bien',
  'program.option.plain': 'lignes simples pour lecteurs d’écran : rien de dessiné, rien qui bouge',
  'program.option.no-pager': 'écrire les longs textes en entier, sans le paginateur',
  'program.option.timeout': 'cesser d’attendre la plateforme après ce délai',
  'program.option.debug': 'montrer les échanges avec la plateforme, sans aucun secret',
  'program.option.insecure-storage':
    'garder les secrets dans un fichier lisible de vous seul, et non dans le trousseau',
  'program.group.account': 'vos comptes : en utiliser un autre, en oublier un, en retrouver un',
  'program.group.profile': 'le profil avec lequel vous utilisez la plateforme',
  'program.group.entity': 'l’entité où vous êtes',
  'program.group.password': 'un mot de passe oublié',
  'program.group.ticket': 'vos tickets : ouvrir, lister, lire, joindre des fichiers',
  'program.group.draft': 'ce que vous avez saisi et que la plateforme n’a pas encore',
  'program.group.sandbox': 'la plateforme embarquée, pour essayer',
  'program.unknown-command': 'La commande « {name} » n’existe pas.',
  'program.unknown-option': 'L’option {name} n’existe pas ici.',
  'program.missing-argument': 'Il manque <{name}>.',
  'program.which.ticket': 'Quel ticket ?',
  'program.which.observer': 'Quel observateur ?',
  'program.which.file': 'Quel fichier ?',
  'program.which.draft': 'Quel brouillon ?',
  'program.which.article': 'Quel article ?',
  'program.which.words': 'Chercher quoi ?',
  'program.which.reservation': 'Quelle réservation ?',
  'program.for-example': 'Par exemple : {command}',
  'program.missing-value': 'L’option {name} attend une valeur.',
  'program.asking-off': 'Les questions sont désactivées par {by}.',
  'program.too-many': 'Il y a un mot de trop. Un texte de plusieurs mots se met entre guillemets : "comme ceci".',
  'program.wrong-usage': 'Cette commande n’est pas comprise : {detail}',
  'program.wrong-choice': '{name} ne peut pas être « {value} ».',
  'program.wrong-word': '« {value} » ne convient pas comme <{name}>.',
  'program.one-of': 'Au choix : {choices}',
  'program.perhaps-one-of': 'Vouliez-vous dire {near} ? Au choix : {choices}',
  'program.did-you-mean': 'Vouliez-vous dire {name} ?',
  'program.environment-expired':
    'Pour en choisir un nouveau : ipeos password change --user {user} ; mettez-le ensuite dans {variable}.',
  'program.environment-refused': 'Il vient de l’environnement : vérifiez {variables}.',
  'program.see-help': 'Voir : {command} --help',
  'program.output-lost': 'Le résultat n’a pas pu être écrit ({reason}).',
  'program.output-lost-done': 'Ce qui était demandé est fait, sauf ce qui est dit par ailleurs : ne le redemandez pas.',
  'program.output-lost-hint': 'Faites de la place là où il va, ou envoyez-le ailleurs.',
  'program.replaced':
    'ipeos a été remplacé ou supprimé pendant qu’il tournait : une partie dont il a besoin n’est plus là.',
  'program.replaced-hint': 'Relancez la commande.',
  'program.bug': 'Une erreur s’est produite dans ipeos lui-même : {detail}',
  'program.bug-hint': 'Relancez avec --debug pour en voir le détail, et signalez-le au support.',

  'help.summary': 'l’aide d’une commande ou d’un sujet',
  'help.description':
    'Affiche l’aide d’une commande, comme --help, ou explique un sujet : exit-codes, environment, formats, files, scripting.',
  'help.argument': 'une commande (ticket list) ou un sujet',
  'help.option.man': 'sa page de manuel, à montrer par man : ipeos help --man ticket new | man -l -',
  'help.no-manual': 'La page de manuel {path} manque dans cette installation.',
  'help.unknown': 'Il n’y a ni commande ni sujet « {name} ».',
  'help.see-topics': 'Voir : ipeos help',
  'help.topics': 'Sujets (ipeos help SUJET) :',

  'version.summary': 'la version d’ipeos, et s’il y en a une plus récente',
  'version.description':
    'Affiche la version. Avec --check, regarde s’il y en a une plus récente, à l’adresse que donne le fichier de votre organisation, sans rien y envoyer de vous. Sans cette option, ipeos ne regarde jamais.',
  'version.option.check': 'regarder s’il y a une version plus récente',
  'version.looking': 'Y a-t-il une version plus récente ?…',
  'version.newest': 'C’est la version la plus récente.',
  'version.newer': 'Une version plus récente est parue : {latest}.',
  'version.newer-of': 'Une version plus récente est parue : {latest}, du {day}.',
  'version.page': 'Pour l’obtenir : {page}',
  'version.no-page': 'Installez-la comme vous avez installé celle-ci : vos réglages et vos brouillons restent.',
  'version.no-address': 'Personne n’a dit où les nouvelles versions sont annoncées.',
  'version.no-address.hint':
    'Votre organisation peut en donner l’adresse dans son fichier, sous « releases » : voir docs/fr/organisation.md',
  'version.redirected': '{host} dit que c’est annoncé ailleurs : {target}',
  'version.refused': '{host} ne dit pas quelle est la version la plus récente (statut {status}).',
  'version.unclear': 'La réponse de {host} ne dit pas quelle est la version la plus récente.',
  'version.tell-organisation':
    'Signalez-le à qui vous a donné le fichier de votre organisation : son « releases » mène là.',
  'version.unreachable.hint': 'Vérifiez votre réseau, puis réessayez : ipeos version --check',

  'completion.summary': 'la complétion des commandes dans votre shell',
  'completion.description':
    'Écrit le script qui complète les commandes, les options, les numéros de tickets et les catégories dans votre shell. Il ne demande rien à la plateforme : il propose ce qu’ont montré vos dernières listes et le formulaire. Dans PowerShell : ipeos completion powershell | Out-String | Invoke-Expression',
  'completion.argument': 'votre shell',
  'completion.missing': 'La complétion pour {shell} manque dans cette installation.',
  'completion.missing-hint': 'Réinstallez ipeos.',

  'topic.exit-codes': 'ce que dit le code de sortie d’une commande',
  'topic.exit-codes.intro': 'Chaque commande se termine par l’un de ces codes ; un script peut s’y fier.',
  'topic.exit-codes.json':
    'Avec --json ou --format ndjson, une erreur est un objet JSON sur une ligne de stderr, avec code, message, hint (ou null) et exitCode ; là où plusieurs choses manquent ou sont fausses, errors les donne toutes, chacune avec son champ. Ces codes restent d’une version à l’autre, et de nouveaux peuvent venir :',
  'topic.exit-codes.0': 'c’est fait ; une liste vide aussi',
  'topic.exit-codes.1': 'échec : la plateforme a refusé, ou une erreur d’ipeos',
  'topic.exit-codes.2': 'commande mal écrite, ou informations manquantes : toutes sont nommées d’un coup',
  'topic.exit-codes.3': 'introuvable : ce ticket n’existe pas, ou n’est pas le vôtre',
  'topic.exit-codes.4':
    'il faut se connecter : ipeos login ; c’est dit avant d’interroger la plateforme, donc une adresse fausse ne se voit qu’après',
  'topic.exit-codes.5': 'pas permis : votre profil n’en a pas le droit',
  'topic.exit-codes.6': 'la plateforme est injoignable, ou autre chose répond à sa place',
  'topic.exit-codes.7': 'fait en partie : le ticket est là, un fichier non',
  'topic.exit-codes.8': 'le délai de ticket wait est écoulé',
  'topic.exit-codes.129': 'son terminal ou sa connexion s’est fermé (SIGHUP)',
  'topic.exit-codes.130': 'vous l’avez arrêtée (Ctrl+C)',
  'topic.exit-codes.143': 'le système l’a arrêtée (SIGTERM)',

  'topic.environment': 'les variables d’environnement qui comptent',
  'topic.environment.intro':
    'Une option l’emporte sur sa variable, une variable sur vos réglages (ipeos config list), vos réglages sur ceux de l’ordinateur (/etc/ipeos/settings.json, mêmes clés), et ceux-ci sur la valeur par défaut.',
  'topic.environment.url': 'la plateforme ; sandbox pour celle qui est embarquée',
  'topic.environment.password': 'un identifiant et un mot de passe pour cet appel, à la place de ceux du trousseau',
  'topic.environment.token': 'un jeton personnel, à la place des deux',
  'topic.environment.app-token': 'le jeton d’application, si la plateforme en veut un',
  'topic.environment.account': 'comme --account',
  'topic.environment.role': 'comme --profile et --entity : qui l’on est pour cet appel',
  'topic.environment.lang': 'fr ou en ; sinon LC_ALL, LC_MESSAGES, LANG',
  'topic.environment.timeout': 'comme --timeout, en secondes',
  'topic.environment.color': 'comme --color : auto, always ou never',
  'topic.environment.quiet': 'comme --quiet',
  'topic.environment.plain': 'comme --plain',
  'topic.environment.pager': 'ce qui affiche les longs textes ; cat pour s’en passer',
  'topic.environment.no-input': 'comme --no-input',
  'topic.environment.debug': 'comme --debug',
  'topic.environment.insecure-storage': 'comme --insecure-storage, là où il n’y a pas de trousseau',
  'topic.environment.allow-http':
    'comme --allow-http de login, pour tous les appels : dans un réseau de conteneurs, par exemple',
  'topic.environment.secret-file':
    'le chemin d’un fichier qui contient le secret, à la place de la variable ; gardez-le pour vous (chmod 600)',
  'topic.environment.ca-file': 'un fichier PEM avec l’autorité de votre entreprise',
  'topic.environment.config-folder':
    'le dossier des réglages et des secrets, à la place du dossier habituel (chemin absolu)',
  'topic.environment.state-folder': 'de même pour les brouillons',
  'topic.environment.cache-folder': 'de même pour ce qui peut se perdre : le formulaire, ce que propose la complétion',
  'topic.environment.data-folder': 'de même pour la plateforme embarquée',
  'topic.environment.no-color': 'pas de couleurs ; des couleurs partout',
  'topic.environment.proxy': 'le proxy entre vous et la plateforme, et les hôtes qui s’en passent',
  'topic.environment.node-ca': 'les autorités auxquelles se fie tout programme Node.js',
  'topic.environment.editor': 'l’éditeur où vous écrivez les longs textes',
  'topic.environment.event': 'données par ticket watch à la commande de --exec',

  'topic.formats': 'comment les données sont écrites, et leurs champs',
  'topic.formats.intro':
    'Les commandes qui listent ou montrent des données écrivent un tableau dans un terminal et des valeurs simples dans un tube ; --format choisit :',
  'topic.formats.table': 'le tableau que l’on lit',
  'topic.formats.tsv':
    'une ligne chacun, des tabulations, sans en-tête : la forme habituelle dans un tube ; une cellule sans valeur est vide, coupez donc à chaque tabulation (cut, awk -F "\\t") : le read d’un shell prend deux tabulations pour une',
  'topic.formats.csv':
    'un en-tête, des virgules, des guillemets là où la RFC 4180 les veut, mais des fins de ligne comme les attendent les autres programmes d’Unix (LF), de l’UTF-8 sans marque ; une apostrophe devant ce qu’un tableur prendrait pour une formule',
  'topic.formats.csv-excel':
    'de même pour Excel, par un double-clic : une marque d’ordre des octets, CRLF, des points-virgules en français et partout où les décimales ont une virgule, des en-têtes dans votre langue, des dates qu’il reconnaît (2026-11-22 10:00:00, à votre heure)',
  'topic.formats.ndjson': 'un objet JSON par ligne',
  'topic.formats.markdown': 'un tableau pour une page web ou un wiki',
  'topic.formats.json': 'du JSON avec tous les champs, ou ceux qui sont nommés : --json id,title',
  'topic.formats.columns': 'ces colonnes, dans cet ordre : --columns id,status,title',
  'topic.formats.json-schema': 'le schéma JSON de ce que donne --json',
  'topic.formats.jq':
    'ce qu’une expression de jq 1.8 fait du JSON : les textes tels quels, les autres valeurs en JSON, une par ligne ; --json n’a pas à être dit ; jq n’a pas à être installé, et ne voit ni fichiers ni environnement',
  'topic.formats.template': 'le JSON selon un modèle, comme dans gh',
  'topic.formats.filters':
    'Une liste est un seul tableau JSON ; avec --format ndjson (et dans ticket watch), chaque objet est filtré dès qu’il arrive. Une expression ou un modèle faux est refusé avant toute demande (2) ; s’il ne convient pas à ce qui est venu, la commande finit par 7, car elle a fait son travail. Ce à quoi un terminal obéit est retiré des textes. Un modèle est un modèle de Go, en partie :',
  'topic.formats.template.field':
    'un champ ; <no value> pour ce qui n’est pas connu ; $ est tout ce que le modèle a reçu',
  'topic.formats.template.range': 'pour chacun d’une liste ; . est celui-là',
  'topic.formats.template.if': 'else if aussi ; est faux : rien, non, 0 et ce qui est vide',
  'topic.formats.template.with': 'de même, et . est cette valeur',
  'topic.formats.template.trim': 'un tiret retire les blancs à côté de lui ; une remarque',
  'topic.formats.template.pipe': 'ce qui est devant | est la dernière valeur donnée à la fonction suivante',
  'topic.formats.template.go': 'comme en Go',
  'topic.formats.template.print': 'printf connaît %s %v %q %d %x %t %f et %%, avec largeur, -, 0 et précision',
  'topic.formats.template.list':
    'join ", " .list : ses éléments, un texte entre eux ; pluck "name" .list : un champ de chacun',
  'topic.formats.template.truncate': 'truncate 20 .title : tant de colonnes au plus',
  'topic.formats.template.time':
    'timeago .changed : depuis combien de temps, dans votre langue ; timefmt "2006-01-02 15:04" .changed : selon un modèle de Go, à votre heure',
  'topic.formats.template.table':
    'tablerow .id .title : une ligne d’un tableau, en colonnes dans un terminal, avec des tabulations dans un tube ; les lignes jusque-là',
  'topic.formats.template.color':
    'color "green+b" .status : red, green, yellow, blue, cyan ou magenta, +b pour du gras et +d pour du pâle, là où il y a des couleurs (--color)',
  'topic.formats.template.link': 'hyperlink .url .title : un lien, là où le terminal en a',
  'topic.formats.errors':
    'Avec --json ou --format ndjson, chaque ligne de stderr est elle aussi un objet JSON, pour qui la lit, avec un message (note), un avertissement (warning) ou, à la fin, une erreur, dont les codes sont dans ipeos help exit-codes. Dans un terminal, messages et avertissements restent des phrases.',
  'topic.formats.words':
    'Les clés et les mots sont en anglais dans toutes les langues ("status": "solved") ; les dates suivent ISO 8601, avec leur décalage ; ce qui n’est pas connu vaut null ; les durées (took, timeSpent) sont en secondes, les tailles de fichiers en octets. Les clés restent d’une version à l’autre, et les nouvelles viennent à la fin.',
  'topic.formats.in-pipe':
    'Les colonnes dans un tube, en CSV et en Markdown, dans cet ordre ; les nouvelles viennent à la fin. D’une seule chose (show), TSV et Markdown donnent un champ par ligne :',
  'topic.formats.fields': 'Les champs de chaque commande :',

  'topic.files': 'les fichiers et les dossiers d’ipeos',
  'topic.files.intro': 'Vous seul pouvez les lire (0600). Sous Linux :',
  'topic.files.settings': 'vos réglages et les noms de vos comptes ; aucun secret (ipeos config path)',
  'topic.files.machine':
    'les mêmes réglages pour tous ceux qui se servent de cet ordinateur ; les leurs passent d’abord',
  'topic.files.secrets':
    'vos secrets, seulement si vous avez demandé --insecure-storage ; sinon ils sont dans le trousseau',
  'topic.files.drafts': 'ce que vous avez saisi et que la plateforme n’a pas encore (ipeos draft list)',
  'topic.files.cache':
    'le formulaire, et les numéros et titres que propose la complétion ; vous pouvez tout y supprimer',
  'topic.files.data': 'la plateforme embarquée (ipeos sandbox reset la vide)',
  'topic.files.elsewhere':
    'XDG_CONFIG_HOME et les autres variables XDG sont respectées. Sous macOS, tout est dans ~/Library/Application Support/ipeos et ~/Library/Caches/ipeos ; sous Windows, dans AppData. IPEOS_CONFIG_DIR, IPEOS_STATE_DIR, IPEOS_CACHE_DIR et IPEOS_DATA_DIR les déplacent.',

  'topic.scripting': 'comment utiliser ipeos dans un script',
  'topic.scripting.streams':
    'Les données vont sur stdout ; les questions, les messages et les erreurs, sur stderr. Sans terminal, les listes sont des lignes simples ; --json donne des objets.',
  'topic.scripting.questions':
    'Sans terminal, ou avec --no-input, rien n’est demandé : tout ce qui manque est nommé dans une seule erreur (2), et rien n’est envoyé.',
  'topic.scripting.credentials':
    'Des identifiants donnés par l’environnement servent pour un appel et ne sont gardés nulle part ; avec IPEOS_INSECURE_STORAGE, la session qu’ils ont ouverte est gardée dans secrets.json (0600) jusqu’à sa fin. Un mot de passe ne se met jamais dans une option : d’autres utilisateurs de la machine pourraient le lire.',
  'topic.scripting.again':
    'Un ticket est créé une seule fois, même si la réponse s’est perdue : ipeos ticket new --resume le reprend. Attendre est aussi une commande :',
  'topic.scripting.alert':
    'La supervision (Alertmanager, Grafana, Zabbix, Nagios, Icinga, ou un JSON à vous) a un ticket par problème :',
  'topic.scripting.stability':
    'Les codes de sortie, les options, les champs et leurs mots restent. Voir : ipeos help exit-codes',

  'man.name': 'NOM',
  'man.synopsis': 'SYNOPSIS',
  'man.description': 'DESCRIPTION',
  'man.commands': 'COMMANDES',
  'man.arguments': 'ARGUMENTS',
  'man.options': 'OPTIONS',
  'man.global-options': 'OPTIONS VALABLES PARTOUT',
  'man.fields': 'CHAMPS',
  'man.examples': 'EXEMPLES',
  'man.see-also': 'VOIR AUSSI',
  'man.manual': 'Manuel d’ipeos',
}
