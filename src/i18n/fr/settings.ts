export const settings = {
  'settings.left-aside': 'Laissé de côté : {reason}',
  'settings.folder-relative': '{origin} doit être un chemin complet, depuis la racine ; c’est « {value} ».',
  'settings.sandbox-and-url': '--sandbox et --url {url} désignent deux plateformes : donnez l’un des deux.',
  'settings.wrong-url':
    '{origin} : « {value} » n’est pas l’adresse d’une plateforme (https://…, sans mot de passe dedans).',
  'settings.wrong-choice': '{origin} : « {value} » ne convient pas ; au choix : {choices}.',
  'settings.wrong-timeout':
    '{origin} : « {value} » n’est pas un nombre de secondes, plus grand que 0 et d’au plus {longest, number}.',
  'settings.wrong-count': '{origin} : « {value} » n’est pas un nombre entier de 1 à {longest, number}.',
  'settings.wrong-email': '{origin} : « {value} » n’est pas une adresse de courriel (nom@exemple.fr).',
  'settings.wrong-page': '{origin} : « {value} » n’est pas l’adresse d’une page (https://…, sans mot de passe dedans).',
  'settings.wrong-names': '{origin} : « {value} » n’est pas une liste de noms séparés par des virgules.',
  'settings.wrong-value': '{origin} : « {value} » ne convient pas.',
  'settings.wrong-in-file.hint':
    'Pour corriger : ipeos config set {key} VALEUR\nPour s’en passer : ipeos config unset {key}',
  'settings.wrong-in-machine.hint':
    'C’est là sous « {key} », pour tous ceux qui se servent de cet ordinateur : son administrateur peut le corriger. Le vôtre passe d’abord : ipeos config set {key} VALEUR',
  'settings.wrong-in-organisation.hint':
    'Le fichier de votre organisation est en cause.\nPour s’en passer : ipeos config unset organisation\nPour en prendre un autre : ipeos config import FICHIER',

  'settings.exposed':
    '{url} n’est pas chiffré (http) : ce qui y est envoyé, mot de passe compris, peut être lu en chemin.',
  'settings.exposed.hint':
    'Prenez l’adresse en https.\nSi vous savez ce que vous faites : ipeos login --url {url} --allow-http\nSans connexion gardée : IPEOS_ALLOW_HTTP=1',

  'settings.corrupt': '{path} est illisible. Le fichier est mis de côté, intact : {aside}',
  'settings.unreadable':
    '{path} ne se comprend pas ({reason}). Tant qu’il reste ainsi, rien n’est envoyé : cela pourrait partir vers une autre plateforme que la vôtre.',
  'settings.unreadable.hint': 'Réparez-le, ou écartez-le pour repartir de zéro : mv {path} {path}.old',
  'settings.corrupt-secrets.hint': 'Reconnectez-vous : ipeos login --insecure-storage',
  'settings.newer': '{path} vient d’une version plus récente d’ipeos.',
  'settings.newer.hint': 'Mettez ipeos à jour, ou donnez un autre dossier avec IPEOS_CONFIG_DIR.',
  'settings.locked': 'Une autre commande ipeos occupe ce fichier depuis trop longtemps : {path}',
  'settings.locked.hint': 'Si aucune autre commande ipeos ne tourne, réessayez dans quelques secondes.',
  'settings.cannot-read': 'Impossible de lire {path} ({reason}).',
  'settings.cannot-write': 'Impossible d’écrire {path} ({reason}).',
  'settings.file-trouble.hint':
    'Vérifiez les droits et la place sur le disque, ou choisissez un autre dossier (IPEOS_CONFIG_DIR, IPEOS_STATE_DIR, IPEOS_CACHE_DIR, IPEOS_DATA_DIR). Lequel est lequel : ipeos help files',
  'settings.home-closed':
    '{home} vous est fermé, et c’est peut-être là que votre plateforme est indiquée. Rien n’est envoyé : cela pourrait partir ailleurs.',
  'settings.home-closed.hint': 'Indiquez la plateforme (IPEOS_URL), ou donnez à HOME un dossier à vous.',
  'settings.no-home': 'Il n’y a pas de dossier personnel ici, donc aucun endroit où garder ce qui doit l’être.',
  'settings.no-home.hint':
    'Donnez un dossier qui existe à HOME, ou bien à IPEOS_CONFIG_DIR (connexions, réglages) et à IPEOS_STATE_DIR (brouillons). Ce qui manque : ipeos doctor',
  'settings.machine-open': 'D’autres que root peuvent modifier {path} : ce fichier n’est pas utilisé.',
  'settings.machine-open.hint':
    'Faites-le fermer, ainsi que son dossier (chown root, chmod go-w). D’ici là, indiquez vous-même la plateforme (IPEOS_URL) : rien ne part vers une autre.',
  'settings.secrets-readable': 'D’autres que vous peuvent lire vos secrets dans {path} : ils ne sont pas utilisés.',
  'settings.secrets-readable.hint':
    'Fermez-le (chmod 600 {path}), et changez de mot de passe si vous n’êtes pas seul sur cette machine.',

  'settings.not-logged-in': 'Il faut d’abord se connecter à {url}.',
  'settings.no-such-account': 'Vous n’avez pas de compte « {account} » sur {url}.',
  'settings.not-logged-in-sandbox': 'Il faut d’abord se connecter à la plateforme embarquée.',
  'settings.not-logged-in-sandbox.hint': 'Connectez-vous avec le compte d’essai « alice » : ipeos login --sandbox',
  'settings.not-logged-in.hint': 'Connectez-vous : ipeos login',
  'settings.not-logged-in-there.hint': 'Connectez-vous : ipeos login --url {url}',
  'settings.logged-in-elsewhere.hint':
    'Pour se connecter : ipeos login --url {url}\nPour utiliser un autre compte : ipeos account use {name}',
  'settings.half-environment': '{given} est défini, mais pas {missing}.',
  'settings.half-environment.hint':
    'Définissez IPEOS_USER et IPEOS_PASSWORD ensemble, ou IPEOS_TOKEN seul, ou aucun des trois.',
  'settings.wrong-proxy': '{variable} n’est pas l’adresse d’un proxy utilisable par ipeos (http ou https).',
  'settings.wrong-proxy.hint':
    'Elle a cette forme : http://proxy.exemple:3128, ou http://NOM:MOTDEPASSE@proxy.exemple:3128.',
  'settings.secret-twice': '{name} et {origin} sont définis tous les deux.',
  'settings.secret-twice.hint': 'Donnez l’un ou l’autre.',
  'settings.secret-file': '{origin} : impossible de lire {path} ({reason}).',
  'settings.secret-file-empty': '{origin} : {path} est vide.',
  'settings.secret-file-lines': '{origin} : {path} doit tenir en une ligne, et en compte plusieurs.',
  'settings.secret-file-big': '{origin} : {path} est trop gros pour un secret ({most, number} ko au plus).',
  'settings.secret-control': '{origin} contient un caractère de contrôle, ce qui n’arrive dans aucun secret.',
  'settings.secret-control.hint':
    'Redonnez-le en texte brut : l’UTF-16, que PowerShell écrit parfois, ne convient pas.',
  'settings.secret-file.hint':
    'C’est le chemin d’un fichier qui contient le secret et rien d’autre ; gardez-le pour vous (chmod 600).',
  'settings.open-secret':
    'D’autres que vous, sur cet ordinateur, peuvent lire le secret dans {path}. Fermez-le : chmod 600 {path}',
  'settings.not-ours':
    '{path} n’est pas à vous, d’autres ont pu l’écrire : il n’en est pas tenu compte. S’il est à vous : chown {user} {path}',
  'settings.open-to-others':
    'D’autres peuvent écrire {path} : il n’en est pas tenu compte. Pour y remédier : chmod go-w {path}',

  'settings.keychain-absent':
    'Il n’y a pas de trousseau ici : aucun Secret Service (GNOME Keyring, KWallet, KeePassXC…) ne répond.',
  'settings.keychain-locked': 'Le trousseau de cette session est verrouillé.',
  'settings.keychain-silent': 'Le trousseau de cette session ne répond pas.',
  'settings.keychain-denied': 'Le trousseau de cette session refuse l’accès.',
  'settings.keychain-broken': 'Le trousseau de cette session a un problème.',
  'settings.keychain-unpacked':
    'Le trousseau est inutilisable : la partie d’ipeos qui lui parle n’a pas pu être extraite dans {path}.',
  'settings.keychain-tampered':
    'Le trousseau est inutilisable : {path} n’est pas ce qu’ipeos y avait extrait, ou d’autres que vous peuvent le changer.',
  'settings.keychain-tampered.hint':
    'Rien n’en a été exécuté. Si ce n’est pas vous qui l’avez changé, prévenez qui s’occupe de cet ordinateur ; supprimez-le ensuite, puis réessayez.',
  'settings.keychain-unloadable':
    'Le trousseau est inutilisable : ce système ne charge pas {path}, comme sur un système de fichiers monté avec noexec. IPEOS_CACHE_DIR désigne un autre dossier.',
  'settings.keychain-locked.hint':
    'Déverrouillez-le (il suffit d’ouvrir le gestionnaire de mots de passe de votre session), puis réessayez. Sans lui : IPEOS_USER et IPEOS_PASSWORD, ou IPEOS_TOKEN, dans l’environnement ; ou un fichier que vous seul pouvez lire : ipeos login --insecure-storage',
  'settings.keychain.hint':
    'Sans lui : IPEOS_USER et IPEOS_PASSWORD, ou IPEOS_TOKEN, dans l’environnement ; ou un fichier que vous seul pouvez lire : ipeos login --insecure-storage',
}
