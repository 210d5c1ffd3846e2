export const news = {
  'news.summary': 'lire les annonces du support',
  'news.description':
    'Affiche ce que le support annonce en ce moment, signalé quand vous ne l’avez pas encore vu ici, puis les actualités que la plateforme va chercher ailleurs.',
  'news.loading': 'Lecture des annonces…',
  'news.announcements': 'Annonces',
  'news.feeds': 'Actualités',
  'news.fresh': 'nouveau',
  'news.when': 'Quand : {period}',
  'news.none': 'Aucune annonce en ce moment.',
  'news.no-feeds': 'La plateforme ne montre pas ses actualités pour l’instant : elles manquent ici.',
}
