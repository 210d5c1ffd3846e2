import { stripVTControlCharacters } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { readHome } from '../../../src/commands/home/read-home.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { deskWithApproval } from '../../support/approval-desk.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'
import { type Answer, Left } from '../../support/scripted-prompts.ts'

const keys = [
  'name',
  'profile',
  'entity',
  'reach',
  'platform',
  'open',
  'counts',
  'awaitingCount',
  'awaiting',
  'tickets',
  'drafts',
  'reservations',
  'leftOut',
  'announcements',
  'toRateCount',
  'toRate',
  'approvalCount',
  'approvals',
]

test.each(glpiVersions)('on %s, scripts get all that the page says', async (glpi) => {
  const desk = newDesk(await openSandbox({ glpi }))
  const { code, out } = await desk.ipeos(['home', '--json'])
  expect(code).toBe(0)
  const page = JSON.parse(out)
  expect(Object.keys(page)).toEqual(keys)
  expect(page).toMatchObject({
    name: 'Alice Durand',
    profile: 'Self-Service',
    entity: 'IPEOS > IPEOS-WTC',
    leftOut: [],
  })
  const { new: fresh, assigned, planned, pending, solved } = page.counts
  expect(fresh + assigned + planned + pending + solved).toBe(page.open)
})

test('what waits for an answer is said first, with the commands that answer', async () => {
  const desk = newDesk(await openSandbox())
  const { out } = await desk.ipeos(['home', '--color', 'never'], { columns: 80 })
  expect(out).toMatch(
    /A solution awaits your answer\n#12 {2}solved .*\n {4}.*\nTo read and answer it: ipeos ticket show 12/,
  )
})

test('a draft of this account is there, one of another account is not', async () => {
  const desk = newDesk(await openSandbox())
  const left: Answer[] = [['Your message', new Left('Toujours rien')]]
  await desk.ipeos(['ticket', 'comment', '15'], { columns: 80, answers: left })
  const mine = await desk.ipeos(['home'], { columns: 80 })
  const others = await desk.ipeos(['home'], {
    columns: 80,
    env: { IPEOS_USER: 'henri', IPEOS_PASSWORD: 'henri-secret' },
  })
  expect(stripVTControlCharacters(mine.out)).toMatch(
    /Comment on #15 \(Toujours rien\)\. To go on:\s+ipeos ticket comment 15/,
  )
  expect(others).toMatchObject({ code: 0, out: expect.not.stringContaining('Not sent yet') })
})

test('each of the latest tickets has what was written last on it', async () => {
  const desk = newDesk(await openSandbox())
  const { out } = await desk.ipeos(['home', '--json', 'tickets'])
  const [ticket] = JSON.parse(out).tickets.filter(({ news }: { news: unknown }) => news)
  const shown = await desk.ipeos(['ticket', 'show', String(ticket.id), '--json', 'timeline'])
  const last = JSON.parse(shown.out).timeline.findLast(({ kind }: { kind: string }) => kind !== 'document')
  expect(ticket.news).toMatchObject({ kind: last.kind, date: last.date, mine: last.mine })
})

test.each([80, 40])(
  'in %d columns and both languages it is one screen: 24 lines at most, none too long',
  async (columns) => {
    const desk = newDesk(await openSandbox())
    for (const lang of ['fr', 'en']) {
      const { out } = await desk.ipeos(['home', '--color', 'never', '--lang', lang], { columns })
      const lines = out.trimEnd().split('\n')
      expect(lines.length).toBeLessThanOrEqual(24)
      expect(lines.filter((line) => line.length > columns)).toEqual([])
    }
  },
)

test.each(glpiVersions)('on %s it takes few requests, and no more than four at once', async (glpi) => {
  let [now, most] = [0, 0]
  const site = await openSandbox({ glpi })
  const watched = {
    fetch: async (request: Request) => {
      now += 1
      most = Math.max(most, now)
      const answer = await site.fetch(request)
      now -= 1
      return answer
    },
  }
  const desk = newDesk(watched)
  await desk.ipeos(['whoami'])
  const before = site.requests.length
  await desk.ipeos(['home', '--json'])
  expect(site.requests.length - before).toBeLessThanOrEqual(16)
  expect(most).toBeLessThanOrEqual(4)
})

test('news that does not come in time is left out, and that is said', async () => {
  const { platform, sandbox } = await place()
  await platform.session()
  onTestFinished(() => sandbox.close())
  // Longer than a test may take.
  sandbox.faults.inject({ kind: 'delay', milliseconds: 600_000, times: 20, match: { path: /ITIL|TicketTask/ } })
  const page = await readHome(platform, { now: new Date(), patience: 50 })
  expect(page.leftOut).toContain('news')
  expect(page.tickets.length).toBeGreaterThan(0)
})

test('news that the platform refuses is left out; the page comes all the same', async () => {
  const site = await openSandbox()
  site.faults.inject({ kind: 'status', status: 500, times: 50, match: { path: /ITIL|TicketTask/ } })
  const { code, out } = await newDesk(site).ipeos(['home', '--json', 'open,leftOut'])
  expect([code, JSON.parse(out).leftOut]).toEqual([0, ['news']])
})

test.each(glpiVersions)('on %s, my reservations to come are there, and nobody else’s', async (glpi) => {
  const site = await openSandbox({ glpi })
  const desk = newDesk(site)
  const bob = newDesk(site, { user: 'henri' })
  const { out } = await desk.ipeos(['reservation', 'items', '--json', 'id'])
  const [{ id }] = JSON.parse(out)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const book = ['reservation', 'new', String(id), '--yes']
  const mine = await desk.ipeos([...book, '--from', `${day(3)} 10:00`, '--to', `${day(3)} 11:00`])
  expect(mine).toMatchObject({ code: 0 })
  await bob.ipeos([...book, '--from', `${day(4)} 10:00`, '--to', `${day(4)} 11:00`])
  const home = await desk.ipeos(['home', '--json', 'reservations'])
  expect(JSON.parse(home.out).reservations.map(({ start }: { start: string }) => start.slice(0, 10))).toEqual([day(3)])
  expect((await desk.ipeos(['home'], { columns: 80 })).out).toContain('Your reservations')
})

