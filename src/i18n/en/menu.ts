/** What can be chosen begins with the letter that chooses it, and a space. */
export const menu = {
  'menu.question': 'What would you like to do?',
  'menu.answer':
    '{count, plural, one {a Answer the solution of no. {id} ({title})} other {a Answer one of the # solutions that wait…}}',
  'menu.resume': 'd Go on with the draft: {what} {subject}',
  'menu.open': 'o Open a ticket',
  'menu.read': 'r Read a ticket…',
  'menu.faq': 'f Read the FAQ…',
  'menu.reserve': 'b Book a room or equipment',
  'menu.leave': 'q Quit',
  'menu.ticket': 'Ticket no. {id}, {status} ({title})',
  'menu.ticket.accept': 'a Accept the solution: the ticket is closed',
  'menu.ticket.refuse': 'r Refuse the solution: the ticket is open again',
  'menu.ticket.comment': 'm Write a message',
  'menu.ticket.attach': 'f Attach files',
  'menu.ticket.edit': 'e Change the request',
  'menu.ticket.cancel': 'x Cancel the ticket',
  'menu.ticket.download': 'd Download {count, plural, one {the file} other {one of the # files, or all}}',
  'menu.ticket.again': 's Show it again',
  'menu.ticket.web': 'w Open it in the browser',
  'menu.ticket.back': 'q Back',
}
