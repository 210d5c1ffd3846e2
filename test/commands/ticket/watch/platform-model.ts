import type { Ticket, TicketSummary, TimelineEntry } from '../../../../src/itil/ticket.ts'
import type { SolutionStatus, TicketStatus } from '../../../../src/itil/ticket-words.ts'

interface ModelTicket {
  id: number
  status: TicketStatus
  opened: number
  changed: number
  entries: TimelineEntry[]
}

/** A platform as small as can be: tickets, what is written to them, and a clock of whole seconds. */
export class PlatformModel {
  readonly tickets: ModelTicket[] = []
  second = 1_000_000
  #last = 0
  #latest = 0

  open(): number {
    const id = this.tickets.length + 1
    this.tickets.push({ id, status: 'new', opened: this.second, changed: this.second, entries: [] })
    return id
  }

  /** Writes an entry; `backdated` seconds before now for whoever reads its date. Gives its key. */
  write(id: number, kind: 'followup' | 'task' | 'document', backdated = 0): string {
    const head = { id: this.#number(), date: date(this.second - backdated), created: date(this.second), mine: false }
    if (kind === 'followup') this.#add(id, { ...head, kind, html: 'texte' })
    if (kind === 'task') this.#add(id, { ...head, kind, html: 'texte', state: 'done', timeSpent: 0 })
    if (kind === 'document') this.#add(id, { ...head, kind, fileName: 'a.png', mime: 'image/png' })
    return `${kind}:${head.id}`
  }

  /** Plans a task, by its key, so many seconds from now; without them it is not planned any more. */
  plan(id: number, key: string, seconds?: number): void {
    const ticket = this.#ticket(id)
    const at = ticket.entries.findIndex((entry) => `${entry.kind}:${entry.id}` === key)
    const task = ticket.entries[at]
    if (task?.kind !== 'task') throw new Error(`no task: ${key}`)
    const { begin: _, ...unplanned } = task
    ticket.entries[at] = seconds === undefined ? unplanned : { ...task, begin: date(this.second + seconds) }
    ticket.changed = this.second
  }

  solve(id: number): string {
    const head = { id: this.#number(), date: date(this.second), created: date(this.second), mine: false }
    this.#add(id, { ...head, kind: 'solution', html: 'texte', status: 'waiting' })
    this.setStatus(id, 'solved')
    return `solution:${head.id}`
  }

  /** Answers the solution that waits; gives the key of the answer, or undefined when none waits. */
  answer(id: number, status: Extract<SolutionStatus, 'accepted' | 'refused'>): string | undefined {
    const ticket = this.#ticket(id)
    const at = ticket.entries.findIndex((entry) => entry.kind === 'solution' && entry.status === 'waiting')
    const solution = ticket.entries[at]
    if (solution?.kind !== 'solution') return undefined
    ticket.entries[at] = { ...solution, status, answered: date(this.second) }
    this.setStatus(id, status === 'accepted' ? 'closed' : 'assigned')
    return `solution-${status}:${solution.id}`
  }

  setStatus(id: number, status: TicketStatus): void {
    const ticket = this.#ticket(id)
    ticket.status = status
    ticket.changed = this.second
  }

  /** Time passes; the clock may be set back too, once it is past where it was. */
  pass(seconds: number): void {
    if (seconds < 0 && this.second <= this.#latest) return
    this.#latest = Math.max(this.#latest, this.second)
    this.second += seconds
  }

  rows(since?: Date): TicketSummary[] {
    return this.tickets.filter(({ changed }) => !since || date(changed) > since).map(summary)
  }

  /** A copy: what is read does not change any more. Undefined for a ticket that is gone. */
  read(id: number): { ticket: Ticket; timeline: TimelineEntry[] } | undefined {
    const ticket = this.tickets.find((one) => one.id === id)
    if (!ticket) return undefined
    const rest = { description: '', equipment: [], timeSpent: 0, documents: [] }
    return { ticket: { ...summary(ticket), ...rest }, timeline: structuredClone(ticket.entries) }
  }

  #add(id: number, entry: TimelineEntry): void {
    const ticket = this.#ticket(id)
    ticket.entries.push(entry)
    ticket.changed = this.second
  }

  #number(): number {
    this.#last += 1
    return this.#last
  }

  #ticket(id: number): ModelTicket {
    const ticket = this.tickets.find((one) => one.id === id)
    if (!ticket) throw new Error(`no ticket ${id}`)
    return ticket
  }
}

function summary({ id, status, opened, changed }: ModelTicket): TicketSummary {
  return { id, title: `n° ${id}`, status, urgency: 'medium', opened: date(opened), changed: date(changed) }
}

function date(second: number): Date {
  return new Date(second * 1000)
}
