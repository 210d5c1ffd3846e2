import type { organisation as english } from '../en/organisation.ts'

export const organisation: Record<keyof typeof english, string> = {
  'config.import.summary': 'prendre ce que votre organisation distribue',
  'config.import.description':
    'Prend le fichier de votre organisation : la plateforme, son autorité, vos contrats de support. Montre ce qui change, et demande. Vos comptes et vos propres réglages restent.',
  'config.import.argument.file': 'un fichier, une adresse (https://…), ou - pour l’entrée standard',
  'config.import.option.yes': 'le prendre sans demander',
  'config.import.question': 'Prendre ceci ?',
  'config.import.unconfirmed': 'Rien n’a changé : il faut que quelqu’un soit d’accord.',
  'config.import.unconfirmed.hint': 'Si vous l’êtes : ajoutez --yes.',
  'config.import.stopped': 'Rien n’a changé.',
  'config.import.same': '{name} : c’est ce que vous avez déjà.',
  'config.import.done': '{name} : c’est pris. Pour vous en passer à nouveau : ipeos config unset organisation',
  'config.import.next': 'Si vous n’y êtes pas encore connecté : ipeos login',
  'config.import.own-first':
    '{key} : votre propre réglage passe d’abord. Pour suivre votre organisation : ipeos config unset {key}',
  'organisation.not-json': '{origin} : ce n’est pas du JSON (ligne {line}, colonne {column}).',
  'organisation.newer': '{origin} est fait pour une version d’ipeos plus récente.',
  'organisation.newer.hint': 'Mettez ipeos à jour, ou demandez un fichier de version 1.',
  'organisation.unknown-key':
    '{origin} : « {where} » n’existe pas dans un tel fichier (ligne {line}, colonne {column}).',
  'organisation.missing-key': '{origin} : il manque « {where} » (ligne {line}, colonne {column}).',
  'organisation.wrong-value': '{origin} : « {where} » n’a pas de sens (ligne {line}, colonne {column}).',
  'organisation.unknown-level':
    '{origin} : « {where} » ne convient pas ; au choix : bronze, silver, gold, platinum (ligne {line}, colonne {column}).',
  'organisation.telephone-below-gold':
    '{origin} : « {where} » n’est que pour les contrats de niveau Gold ou supérieur (ligne {line}, colonne {column}).',
  'organisation.not-a-certificate':
    '{origin} : « {where} » n’est pas un certificat PEM (ligne {line}, colonne {column}).',
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
