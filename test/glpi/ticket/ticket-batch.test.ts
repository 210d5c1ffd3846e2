import { describe, expect, test } from 'vitest'
import type { NewTicket } from '../../../src/itil/ticket.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const request = (title: string, mark?: string): NewTicket => ({
  ...{ type: 'incident', urgency: 'medium', title, description: 'Une\n<!-- ipeos:faux --> description', notify: false },
  ...(mark === undefined ? {} : { mark }),
})

describe.each(glpiVersions)('many tickets of GLPI %s', (glpi) => {
  test('are created by one request, in the order in which they were given', async () => {
    const { platform, sandbox } = await place({ glpi })
    const outcomes = await platform.tickets.createMany([request('un'), request('deux'), request('trois')])
    const titles = outcomes.map(async (one) => ('id' in one ? (await platform.tickets.get(one.id)).title : one.refused))
    expect(await Promise.all(titles)).toEqual(['un', 'deux', 'trois'])
    expect(sandbox.writes).toHaveLength(1)
  })

  test('are found again by how their marks begin, each by its own', async () => {
    const { platform } = await place({ glpi })
    const marks = ['lot-1-0', 'lot-1-1', 'lot-11-0', 'autre-1-0']
    const outcomes = await platform.tickets.createMany(marks.map((mark) => request(mark, mark)))
    const ids = outcomes.map((one) => ('id' in one ? one.id : 0))
    expect(await platform.tickets.findByMarks('lot-1-', 10, new Set())).toEqual(
      new Map([
        ['lot-1-0', [ids[0]]],
        ['lot-1-1', [ids[1]]],
      ]),
    )
    expect(await platform.tickets.findByMarks('nulle-part-', 10, new Set())).toEqual(new Map())
  })

  test('about the same come the newest first, with their status', async () => {
    const { platform } = await place({ glpi })
    const first = await platform.tickets.create({ ...request('un', 'a-1'), keyMark: 'key-0123' })
    const second = await platform.tickets.create({ ...request('deux', 'a-2'), keyMark: 'key-0123' })
    await platform.tickets.create({ ...request('trois', 'a-3'), keyMark: 'key-4567' })
    expect(await platform.tickets.withMark('key-0123')).toMatchObject([
      { id: second.id, status: 'new' },
      { id: first.id, status: 'new' },
    ])
    expect(await platform.tickets.findByMark('a-1')).toBe(first.id)
  })
})
