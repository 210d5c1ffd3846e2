export const image = {
  'show.image': 'image {number} : {name}',
  'show.image-sized': 'image {number} : {name}, {size}',
  'show.image-unnamed': 'image {number}',
  'show.may-download-images': 'Pour récupérer les images du texte : ipeos ticket download {id} --inline',
  'download.option.inline': 'les images placées dans les textes ; avec un document, l’image de ce numéro',
  'download.no-images': 'Aucune image dans les textes du ticket n° {id}.',
  'download.image-choice': '{name} (image {number})',
  'file.not-image': '{path} n’est pas une image ; pour le joindre : --attach.',
  'image.again': 'Corrigez-le ; ou terminez encore une fois (Ctrl+D) pour le laisser tel quel, en mots.',
  'image.put-right': 'Corrigez le chemin ; un texte qui vient d’un tube (-F -) part tel quel.',
  'image.left-alone':
    '« {path} » reste en mots : seuls les fichiers Markdown (.md) apportent leurs images. Pour l’envoyer : --attach {path}',
} as const
