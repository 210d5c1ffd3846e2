import { expect, test } from 'vitest'
import type { Ticket, TimelineEntry } from '../../src/itil/ticket.ts'
import { actionsOn, aroundOn } from '../../src/itil/ticket-action.ts'

const now = new Date()
const plainTicket: Ticket = {
  ...{ id: 15, title: 'x', status: 'new', urgency: 'medium', opened: now, changed: now },
  ...{ description: '', equipment: [], timeSpent: 0, documents: [] },
}
const entry = { id: 1, date: now, mine: false, html: '' }
const solution = (status: 'waiting' | 'refused'): TimelineEntry => ({ ...entry, kind: 'solution', status })
const followup: TimelineEntry = { ...entry, kind: 'followup', mine: true }
const file: TimelineEntry = { ...entry, kind: 'document', fileName: 'a', mime: 'b' }
const task: TimelineEntry = { ...entry, kind: 'task', state: 'to-do', timeSpent: 0 }
const document = { id: 1, fileName: 'a', mime: 'b', added: now }

test.each<[string, Partial<Ticket>, TimelineEntry[], string]>([
  ['that nobody took', {}, [], 'comment attach edit cancel'],
  ['that is taken', { status: 'assigned', technicians: ['Téo'] }, [], 'comment attach edit cancel'],
  ['that its requester wrote on', {}, [followup], 'comment attach'],
  ['that has a task', {}, [task], 'comment attach'],
  ['that has documents', { documents: [document] }, [file], 'comment attach edit cancel download'],
  ['that one only observes', { readOnly: true, documents: [document] }, [], 'download'],
  ['whose solution waits', { status: 'solved' }, [solution('waiting')], 'accept refuse comment attach'],
  ['that was solved without a solution', { status: 'solved' }, [], 'comment attach'],
  ['whose solution was refused', { status: 'assigned' }, [solution('refused'), followup], 'comment attach'],
  ['that is closed', { status: 'closed', documents: [document] }, [solution('waiting')], 'download'],
])('on a ticket %s', (_what, changes, timeline, expected) => {
  expect(actionsOn({ ...plainTicket, ...changes }, timeline).join(' ')).toBe(expected)
})

test('only a ticket that one observes oneself is left, not one that others observe', () => {
  const seen: Ticket = { ...plainTicket, readOnly: true, observers: ['Henri'] }
  expect(aroundOn(seen, []).has('leave')).toBe(false)
  expect(aroundOn({ ...seen, observed: true }, []).has('leave')).toBe(true)
})
