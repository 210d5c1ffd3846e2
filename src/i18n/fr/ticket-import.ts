import type { ticketImport as english } from '../en/ticket-import.ts'

export const ticketImport: Record<keyof typeof english, string> = {
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
}
