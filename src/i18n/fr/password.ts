import type { password as english } from '../en/password.ts'

export const password: Record<keyof typeof english, string> = {
  'password-change.summary': 'choisir un nouveau mot de passe',
  'password-change.description':
    'Demande votre mot de passe actuel et deux fois le nouveau, essaie celui-ci sur la plateforme, et ne le garde qu’ensuite à la place de l’ancien. Fonctionne aussi quand il a expiré.',
  'password-change.option.user': 'l’identifiant sur la plateforme ; par défaut, celui du compte utilisé',
  'password-change.option.password-stdin':
    'lire le mot de passe actuel et le nouveau sur l’entrée standard, un par ligne',
  'password-change.ask-current': 'Mot de passe actuel du compte {user} sur {platform}',
  'password-change.rules': 'Ce qu’il faut au nouveau mot de passe : {rules}.',
  'password-change.rules-unknown': 'La plateforme ne dit pas d’avance ce qu’il faut à un nouveau mot de passe.',
  'password-change.rule.short': 'au moins {least} caractères',
  'password-change.rule.number': 'un chiffre',
  'password-change.rule.letter': 'une minuscule',
  'password-change.rule.capital': 'une majuscule',
  'password-change.rule.symbol': 'un signe (- . ! ?)',
  'password-change.rule.former': 'ne pas être l’un de vos {former} derniers',
  'password-change.lacks': 'Il manque encore : {what}.',
  'password-change.fault.empty': 'Il est vide : quelques caractères, s’il vous plaît.',
  'password-change.fault.same': 'C’est votre mot de passe actuel : choisissez-en un autre.',
  'password-change.faults': 'Ce nouveau mot de passe ne convient pas, il n’a pas été envoyé. Il lui manque :',
  'password-change.trying': 'Changement du mot de passe, puis essai…',
  'password-change.done': 'Votre nouveau mot de passe est en place sur {platform}. Il a été essayé.',
  'password-change.chosen': 'Votre nouveau mot de passe est en place, et il a été essayé.',
  'password-change.kept.keychain':
    'Votre trousseau est à jour. Sur d’autres ordinateurs, reconnectez-vous : ipeos login',
  'password-change.kept.file':
    'Le fichier qui garde votre connexion est à jour. Sur d’autres ordinateurs, reconnectez-vous : ipeos login',
  'password-change.token-stays': 'Sur cet ordinateur, vous êtes connecté par un jeton personnel : rien n’y change.',
  'password-change.log-in': 'Pour vous en servir : ipeos login',
  'password-change.environment': 'IPEOS_PASSWORD (ou son fichier) contient encore l’ancien : mettez-y le nouveau.',
  'password-change.expired': 'Votre mot de passe a expiré. Choisissez-en un nouveau, et vous serez connecté.',
  'password-change.now': 'Choisir un nouveau mot de passe maintenant ?',
  'password-change.script-hint':
    'Avec l’ancien et le nouveau, un par ligne, sur l’entrée standard : ipeos password change --user {user} --password-stdin',
  'password-change.script-there-hint':
    'Avec l’ancien et le nouveau, un par ligne, sur l’entrée standard : ipeos password change --url {url} --user {user} --password-stdin',
  'password-change.stopped': 'Interrompu : votre mot de passe n’a pas changé.',
  'password-change.interrupted':
    'Le nouveau mot de passe était en route : une connexion dira s’il est en place : ipeos login',
  'password-change.missing': 'Sans terminal, il manque :',
  'password-change.missing-user': '--user NOM (personne n’est connecté ici)',
  'password-change.missing-password':
    '--password-stdin, avec le mot de passe actuel et le nouveau sur l’entrée standard, un par ligne',
  'password-change.lines':
    '--password-stdin : deux lignes sont attendues sur l’entrée standard, le mot de passe actuel et le nouveau ; aucune ne peut être vide.',
  'password-change.lines.hint':
    'Par exemple : printf "%s\\n" "$ANCIEN" "$NOUVEAU" | ipeos password change --password-stdin',
  'password-change.wrong-current': 'Ce n’est pas votre mot de passe actuel.',
  'password-change.wrong-current.hint': 'Rien n’a changé. Mot de passe oublié ? ipeos password reset',
  'password-change.elsewhere':
    'Le mot de passe du compte {user} n’est pas géré par la plateforme, mais par votre organisation (son annuaire ou son authentification unique).',
  'password-change.elsewhere.hint':
    'Changez-le là où vous changez celui de votre ordinateur ou de votre messagerie, puis : ipeos login',
  'password-change.fixed': 'Votre profil sur la plateforme ne permet pas de changer de mot de passe.',
  'password-change.fixed.hint': 'Demandez-en un nouveau au support : ipeos contact',
  'password-change.hidden': 'La plateforme ne montre pas sa page de changement de mot de passe.',
  'password-change.hidden.hint': 'Essayez dans votre navigateur : {url}',
  'password-change.by-token':
    'Vous êtes connecté ici par un jeton personnel, qu’un changement de mot de passe ne concerne pas.',
  'password-change.by-token.hint':
    'Pour changer tout de même le mot de passe : ipeos password change --user NOM, ou dans votre navigateur : {url}',
  'password-change.of-environment':
    'Votre mot de passe vient d’IPEOS_PASSWORD (ou de son fichier), qu’ipeos ne peut pas modifier.',
  'password-change.of-environment.hint':
    'ipeos password change --user {user} le change sur la plateforme ; mettez ensuite vous-même le nouveau dans la variable.',
  'password-change.refused': 'La plateforme n’accepte pas ce mot de passe : {said}',
  'password-change.unchanged':
    'La plateforme n’a rien changé, quoi que dise sa page : l’ancien mot de passe reste valable, pas le nouveau.',
  'password-change.unsent':
    'La connexion s’est coupée pendant l’envoi du nouveau mot de passe. Après essai : l’ancien reste valable, pas le nouveau.',
  'password-change.again-hint': 'Rien n’a changé ici non plus. Pour réessayer : ipeos password change',
  'password-change.lost':
    'La plateforme n’accepte plus ni le nouveau mot de passe ni l’ancien. Ce qui est gardé sur cet ordinateur n’a pas changé.',
  'password-change.lost.hint': 'Pour en recevoir un nouveau par courriel : ipeos password reset',
  'password-change.unproven':
    'Le nouveau mot de passe est parti, mais la plateforme ne peut pas dire s’il est en place. Ce qui est gardé sur cet ordinateur n’a pas changé.',
  'password-change.unproven.hint': 'Quand elle répondra, essayez le nouveau, puis l’ancien : ipeos login',
  'password-change.unkept':
    'Le nouveau mot de passe est en place sur la plateforme, mais cet ordinateur garde encore l’ancien :',
  'password-change.unkept.hint': 'Pour vous connecter avec le nouveau : ipeos login',
}
