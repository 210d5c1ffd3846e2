import type { ServerTime } from '../server-time.ts'
import type { TicketRow, UserRow } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import type { SandboxTicket } from './story.ts'
import { priorityOf, ROLE, SOLUTION, STATUS, TASK_STATE } from './ticket-words.ts'
import { imageLink, tieDocument } from './tied-document.ts'

const MINUTE = 60_000

/** Puts a ticket with its whole story into the store, and gives its number; inside a transaction. */
export function plantTicket(store: Store, time: ServerTime, told: SandboxTicket): number {
  return new Planting(store, time, told).plant()
}

class Planting {
  readonly #store: Store
  readonly #time: ServerTime
  readonly #told: SandboxTicket
  readonly #status: number
  readonly #requester: UserRow | undefined
  readonly #technician: UserRow | undefined
  readonly #opened: number
  readonly #images = new Map<string, string>()
  #moment: number
  #last: string

  constructor(store: Store, time: ServerTime, told: SandboxTicket) {
    this.#store = store
    this.#time = time
    this.#told = told
    this.#status = typeof told.status === 'number' ? told.status : STATUS[told.status ?? 'new']
    this.#requester = told.requester === null ? undefined : this.#user(told.requester ?? 'alice')
    const technician = told.technician === undefined && this.#status > STATUS.new ? 'teo' : told.technician
    this.#technician = technician ? this.#user(technician) : undefined
    this.#opened = (told.opened ?? time.instant()).getTime()
    this.#moment = this.#opened
    this.#last = time.format(this.#opened)
  }

  plant(): number {
    const ticket = this.#store.add('Ticket', this.#row())
    const id = this.#renumber(ticket)
    this.#plantPeople(id)
    this.#plantEquipment(id)
    this.#plantImages(id)
    this.#plantFollowups(id)
    const worked = this.#plantTasks(id)
    const solved = this.#plantSolutions(id)
    this.#plantDocuments(id)
    const row = this.#store.get('Ticket', id) ?? ticket
    this.#store.put('Ticket', { ...row, ...this.#outcome(solved), actiontime: worked, date_mod: this.#last })
    return id
  }

