export const file = {
  'file.missing': '{path} : ce fichier n’existe pas.',
  'file.unreadable': '{path} ne peut pas être lu ({reason}).',
  'file.folder': '{path} est un dossier ; seuls des fichiers peuvent être envoyés.',
  'file.special': '{path} n’est pas un fichier ordinaire ; seuls des fichiers peuvent être envoyés.',
  'file.read-as-windows': 'Ce texte n’est pas en UTF-8 : il est lu comme du Windows-1252 (Latin-1).',
  'file.input-mended':
    'Ce texte n’est pas tout entier en UTF-8 : ce qui ne se lit pas devient �, ou est laissé de côté.',
  'file.input-cut':
    'Ce texte est trop long pour un ticket : le milieu est laissé de côté ({left, number} caractères sur {length, number}). Pour tout envoyer : --attach FICHIER',
  'file.left-out': '[… {left, number} caractères laissés de côté …]',
  'file.input-not-text': 'Ce qui est arrivé sur l’entrée standard n’est pas du texte UTF-8.',
  'file.not-text': '{path} n’est pas du texte UTF-8.',
  'file.empty': '{path} est vide.',
  'file.too-big': '{path} fait {size, number} Mo ; la plateforme en accepte {limit, number} au plus.',
  'file.not-a-folder': '{path} n’est pas un dossier.',
  'file.cannot-write': '{path} ne peut pas être écrit ({reason}).',
  'file.cannot-write-hint':
    'Vérifiez le dossier, ses droits et la place sur le disque, ou nommez-en un autre : -o DOSSIER',
  'file.damaged': '« {name} » est arrivé abîmé, et n’a pas été gardé.',
  'file.damaged-hint': 'Récupérez-le à nouveau ; si cela continue, prévenez le support.',
}
