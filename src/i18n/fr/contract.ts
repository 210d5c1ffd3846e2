import type { contract as english } from '../en/contract.ts'

export const contract: Record<keyof typeof english, string> = {
  'program.group.contract': 'vos contrats de support',
  'contract.list.summary': 'vos contrats de support',
  'contract.list.description':
    'Liste vos contrats de support : depuis la plateforme si votre profil peut les lire, sinon depuis le fichier de votre organisation.',
  'contract.show.summary': 'un contrat : son niveau, ses horaires, ses catégories',
  'contract.show.description':
    'Montre ce qu’un contrat de support comprend : niveau, horaires, catégories prises en charge, téléphone à partir du niveau Gold. Sans nom, le seul qu’il y ait.',
  'contract.argument.contract': 'son numéro, son nom ou une partie de celui-ci',
  'contract.loading': 'Lecture de vos contrats…',
  'contract.question': 'Quel contrat ?',
  'contract.none': 'Aucun contrat n’est connu ici.',
  'contract.none.hint': 'Demandez à votre support le fichier de votre organisation, puis : ipeos config import FICHIER',
  'contract.not-allowed': 'La plateforme ne laisse pas votre profil ({profile}) lire les contrats.',
  'contract.not-allowed.hint':
    'Un administrateur de la plateforme peut l’accorder (droit « Contrats », lecture). Ou demandez au support le fichier de votre organisation, puis : ipeos config import FICHIER',
  'contract.from-platform': 'Source : la plateforme ({platform}).',
  'contract.from-organisation': 'Source : le fichier de votre organisation ({name}).',
  'contract.unknown': 'Aucun de vos contrats ne s’appelle « {name} ».',
  'contract.near': 'Peut-être : {names}',
  'contract.several': 'Plusieurs contrats conviennent : {names}',
  'contract.several.hint': 'Nommez-en un : ipeos contract show NUMÉRO',
  'contract.number': 'Numéro',
  'contract.name': 'Nom',
  'contract.level': 'Niveau',
  'contract.begins': 'Du',
  'contract.ends': 'Jusqu’au',
  'contract.categories': 'Prend en charge',
  'contract.all': 'toutes les catégories',
  'contract.hours': 'Horaires',
  'contract.telephone': 'Téléphone',
  'contract.contact': 'Référent',
  'contract.contact-login': 'identifiant {login}',
  'contract.not-logged-in.hint':
    'Connectez-vous : ipeos login\nSans compte sous la main, demandez au support le fichier de votre organisation, puis : ipeos config import FICHIER\nTout est perdu : ipeos account recover',
  'contract.over': '{day} (terminé)',
  'contract.notes': 'Notes',
  'contract.platform': 'Plateforme',
  'contract.hours.week': 'du lundi au vendredi, de {from} à {to}',
  'contract.hours.saturday': 'le samedi, de {from} à {to}',
  'contract.hours.sunday': 'le dimanche, de {from} à {to}',
  'contact.summary': 'comment joindre le support',
  'contact.description':
    'Montre comment joindre le support pour votre organisation : plateforme, horaires, référent, téléphone à partir du niveau Gold. Depuis le fichier de votre organisation, sinon depuis la plateforme si votre profil peut lire les contrats.',
  'new.outside-contract':
    '« {category} » n’est pas dans ce que votre contrat prend en charge ({categories}). La demande peut partir tout de même : un technicien peut en changer la catégorie.',
}
