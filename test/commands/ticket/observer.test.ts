import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { login } from '../../sandbox/caller.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import type { Answer } from '../../support/scripted-prompts.ts'

async function ticket(glpi: '10.0' | '11.0' = '11.0', told: Partial<Parameters<Sandbox['addTicket']>[0]> = {}) {
  const site = await openSandbox({ glpi })
  const id = site.addTicket({ title: 'Imprimante', ...told })
  return { site, id, desk: newDesk(site) }
}

const peopleSent = ({ writes }: Sandbox) => writes.filter(({ path }) => path.includes('Ticket_User'))
const words = (id: number, verb: string, ...rest: string[]) => ['ticket', 'observer', verb, `${id}`, ...rest]

test('who named somebody in vain is told where to search, a script with the words that it takes for that', async () => {
  const { desk, id } = await ticket()
  const { notes } = await desk.ipeos(words(id, 'add', 'hanri'))
  expect(notes.trimEnd()).toMatch(new RegExp(`On a terminal, .*: ipeos ticket observer add ${id}$`))
})

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('somebody whom the site offers follows the ticket, by full name, and is told to read alone', async () => {
    const { desk, id } = await ticket(glpi)
    const added = await desk.ipeos(words(id, 'add', 'henri', '--json', 'name,login,notified'))
    expect(added).toMatchObject({ code: 0, notes: expect.stringContaining('Nourel Henri now follows') })
    expect(added.notes).toContain('An observer reads')
    expect(JSON.parse(added.out)).toEqual([{ name: 'Nourel Henri', login: 'henri', notified: true }])
  })

  test('who follows it already, or has another part in it, is told, and not doubled', async () => {
    const { desk, site, id } = await ticket(glpi, { observers: ['henri'], status: 'assigned' })
    const { code, notes } = await desk.ipeos(words(id, 'add', 'henri', 'teo', 'alice'))
    expect(code).toBe(0)
    expect(notes).toMatch(/Nourel Henri follows.*\n.*in charge.*\n.*for, and follows/)
    expect(peopleSent(site)).toEqual([])
  })

  test('bob of another entity is not offered: that he would not see the ticket is told', async () => {
    const { desk, site, id } = await ticket(glpi)
    const { code, notes } = await desk.ipeos(words(id, 'add', 'bob'))
    expect({ code, notes }).toEqual({ code: 3, notes: expect.stringContaining('would not see the ticket') })
    expect(peopleSent(site)).toEqual([])
  })

  test('an unknown name is told with those that come near, and keeps the others back', async () => {
    const { desk, site, id } = await ticket(glpi)
    const { code, notes } = await desk.ipeos(words(id, 'add', 'teo', 'hanri'))
    expect({ code, notes }).toEqual({ code: 3, notes: expect.stringContaining('Nourel Henri') })
    expect(peopleSent(site)).toEqual([])
  })

  test('on a terminal they are searched', async () => {
    const { desk, id } = await ticket(glpi)
    const answers: Answer[] = [
      ['Who else may follow', 'Henri'],
      ['Anybody else', /all/],
    ]
    const { code, notes } = await desk.ipeos(words(id, 'add'), { columns: 80, answers })
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('Nourel Henri now follows') })
  })

  test('mails end and begin again, for an observer and for oneself, and everybody keeps their part', async () => {
    const { desk, id } = await ticket(glpi, { observers: ['henri'] })
    expect((await desk.ipeos(words(id, 'mute', 'Henri'))).notes).toContain('gets no more mails')
    const { out } = await desk.ipeos(words(id, 'list', '--json', 'name,notified'))
    expect(JSON.parse(out)).toEqual([{ name: 'Nourel Henri', notified: false }])
    expect((await desk.ipeos(words(id, 'mute'))).notes).toContain('You get no more mails')
    expect((await desk.ipeos(words(id, 'unmute'))).notes).toContain('You get the mails')
    expect((await desk.ipeos(['ticket', 'show', `${id}`])).code).toBe(0)
  })

  test('an observer is taken off; whoever the ticket is for, and whoever is in charge, stays', async () => {
    const { desk, site, id } = await ticket(glpi, { observers: ['henri'], status: 'assigned' })
    expect(await desk.ipeos(words(id, 'remove', 'henri'))).toMatchObject({ code: 0 })
    for (const name of ['teo', 'alice']) {
      const { code, notes } = await desk.ipeos(words(id, 'remove', name))
      expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('is no observer') })
    }
    expect(peopleSent(site).map(({ method }) => method)).toEqual(['DELETE'])
  })

  test('whom to take off is asked, and Enter alone is nobody', async () => {
    const { desk, site, id } = await ticket(glpi, { observers: ['henri'] })
    const remove = (who: unknown) =>
      desk.ipeos(words(id, 'remove'), { columns: 80, answers: [['Who should stop following', who]] })
    expect((await remove(undefined)).code).toBe(0)
    expect(peopleSent(site)).toEqual([])
    expect((await remove('Nourel Henri')).notes).toContain('Nourel Henri no longer follows')
  })

  test('whoever observes a ticket leaves it, and sees it no more', async () => {
    const { site, id } = await ticket(glpi, { observers: ['henri'], entity: 1 })
    const henri = newDesk(site, { user: 'henri' })
    const profile = ['--profile', 'Self-Service']
    expect(await henri.ipeos([...profile, 'ticket', 'leave', `${id}`])).toMatchObject({ code: 2 })
    const left = await henri.ipeos([...profile, 'ticket', 'leave', `${id}`, '--yes'])
    expect(left).toMatchObject({ code: 0, notes: expect.stringContaining('no longer see it') })
    expect((await henri.ipeos([...profile, 'ticket', 'show', `${id}`])).code).toBe(3)
  })

  test('what one only observes is listed, page after page, and nothing of one’s own', async () => {
    const { desk, site } = await ticket(glpi)
    const observed = Array.from({ length: 3 }, (_, place) =>
      site.addTicket({ title: `De Henri ${place}`, requester: 'henri', entity: 1, observers: ['alice'] }),
    )
    site.addTicket({ title: 'À moi aussi', observers: ['alice'] })
    const { out } = await desk.ipeos(['ticket', 'list', '--observed', '--search', 'De Henri', '--json', 'id'])
    expect(
      JSON.parse(out)
        .map((one: { id: number }) => one.id)
        .sort(),
    ).toEqual(observed)
    const mine = await desk.ipeos(['ticket', 'list', '--observed', '--search', 'À moi aussi', '--json', 'id'])
    expect(JSON.parse(mine.out)).toEqual([])
  })
})

