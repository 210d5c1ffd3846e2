/** Questions sur les fichiers, et le presse-papiers. */
export const attachment = {
  'files.question': 'Fichier à joindre',
  'files.question-aside': '{limit} au plus ; Entrée pour aucun',
  'files.needed-aside': '{limit} au plus',
  'files.another': 'Un autre fichier',
  'files.another-aside': 'Entrée pour finir',
  'files.answered': '{count, plural, =0 {Fichiers : aucun} one {Fichier : {names}} other {Fichiers : {names}}}',
  'files.taken': 'Joint : {name}',
  'files.removed': 'Retiré : {name}',
  'files.numbered': '{number}. {name}',
  'files.one': '{name} ({size})',
  'files.more': '{count, plural, one {… et un autre} other {… et # autres}}',
  'files.hint': 'Tab complète • Ctrl+V ou « presse-papiers » joint une capture copiée',
  'files.hint-plain':
    'Une ligne peut en nommer plusieurs ; « presse-papiers » joint une capture copiée, -1 retire le premier.',
  'files.hint-remove': '↑ en retirer un',
  'files.hint-focus': '⌫ retirer • ↓ revenir à la saisie',
  'files.no-completion': 'Rien ici ne commence ainsi.',
  'files.looking': 'Lecture…',
  'files.needed': 'La plateforme demande un fichier avec cette demande.',
  'attach.file-needed': 'Il faut au moins un fichier ; Ctrl+C pour arrêter.',
  'files.twice': '{name} est déjà dans la liste.',
  'files.same-content': '{name} est identique à {other}, sous un autre nom : il n’est pas joint deux fois.',
  'clipboard.name': 'capture-{moment}.{extension}',
  'clipboard.reading': 'Lecture du presse-papiers…',
  'clipboard.text':
    'Le presse-papiers contient du texte, pas une image : faites une capture d’écran, ou copiez une image, puis réessayez.',
  'clipboard.empty':
    'Le presse-papiers ne contient pas d’image : faites une capture d’écran, ou copiez une image, puis réessayez.',
  'clipboard.not-image':
    'Ce que contient le presse-papiers n’est ni un PNG ni un JPEG : enregistrez-le dans un fichier, et joignez-le.',
  'clipboard.too-big':
    'Ce que contient le presse-papiers dépasse {limit, number} Mo : copiez une plus petite partie de l’écran, puis réessayez.',
  'clipboard.no-display':
    'Il n’y a pas de presse-papiers ici, comme par SSH ou dans une console : enregistrez la capture dans un fichier, et joignez-le.',
  'clipboard.no-program':
    'Pour lire le presse-papiers, installez {program} (sudo apt install {program}), ou joignez un fichier enregistré.',
  'clipboard.silent':
    '{program} ne répond pas : copiez l’image à nouveau, ou enregistrez-la dans un fichier, et joignez-le.',
} as const
