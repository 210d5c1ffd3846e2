import { describe, expect, test } from 'vitest'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { deskWithTicket } from '../../support/ticket-life.ts'

describe.each(glpiVersions)('a solution that waits on GLPI %s', (glpi) => {
  test('is accepted without a word, and the ticket is closed', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { status: 'solved' })
    const { code, notes } = await desk.ipeos(['ticket', 'accept', id])
    expect(code).toBe(0)
    expect(notes).toContain(`ticket no. ${id} is closed`)
    const { status, timeline } = await shown()
    expect([status, timeline.find(({ kind }) => kind === 'solution')?.status]).toEqual(['closed', 'accepted'])
  })

  test('is accepted with a word', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { status: 'solved' })
    await desk.ipeos(['ticket', 'accept', id, '-m', 'Merci !'])
    expect((await shown()).timeline.at(-1)).toMatchObject({ kind: 'followup', text: 'Merci !' })
  })

  test('is refused with a reason, and the ticket is open again', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { status: 'solved' })
    const { code, notes } = await desk.ipeos(['ticket', 'refuse', id, '-m', 'Toujours en panne'])
    expect(code).toBe(0)
    expect(notes).toContain('is open again')
    expect(await shown()).toMatchObject({ status: 'assigned', timeline: [{ status: 'refused' }, { kind: 'followup' }] })
  })
})

test('on a terminal the reason is asked for', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0', { status: 'solved' })
  const answers: Array<[string, string | undefined]> = [
    ['still does not work', 'Elle fume encore.'],
    ['File to attach', ''],
    ['The solution is refused', undefined],
  ]
  await desk.ipeos(['ticket', 'refuse', id], { columns: 80, answers })
  expect((await shown()).timeline.at(-1)).toMatchObject({ text: 'Elle fume encore.' })
})

test.each([[[]], [['-m', '  ']]])(
  'in a pipe a refusal without a reason (%j) is wrong usage, and nothing is asked',
  async (words) => {
    const { desk, id, site } = await deskWithTicket('10.0', { status: 'solved' })
    const { code, notes } = await desk.ipeos(['ticket', 'refuse', id, ...words])
    expect([code, site.requests]).toEqual([2, []])
    expect(notes).toContain(`ipeos ticket refuse ${id} -m REASON`)
  },
)

describe.each(['accept', 'refuse'])('to %s', (verb) => {
  test.each([
    ['a ticket that has no waiting solution says so', { status: 'assigned' }, 'No solution awaits your answer'],
    [
      'a solution that was answered already says so',
      { status: 'assigned', solutions: [{ content: 'x', status: 'refused' }] },
      'No solution awaits your answer',
    ],
    ['a closed ticket says that it is closed', { status: 'closed' }, 'is closed'],
  ] as const)('%s, and writes nothing', async (_what, ticket, expected) => {
    const { desk, id, site } = await deskWithTicket('10.0', structuredClone(ticket) as object)
    const { code, out, notes } = await desk.ipeos(['ticket', verb, id, '-m', 'x'])
    expect({ code, out, writes: site.writes }).toEqual({ code: 1, out: '', writes: [] })
    expect(notes).toContain(expected)
  })
})

test('a solution that somebody answered meanwhile is told as the platform tells it, with where to look', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', { status: 'solved', observers: ['henri'] })
  site.faults.inject({ kind: 'delay', milliseconds: 1000, match: { method: 'POST', path: /ITILFollowup/ } })
  const [one, other] = await Promise.all([desk.ipeos(['ticket', 'accept', id]), desk.ipeos(['ticket', 'accept', id])])
  expect([one.code, other.code].sort()).toEqual([0, 5])
  expect(one.notes + other.notes).toContain(`ipeos ticket show ${id}`)
})
