export const ticketHistory = {
  'history.summary': 'every ticket ever, by year, and how long each took',
  'history.description':
    'Lists every ticket ever, closed ones too, the latest first, by year, with how long each took to be solved. In a pipe: tab-separated, without a head.',
  'history.option.limit': 'how many at most; all of them without it',
  'history.bad-limit-hint': 'A whole number from 1 on; for every ticket, leave --limit out.',
  'history.more': '{shown, number} of {total, number}. To see them all, leave --limit out.',
  'history.none-then': 'No ticket was opened then. For every ticket ever: ipeos ticket history',
  'history.year': '{year} — {count, plural, one {one ticket} other {# tickets}}',
  'history.opened': 'Opened',
  'history.took': 'Took',
  'history.going-on': 'going on',
  'history.typical': 'Half of the {count, number} that are solved took {duration} or less.',
} as const
