export const token = {
  'token.fetching': 'Récupération de votre jeton…',
  'token.offer': 'Garder un jeton plutôt que le mot de passe (valable même s’il change) ?',
  'token.made':
    'Le site a créé un nouveau jeton (une personne n’en a qu’un) : donnez-le aux programmes qui se servaient de l’ancien.',
  'token.kept.keychain': 'Un jeton, plutôt que votre mot de passe, est dans le trousseau de votre système.',
  'token.kept.file': 'Un jeton, plutôt que votre mot de passe, est dans {path}, que vous seul pouvez lire.',
  'token.not-kept': 'C’est votre mot de passe qui est gardé, comme avant, et non un jeton. {reason}',
  'token.off': 'Ce site n’accepte pas de jeton personnel.',
  'token.not-proven': 'Le site a créé un jeton, puis l’a refusé.',
  'token.replace':
    'Le site refuse le jeton que vous y avez. En créer un autre ? (À donner aux programmes qui ont l’ancien.)',
  'token.refused-stays': 'Le jeton que vous avez sur le site est refusé ; il a été laissé tel quel.',
  'token.not-made': 'Le site n’a pas créé de jeton.',
  'token.unread': 'Le site devait créer un jeton, et ne l’a pas montré.',
  'token.may-stand':
    'Un jeton créé à l’instant est peut-être resté sur le site, et il ouvre votre compte. Sa page : {url}\nPour le retrouver ici : ipeos login --save-token\nPuis, pour le révoquer : ipeos logout --revoke',
  'token.stays': 'Le site n’a pas révoqué le jeton.',
  'token.by-hand': 'Voyez-le sur sa page, dans vos préférences, avec un navigateur.',

  'token.steps.10':
    'Sur la page qui s’ouvre, une fois connecté au site :\n1. Sous « Clés d’accès distant », cherchez « Jeton d’API ». Seulement s’il n’y en a pas : cochez « Régénérer », puis « Sauvegarder ».\n2. Copiez le jeton, revenez ici, et collez-le.',
  'token.steps.11':
    'Sur la page qui s’ouvre, une fois connecté au site :\n1. Sous « Mots de passe et clés d’accès », cherchez « Jeton d’API ». Seulement s’il est vide : cochez « Régénérer », puis « Sauvegarder ».\n2. Copiez le jeton, revenez ici, et collez-le.',
  'token.embedded':
    'La plateforme embarquée n’a pas de page à ouvrir dans un navigateur. Le jeton du compte d’essai « alice » : alice-token',
  'token.ask': 'Votre jeton (il ne s’affichera pas)',
  'token.spaces': 'Il y a une espace au milieu : un jeton n’en a pas. Recopiez-le, lui seul.',
  'token.characters': 'Ce n’est pas un jeton : il n’a que des lettres et des chiffres. Recopiez-le.',
  'token.try-again':
    'La plateforme refuse ce jeton : ce n’est pas celui de la page, ou bien le site n’en accepte aucun. Recopiez-le.',
  'token.ask-other': 'Ce jeton appartient à {name} ({login}), et non à {user}. Se connecter comme {login} ?',
  'token.of-another': 'Ce jeton appartient à {login}, et non à {user} : rien n’est gardé.',
  'token.of-another.hint': 'Connectez-vous au site comme {user} dans votre navigateur, puis : ipeos login --web',
  'token.of-another.input-hint':
    'Donnez le jeton du compte {user}, ou, pour vous connecter comme {login}, retirez --user {user}.',
  'token.instead.no-passwords':
    'Cette plateforme n’accepte pas de mot de passe venant d’un programme ; votre jeton personnel fera l’affaire.',
  'token.instead.single-sign-on':
    'Ce site connecte les gens de lui-même (authentification unique), et ne vous connaît peut-être pas de mot de passe ; votre jeton personnel fera l’affaire.',
  'token.instead.ask': 'Le prendre sur sa page ?',
  'token.web-and-input': 'Avec --web, le jeton se colle : donnez-le sans --password-stdin ni --token-stdin.',
  'token.web-without-terminal': '--web a besoin d’un terminal, où coller le jeton.',
  'token.web-without-terminal.hint': 'Dans un script : ipeos login --token-stdin',
} as const
