import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { deskWithTicket } from '../../support/ticket-life.ts'

const onFollowup = { method: 'POST', path: /ITILFollowup/ }

describe.each(glpiVersions)('--json on GLPI %s', (glpi) => {
  test('gives the number of a comment, its files and the address of its ticket', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi)
    writeFileSync(join(desk.home, 'mesures.csv'), 'a;b')
    const words = ['ticket', 'comment', id, '-m', 'Toujours lent', '--attach', 'mesures.csv', '--json']
    const { code, out } = await desk.ipeos(words)
    const { timeline, documents, url } = await shown()
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        ticket: Number(id),
        followup: timeline.find(({ kind }) => kind === 'followup')?.id,
        files: [{ id: documents[0]?.id, fileName: 'mesures.csv' }],
        url,
      },
    ])
  })

  test('gives the number of a comment that was found there, its answer lost', async () => {
    const { desk, id, shown, site } = await deskWithTicket(glpi)
    site.faults.inject({ kind: 'drop-after', match: onFollowup })
    const { out } = await desk.ipeos(['ticket', 'comment', id, '-m', 'Une fois', '--json', 'followup'])
    expect(JSON.parse(out)).toEqual({ followup: (await shown()).timeline[0]?.id })
  })

  test.each([
    ['accept', []],
    ['refuse', ['-m', 'Toujours en panne']],
  ])('gives the followup that answers a solution: %s', async (verb, words) => {
    const { desk, id, shown } = await deskWithTicket(glpi, { status: 'solved' })
    const { code, out } = await desk.ipeos(['ticket', verb, id, ...words, '--json', 'ticket,followup'])
    const { timeline } = await shown()
    const followup = timeline.findLast(({ kind }) => kind === 'followup')?.id
    expect([code, JSON.parse(out)]).toEqual([0, { ticket: Number(id), followup }])
  })

  test('gives the ticket as an edit left it', async () => {
    const { desk, id } = await deskWithTicket(glpi, { urgency: 2 })
    const { code, out } = await desk.ipeos(['ticket', 'edit', id, '--urgency', 'high', '--json', 'id,urgency'])
    expect([code, JSON.parse(out)]).toEqual([0, { id: Number(id), urgency: 'high' }])
  })
})

test('a file that the platform refuses has no number (7)', async () => {
  const { desk, id } = await deskWithTicket('10.0')
  writeFileSync(join(desk.home, 'a.txt'), 'aa')
  writeFileSync(join(desk.home, 'c.exe'), 'MZ')
  const { code, out } = await desk.ipeos(['ticket', 'attach', id, 'a.txt', 'c.exe', '--json', 'followup,files'])
  expect([code, JSON.parse(out)]).toEqual([
    7,
    {
      followup: null,
      files: [
        { id: expect.any(Number), fileName: 'a.txt' },
        { id: null, fileName: 'c.exe' },
      ],
    },
  ])
})

test.each([
  ['comment', ['-m', 'x']],
  ['attach', ['a.txt']],
  ['accept', []],
  ['refuse', ['-m', 'x']],
  ['edit', ['--title', 'x']],
])('%s with an unknown field sends nothing (2)', async (verb, words) => {
  const { desk, id, site } = await deskWithTicket('10.0', { status: 'solved' })
  writeFileSync(join(desk.home, 'a.txt'), 'aa')
  const { code, out } = await desk.ipeos(['ticket', verb, id, ...words, '--json', 'nothing'])
  expect([code, out, site.requests]).toEqual([2, '', []])
})
