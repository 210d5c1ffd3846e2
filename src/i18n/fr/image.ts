export const image = {
  'show.image': 'image {number} : {name}',
  'show.image-sized': 'image {number} : {name}, {size}',
  'show.image-unnamed': 'image {number}',
  'show.may-download-images': 'Pour récupérer les images de ses textes : ipeos ticket download {id} --inline',
  'download.option.inline': 'les images placées dans les textes ; avec un document, l’image de ce numéro',
  'download.no-images': 'Aucune image dans les textes du ticket n° {id}.',
  'download.image-choice': '{name} (image {number})',
} as const
