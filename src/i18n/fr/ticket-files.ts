export const ticketFiles = {
  'download.summary': 'récupérer les documents d’un ticket',
  'download.description':
    'Récupère des documents d’un ticket : un seul, par son numéro ou son nom, ou tous. Un fichier déjà là n’est jamais écrasé : le nouveau s’appelle « nom (2) », sauf avec --force.',
  'download.document': 'numéro ou nom du document',
  'download.option.all': 'tous les documents du ticket, et les images du texte',
  'download.option.output':
    'le dossier où les mettre, créé au besoin (le dossier courant) ; - écrit un seul document sur la sortie standard',
  'download.option.force':
    'écraser les fichiers du même nom ; avec -o -, écrire sur un terminal ce qui n’est pas du texte',
  'download.option.open':
    'ouvrir le document dans le logiciel prévu pour lui ; jamais s’il peut être lui-même un programme',
  'download.open-one': '--open n’ouvre qu’un seul document, enregistré dans un dossier.',
  'download.open-one-hint': 'Nommez-le : ipeos ticket download {id} DOCUMENT --open',
  'download.there': 'Déjà là, identique : {path} ({size})',
  'download.total':
    '{saved, plural, =0 {Rien de nouveau} one {Un document enregistré ({size})} other {# documents enregistrés ({size})}}{there, plural, =0 {.} one { ; un était déjà là.} other { ; # étaient déjà là.}}',
  'download.opened': 'Ouvert : {path}',
  'download.unsafe':
    '{path} est enregistré, mais pas ouvert : un fichier de ce type peut contenir un programme. Ouvrez-le vous-même si vous savez d’où il vient.',
  'download.nowhere': 'Pas d’écran ici pour l’ouvrir, ou pas de logiciel pour ce fichier : le document est dans {path}',
  'download.choice': '{name} · {details}',
  'download.all-or-one': 'Soit un document, soit --inline, soit --all.',
  'download.all-or-one-hint': 'Pour voir ce qu’il y a : ipeos ticket show {id}',
  'download.document-and-json':
    'Avec -o -, c’est le document lui-même qui va sur la sortie standard : pas de JSON à côté.',
  'download.document-and-json-hint': 'Retirez -o -, ou --json, --jq et --template.',
  'download.several-to-output': 'Un seul document peut aller sur la sortie standard ; il y en a {count, number}.',
  'download.several-to-output-hint': 'Nommez-en un, ou mettez-les tous dans un dossier : -o DOSSIER',
  'download.not-for-terminal': '« {name} » n’est pas du texte : votre terminal le prendrait pour des commandes.',
  'download.not-for-terminal-hint':
    'Envoyez-le ailleurs : -o - > FICHIER. Dans un dossier : -o DOSSIER. Malgré tout : --force',
  'download.none': 'Le ticket n° {id} n’a aucun document.',
  'download.none-hint': 'Voyez ce qu’il contient : ipeos ticket show {id}',
  'download.which': 'Le ticket n° {id} a plusieurs documents ; lequel ?',
  'download.which-line': '{document} {name}',
  'download.which-hint': 'Nommez-en un, ou prenez-les tous : ipeos ticket download {id} --all',
  'download.unknown': 'Le ticket n° {id} n’a pas de document « {text} » ; au plus près : {names}',
  'download.no-such': 'Le ticket n° {id} n’a pas de document « {text} » ; il y a : {names}',
  'download.ambiguous': '« {text} » peut être : {names}',
  'download.by-number-hint': 'Donnez le numéro : ipeos ticket download {id} NUMÉRO',
  'download.question': 'Quel document ?',
  'download.all': 'Tous ({count, number})',
  'download.fetching': 'Lecture du fichier {name}…',
  'download.saved': 'Enregistré : {path} ({size})',
  'download.interrupted': 'Interrompu : le fichier en cours n’a pas été gardé. Pour reprendre : {command}',
  'download.failed': '{name} n’a pas été enregistré : {reason}',
  'download.some': '{saved, number} documents sur {count, number} du ticket n° {id} sont enregistrés.',
  'download.nothing': 'Aucun document du ticket n° {id} n’a pu être enregistré.',
  'download.again': 'Pour récupérer le reste : {command}',

  'export.summary': 'garder des tickets dans un dossier, avec leur histoire et leurs documents',
  'export.description':
    'Garde des tickets dans un dossier : pour chacun une page (ticket.md), la même chose que « show --json » (ticket.json) et ses documents. ' +
    'À relancer quand vous voulez : la commande reprend où elle s’est arrêtée, et ne rapporte que ce qui a changé.',
  'export.tickets': 'numéros ou adresses des tickets',
  'export.option.all': 'tous les tickets, même clos',
  'export.option.output': 'dossier où les garder',
  'export.page-title': 'Ticket n° {id}',
  'export.timeline': 'Historique',
  'export.index-title': '{count, plural, one {Un ticket} other {# tickets}}',
  'export.listing': 'Lecture de la liste de vos tickets…',
  'export.progress': 'Vos tickets',
  'export.done':
    '{exported, plural, =0 {Aucun nouveau ticket} one {Un nouveau ticket} other {# nouveaux tickets}}, {refreshed, number} mis à jour, {unchanged, number} sans changement, dans {folder}.',
  'export.failed': 'Le ticket n° {id} n’est pas exporté : {reason}',
  'export.some':
    '{failed, plural, one {Un ticket sur {count, number} n’est pas exporté} other {# tickets sur {count, number} ne sont pas exportés}}.',
  'export.none': 'Aucun ticket n’est exporté : les {count, number} ont échoué.',
  'export.go-on': 'Ce qui est exporté reste. Pour continuer : {command}',
  'export.interrupted': 'Interrompu. Ce qui est exporté reste, entier. Pour continuer : {command}',
  'export.which': 'Quels tickets ?',
  'export.all-or-some': 'Soit quelques tickets, soit tous.',
  'export.which-hint': 'Pour les avoir tous : ipeos ticket export --all',
  'export.index-rebuilt':
    '{path} était abîmé ou absent : il est refait, d’après {count, plural, one {le ticket} other {les # tickets}} du dossier.',
  'export.not-ours': '{path} n’est pas l’index d’un export.',
  'export.other-platform': 'Le dossier {folder} contient des tickets de {platform}.',
  'export.other-folder': 'Choisissez un autre dossier : -o DOSSIER',

  'import.summary': 'ouvrir beaucoup de tickets d’un coup, depuis un fichier',
  'import.description':
    'Ouvre un ticket pour chaque ligne d’un fichier qui n’en a pas encore : CSV avec un en-tête, ou objets JSON, un par ligne ou dans un tableau ; 20 000 lignes au plus. Les colonnes portent les noms des options de « ticket new » : title, description, type, urgency, category, about, location, notify, email, files (des chemins séparés par |), ou titre, urgence, catégorie, matériel, lieu, courriel, fichiers ; avec --form, les questions d’un formulaire du site sont aussi des colonnes. Toutes les lignes sont d’abord vérifiées ; puis chaque ticket est créé une seule fois, quoi qu’il arrive. Ce sont les lignes qui sont retenues, non les fichiers : d’un fichier qui a grandi, seules les nouvelles lignes sont importées. Une ligne se reconnaît à sa clé (une colonne nommée clé, ref ou id, ou --key), sinon à ce qu’elle dit.',
  'import.file': 'fichier CSV, NDJSON ou JSON, ou - pour l’entrée standard',
  'import.standard-input': 'l’entrée standard',
  'import.option.resume': 'reprendre un import inachevé : le dernier, ou celui de ce numéro',
  'import.option.discard': 'oublier un import inachevé ; les tickets déjà créés restent',
  'import.option.key': 'colonne à laquelle une ligne se reconnaît',
  'import.option.again': 'ouvrir les tickets de toutes les lignes, même déjà importées',
  'import.option.dry-run': 'vérifier le fichier, dire quelles lignes sont déjà là, et ne rien envoyer',
  'import.option.report':
    'récrire les lignes, chacune avec ticket, adresse, résultat et erreur, dans ce fichier (- pour la sortie standard)',
  'import.option.yes': 'envoyer sans demander de confirmation',
  'import.which': 'Quel fichier ?',
  'import.one-way': 'Soit un fichier, soit --resume, soit --discard ; --dry-run et --again vont avec un fichier.',
  'import.see-help': 'Pour voir comment : ipeos ticket import --help',
  'import.put-right': 'Corrigez, puis relancez la même commande. Colonnes : {columns}',
  'import.bad-line': 'ligne {line} : {problem}',
  'import.not-text': '{path} n’est pas du texte.',
  'import.workbook': '{path} est un classeur ({kind}), non du texte.',
  'import.workbook-hint': 'Enregistrez-le en « CSV UTF-8 » dans votre tableur, puis importez ce fichier-là.',
  'import.report-by-link':
    'Quelqu’un d’autre a mis le lien {path} dans un dossier où tous peuvent écrire : il n’est pas suivi.',
  'import.report-by-link-hint': 'Indiquez un autre fichier, dans un dossier à vous.',
  'import.report-over-file': 'Le compte rendu {path} prendrait la place de {source}, sous un autre nom.',
  'import.report-over-file-hint': 'Si c’est voulu, donnez exactement le même nom ; sinon, un autre fichier.',
  'import.report-twice':
    'Avec --report -, la sortie standard est le compte rendu : ni --json ni --format ne vont avec.',
  'import.report-of-old': 'L’import {id} a été commencé par un ipeos plus ancien, qui n’a pas gardé de lignes.',
  'import.report-unwritten': 'Le compte rendu {path} n’a pas pu être écrit ({reason}).',
  'import.report-unwritten-hint':
    'Vérifiez le dossier, ses droits et la place sur le disque, ou nommez un autre fichier : --report FICHIER',
  'import.not-json': 'ce n’est pas un objet JSON',
  'import.broken-array': 'il commence comme un tableau JSON, et n’en est pas un',
  'import.broken-quotes':
    'un guillemet s’ouvre sans se fermer, ou se trouve au milieu d’une case ; la suite n’est pas vérifiée',
  'import.other-cells': 'il y a {found, number} cases pour {expected, number} colonnes',
  'import.no-column': 'une case est dans une colonne sans nom',
  'import.unknown-column': 'il n’y a pas de colonne « {name} » ; la plus proche : {near}. Toutes : {names}',
  'import.column-twice': 'la colonne « {name} » y est deux fois',
  'import.no-key-column': 'il n’y a pas de colonne « {name} » pour --key ; il y a : {names}',
  'import.several-keys': 'plusieurs colonnes pourraient être la clé ({names}) : dites laquelle, --key COLONNE',
  'import.key-twice': 'ligne {line} : la clé « {name} » est déjà celle de la ligne {other}',
  'import.no-title-column': 'la première ligne doit nommer les colonnes, dont « title »',
  'import.not-yes-or-no': 'notify vaut « {value} », ni oui ni non',
  'import.missing': 'il manque : {field}',
  'import.missing-answer': '« {label} » n’a pas de réponse',
  'import.email-without-notify': 'une adresse est donnée alors que notify dit non',
  'import.empty': 'il n’y a aucune ligne à importer',
  'import.no-lines': 'Aucune ligne : rien à importer.',
  'import.no-report': 'Pas de rapport : une ligne illisible n’y serait pas rendue entière.',
  'import.too-many':
    'il y a {count, number} lignes, et {most, number} au plus partent à la fois : coupez le fichier en plusieurs, chacun avec l’en-tête',
  'import.question':
    'Ouvrir {count, plural, one {un ticket, « {title} »} other {# tickets, à partir de « {title} »}}{there, plural, =0 {} one { (une ligne est laissée de côté)} other { (# lignes sont laissées de côté)}} ?',
  'import.stop': 'Arrêter là',
  'import.progress': 'Vos tickets',
  'import.done':
    '{count, plural, one {Un ticket enregistré} other {# tickets enregistrés}}. Le support vient d’être prévenu.',
  'import.done-rehearsed':
    '{count, plural, one {Un ticket enregistré} other {# tickets enregistrés}}. C’est une répétition : personne n’est prévenu.',
  'import.there':
    '{count, plural, one {Une ligne est déjà importée, et reste telle quelle.} other {# lignes sont déjà importées, et restent telles quelles.}}',
  'import.all-there':
    '{count, plural, one {Sa ligne est déjà importée} other {Ses # lignes sont déjà importées}} : rien n’a été envoyé. Pour rouvrir ces tickets : --again',
  'import.lines-changed':
    '{count, plural, one {Une ligne dit} other {# lignes disent}} autre chose que lors de l’import ; aucun ticket n’a été ouvert pour cela.',
  'import.files-missing':
    '{count, plural, one {Il manque à un ticket} other {Il manque à # tickets}} un fichier que la plateforme n’a pas pris ; le compte rendu dit lequel.',
  'import.files-waiting':
    'Les tickets sont là, mais certains de leurs fichiers ne sont pas lisibles ici ; le compte rendu dit lesquels.',
  'import.lines-elsewhere':
    '{count, plural, one {Une ligne est} other {# lignes sont}} dans l’import {id}, sur lequel une autre commande ipeos travaille.',
  'import.dry-run':
    '{count, plural, =0 {Aucun ticket} one {Un ticket} other {# tickets}} à ouvrir{there, plural, =0 {} one { ; une ligne laissée de côté} other { ; # lignes laissées de côté}}. Rien n’a été envoyé (--dry-run).',
  'import.twice': 'y est deux fois : la demande est partie deux fois en chemin ; le plus récent : {numbers}',
  'import.refused-silently': 'refusé, sans raison donnée',
  'import.all-refused': 'La plateforme a refusé {count, plural, one {le ticket} other {les # tickets}}.',
  'import.some-refused':
    'La plateforme a refusé {count, plural, one {un ticket} other {# tickets}} ; {done, plural, one {un est enregistré} other {# sont enregistrés}}.',
  'import.begun':
    'L’import de ce fichier est déjà commencé : {done, number} tickets sur {count, number} y sont. Pour l’importer tout de même une fois de plus, d’abord : {discard}',
  'import.again': 'Pour rouvrir les tickets de toutes ses lignes : --again',
  'import.not-found': 'Aucun import « {id} » à reprendre.',
  'import.nothing-left': 'Aucun import à reprendre.',
  'import.option.form': 'le formulaire du site par lequel part chaque ligne : ses questions sont des colonnes',
  'import.checking': 'Le site regarde chaque ligne…',
  'import.put-right-by-form':
    'Corrigez, puis relancez la même commande. Ce que demande le formulaire : ipeos form show {form}',
  'import.form-not-offered': 'avec ces réponses, le formulaire ne peut pas être envoyé.',
  'import.also': 'D’autres tickets en sont nés : {numbers}',
  'import.unseen': 'Le site l’a reçu ({name}), et ne vous montre pas de ticket.',
  'import.ambiguous': 'Plusieurs imports commencent par « {id} ».',
  'import.unfinished': 'Inachevés : {names}',
  'import.none-unfinished': 'Tous les imports de ce compte sont terminés.',
  'import.in-use': 'Une autre commande ipeos travaille sur l’import {id}.',
  'import.other-entity': 'L’import {id} a commencé dans {entity}.',
  'import.other-role': 'L’import {id} a commencé dans un autre rôle.',
  'import.unkept':
    'Rien n’est parti : cet import ne pourrait pas être retenu ici, et le suivant rouvrirait les mêmes tickets.',
  'import.unkept.hint':
    'Faites de la place sur le disque, ou indiquez un autre dossier (IPEOS_STATE_DIR). Pour importer quand même : --again',
  'import.broken': 'Un import est illisible ; il est mis de côté : {path}',
  'import.discarded':
    'L’import {id} est oublié. {there, plural, =0 {Aucun de ses tickets n’est parti.} one {Un de ses tickets est sur la plateforme, et y reste.} other {# de ses tickets sont sur la plateforme, et y restent.}}',
}
