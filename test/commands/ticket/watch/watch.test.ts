import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { login, openTicket } from '../../../sandbox/caller.ts'
import { newDesk, type Result } from '../../../support/desk.ts'
import { type VirtualTime, virtualTime } from '../../../support/virtual-time.ts'

const minute = 60_000
const start = new Date('2026-03-05T09:00:00Z')

interface Watching {
  site: Sandbox
  time: VirtualTime
  /** Somebody's call of the API at that moment; the body of a POST. */
  post(at: number, who: string, path: string, input: object): void
  run(...words: string[]): Promise<Result>
}

/** A platform whose clock is ours, and a person who watches it for so many minutes. */
async function watching(minutes: number, { glpi = '11.0' as '10.0' | '11.0', columns = 0, lang = 'en' } = {}) {
  const time = virtualTime(start, { end: minutes * minute })
  const site = await openSandbox({ glpi, clock: time.now })
  const desk = newDesk(site)
  const place: Watching = {
    site,
    time,
    post: (at, who, path, input) =>
      time.at(at, async () => {
        const answer = await (await login(site, who)).post(path, { input })
        expect(answer.status).toBe(201)
      }),
    run: (...words) =>
      desk.ipeos(['ticket', 'watch', ...words], {
        ...(columns ? { columns } : {}),
        env: { IPEOS_LANG: lang, PATH: process.env.PATH ?? '' },
        world: { now: time.now, sleep: time.sleep },
      }),
  }
  return { ...place, desk }
}

test.each([
  [[], 'Checking every 30 s, less often while nothing happens. To go faster: --interval 10s'],
  [['--interval', '5'], 'Checking every 5 s, less often while nothing happens.\n'],
  [['--interval', '90s'], 'every 90 s'],
  [['--interval', '5m'], 'every 5 min'],
])('says once how often it looks (%j)', async (flags, expected) => {
  const { run } = await watching(30)
  const { notes, out } = await run(...flags)
  expect([notes.split(expected).length - 1, out]).toEqual([1, ''])
})

const followup = (id: number, content: string) => ({ itemtype: 'Ticket', items_id: id, content })

