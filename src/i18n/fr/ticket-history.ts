import type { ticketHistory as english } from '../en/ticket-history.ts'

export const ticketHistory: Record<keyof typeof english, string> = {
  'history.summary': 'tous les tickets depuis toujours, par année, avec leur durée',
  'history.description':
    'Liste tous les tickets depuis toujours, clos compris, les derniers en premier, par année, avec le temps que chacun a pris. Dans un tube : des tabulations, sans en-tête.',
  'history.option.limit': 'combien au plus ; tous sans cette option',
  'history.bad-limit-hint': 'Un nombre entier à partir de 1 ; pour tous les tickets, laissez --limit de côté.',
  'history.more': '{shown, number} sur {total, number}. Pour tout voir, laissez --limit de côté.',
  'history.none-then': 'Aucun ticket ouvert dans cette période. Pour les voir tous : ipeos ticket history',
  'history.year': '{year} — {count, plural, one {un ticket} other {# tickets}}',
  'history.opened': 'Ouvert',
  'history.took': 'Durée',
  'history.going-on': 'en cours',
  'history.typical': 'La moitié des {count, number} tickets résolus ont pris {duration} ou moins.',
}
