import type { bulk as english } from '../en/bulk.ts'

export const bulk: Record<keyof typeof english, string> = {
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
  'export.not-ours': '{path} n’est pas l’index d’un export.',
  'export.other-platform': 'Le dossier {folder} contient des tickets de {platform}.',
  'export.other-folder': 'Choisissez un autre dossier : -o DOSSIER',
  'import.summary': 'ouvrir beaucoup de tickets d’un coup, depuis un fichier',
  'import.description':
    'Ouvre un ticket par ligne d’un fichier : CSV avec en-tête, ou un objet JSON par ligne. Ses colonnes portent le nom des options de « ticket new » : title, description, type, urgency, category, about, notify, email. Toutes les lignes sont d’abord vérifiées ; puis chaque ticket est créé une seule fois, quoi qu’il arrive.',
  'import.file': 'fichier CSV ou NDJSON, ou - pour l’entrée standard',
  'import.standard-input': 'l’entrée standard',
  'import.option.resume': 'reprendre un import inachevé : le dernier, ou celui de ce numéro',
  'import.option.discard': 'oublier un import inachevé ; les tickets déjà créés restent',
  'import.option.again': 'rouvrir les tickets d’un fichier, bien qu’il soit déjà importé',
  'import.option.dry-run': 'vérifier le fichier, et ne rien envoyer',
  'import.option.yes': 'envoyer sans demander de confirmation',
  'import.which': 'Quel fichier ?',
  'import.one-way': 'Soit un fichier, soit --resume, soit --discard ; --dry-run et --again vont avec un fichier.',
  'import.see-help': 'Pour voir comment : ipeos ticket import --help',
  'import.put-right': 'Corrigez, puis relancez la même commande. Colonnes : {columns}',
  'import.bad-line': 'ligne {line} : {problem}',
  'import.not-text': '{path} n’est pas du texte.',
  'import.not-json': 'ce n’est pas un objet JSON',
  'import.broken-quotes':
    'un guillemet s’ouvre sans se fermer, ou se trouve au milieu d’une case ; la suite n’est pas vérifiée',
  'import.other-cells': 'il y a {found, number} cases pour {expected, number} colonnes',
  'import.no-column': 'une case est dans une colonne sans nom',
  'import.unknown-column': 'il n’y a pas de colonne « {name} » ; la plus proche : {near}. Toutes : {names}',
  'import.column-twice': 'la colonne « {name} » y est deux fois',
  'import.no-title-column': 'la première ligne doit nommer les colonnes, dont « title »',
  'import.not-yes-or-no': 'notify vaut « {value} », ni oui ni non',
  'import.missing': 'il manque : {field}',
  'import.email-without-notify': 'une adresse est donnée alors que notify dit non',
  'import.empty': 'il n’y a aucune ligne à importer',
  'import.too-many': 'il y a plus de {most, number} lignes',
  'import.question':
    'Ouvrir {count, plural, one {un ticket, « {title} »} other {# tickets, à partir de « {title} »}} ?',
  'import.progress': 'Vos tickets',
  'import.done':
    '{count, plural, one {Un ticket enregistré} other {# tickets enregistrés}}. Une alerte est partie au service de support.',
  'import.dry-run':
    '{count, plural, one {Un ticket est prêt} other {# tickets sont prêts}}. Rien n’est parti (--dry-run).',
  'import.refused-silently': 'refusé, sans raison donnée',
  'import.all-refused': 'La plateforme a refusé {count, plural, one {le ticket} other {les # tickets}}.',
  'import.some-refused':
    'La plateforme a refusé {count, plural, one {un ticket} other {# tickets}} ; {done, plural, one {un est enregistré} other {# sont enregistrés}}.',
  'import.begun':
    'L’import de ce fichier est déjà commencé : {done, number} tickets sur {count, number} y sont. Pour l’importer tout de même une fois de plus, d’abord : {discard}',
  'import.done-before':
    'Cela a déjà été importé, le {when} : {count, plural, one {ticket n° {first}} other {# tickets, à partir du n° {first}}}.',
  'import.again': 'Pour les ouvrir tout de même une fois de plus : {command}',
  'import.not-found': 'Aucun import « {id} » à reprendre.',
  'import.nothing-left': 'Aucun import à reprendre.',
  'import.ambiguous': 'Plusieurs imports commencent par « {id} ».',
  'import.unfinished': 'Inachevés : {names}',
  'import.none-unfinished': 'Tous les imports de ce compte sont terminés.',
  'import.in-use': 'Un autre ipeos travaille sur l’import {id}.',
  'import.other-entity': 'L’import {id} a commencé dans {entity}.',
  'import.broken': 'Un import est illisible ; il est mis de côté : {path}',
  'import.discarded':
    'L’import {id} est oublié. {there, plural, =0 {Aucun de ses tickets n’est parti.} one {Un de ses tickets est sur la plateforme, et y reste.} other {# de ses tickets sont sur la plateforme, et y restent.}}',
  'new.option.dedupe':
    'un seul ticket pour ce qui se répète : tant qu’un ticket de cette clé est ouvert, le texte et les fichiers s’y ajoutent (résolu ou clos : un nouveau)',
  'new.empty-key': '--dedupe veut une clé : quelques mots pour ce qui se répète.',
  'new.empty-key-hint': 'Donnez-en une, comme --dedupe sauvegarde-srv1',
  'new.added': 'Le ticket n° {id} sur le même sujet est encore ouvert : votre texte y est ajouté.',
  'new.would-add': 'Le ticket n° {id} sur le même sujet est encore ouvert : ceci y serait ajouté.',
  'new.former-ticket': 'Le ticket n° {id} sur le même sujet est terminé : un nouveau s’ouvre.',
  'draft.no-turn': 'D’autres ipeos sont sur le même sujet depuis cinq minutes.',
  'machine.unknown': 'aucun de vos matériels n’est cette machine ({machine}) ; les plus proches : {names}',
  'machine.ambiguous': 'cette machine ({machine}) peut être : {names}',
  'machine.none':
    'la plateforme ne vous connaît aucun matériel, donc pas cette machine non plus ({machine}) ; laissez --about de côté',
  'machine.no-list':
    'la plateforme ne montre pas vos matériels, cette machine n’y est donc pas trouvée : donnez son numéro, comme Computer:3',
  'new.text-too-long':
    'le texte fait {length, number} caractères ; un ticket en prend {most, number} au plus. À joindre comme fichier : --attach FICHIER',
}
