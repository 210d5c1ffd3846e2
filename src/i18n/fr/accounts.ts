import type { accounts as english } from '../en/accounts.ts'

export const accounts: Record<keyof typeof english, string> = {
  'account.unknown': 'Il n’y a pas de compte « {value} » ici.',
  'account.see-list': 'Les voir : ipeos account list',
  'account.none': 'Aucune connexion n’est gardée ici. Pour se connecter : ipeos login',
  'account.to-use': 'Pour en utiliser un autre : ipeos account use NOM',
  'account.name': 'Compte',
  'account.storage.keychain': 'trousseau',
  'account.storage.file': 'fichier',
  'account.argument.name': 'son nom complet, son identifiant, ou une partie',
  'account.list.summary': 'lister les comptes dont la connexion est gardée ici',
  'account.list.description':
    'Liste les comptes dont la connexion est gardée ici, toutes plateformes confondues ; celui qui sert porte une marque.',
  'account.use.summary': 'utiliser un autre compte désormais',
  'account.use.description':
    'Fait d’un compte, et de sa plateforme, ceux des commandes. Pour un seul appel : --account.',
  'account.use.missing': 'Quel compte ? ipeos account use NOM',
  'account.use.ask': 'Compte à utiliser',
  'account.use.done': 'Les commandes utilisent désormais {name}.',
  'account.use.sandbox': 'Il est sur la plateforme embarquée, qui ne sert que si une commande dit --sandbox.',
  'account.remove.summary': 'oublier un compte',
  'account.remove.description':
    'Termine la session d’un compte, et oublie ses secrets. Ce que vous avez saisi sans l’envoyer reste.',
  'account.remove.option.yes': 'ne pas demander confirmation',
  'account.remove.missing': 'Pour le faire sans terminal, il manque : {missing}',
  'account.remove.ask': 'Compte à oublier',
  'account.remove.sure': 'Oublier {name} et ses secrets ?',
  'account.remove.done': '{name} : c’est oublié.',
  'account.remove.drafts':
    '{count, plural, one {Un brouillon de ce compte est encore là} other {# brouillons de ce compte sont encore là}} : ipeos draft list',
}
