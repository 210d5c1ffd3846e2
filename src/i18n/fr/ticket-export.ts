import type { ticketExport as english } from '../en/ticket-export.ts'

export const ticketExport: Record<keyof typeof english, string> = {
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
}
