export const news = {
  'news.summary': 'read what the support announces',
  'news.description':
    'Shows what the support announces now, marked where you have not seen it here yet, then the news that the platform fetches from elsewhere.',
  'news.loading': 'Reading the announcements…',
  'news.announcements': 'Announcements',
  'news.feeds': 'News',
  'news.fresh': 'new',
  'news.when': 'When: {period}',
  'news.none': 'Nothing is announced at the moment.',
  'news.no-feeds': 'The platform does not show its news from elsewhere right now: they are left out.',
}