test('an address is taken where the site takes one, and there it only gets the mails', async () => {
  const { desk, id } = await ticket('10.0')
  const added = await desk.ipeos(
    words(id, 'add', 'ext@ailleurs.example', '--no-notify', '--json', 'name,email,notified'),
  )
  expect(JSON.parse(added.out)).toEqual([
    { name: 'ext@ailleurs.example', email: 'ext@ailleurs.example', notified: false },
  ])
  expect(added.notes).toMatch(/An address alone gets the mails/)
  expect(added.notes).not.toContain('An observer reads')
  const eleven = await ticket('11.0')
  const { code, notes } = await eleven.desk.ipeos(words(eleven.id, 'add', 'ext@ailleurs.example'))
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('no e-mail address') })
  expect(peopleSent(eleven.site)).toEqual([])
})

test('an observer whom the platform drops in silence is found to be missing', async () => {
  const { desk, site, id } = await ticket()
  const admin = await login(site, 'glpi')
  // Somebody takes him off again while he is added.
  const dropped = newDesk({
    async fetch(request) {
      const answer = await site.fetch(request)
      if (request.method === 'POST' && request.url.endsWith('/Ticket_User')) {
        const { id: row } = (await answer.clone().json()) as { id: number }
        await admin.call('DELETE', `/Ticket_User/${row}`)
      }
      return answer
    },
  })
  const { code, notes } = await dropped.ipeos(words(id, 'add', 'henri'))
  expect({ code, notes }).toEqual({ code: 7, notes: expect.stringContaining('Nourel Henri was not added') })
  expect((await desk.ipeos(words(id, 'list', '--json'))).out.trim()).toBe('[]')
})

test('where the platform is gone, all that were left out are told why, and nobody added is no half success', async () => {
  const { desk, site, id } = await ticket()
  site.faults.inject({ kind: 'status', status: 503, times: 2, match: { method: 'POST', path: /Ticket_User/ } })
  const { code, notes } = await desk.ipeos(words(id, 'add', 'henri', 'teo'), { env: { NO_COLOR: '1' } })
  expect(notes.match(/was not added\. .*503/g)).toHaveLength(2)
  expect([code, notes]).toEqual([6, expect.stringContaining(`Nobody was added to ticket no. ${id}`)])
})

test('an observer whose answer was lost is looked for, and not added twice', async () => {
  const { desk, site, id } = await ticket()
  site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /Ticket_User/ } })
  expect(await desk.ipeos(words(id, 'add', 'henri'))).toMatchObject({ code: 0 })
  expect(peopleSent(site)).toHaveLength(1)
})

test('another customer’s ticket shows nobody', async () => {
  const { desk, site } = await ticket()
  const theirs = site.addTicket({ title: 'De bob', requester: 'bob', observers: ['bob'] })
  for (const verb of ['list', 'mute'])
    expect(await desk.ipeos(words(theirs, verb))).toMatchObject({
      code: 3,
      out: '',
      notes: expect.not.stringMatching(/bob|Smith/i),
    })
})

test('one’s own ticket is not left: that it is one’s own is told, and how to stop its mails', async () => {
  const { desk, id } = await ticket()
  const { code, notes } = await desk.ipeos(['ticket', 'leave', `${id}`, '--yes'])
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('is your own') })
  expect(notes).toContain(`ipeos ticket observer mute ${id}`)
})

