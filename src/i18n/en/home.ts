export const home = {
  'home.summary': 'where things stand, on one screen',
  'home.description':
    'Shows your tickets by status, what waits for your answer, and the latest news of each. It is also what ipeos alone shows.',
  'home.loading': 'Having a look…',
  'home.see-all': 'see all',
  'home.no-ticket': 'You have no open ticket. All is well?',
  'home.open': '{count, plural, one {# open ticket} other {# open tickets}}',
  'home.awaiting': '{count, plural, one {A solution awaits your answer} other {# solutions await your answer}}',
  'home.answer': 'To answer: ipeos ticket accept {id} · ipeos ticket refuse {id}',
  'home.latest': 'Latest',
  'home.all': 'All {count, number} of them: ipeos ticket list · To read one: ipeos ticket show NUMBER',
  'home.new': 'To open a ticket: ipeos ticket new · To read one: ipeos ticket show NUMBER',
  'home.left-out': 'The platform is slow: some news is left out. To read a ticket: ipeos ticket show NUMBER',
  'home.welcome': 'Welcome! You are not logged in to {platform} yet.',
  'home.welcome-login': 'To log in: ipeos login',
  'home.welcome-lost': 'Password forgotten: ipeos password reset · All lost: ipeos account recover',
  'home.welcome-sandbox': 'Just trying: ipeos login --sandbox --user alice (password: alice-secret)',
} as const
