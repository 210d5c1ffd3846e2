/** What can be chosen begins with the letter that chooses it, and a space. */
export const menu = {
  'menu.question': 'Que voulez-vous faire ?',
  'menu.answer':
    '{count, plural, one {r Répondre à la solution du n° {id} ({title})} other {r Répondre à une des # solutions qui attendent…}}',
  'menu.resume': 'b Reprendre le brouillon : {what} {subject}',
  'menu.open': 'o Ouvrir un ticket',
  'menu.read': 'l Lire un ticket…',
  'menu.faq': 'f Lire la FAQ…',
  'menu.reserve': 's Réserver une salle ou du matériel',
  'menu.leave': 'q Quitter',
  'menu.ticket': 'Ticket n° {id}, {status} ({title})',
  'menu.ticket.accept': 'a Accepter la solution : le ticket est clos',
  'menu.ticket.refuse': 'r Refuser la solution : le ticket est rouvert',
  'menu.ticket.comment': 'm Écrire un message',
  'menu.ticket.attach': 'j Joindre des fichiers',
  'menu.ticket.edit': 'c Corriger la demande',
  'menu.ticket.cancel': 'x Annuler le ticket',
  'menu.ticket.download': 't Télécharger {count, plural, one {le fichier} other {un des # fichiers, ou tous}}',
  'menu.ticket.again': 'l Le relire',
  'menu.ticket.web': 'w L’ouvrir dans le navigateur',
  'menu.ticket.back': 'q Retour',
}