test('a ticket seen by a profile alone is not left: those that one observes are', async () => {
  const { site, id } = await ticket()
  const { code, notes } = await newDesk(site, { user: 'henri' }).ipeos(['ticket', 'leave', `${id}`, '--yes'])
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('ipeos ticket list --observed') })
})

test('whoever only observes a ticket reads so on it, and how to leave it', async () => {
  const { desk, site } = await ticket()
  const id = site.addTicket({ title: 'De henri', requester: 'henri', entity: 1, observers: ['alice'] })
  const { out } = await desk.ipeos(['ticket', 'show', `${id}`])
  expect(out).toContain('You observe this ticket')
  expect(out).toContain(`ipeos ticket leave ${id}`)
  expect(out).not.toContain('profile')
})

test('a person who thinks again stays', async () => {
  const { site, id } = await ticket('11.0', { requester: 'henri', entity: 1, observers: ['alice'] })
  const answers: Answer[] = [['Leave ticket', false]]
  const { code } = await newDesk(site).ipeos(['ticket', 'leave', `${id}`], { columns: 80, answers })
  expect([code, peopleSent(site)]).toEqual([130, []])
})

test('one’s own part as an observer is not removed by name: one leaves', async () => {
  const { desk, site, id } = await ticket('11.0', { observers: ['alice'] })
  const { code, notes } = await desk.ipeos(words(id, 'remove', 'alice'))
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('ipeos ticket leave') })
  expect(peopleSent(site)).toEqual([])
})

test('what one observes is found on whatever page it stands, and counted without the rest', async () => {
  const site = await openSandbox()
  for (let place = 0; place < 600; place += 1) site.addTicket({ title: `À moi ${place}` })
  const old = { requester: 'henri', entity: 1, observers: ['alice'], opened: new Date('2020-01-07T08:00:00Z') }
  const ids = [site.addTicket({ title: 'Tout en bas', ...old }), site.addTicket({ title: 'Aussi', ...old })]
  const { out, notes } = await newDesk(site).ipeos(['ticket', 'list', '--observed', '--limit', '1', '--json', 'id'])
  expect({ listed: JSON.parse(out), notes }).toEqual({
    listed: [{ id: expect.toSatisfy((id: number) => ids.includes(id)) }],
    notes: expect.stringMatching(/1 .*2/),
  })
  expect(site.requests.filter(({ path }) => path.includes('search/Ticket')).length).toBeGreaterThan(1)
})

test('where the site offers nobody who may observe, what to do instead is said, and nothing is sent', async () => {
  const site = await openSandbox({ glpi: '10.0', configuration: { formAvailable: false } })
  const id = site.addTicket({ title: 'Panne' })
  const { code, notes } = await newDesk(site).ipeos(['ticket', 'observer', 'add', `${id}`, 'henri'])
  expect([code, notes, site.writes]).toEqual([1, expect.stringContaining('Ask the support team to add'), []])
})

test.each([[], ['henri']])(
  'where nobody observes there is nobody to remove, and nobody is added for that',
  async (...who) => {
    const { desk, site, id } = await ticket()
    const { notes } = await desk.ipeos(words(id, 'remove', ...who), { columns: 80, answers: [] })
    expect(notes).toContain(`Nobody observes ticket no. ${id}.`)
    expect(notes).not.toContain('observer add')
    expect(peopleSent(site)).toEqual([])
  },
)

test('where one is the only observer there is nobody to remove: one leaves', async () => {
  const { site } = await ticket()
  const id = site.addTicket({ title: 'À moi', observers: ['alice'] })
  const { code, notes } = await newDesk(site).ipeos(words(id, 'remove'), { columns: 80, answers: [] })
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('ipeos ticket leave') })
})

test('a name that nobody’s comes near to names nobody, and says how to look for somebody', async () => {
  const { desk, id } = await ticket()
  const { code, notes } = await desk.ipeos(words(id, 'add', 'zorglub'), { columns: 200, env: { NO_COLOR: '1' } })
  expect({ code, notes }).toEqual({ code: 3, notes: expect.stringContaining(`ipeos ticket observer add ${id}`) })
  expect(notes).not.toMatch(/nearest|Henri|Téo/)
})

test.each(glpiVersions)('on GLPI %s what the platform shows beside a name is no part of it', async (glpi) => {
  const site = await openSandbox({ glpi })
  const id = site.addTicket({ title: 'Onduleur', observers: ['henri'] })
  // As whoever may read people is shown them.
  const http = fetchHttp(async (request) => {
    const answer = await site.fetch(request)
    if (!request.url.includes('search/Ticket')) return answer
    const text = (await answer.text()).replace('"Nourel Henri', '"Nourel Henri <span>Login : henri mailto:</span>')
    return new Response(text, answer)
  })
  const { out } = await newDesk(site).ipeos(['ticket', 'observer', 'list', `${id}`, '--json', 'name'], {
    world: { http },
  })
  expect(JSON.parse(out)).toEqual([{ name: 'Nourel Henri' }])
})
