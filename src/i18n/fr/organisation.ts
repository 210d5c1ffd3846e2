import type { organisation as english } from '../en/organisation.ts'

export const organisation: Record<keyof typeof english, string> = {
  'config.import.summary': 'prendre ce que votre organisation distribue',
  'config.import.description':
    'Prend le fichier de votre organisation : la plateforme, son autorité, vos contrats de support. Montre ce qui change, et demande. Vos comptes et vos propres réglages restent.',
  'config.import.argument.file': 'un fichier, une adresse (https://…), ou - pour l’entrée standard',
  'config.import.option.yes': 'le prendre sans demander',
  'config.import.question': 'Est-ce bien cela ?',
  'config.import.unconfirmed': 'Rien n’a changé : il faut que quelqu’un soit d’accord.',
  'config.import.unconfirmed.hint': 'Si vous l’êtes : ajoutez --yes.',
  'config.import.stopped': 'Rien n’a changé.',
  'config.import.same': '{name} : c’est ce que vous avez déjà.',
  'config.import.done': '{name} : c’est enregistré. Pour vous en passer à nouveau : ipeos config unset organisation',
  'config.import.next': 'Si vous n’y êtes pas encore connecté : ipeos login',
  'config.import.own-first':
    '{key} : votre propre réglage passe d’abord. Pour suivre votre organisation : ipeos config unset {key}',
  'organisation.not-json': '{origin} : ce n’est pas du JSON (ligne {line}, colonne {column}).',
  'organisation.not-json.hint':
    'Rien n’a changé. Il est peut-être incomplet : demandez-le à nouveau à qui vous l’a donné.',
  'organisation.newer': '{origin} est fait pour une version d’ipeos plus récente.',
  'organisation.newer.hint': 'Mettez ipeos à jour, ou demandez un fichier de version 1.',
  'organisation.malformed': '{origin} ne convient pas :',
  'organisation.more-faults': '{count, plural, one {et une autre erreur} other {et # autres erreurs}}',
  'organisation.unknown-key': 'ligne {line}, colonne {column} : « {where} » n’existe pas dans un tel fichier',
  'organisation.missing-key': 'ligne {line}, colonne {column} : il manque « {where} »',
  'organisation.wrong-object':
    'ligne {line}, colonne {column} : « {where} » doit être un objet, avec des noms et des valeurs',
  'organisation.wrong-list':
    'ligne {line}, colonne {column} : « {where} » doit être une liste, pas plus longue que ce qu’admet un tel fichier',
  'organisation.wrong-text': 'ligne {line}, colonne {column} : « {where} » doit être un texte, ni vide ni trop long',
  'organisation.wrong-version': 'ligne {line}, colonne {column} : « {where} » doit être 1',
  'organisation.wrong-page':
    'ligne {line}, colonne {column} : « {where} » doit être une adresse en https://, sans mot de passe dedans',
  'organisation.wrong-email': 'ligne {line}, colonne {column} : « {where} » doit être une adresse de courriel',
  'organisation.wrong-telephone': 'ligne {line}, colonne {column} : « {where} » doit être un numéro de téléphone',
  'organisation.wrong-day': 'ligne {line}, colonne {column} : « {where} » doit être un jour, comme 2027-12-31',
  'organisation.unknown-level':
    'ligne {line}, colonne {column} : « {where} » doit être bronze, silver, gold ou platinum',
  'organisation.telephone-below-gold':
    'ligne {line}, colonne {column} : « {where} » est réservé aux contrats de niveau Gold ou supérieur',
  'organisation.not-a-certificate': 'ligne {line}, colonne {column} : « {where} » n’est pas un certificat PEM',
  'organisation.malformed.hint':
    'Rien n’a changé. Dites-le à qui vous a donné ce fichier ; sa forme : schema/organisation.schema.json',
  'organisation.too-big': '{origin} : plus de {megabytes} Mo, ce n’est pas le fichier d’une organisation.',
  'organisation.address': '{url} : ce qui n’est pas chiffré a pu être changé en chemin.',
  'organisation.address.hint':
    'Prenez une adresse en https://, sans mot de passe dedans, ou téléchargez le fichier vous-même.',
  'organisation.fetching': 'Le fichier de votre organisation arrive…',
  'organisation.unreachable.hint':
    'Vérifiez l’adresse et votre réseau, ou procurez-vous le fichier autrement : ipeos config import FICHIER',
  'organisation.not-there': '{host} n’a pas ce fichier.',
  'organisation.redirected': '{host} dit que le fichier est ailleurs.',
  'organisation.redirected.hint': 'Si vous avez confiance en cet endroit, donnez son adresse : {target}',
  'organisation.refused': '{host} ne donne pas le fichier (statut {status}).',
  'organisation.name': 'Organisation',
  'organisation.brand': 'Support',
  'organisation.platform': 'Plateforme',
  'organisation.authority': 'Autorité',
  'organisation.recovery': 'Compte perdu',
  'organisation.contact': 'Référent',
  'organisation.contracts': 'Contrats',
  'organisation.nothing': 'rien',
  'organisation.now': 'aujourd’hui : {value}',
  'word.level.bronze': 'Bronze',
  'word.level.silver': 'Silver',
  'word.level.gold': 'Gold',
  'word.level.platinum': 'Platinum',
}