function jsonLines(out: string): Array<Record<string, unknown>> {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

describe.each(['10.0', '11.0'] as const)('watching a ticket of GLPI %s', (glpi) => {
  test('tells its whole life, each thing once, in order', async () => {
    const { site, post, run } = await watching(60, { glpi })
    const id = site.addTicket({ title: 'Onduleur qui siffle', opened: start })
    post(5 * minute, 'teo', '/ITILFollowup', followup(id, '<p>Nous passons <b>demain</b>.</p>'))
    post(6 * minute, 'teo', '/ITILFollowup', { ...followup(id, 'Entre nous.'), is_private: 1 })
    post(10 * minute, 'teo', '/TicketTask', { tickets_id: id, content: 'Batterie changée', state: 2 })
    post(20 * minute, 'teo', '/ITILSolution', followup(id, 'Batterie neuve.'))
    post(30 * minute, 'alice', '/ITILFollowup', { ...followup(id, 'Il siffle encore.'), add_reopen: 1 })
    post(40 * minute, 'teo', '/ITILSolution', followup(id, 'Onduleur neuf.'))
    post(50 * minute, 'alice', '/ITILFollowup', { ...followup(id, 'Merci !'), add_close: 1 })
    const { code, out } = await run(String(id), '--json')
    expect(code).toBe(130)
    const told = jsonLines(out)
    expect(told.map(({ event, text, from, to }) => [event, text ?? `${from ?? ''} ${to ?? ''}`.trim()])).toEqual([
      ['followup', 'Nous passons demain.'],
      ['task', 'Batterie changée'],
      ['solution', 'Batterie neuve.'],
      ['status', 'new solved'],
      ['followup', 'Il siffle encore.'],
      ['solution-refused', ''],
      ['status', 'solved new'],
      ['solution', 'Onduleur neuf.'],
      ['status', 'new solved'],
      ['followup', 'Merci !'],
      ['solution-accepted', ''],
      ['status', 'solved closed'],
    ])
    expect(told[0]).toMatchObject({
      ticket: id,
      author: 'Marchand Téo',
      mine: false,
      date: '2026-03-05T10:05:00+01:00',
    })
    expect(told[4]).toMatchObject({ author: 'Alice Durand', mine: true })
  })
})

test('without a number, all tickets are watched, those to come too, and not those of others', async () => {
  const { site, post, run, time } = await watching(30)
  const id = site.addTicket({ title: 'Le mien', opened: start })
  const foreign = site.addTicket({ title: 'À Bob', requester: 'bob', opened: start })
  time.at(5 * minute, async () => openTicket(await login(site, 'alice'), { name: 'Un nouveau', content: '<p>Oh</p>' }))
  post(10 * minute, 'teo', '/ITILFollowup', followup(id, 'Vu.'))
  post(10 * minute, 'teo', '/ITILFollowup', followup(foreign, 'Vu aussi.'))
  const { out } = await run('--json', 'event,title,text')
  expect(jsonLines(out)).toEqual([
    { event: 'opened', title: 'Un nouveau', text: 'Oh' },
    { event: 'followup', title: 'Le mien', text: 'Vu.' },
  ])
})

test('people get lines that fit: when, which ticket, who, what, the first words, and nothing that a terminal obeys', async () => {
  const { site, post, run } = await watching(10, { columns: 60, lang: 'fr' })
  const id = site.addTicket({ title: 'Onduleur\u202e qui siffle', opened: start })
  post(5 * minute, 'teo', '/ITILFollowup', followup(id, `<p>Nous \u001b[2J${'passons '.repeat(20)}</p>`))
  const { out, notes } = await run()
  const [head, first, ...rest] = out.replace(/\u001b\[\d+m|\u001b\]8;[^\u001b]*\u001b\\/g, '').split('\n')
  expect([head, first]).toEqual([
    `10:05:00 #${id} Onduleur qui siffle`,
    '  Marchand Téo · suivi\u00a0: Nous passons passons passons',
  ])
  expect(rest.length).toBeGreaterThan(1)
  expect(stripVTControlCharacters(notes)).toContain(`Pour lire la suite\u00a0: ipeos ticket show ${id}`)
  expect(notes).toContain('J’attends des nouvelles de vos tickets.')
})

describe('a task that is planned', () => {
  const plan = { begin: '2026-03-12 14:00:00', end: '2026-03-12 16:00:00' }
  const task = (id: number) => ({ tickets_id: id, content: 'Disque à changer', plan, groups_id_tech: 2 })

  test.each([
    ['en', 'task: Disque à changer (planned Thu, 12 Mar 2026, 14:00–16:00, for Support N2)'],
    ['fr', 'tâche\u00a0: Disque à changer (prévue jeu. 12 mars 2026, 14:00 – 16:00, pour Support N2)'],
  ])('says to people for when and for whom (%s)', async (lang, words) => {
    const { site, post, run } = await watching(10, { columns: 200, lang })
    const id = site.addTicket({ title: 'Onduleur', opened: start })
    post(5 * minute, 'teo', '/TicketTask', task(id))
    const { out } = await run(String(id))
    expect(out).toContain(words)
  })

  test('has its times in JSON', async () => {
    const { site, post, run } = await watching(10)
    const id = site.addTicket({ title: 'Onduleur', opened: start })
    post(5 * minute, 'teo', '/TicketTask', task(id))
    const { out } = await run(String(id), '--json', 'event,begin,end,by')
    expect(jsonLines(out)[0]).toEqual({
      event: 'task',
      begin: '2026-03-12T14:00:00+01:00',
      end: '2026-03-12T16:00:00+01:00',
      by: 'Support N2',
    })
  })
})

test('in a pipe a line is whole, its date ISO', async () => {
  const { site, post, run } = await watching(10)
  const id = site.addTicket({ title: 'Onduleur', opened: start })
  post(5 * minute, 'teo', '/ITILSolution', followup(id, 'Batterie neuve.'))
  const { out } = await run(String(id))
  expect(out).toBe(
    `2026-03-05T10:05:00+01:00 #${id} · Marchand Téo · solution proposed: Batterie neuve.\n` +
      `2026-03-05T10:05:00+01:00 #${id} · status: new → solved\n`,
  )
})

test('the bell rings at each event, on a terminal', async () => {
  const { site, post, run } = await watching(10, { columns: 80 })
  const id = site.addTicket({ title: 'Onduleur', opened: start })
  post(5 * minute, 'teo', '/ITILFollowup', followup(id, 'Un.'))
  post(6 * minute, 'teo', '/ITILFollowup', followup(id, 'Deux.'))
  const { notes } = await run('--bell')
  expect(notes.match(/\u0007/g)).toHaveLength(2)
})

describe('a command of the person’s own', () => {
  test('gets each event on its input and in its environment, and none of our secrets', async () => {
    const { site, post, run, desk } = await watching(10)
    const id = site.addTicket({ title: 'Onduleur', opened: start })
    post(5 * minute, 'teo', '/ITILFollowup', followup(id, 'Un.'))
    await run('--exec', 'cat >> seen; env >> seen; printf "%s %s\\n" "$IPEOS_EVENT" "$IPEOS_TICKET" >> seen')
    const seen = readFileSync(join(desk.home, 'seen'), 'utf8')
    expect(jsonLines(seen.split('\n')[0] ?? '')).toMatchObject([{ event: 'followup', ticket: id, text: 'Un.' }])
    expect(seen).toContain(`followup ${id}\n`)
    expect(seen).toContain('IPEOS_URL=https://support.example')
    expect(seen).not.toContain('IPEOS_USER')
    expect(seen).not.toContain('alice-secret')
  })

  test('that fails is told, and the watching goes on', async () => {
    const { site, post, run } = await watching(10)
    const id = site.addTicket({ title: 'Onduleur', opened: start })
    post(5 * minute, 'teo', '/ITILFollowup', followup(id, 'Un.'))
    post(6 * minute, 'teo', '/ITILFollowup', followup(id, 'Deux.'))
    const { out, notes } = await run('--exec', ': s3cret; exit 3')
    expect(out.split('\n')).toHaveLength(3)
    expect(notes.match(/--exec failed \(exit code 3\)/g)).toHaveLength(2)
    expect(notes).not.toContain('s3cret')
  })
})

describe('when the platform is away', () => {
  test('it is said once, and what happened meanwhile is told', async () => {
    const { site, post, run, time } = await watching(60)
    const id = site.addTicket({ title: 'Onduleur', opened: start })
    time.at(5 * minute, () => site.faults.inject({ kind: 'drop-before', match: { path: /search/ }, times: 1000 }))
    post(10 * minute, 'teo', '/ITILFollowup', followup(id, 'Un.'))
    time.at(20 * minute, () => site.faults.clear())
    const { out, notes } = await run('--json', 'text')
    expect(jsonLines(out)).toEqual([{ text: 'Un.' }])
    expect(notes.match(/Still trying/g)).toHaveLength(1)
    expect(notes).toContain('The platform answers again.')
  })

  test.each([429, 503] as const)('with %d, it is left alone for as long as it asks', async (status) => {
    const { site, run, time } = await watching(60)
    site.addTicket({ title: 'Onduleur', opened: start })
    time.at(5 * minute, () =>
      site.faults.inject({ kind: 'status', status, retryAfter: 1200, match: { path: /search/ }, times: 1 }),
    )
    await run('--json')
    const looks = site.requests.filter(({ path }) => path.includes('search'))
    const refused = looks.findIndex((look) => look.status === status)
    const next = Number(looks[refused + 1]?.at) - Number(looks[refused]?.at)
    expect(next).toBeGreaterThanOrEqual(1_200_000)
    expect(next).toBeLessThan(1_400_000)
  })

  test('a look that breaks off between two tickets tells each of them once', async () => {
    const { site, post, run, time } = await watching(60)
    const ids = [1, 2, 3].map((number) => site.addTicket({ title: `n° ${number}`, opened: start }))
    for (const id of ids) post(10 * minute + 1000, 'teo', '/ITILFollowup', followup(id, `sur ${id}`))
    time.at(10 * minute + 2000, () =>
      site.faults.inject({ kind: 'truncated', match: { path: new RegExp(`Ticket/${ids[1]}/ITILFollowup`) }, times: 3 }),
    )
    const { out } = await run('--json', 'text')
    expect(jsonLines(out)).toEqual(ids.map((id) => ({ text: `sur ${id}` })))
  })

  test('a wrong password ends it: nothing can be told any more', async () => {
    const { site, run, time } = await watching(60)
    time.at(5 * minute, () => {
      site.killSessions()
      site.configuration.credentialsLoginEnabled = false
    })
    const { code } = await run('--json')
    expect(code).toBe(4)
  })
})

test('when nothing happens, one request is enough, and they come slower; now and then the clock is asked', async () => {
  const { site, run } = await watching(240)
  site.addTicket({ title: 'Onduleur', opened: start })
  await run('--json')
  const [, ...later] = site.requests.filter(({ at }) => Number(at) > Number(start) + 2 * minute)
  const looks = later.filter(({ path }) => path.includes('search/Ticket'))
  const others = later.filter((request) => !looks.includes(request))
  // Four hours: a look every two minutes, those of the beginning, and no more.
  expect(looks.length).toBeLessThan(150)
  expect(looks.length).toBeGreaterThan(100)
  expect([...new Set(others.map(({ path }) => path))]).toEqual(['/api.php/v1/getFullSession'])
  expect(others.length).toBeLessThan(25)
})

test('a ticket that goes away ends the watching of it', async () => {
  const { site, run, time } = await watching(60)
  const id = site.addTicket({ title: 'Onduleur', opened: start })
  time.at(5 * minute, async () => (await login(site, 'alice')).call('DELETE', `/Ticket/${id}`))
  const { code, notes } = await run(String(id))
  expect(code).toBe(3)
  expect(notes).toContain(`There is no ticket ${id}`)
})

test.each([
  [['--interval', '2'], '“2” is too short (5 s at least)'],
  [['--interval', 'soon'], '“soon” is not an interval'],
  [['--json', 'event,colour'], 'called colour'],
])('%j is refused before anything is asked', async (words, sentence) => {
  const { site, run } = await watching(1)
  const { code, notes } = await run(...words)
  expect([code, site.requests.length]).toEqual([2, 0])
  expect(notes).toContain(sentence)
})
