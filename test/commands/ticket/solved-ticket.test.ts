import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { login } from '../../sandbox/caller.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import type { Answer } from '../../support/scripted-prompts.ts'
import { deskWithTicket, type TicketDesk } from '../../support/ticket-life.ts'

async function solvedTicket(
  glpi: '10.0' | '11.0' = '11.0',
): Promise<TicketDesk & { solution(): Promise<string | undefined> }> {
  const place = await deskWithTicket(glpi, { status: 'solved' })
  for (const name of ['mesures.csv', 'autre.csv', 'outil.exe']) writeFileSync(join(place.desk.home, name), name)
  const solution = async () => (await place.shown()).timeline.find(({ kind }) => kind === 'solution')?.status
  return { ...place, solution }
}

const says = {
  comment: (id: string) => ['ticket', 'comment', id, '-m', 'Voici.', '--attach', 'mesures.csv'],
  attach: (id: string) => ['ticket', 'attach', id, 'mesures.csv'],
}

describe.each(glpiVersions)('on a solved ticket of GLPI %s', (glpi) => {
  describe.each(['comment', 'attach'] as const)('%s', (verb) => {
    test('in a script says neither: wrong usage, why, and nothing is sent or kept', async () => {
      const { desk, id, site, solution } = await solvedTicket(glpi)
      const { code, notes } = await desk.ipeos(says[verb](id))
      expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
      expect(notes).toMatch(
        /is solved, and a word or a file by itself would refuse the solution[\s\S]*--accept[\s\S]*--reopen/,
      )
      expect(await solution()).toBe('waiting')
      expect(JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)).toEqual([])
    })

    test.each([
      { flag: '--accept', chosen: 'acceptance', status: 'closed', became: 'accepted', note: 'is closed' },
      { flag: '--reopen', chosen: 'refusal', status: 'assigned', became: 'refused', note: 'is open again' },
    ])(
      '$flag, or choosing so, answers by one request, its file along',
      async ({ flag, chosen, status, became, note }) => {
        const scripted = await solvedTicket(glpi)
        const byFlag = await scripted.desk.ipeos([...says[verb](scripted.id), flag])
        const asked = await solvedTicket(glpi)
        const answers: Answer[] = [['whatever you send answers the solution', chosen]]
        const byChoice = await asked.desk.ipeos(says[verb](asked.id), { columns: 80, answers })
        for (const [{ code, notes }, place] of [
          [byFlag, scripted],
          [byChoice, asked],
        ] as const) {
          expect(notes).toContain(note)
          expect(notes).not.toContain('still awaits')
          expect(code).toBe(0)
          expect(await place.shown()).toMatchObject({ status, documents: [{ fileName: 'mesures.csv' }] })
          expect(await place.solution()).toBe(became)
          expect(place.site.writes).toHaveLength(1)
        }
      },
    )

    test('is left alone by who leaves it: 130, nothing sent, nothing kept', async () => {
      const { desk, id, site } = await solvedTicket(glpi)
      const answers: Answer[] = [['whatever you send', 'leave']]
      const { code, notes } = await desk.ipeos(says[verb](id), { columns: 80, answers })
      expect({ code, writes: site.writes }).toEqual({ code: 130, writes: [] })
      expect(notes).toContain('still awaits your answer')
      expect(JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)).toEqual([])
    })
  })

  test.each([
    { verb: 'accept', status: 'closed', became: 'accepted' },
    { verb: 'refuse', status: 'assigned', became: 'refused' },
  ])('$verb sends word, file and answer in one request', async ({ verb, status, became }) => {
    const { desk, id, site, shown, solution } = await solvedTicket(glpi)
    const words = ['ticket', verb, id, '-m', 'La preuve.', '--attach', 'mesures.csv', '--json', 'followup,files']
    const { code, out } = await desk.ipeos(words)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ followup: expect.any(Number), files: [{ id: expect.any(Number) }] })
    expect(site.writes).toHaveLength(1)
    expect(await shown()).toMatchObject({ status, documents: [{ fileName: 'mesures.csv' }] })
    expect(await solution()).toBe(became)
  })

  test('an acceptance whose answer was lost is found, and made once', async () => {
    const { desk, id, site, shown } = await solvedTicket(glpi)
    site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /ITILFollowup/ } })
    const { code } = await desk.ipeos(['ticket', 'accept', id, '--attach', 'mesures.csv'])
    expect(code).toBe(0)
    const { status, documents, timeline } = await shown()
    expect({ status, files: documents.map(({ fileName }) => fileName) }).toEqual({
      status: 'closed',
      files: ['mesures.csv'],
    })
    expect(timeline.filter(({ kind }) => kind === 'followup')).toHaveLength(1)
  })
})

