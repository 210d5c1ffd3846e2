export const home = {
  'home.summary': 'où en sont les choses, sur un écran',
  'home.description':
    'Affiche vos tickets par statut, ce qui attend votre réponse, et les dernières nouvelles de chacun. C’est aussi ce qu’affiche ipeos seul.',
  'home.loading': 'Un coup d’œil…',
  'home.see-all': 'voir tous',
  'home.no-ticket': 'Vous n’avez aucun ticket ouvert. Tout va bien ?',
  'home.open': '{count, plural, one {# ticket ouvert} other {# tickets ouverts}}',
  'home.awaiting':
    '{count, plural, one {Une solution attend votre réponse} other {# solutions attendent votre réponse}}',
  'home.answer': 'Pour répondre : ipeos ticket accept {id} · ipeos ticket refuse {id}',
  'home.latest': 'Dernières nouvelles',
  'home.all': 'Tous ({count, number}) : ipeos ticket list',
  'home.new': 'Pour ouvrir un ticket : ipeos ticket new',
  'home.read': 'En lire un : ipeos ticket show NUMÉRO',
  'home.draft': 'Pas encore envoyé : {what}. Pour reprendre : {command}',
  'home.drafts': 'Pas encore envoyés : {count, number} brouillons. Pour les voir : ipeos draft list',
  'home.left-out': 'La plateforme est lente, ou a refusé : il manque {what}.',
  'home.part.news': 'les dernières nouvelles',
  'home.part.reservations': 'vos réservations',
  'home.reservations': 'Vos réservations',
  'home.welcome': 'Bienvenue ! Il reste à se connecter à {platform}.',
  'home.welcome-login': 'Pour se connecter : ipeos login',
  'home.welcome-password': 'Mot de passe oublié : ipeos password reset',
  'home.welcome-lost': 'Tout perdu : ipeos account recover',
  'home.welcome-sandbox':
    'Juste pour essayer, en alice (mot de passe alice-secret) : ipeos login --sandbox --user alice',
}
