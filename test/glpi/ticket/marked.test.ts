import { describe, expect, test } from 'vitest'
import type { NewTicket } from '../../../src/itil/ticket.ts'
import { type Place, place } from '../../support/glpi-versions.ts'

const request = (title: string, description: string): NewTicket => ({
  ...{ type: 'incident', urgency: 'medium', title, description, notify: false },
})

/** A technician, who sees everybody's tickets, and a customer who wants to be taken for the technician's command. */
async function between(glpi: '10.0' | '11.0', forge: (place: Place) => Promise<unknown>) {
  const site = await place({ glpi, connect: { as: { user: 'teo', password: 'teo-secret' } } })
  await forge(site)
  return site.platform.tickets
}

const bob = { as: { user: 'bob', password: 'bob-secret' } } as const

describe.each(['10.0', '11.0'] as const)('a mark on GLPI %s', (glpi) => {
  test('of somebody else is none of ours, were it a whole comment', async () => {
    const tickets = await between(glpi, (site) =>
      site.join(bob).platform.tickets.create({ ...request('piège', 'x'), mark: 'lot-0-1', keyMark: 'key-0123' }),
    )
    const ours = await tickets.create({ ...request('panne', 'y'), mark: 'lot-0-2', keyMark: 'key-0123' })
    expect(await tickets.findByMark('lot-0-1')).toBeUndefined()
    expect(await tickets.findByMarks('lot-0-', 10, new Set())).toEqual(new Map([['lot-0-2', [ours.id]]]))
    expect((await tickets.withMark('key-0123')).map(({ id }) => id)).toEqual([ours.id])
  })

  test('that a text of our own speaks of marks nothing', async () => {
    const said = 'GET / UA=ipeos:key-0123 x, <!-- ipeos:key-0123 --> and &#60;!-- ipeos:lot-0-1 --&#62;'
    const tickets = await between(glpi, (site) => site.platform.tickets.create(request('journal', said)))
    expect(await tickets.withMark('key-0123')).toEqual([])
    expect(await tickets.findByMarks('lot-0-', 10, new Set())).toEqual(new Map())
  })

  test('of a request that went twice is on both, and a forgery is no twin', async () => {
    const tickets = await between(glpi, (site) =>
      site.join(bob).platform.tickets.create({ ...request('piège', 'x'), mark: 'a-1' }),
    )
    const first = await tickets.create({ ...request('un', 'y'), mark: 'a-1' })
    const second = await tickets.create({ ...request('un', 'y'), mark: 'a-1' })
    expect(await tickets.allWithMark('a-1', first.id)).toEqual([first.id, second.id])
  })

  test('is looked at once more where an answer is none', async () => {
    const { sandbox, platform } = await place({ glpi })
    const { id } = await platform.tickets.create({ ...request('un', 'y'), mark: 'a-1' })
    sandbox.faults.inject({ kind: 'html', match: { path: /Ticket\/\d/ } })
    expect(await platform.tickets.findByMark('a-1')).toBe(id)
  })
})