test('the profile and the entity stand at the side', async () => {
  const { out } = await newDesk(await openSandbox()).ipeos(['home', '--lang', 'fr', '--color', 'never'], {
    columns: 80,
  })
  expect(out.split('\n')[0]).toMatch(/^Alice Durand +Self-Service · IPEOS-WTC$/)
})

test('whoever sees more than one entity sees that too', async () => {
  const desk = newDesk(await openSandbox(), { user: 'henri' })
  const { out } = await desk.ipeos(['home', '--lang', 'fr', '--color', 'never'], { columns: 80 })
  expect(out.split('\n')[0]).toMatch(/Observer · IPEOS \(voir tous\)$/)
})

test('ipeos alone is that page on a terminal, and the help in a pipe', async () => {
  const desk = newDesk(await openSandbox())
  expect((await desk.ipeos([], { columns: 80, answers: [['What would you like to do', 'Quit']] })).out).toContain(
    'Alice Durand',
  )
  expect(
    (await desk.ipeos(['--lang', 'fr'], { columns: 80, answers: [['Que voulez-vous faire', 'Quitter']] })).out,
  ).toContain('Dernières nouvelles')
  expect((await desk.ipeos([])).out).toContain('Usage:')
  expect((await desk.ipeos(['--help'], { columns: 80 })).out).toContain('Usage:')
})

test('an option of all commands that lacks its value is told as such', async () => {
  const { code, notes } = await newDesk(await openSandbox()).ipeos(['--lang'], { columns: 80 })
  expect([code, notes]).toEqual([2, expect.stringContaining('--lang')])
})

test('whoever is not logged in is told how to begin, and asks no platform', async () => {
  const site = await openSandbox()
  const { code, out } = await newDesk(site, { user: null }).ipeos(['home'], { columns: 80 })
  expect([code, site.requests.length]).toEqual([0, 0])
  for (const command of ['ipeos login', 'ipeos password reset', 'ipeos account recover', '--sandbox'])
    expect(out).toContain(command)
})

test('for a script, not being logged in is exit 4', async () => {
  expect(await newDesk(await openSandbox(), { user: null }).ipeos(['home', '--json'])).toMatchObject({
    code: 4,
    out: '',
  })
})

test('of more tickets than are read at once, the platform counts those of each status', async () => {
  const desk = newDesk(await openSandbox({ tickets: 3000 }))
  const { out } = await desk.ipeos(['home', '--json', 'open,counts,awaiting,awaitingCount'])
  const { open, counts, awaiting, awaitingCount } = JSON.parse(out)
  expect(open).toBeGreaterThan(100)
  for (const status of Object.keys(counts)) {
    const listed = await desk.ipeos(['ticket', 'list', '--status', status, '--all', '--json', 'id'])
    expect([status, JSON.parse(listed.out).length]).toEqual([status, counts[status]])
  }
  expect([awaiting.length, awaitingCount]).toEqual([4, counts.solved])
})

test('all solutions that wait are told, beside as many other tickets', async () => {
  const { sandbox, platform } = await place()
  for (const number of [1, 2, 3]) sandbox.addTicket({ title: `Résolu ${number}`, status: 'solved' })
  const page = await readHome(platform, { now: new Date(), patience: 60_000 })
  expect([page.awaitingTotal, page.awaiting.length]).toEqual([4, 4])
  const waits = page.awaiting.map(({ ticket }) => ticket.id)
  expect(page.tickets.filter(({ ticket }) => !waits.includes(ticket.id))).toHaveLength(3)
})

test.each(glpiVersions)('on %s, what waits for my approval is counted, and nothing of others', async (glpi) => {
  const { desk, ticket, mine } = await deskWithApproval(glpi)
  const { out } = await desk.ipeos(['home', '--json', 'approvalCount,approvals'])
  expect(JSON.parse(out)).toMatchObject({
    approvalCount: 1,
    approvals: [{ id: mine, ticket, title: 'Nouveau poste' }],
  })
  const page = await desk.ipeos(['home', '--color', 'never'], { columns: 80 })
  expect(page.out).toContain(`Support asks for your approval on #${ticket} (Nouveau poste): ipeos approval list`)
  await desk.ipeos(['approval', 'accept', `${mine}`])
  expect(JSON.parse((await desk.ipeos(['home', '--json', 'approvalCount'])).out)).toEqual({ approvalCount: 0 })
})

test.each(glpiVersions)('on %s, a customer who gives no approvals is asked for none', async (glpi) => {
  const { desk, site } = await deskWithApproval(glpi, false)
  const { out } = await desk.ipeos(['home', '--json', 'approvalCount,leftOut'])
  expect(JSON.parse(out)).toEqual({ approvalCount: 0, leftOut: [] })
  expect(site.requests.filter(({ path }) => path.includes('TicketValidation') && !path.includes('POST'))).toHaveLength(
    2,
  )
})

test('approvals that do not come in time are left out, and that is said', async () => {
  const { desk, site } = await deskWithApproval('11.0')
  site.faults.inject({ kind: 'status', status: 500, times: 50, match: { path: /TicketValidation/ } })
  const { code, out } = await desk.ipeos(['home', '--json', 'approvalCount,leftOut'])
  expect([code, JSON.parse(out)]).toEqual([0, { approvalCount: 0, leftOut: ['approvals'] }])
})
