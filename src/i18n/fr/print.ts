export const print = {
  'show.option.html': 'écrire une seule page HTML, à imprimer : elle se suffit et ne charge rien',
  'show.option.output': 'fichier de cette page, « nom (2) » s’il existe déjà ; - pour la sortie standard',
  'show.option.force': 'avec -o, écraser le fichier du même nom',
  'show.not-rated': 'pas encore donnée',
  'print.printed': 'Page faite par ipeos, le {when}',
  'print.pictures': 'Récupération des images…',
  'print.without-pictures':
    'Ticket n° {id} : {count, plural, one {une image manque à la page : seul son nom y figure} other {# images manquent à la page : seuls leurs noms y figurent}}.',
  'print.html-and-form': '--html fait une page à elle seule : {other} ne va pas avec.',
  'print.html-and-form-hint': 'Gardez l’un des deux.',
  'print.to-terminal': 'Une page HTML se lit dans un navigateur, pas dans un terminal.',
  'print.to-terminal-hint': 'Nommez un fichier : ipeos ticket show {tickets} --html -o {page}',
  'print.file-without-html': '{option} concerne le fichier de --html, qui n’est pas demandé.',
  'print.file-without-html-hint': 'Pour l’imprimer : ipeos ticket show 15 --html -o ticket-15.html',
}
