import { say } from '../../messages.ts'
import type { TicketRow } from '../../store/rows.ts'
import { addMentioned } from '../../ticket/actors.ts'
import { notifyAnswer } from '../../ticket/notification.ts'
import { isOpen, SOLUTION, STATUS } from '../../ticket/ticket-words.ts'
import { mayFollow, mayHandle } from '../../ticket/visibility.ts'
import { type Call, notDone } from '../answer.ts'
import { type Added, type Fields, isSet, numberIn, tableResource, textIn } from '../resource.ts'
import { answeredBy, touch } from './answered.ts'
import { waits } from './pending.ts'
import { idsIn, isOfSeenTicket } from './ticket-people.ts'
import { attachUploads } from './upload.ts'

/** Answers on a ticket; they also accept and refuse its solution. */
export const followupResource = tableResource('ITILFollowup', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.items_id) && maySeePrivate(call, row),
  show: (_call, row) => ({ ...row, requesttypes_id: 0, timeline_position: 1, sourceitems_id: 0, sourceof_items_id: 0 }),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('ITILFollowup').by('items_id', id)) : undefined,
  create: createFollowup,
})

/** What technicians did, or are to do. */
export const taskResource = tableResource('TicketTask', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.tickets_id) && maySeePrivate(call, row),
  show: (_call, row) => ({
    ...row,
    uuid: '',
    taskcategories_id: 0,
    users_id_editor: 0,
    groups_id_tech: row.groups_id_tech ?? 0,
    timeline_position: 1,
  }),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('TicketTask').by('tickets_id', id)) : undefined,
  create: createTask,
})

/** Solutions that technicians propose. */
export const solutionResource = tableResource('ITILSolution', {
  mayList: () => true,
  mayRead: (call, row) => isOfSeenTicket(call, row.items_id),
  show: (_call, row) => ({
    ...row,
    solutiontypes_id: 0,
    solutiontype_name: null,
    users_id_editor: 0,
    itilfollowups_id: null,
  }),
  idsOf: ({ site }, parent, id) =>
    parent === 'Ticket' ? idsIn(site.store.table('ITILSolution').by('items_id', id)) : undefined,
  create: createSolution,
})

/** A customer does not see private followups and tasks: they are not in its lists. */
function maySeePrivate({ viewer }: Call, row: { is_private: 0 | 1; users_id: number }): boolean {
  return row.is_private === 0 || viewer.profile.handlesTickets || row.users_id === viewer.user.id
}

function ticketIn(call: Call, input: Fields, column: 'items_id' | 'tickets_id'): TicketRow {
  const isOfTicket = column === 'tickets_id' || input.itemtype === 'Ticket'
  const ticket = isOfTicket ? call.site.store.get('Ticket', numberIn(input, column) ?? 0) : undefined
  // Contract step "POST ITILFollowup on a ticket that does not exist".
  if (!ticket) throw notDone(call, 'rightMissing')
  return ticket
}

function createFollowup(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const ticket = ticketIn(call, input, 'items_id')
  if (!mayFollow(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  const content = followupContent(call, input)
  const now = site.time.now()
  const isPrivate = viewer.profile.handlesTickets && isSet(input, 'is_private')
  const followup = site.store.add('ITILFollowup', {
    ...{ itemtype: 'Ticket', items_id: ticket.id, users_id: viewer.user.id, users_id_editor: 0, content },
    ...{ is_private: isPrivate ? 1 : 0, date: now, date_mod: now, date_creation: now },
  })
  const { id } = followup
  const { content: shown, ...attached } = attachUploads(call, ticket, { content, tags: input._tag_filename })
  if (shown !== content) site.store.put('ITILFollowup', { ...followup, content: shown })
  // What follows its files is not done where they break it.
  if (attached.isBroken) return { id, message: '', isBroken: true }
  addMentioned(site.store, ticket.id, content)
  touch(call, ticket, waits(call, ticket, input) ?? answeredBy(call, ticket, input))
  if (viewer.profile.handlesTickets && !isPrivate) notifyAnswer(site, ticket, content)
  // Contract step "a followup with a file that is no image".
  return { id, message: attached.more ? say(call.language, 'documentCopied') : '', ...attached }
}

/** Contract steps "POST ITILFollowup, empty", "refusing without a reason" and "accepting it, no comment". */
function followupContent(call: Call, input: Fields): string {
  const content = textIn(input, 'content') ?? ''
  if (content.trim() !== '') return content
  if (isSet(input, 'add_close')) return say(call.language, 'solutionApproved')
  throw notDone(call, isSet(input, 'add_reopen') ? 'reopenNeedsReason' : 'followupEmpty')
}

function createTask(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const ticket = ticketIn(call, input, 'tickets_id')
  if (!mayHandle(site.store, viewer, ticket)) throw notDone(call, 'rightMissing')
  const content = textIn(input, 'content') ?? ''
  if (content.trim() === '') throw notDone(call, 'taskEmpty')
  const now = site.time.now()
  const actiontime = numberIn(input, 'actiontime') ?? 0
  const { id } = site.store.add('TicketTask', {
    ...{
      tickets_id: ticket.id,
      users_id: viewer.user.id,
      users_id_tech: numberIn(input, 'users_id_tech') ?? 0,
      groups_id_tech: numberIn(input, 'groups_id_tech') ?? 0,
      content,
    },
    ...{ is_private: isSet(input, 'is_private') ? 1 : 0, actiontime, state: numberIn(input, 'state') ?? 1 },
    ...planOf(input),
    ...{ date: now, date_mod: now, date_creation: now },
  })
  const isPlanned = planOf(input).begin !== null && isOpen(ticket.status)
  const planned = isPlanned ? { status: STATUS.planned } : {}
  touch(call, ticket, { actiontime: ticket.actiontime + actiontime, ...planned })
  return { id, message: '' }
}

/** When a task is to be done: `plan: {"begin", "end"}`, as the page sends it, or bare. */
function planOf(input: Fields): { begin: string | null; end: string | null } {
  const given = typeof input.plan === 'object' && input.plan !== null ? (input.plan as Fields) : input
  return { begin: textIn(given, 'begin') ?? null, end: textIn(given, 'end') ?? null }
}

function createSolution(call: Call, input: Fields): Added {
  const { site, viewer } = call
  const ticket = ticketIn(call, input, 'items_id')
  if (!mayHandle(site.store, viewer, ticket) || !isOpen(ticket.status)) throw notDone(call, 'rightMissing')
  const content = textIn(input, 'content') ?? ''
  const now = site.time.now()
  const { id } = site.store.add('ITILSolution', {
    ...{ itemtype: 'Ticket', items_id: ticket.id, content, users_id: viewer.user.id, users_id_approval: 0 },
    ...{ date_creation: now, date_mod: now, date_approval: null, status: SOLUTION.waiting },
  })
  touch(call, ticket, { status: STATUS.solved, solvedate: now })
  notifyAnswer(site, ticket, content)
  return { id, message: say(call.language, 'added', { name: id }) }
}
