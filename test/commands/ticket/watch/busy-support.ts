import type { Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { fileForm, login, openTicket } from '../../../sandbox/caller.ts'
import { random } from '../../../support/random.ts'

export interface BusySupport {
  /** Does one thing, of whatever kind, as one of the people there. */
  act(): Promise<void>
  /** All that a customer is to be told, as «ticket kind:number», with the moment when it happened. */
  readonly expected: Map<string, Date>
}

/** Alice and Téo at work on alice's tickets, as a seed has it. */
export function busySupport(site: Sandbox, { seed, now }: { seed: number; now(): Date }): BusySupport {
  const { below, oneOf } = random(seed)
  const tickets: number[] = []
  const expected = new Map<string, Date>()
  let waiting: { ticket: number; solution: number } | undefined

  const expect = (ticket: number, what: string) => expected.set(`${ticket} ${what}`, secondOf(now()))
  const write = async (who: string, itemtype: string, input: object): Promise<number> => {
    const answer = await (await login(site, who)).post(`/${itemtype}`, { input })
    if (answer.status !== 201) throw new Error(`${who} ${itemtype}: ${answer.text}`)
    return answer.json.id
  }
  const on = (ticket: number, more: object = {}) => ({
    itemtype: 'Ticket',
    items_id: ticket,
    content: 'Texte.',
    ...more,
  })

  async function open(): Promise<void> {
    const ticket = await openTicket(await login(site, 'alice'), { name: 'Un ticket' })
    tickets.push(ticket)
    expect(ticket, 'opened')
  }
  async function solve(ticket: number): Promise<void> {
    const solution = await write('teo', 'ITILSolution', on(ticket))
    waiting = { ticket, solution }
    expect(ticket, `solution:${solution}`)
  }
  async function answer(): Promise<void> {
    if (!waiting) return
    const { ticket, solution } = waiting
    waiting = undefined
    const accepts = below(3) === 0
    const followup = await write('alice', 'ITILFollowup', on(ticket, accepts ? { add_close: 1 } : { add_reopen: 1 }))
    expect(ticket, `followup:${followup}`)
    expect(ticket, `solution-${accepts ? 'accepted' : 'refused'}:${solution}`)
    if (accepts) tickets.splice(tickets.indexOf(ticket), 1)
  }
  async function attach(ticket: number): Promise<void> {
    const form = fileForm(
      { name: 'a.png', _filename: ['a.png'], itemtype: 'Ticket', items_id: ticket },
      'a.png',
      'octets',
    )
    const { json } = await (await login(site, 'teo')).call('POST', '/Document', { form })
    expect(ticket, `document:${json.id}`)
  }
  const followUp = async (ticket: number, who: string) =>
    void expect(ticket, `followup:${await write(who, 'ITILFollowup', on(ticket))}`)

  async function act(): Promise<void> {
    if (waiting && below(2) === 0) return answer()
    const free = tickets.filter((ticket) => ticket !== waiting?.ticket)
    if (free.length < 2 || below(12) === 0) return open()
    const ticket = oneOf(free)
    const acts = [
      () => followUp(ticket, 'teo'),
      () => followUp(ticket, 'alice'),
      async () => void (await write('teo', 'ITILFollowup', on(ticket, { is_private: 1 }))),
      async () =>
        void expect(ticket, `task:${await write('teo', 'TicketTask', { tickets_id: ticket, content: 'Fait.' })}`),
      () => attach(ticket),
      () => (waiting ? followUp(ticket, 'teo') : solve(ticket)),
    ]
    return oneOf(acts)()
  }
  return { act, expected }
}

/** The server's dates have no fractions. */
function secondOf(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000)
}