  #row(): Omit<TicketRow, 'id'> {
    const { title, content, type, urgency = 3, category = 0, timeToResolve, isDeleted } = this.#told
    const opened = this.#time.format(this.#opened)
    const taken = this.#technician ? this.#time.format(this.#next(this.#opened + 20 * MINUTE)) : null
    if (taken !== null && taken > this.#last) this.#last = taken
    const writer = this.#told.writer ? this.#user(this.#told.writer) : (this.#requester ?? this.#user('alice'))
    return {
      entities_id: this.#told.entity ?? this.#customerEntity(writer),
      name: title,
      content: content ?? `<p>${title}</p>`,
      date: opened,
      closedate: null,
      solvedate: null,
      takeintoaccountdate: taken,
      date_mod: opened,
      date_creation: opened,
      users_id_lastupdater: (this.#technician ?? writer).id,
      users_id_recipient: writer.id,
      status: this.#status,
      urgency,
      impact: 3,
      priority: priorityOf(urgency, 3),
      itilcategories_id: category,
      type: type === 'request' ? 2 : 1,
      time_to_resolve: timeToResolve ? this.#time.format(timeToResolve.getTime()) : null,
      actiontime: 0,
      is_deleted: isDeleted ? 1 : 0,
    }
  }

  /** A ticket that wants a number of its own takes it, if it is free. */
  #renumber(ticket: TicketRow): number {
    const wanted = this.#told.id
    if (wanted === undefined || wanted === ticket.id) return ticket.id
    if (this.#store.get('Ticket', wanted)) throw new Error(`there is a ticket ${wanted} already`)
    this.#store.remove('Ticket', ticket.id)
    this.#store.put('Ticket', { ...ticket, id: wanted })
    return wanted
  }

  #plantPeople(tickets_id: number): void {
    const { notify = true, email = '', observers = [] } = this.#told
    const none = { tickets_id, use_notification: 1, alternative_email: '' } as const
    if (this.#requester) {
      const notification = { use_notification: notify ? 1 : 0, alternative_email: email } as const
      this.#store.add('Ticket_User', {
        tickets_id,
        users_id: this.#requester.id,
        type: ROLE.requester,
        ...notification,
      })
    }
    if (this.#technician)
      this.#store.add('Ticket_User', { ...none, users_id: this.#technician.id, type: ROLE.assigned })
    for (const name of observers)
      this.#store.add('Ticket_User', { ...none, users_id: this.#user(name).id, type: ROLE.observer })
    for (const name of this.#told.groups ?? [])
      this.#store.add('Group_Ticket', { tickets_id, groups_id: this.#group(name), type: ROLE.assigned })
  }

  #plantEquipment(tickets_id: number): void {
    for (const equipment of this.#told.equipment ?? []) {
      const [itemtype = '', items_id = ''] = equipment.split(':')
      this.#store.add('Item_Ticket', { itemtype, items_id: Number(items_id), tickets_id })
    }
  }

  #plantFollowups(items_id: number): void {
    for (const { by, content, private: isPrivate, at } of this.#told.followups ?? []) {
      const date = this.#date(at)
      const users_id = (by ? this.#user(by) : (this.#requester ?? this.#user('alice'))).id
      const dates = { date, date_mod: date, date_creation: date }
      const is_private = isPrivate ? 1 : 0
      this.#store.add('ITILFollowup', {
        itemtype: 'Ticket',
        items_id,
        users_id,
        users_id_editor: 0,
        content: this.#illustrated(content),
        is_private,
        ...dates,
      })
    }
  }

  /** Gives the seconds worked. */
  #plantTasks(tickets_id: number): number {
    let worked = 0
    const dateOf = (moment: Date | undefined) => (moment ? this.#time.format(moment.getTime()) : null)
    for (const task of this.#told.tasks ?? []) {
      const { by = 'teo', content, minutes = 0, state = 'done', private: isPrivate } = task
      const date = this.#date(task.at)
      worked += minutes * 60
      this.#store.add('TicketTask', {
        tickets_id,
        users_id: this.#user(by).id,
        users_id_tech: task.technician ? this.#user(task.technician).id : 0,
        ...(task.group === undefined ? {} : { groups_id_tech: this.#group(task.group) }),
        content,
        is_private: isPrivate ? 1 : 0,
        actiontime: minutes * 60,
        ...{ begin: dateOf(task.begin), end: dateOf(task.end) },
        state: TASK_STATE[state],
        ...{ date, date_mod: date, date_creation: date },
      })
    }
    return worked
  }

  /** Gives when the last solution was proposed; undefined when there is none. */
  #plantSolutions(items_id: number): string | undefined {
    let last: string | undefined
    for (const { by = 'teo', content, status, at } of this.#told.solutions ?? this.#expectedSolutions()) {
      last = this.#date(at)
      const state = SOLUTION[status ?? (this.#status === STATUS.closed ? 'accepted' : 'waiting')]
      const isAnswered = state !== SOLUTION.waiting
      this.#store.add('ITILSolution', {
        itemtype: 'Ticket',
        items_id,
        content,
        date_creation: last,
        date_mod: last,
        date_approval: isAnswered ? this.#date(undefined) : null,
        users_id: this.#user(by).id,
        users_id_approval: isAnswered ? (this.#requester?.id ?? 0) : 0,
        status: state,
      })
    }
    return last
  }

  #expectedSolutions(): NonNullable<SandboxTicket['solutions']> {
    return this.#status >= STATUS.solved ? [{ content: '<p>Le problème est résolu.</p>' }] : []
  }

  #plantDocuments(items_id: number): void {
    for (const { name, bytes, by } of this.#told.documents ?? []) {
      const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
      const users_id = (by ? this.#user(by) : (this.#requester ?? this.#user('alice'))).id
      const document = { name, bytes: content, users_id, date: this.#date(undefined) }
      tieDocument(this.#store, items_id, document)
    }
  }

  #plantImages(items_id: number): void {
    for (const { name, bytes, by = 'teo' } of this.#told.images ?? []) {
      const image = { name, bytes, users_id: this.#user(by).id, date: this.#last, isInline: true }
      this.#images.set(`#${name}#`, imageLink(tieDocument(this.#store, items_id, image), items_id))
    }
    const ticket = this.#store.get('Ticket', items_id)
    if (ticket) this.#store.put('Ticket', { ...ticket, content: this.#illustrated(ticket.content) })
  }

  #illustrated(content: string): string {
    return [...this.#images].reduce((text, [tag, link]) => text.replaceAll(tag, link), content)
  }

  #outcome(solved: string | undefined): Partial<TicketRow> {
    if (this.#status < STATUS.solved) return {}
    const solvedate = solved ?? this.#last
    return { solvedate, closedate: this.#status === STATUS.closed ? this.#last : null }
  }

  /** When the next thing of the story happens: when it was told, else ten minutes after the one before, never in the future. */
  #date(at: Date | undefined): string {
    const moment = this.#next(at?.getTime() ?? this.#moment + 10 * MINUTE)
    this.#moment = Math.max(this.#moment, moment)
    const date = this.#time.format(moment)
    if (date > this.#last) this.#last = date
    return date
  }

  #next(moment: number): number {
    return Math.min(moment, Math.max(this.#time.instant().getTime(), this.#opened))
  }

  #user(name: string): UserRow {
    const [user] = this.#store.table('User').by('name', name)
    if (!user) throw new Error(`nobody here is called ${name}`)
    return user
  }

  #group(name: string): number {
    const group = [...this.#store.table('Group').all()].find((one) => one.name === name)
    if (!group) throw new Error(`no group here is called ${name}`)
    return group.id
  }

  #customerEntity(user: UserRow): number {
    const held = this.#store.table('Profile_User').by('users_id', user.id)
    return (held.find(({ profiles_id }) => profiles_id === 1) ?? held[0])?.entities_id ?? user.entities_id
  }
}