test('several files go with an acceptance on 11.0; on 10.0, which keeps one, that is said before anything is sent', async () => {
  const both = ['--attach', 'mesures.csv', '--attach', 'autre.csv']
  const newer = await solvedTicket('11.0')
  expect((await newer.desk.ipeos(['ticket', 'accept', newer.id, ...both])).code).toBe(0)
  expect((await newer.shown()).documents).toHaveLength(2)
  const older = await solvedTicket('10.0')
  const { code, notes } = await older.desk.ipeos(['ticket', 'accept', older.id, ...both])
  expect({ code, writes: older.site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('one file with an acceptance')
})

test('several files of a refusal are all there on 10.0 too', async () => {
  const { desk, id, shown } = await solvedTicket('10.0')
  const both = ['--attach', 'mesures.csv', '--attach', 'autre.csv']
  expect((await desk.ipeos(['ticket', 'refuse', id, '-m', 'Non.', ...both])).code).toBe(0)
  expect((await shown()).documents).toHaveLength(2)
})

test.each([
  { glpi: '10.0', status: 'closed', told: 'is closed' },
  { glpi: '11.0', status: 'solved', told: 'the solution still waits' },
] as const)(
  'an acceptance whose file GLPI $glpi refuses ends with 7, and tells what came of it',
  async ({ glpi, status, told }) => {
    const { desk, id, shown } = await solvedTicket(glpi)
    const { code, notes } = await desk.ipeos(['ticket', 'accept', id, '-m', 'Merci.', '--attach', 'outil.exe'])
    expect(code).toBe(7)
    expect(notes).toContain(told)
    expect(notes).toContain('outil.exe was not attached')
    const { status: now, timeline } = await shown()
    expect(now).toBe(status)
    expect(timeline.filter(({ text }) => text === 'Merci.')).toHaveLength(1)
  },
)

describe('a word that was asked for on a solved ticket', () => {
  const asked = (last: string): Answer[] => [
    ['whatever you send answers the solution', 'refusal'],
    ['Your message', 'Toujours lent.'],
    ['File to attach', ''],
    [/^Send it\? The solution is refused, and ticket no\. \d+ is open again\.$/, last],
  ]

  test('leaves once the person has seen what becomes of the ticket', async () => {
    const { desk, id, solution } = await solvedTicket()
    const { code } = await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers: asked('Send') })
    expect([code, await solution()]).toEqual([0, 'refused'])
  })

  test('stays, and is kept, where the person then keeps it for later', async () => {
    const { desk, id, site, solution } = await solvedTicket()
    const { code, notes } = await desk.ipeos(['ticket', 'comment', id], {
      columns: 80,
      answers: asked('Keep it for later'),
    })
    expect([code, site.writes, await solution()]).toEqual([130, [], 'waiting'])
    expect(notes).toContain('still awaits your answer')
    const kept = JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)
    expect(kept).toMatchObject([{ text: 'Toujours lent.' }])
  })
})

test.each(['comment', 'attach'] as const)(
  'of the answers that %s offers the harmless one is in focus',
  async (verb) => {
    const { desk, id, solution } = await solvedTicket()
    const answers: Answer[] = [['whatever you send', undefined]]
    const { code } = await desk.ipeos(says[verb](id), { columns: 80, answers })
    expect([code, await solution()]).toEqual([130, 'waiting'])
  },
)

test('both answers at once are wrong usage, and the platform is not asked', async () => {
  const { desk, id, site } = await solvedTicket()
  const { code } = await desk.ipeos([...says.comment(id), '--accept', '--reopen'])
  expect({ code, requests: site.requests }).toEqual({ code: 2, requests: [] })
})

test.each(['--accept', '--reopen'])('%s where no solution waits says so, and writes nothing', async (flag) => {
  const { desk, id, site } = await deskWithTicket('11.0', { status: 'assigned' })
  const { code, notes } = await desk.ipeos(['ticket', 'comment', id, '-m', 'x', flag])
  expect({ code, writes: site.writes }).toEqual({ code: 1, writes: [] })
  expect(notes).toContain('No solution awaits your answer')
})

test('support writes on a solved ticket without being asked, and the solution still waits', async () => {
  const { desk, id } = await deskWithTicket('11.0', { status: 'solved' }, { user: 'teo' })
  const { code, notes } = await desk.ipeos(['ticket', 'comment', id, '-m', 'À votre écoute.'])
  expect(code).toBe(0)
  expect(notes).toContain('A solution still awaits')
})

test('an acceptance that comes after the ticket was opened again is not told as done: 7', async () => {
  const { desk, id, site } = await solvedTicket()
  site.faults.inject({ kind: 'delay', milliseconds: 800, match: { method: 'POST', path: /ITILFollowup/ } })
  const accepting = desk.ipeos(['ticket', 'accept', id, '-m', 'Merci.'])
  await expect
    .poll(() => site.requests.some(({ method, path }) => method === 'POST' && path.includes('ITILFollowup')))
    .toBe(true)
  await desk.ipeos(['ticket', 'refuse', id, '-m', 'Non.'])
  const { code, notes } = await accepting
  expect(code).toBe(7)
  expect(notes).toContain('is not accepted')
})

test('a comment kept while the ticket was open is not sent once it is solved: it would refuse the solution', async () => {
  const { desk, id, site } = await deskWithTicket('11.0', { status: 'assigned' })
  site.faults.inject({ kind: 'drop-before', times: 1000 })
  await desk.ipeos(['ticket', 'comment', id, '-m', 'Toujours lent.'])
  site.faults.clear()
  const teo = await login(site, 'teo')
  await teo.post('/ITILSolution', { input: { itemtype: 'Ticket', items_id: Number(id), content: 'Fait.' } })
  const [draft] = JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)
  const { code, notes } = await desk.ipeos(['draft', 'send', draft.id])
  expect(code).toBe(2)
  expect(notes).toContain('would refuse the solution')
})

test('on a closed ticket attach says that it is closed, and advises no other format', async () => {
  const { desk, id } = await deskWithTicket('11.0', { status: 'closed' })
  writeFileSync(join(desk.home, 'a.txt'), 'a')
  const { code, notes } = await desk.ipeos(['ticket', 'attach', id, 'a.txt'])
  expect(code).toBe(1)
  expect(notes).toContain('is closed')
  expect(notes).not.toContain('.zip')
})
