export const ticketExport = {
  'export.summary': 'keep tickets in a folder, with all that happened and their documents',
  'export.description':
    'Keeps tickets in a folder: of each a page (ticket.md), the same as “show --json” (ticket.json) and its documents. ' +
    'Run it again at any time: it goes on where it stopped, and fetches only what changed.',
  'export.tickets': 'numbers or addresses of the tickets',
  'export.option.all': 'every ticket, closed ones too',
  'export.option.output': 'folder to keep them in',
  'export.page-title': 'Ticket no. {id}',
  'export.timeline': 'What happened',
  'export.index-title': '{count, plural, one {One ticket} other {# tickets}}',
  'export.listing': 'Listing your tickets…',
  'export.progress': 'Tickets',
  'export.done':
    '{exported, plural, =0 {No new ticket} one {One new ticket} other {# new tickets}}, {refreshed, number} refreshed, {unchanged, number} unchanged, in {folder}.',
  'export.failed': 'Ticket no. {id} is not exported: {reason}',
  'export.some':
    '{failed, plural, one {One of {count, number} tickets is} other {# of {count, number} tickets are}} not exported.',
  'export.none': 'No ticket is exported: all {count, number} failed.',
  'export.go-on': 'What was exported stays. To go on: {command}',
  'export.interrupted': 'Interrupted. What was exported stays, whole. To go on: {command}',
  'export.which': 'Which tickets?',
  'export.all-or-some': 'Either some tickets, or all of them.',
  'export.which-hint': 'For all of them: ipeos ticket export --all',
  'export.not-ours': '{path} is not the index of an export.',
  'export.other-platform': 'The folder {folder} holds tickets of {platform}.',
  'export.other-folder': 'Choose another folder: -o FOLDER',
} as const
