export const file = {
  'file.missing': '{path} : ce fichier n’existe pas.',
  'file.unreadable': '{path} ne peut pas être lu ({reason}).',
  'file.folder': '{path} est un dossier ; seuls des fichiers peuvent être envoyés.',
  'file.not-to-write': '{path} n’est pas un fichier ordinaire : rien n’y est écrit.',
  'file.not-to-write-hint':
    'Indiquez un fichier. Pour un tube, ne mettez pas l’option : le résultat va sur la sortie standard.',
  'file.special': '{path} n’est pas un fichier ordinaire ; seuls des fichiers peuvent être envoyés.',
  'file.read-as-windows': 'Ce texte n’est pas en UTF-8 : il est lu comme du Windows-1252 (Latin-1).',
  'file.copy-not-ours': 'D’autres ont pu écrire la copie {path} : elle n’est pas envoyée.',
  'file.input-mended':
    'Ce texte n’est pas tout entier en UTF-8 : ce qui ne se lit pas devient �, ou est laissé de côté.',
  'file.input-cut':
    'Ce texte est trop long pour un ticket : le milieu est laissé de côté ({left, number} caractères sur {length, number}). Pour tout envoyer : --attach FICHIER',
  'file.left-out': '[… {left, number} caractères laissés de côté …]',
  'file.input-not-text': 'Ce qui est arrivé sur l’entrée standard n’est pas du texte UTF-8.',
  'file.not-text': '{path} n’est pas du texte UTF-8.',
  'file.empty': '{path} est vide.',
  'file.too-big': '{path} fait {size, number} Mo : la limite est de {limit, number} Mo par fichier.',
  'file.forbidden': '{path} : vous n’avez pas le droit de lire ce fichier.',
  'file.not-a-folder': '{path} n’est pas un dossier.',
  'file.cannot-write': '{path} ne peut pas être écrit ({reason}).',
  'file.cannot-write-hint':
    'Vérifiez le dossier, ses droits et la place sur le disque, ou nommez-en un autre : -o DOSSIER',
  'file.damaged': '« {name} » est arrivé abîmé, et n’a pas été gardé.',
  'file.damaged-hint': 'Récupérez-le à nouveau ; si cela continue, prévenez le support.',
  'file.input-twice': 'L’entrée standard ne peut être lue que pour une chose.',
  'file.input-twice-hint': 'Mettez l’une des deux dans un fichier, ou nommez les tickets.',
  'file.input-is-terminal': 'L’entrée standard est votre clavier : un fichier ne se tape pas.',
  'file.input-is-terminal-hint': 'Nommez le fichier, ou envoyez-le par un tube : COMMANDE | ipeos …',
  'file.input-needs-name':
    'Ce qui arrive par {path} n’a pas de nom : le support en voit un, et la plateforme en déduit le type.',
  'file.input-needs-name-hint': 'Donnez-lui-en un : --attach-name journal.txt',
  'file.input-too-big': '« {name} » dépasse ce que la plateforme accepte : {limit, number} Mo.',
  'file.name-of-nothing': 'Le nom {name} ne sert à rien : chaque fichier a déjà le sien.',
  'file.name-of-nothing-hint': '--attach-name nomme ce qui arrive par un tube, comme avec --attach -.',
  'file.name-unclear': '{count, number} fichiers ressemblent à {path} : leurs noms ne sont pas en UTF-8.',
  'file.name-unclear-hint':
    'Renommez celui que vous voulez (mv prend son nom avec Tab), ou envoyez-le par un tube : --attach - --attach-name NOM',
  'file.waiting': 'Lecture de ce qui arrive par {path}…',
}
