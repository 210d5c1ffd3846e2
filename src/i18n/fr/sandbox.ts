export const sandbox = {
  'sandbox.start.summary': 'démarrer la plateforme embarquée, sur cette machine seulement',
  'sandbox.start.description':
    'Un petit GLPI dans un seul processus, pour essayer : il ne répond que sur cette machine, jusqu’à Ctrl+C. ' +
    'Comptes : alice/alice-secret, henri/henri-secret et bob/bob-secret (clients), teo/teo-secret (technicien), glpi/glpi (administrateur).',
  'sandbox.start.port': 'port (8470 s’il est libre) ; 0 en prend un libre',
  'sandbox.data': 'dossier de ses données',
  'sandbox.start.glpi': 'à quel GLPI ressembler',
  'sandbox.start.tickets': 'ajouter tant de tickets, pour mesurer les listes',
  'sandbox.start.entities': 'place des sociétés dans un nouveau dossier : ACME sous IPEOS, ou à côté (d’ordinaire)',
  'sandbox.start.equipment':
    'ce qu’alice a dans un nouveau dossier : un ordinateur (d’ordinaire en 11.0), ou aussi un téléphone, une imprimante… (10.0)',
  'sandbox.start.sign-in':
    'façon d’entrer : sans mot de passe ou sans jeton, second facteur, authentification unique (de bob)',
  'sandbox.start.catalogue': 'ce que contient le catalogue de GLPI 11',
  'sandbox.start.password-policy': 'exiger des nouveaux mots de passe 8 caractères, de toutes les sortes',
  'sandbox.start.password-expired': 'le mot de passe de ce compte a expiré',
  'sandbox.in-use': 'Un autre « sandbox start » utilise {folder} (processus {pid}).',
  'sandbox.in-use-hint': 'Arrêtez-le, ou donnez à celui-ci un dossier à lui : ipeos sandbox start --data DOSSIER',
  'sandbox.started': 'Un GLPI {glpi} d’essai répond à cette adresse. Ctrl+C pour l’arrêter.\nSes données : {folder}',
  'sandbox.log-in.good': 'Pour vous connecter (mot de passe : {password}) : ipeos login --url {url} --user {user}',
  'sandbox.log-in.expired':
    'Le mot de passe du compte {user} ({password}) a expiré. Pour en choisir un nouveau : ipeos login --url {url} --user {user}',
  'sandbox.log-in.changed':
    'Le mot de passe du compte {user} a été changé dans ce dossier. Avec le nouveau : ipeos login --url {url} --user {user}',
  'sandbox.reset.summary': 'oublier tout ce que contient la plateforme embarquée',
  'sandbox.reset.description': 'Supprime les données de la plateforme embarquée : la commande suivante la recrée.',
  'sandbox.reset.yes': 'ne pas demander confirmation',
  'sandbox.reset.sure': 'Supprimer tous les tickets de la plateforme embarquée ({folder}) ?',
  'sandbox.reset.kept': 'Rien n’a été supprimé.',
  'sandbox.reset.done': 'C’est fait : la plateforme embarquée est comme neuve.',
  'sandbox.reset.nothing': 'La plateforme embarquée ne contient rien : il n’y avait rien à supprimer.',
  'sandbox.corrupt':
    'Les données de la plateforme embarquée sont illisibles : {file}. Rien n’est perdu : elles ont été mises de côté sous {aside}.',
  'sandbox.corrupt-hint': 'Relancez la commande : elle repartira avec des données neuves.',
  'sandbox.no-folder': 'La plateforme embarquée ne peut pas se servir du dossier {folder} ({reason}).',
  'sandbox.no-folder-hint':
    'Vérifiez ses droits et la place sur le disque, ou donnez un autre dossier avec IPEOS_DATA_DIR.',
  'sandbox.port-taken': 'Le port {port} est déjà pris par un autre programme.',
  'sandbox.port-refused': 'Le port {port} ne peut pas être ouvert.',
  'sandbox.port-hint': 'Pour en prendre un libre : ipeos sandbox start --port 0',
  'sandbox.wrong-port': '« {text} » n’est pas un port : il faut un nombre de 0 à {most, number}.',
  'sandbox.wrong-tickets': '« {text} » n’est pas un nombre de tickets : il faut de 0 à {most, number}.',
}
