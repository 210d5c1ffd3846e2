import { expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { login } from '../../sandbox/caller.ts'
import { ipeos, newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { type Answer, shiftTab, TypedThenBack } from '../../support/scripted-prompts.ts'

const plain = ['--color', 'never']

/** A platform that asks about each ticket that is closed, and one that alice just closed. */
async function asking(glpi: '10.0' | '11.0', settings: Record<string, unknown> = {}) {
  const site = await openSandbox({ glpi })
  const survey = { inquest_config: 1, inquest_rate: 100, inquest_delay: 0, ...settings }
  await (await login(site, 'glpi')).call('PUT', '/Entity/0', { body: { input: survey } })
  const id = site.addTicket({ title: 'Clavier', status: 'solved', observers: ['henri'] })
  await (await login(site, 'alice')).post('/ITILFollowup', {
    input: { itemtype: 'Ticket', items_id: id, content: '', add_close: 1 },
  })
  return { site, id, desk: newDesk(site) }
}

const marksSent = ({ writes }: Sandbox) => writes.filter(({ path }) => path.includes('TicketSatisfaction'))

test.each(glpiVersions)('on GLPI %s a mark and a word are given, and read back', async (glpi) => {
  const { desk, id } = await asking(glpi)
  const { code, out } = await desk.ipeos(['ticket', 'rate', `${id}`, '4', '-m', 'Rapide & clair', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ ticket: id, kind: 'internal', mark: 4, comment: 'Rapide & clair' })
  const shown = await desk.ipeos(['ticket', 'show', `${id}`, '--json', 'survey'])
  expect(JSON.parse(shown.out).survey).toMatchObject({ mark: 4, comment: 'Rapide & clair' })
})

test.each(glpiVersions)(
  'on GLPI %s a person chooses the mark, the usual one proposed, and may say a word',
  async (glpi) => {
    const { desk, id } = await asking(glpi)
    const answers: Answer[] = [
      ['Which ticket', id],
      ['How was ticket', 5],
      ['A word about it', 'Merci'],
    ]
    const { code, notes } = await desk.ipeos(['ticket', 'rate', ...plain], { columns: 80, answers })
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining(`ticket #${id} is rated 5 out of 5`) })
  },
)

test('a mark that is past the scale of the page is refused before it is sent', async () => {
  const { desk, site, id } = await asking('11.0', { inquest_max_rate: 10 })
  const wrong = await desk.ipeos(['ticket', 'rate', `${id}`, '11'])
  expect({ code: wrong.code, notes: wrong.notes }).toEqual({ code: 2, notes: expect.stringContaining('from 0 to 10') })
  expect((await desk.ipeos(['ticket', 'rate', `${id}`, 'bien'])).code).toBe(2)
  expect(marksSent(site)).toEqual([])
  expect((await desk.ipeos(['ticket', 'rate', `${id}`, '9'])).code).toBe(0)
})

test('a script whose mark needs a word is told so, with the command', async () => {
  const { desk, id } = await asking('11.0', { inquest_mandatory_comment: 3 })
  const bare = await desk.ipeos(['ticket', 'rate', `${id}`, '2'])
  const told = bare.notes.replace(/\s+/g, ' ')
  expect({ code: bare.code, told }).toEqual({ code: 1, told: expect.stringContaining(`ticket rate ${id} 2 -m "…"`) })
  expect((await desk.ipeos(['ticket', 'rate', `${id}`, '2', '-m', 'Trop lent'])).code).toBe(0)
})

test('a person goes back from the word to the mark, and what was typed stays', async () => {
  const { desk, id } = await asking('11.0')
  const answers: Answer[] = [
    ['How was ticket', 2],
    ['A word about it', new TypedThenBack('Slow')],
    ['How was ticket', undefined],
    ['A word about it', shiftTab],
    ['How was ticket', 4],
    ['A word about it', undefined],
  ]
  expect(await desk.ipeos(['ticket', 'rate', `${id}`], { columns: 80, answers })).toMatchObject({ code: 0 })
  const shown = await desk.ipeos(['ticket', 'show', `${id}`, '--json', 'survey'])
  expect(JSON.parse(shown.out).survey).toMatchObject({ mark: 4, comment: 'Slow' })
})

test('a person whose mark needs a word is asked for it, and the mark is not lost', async () => {
  const { desk, id } = await asking('11.0', { inquest_mandatory_comment: 3 })
  const answers: Answer[] = [
    ['A word about it', ' '],
    ['A word about it', 'Too slow'],
  ]
  const { code, notes } = await desk.ipeos(['ticket', 'rate', `${id}`, '2', ...plain], { columns: 80, answers })
  expect([code, notes]).toEqual([0, expect.stringContaining('With a mark of 2, this site wants a word, too.')])
})

test('in a script the mark is needed', async () => {
  const { desk, id } = await asking('11.0')
  const { code, notes } = await desk.ipeos(['ticket', 'rate', `${id}`])
  expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining(`ipeos ticket rate ${id} 4`) })
})

test('a ticket without a survey says so, and where those are that have one', async () => {
  const site = await openSandbox()
  const { code, notes } = await ipeos(site, ['ticket', 'rate', '15', '3'])
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('--to-rate') })
})

test('an answer may be changed for twelve hours, and not later', async () => {
  const { desk, id } = await asking('10.0')
  await desk.ipeos(['ticket', 'rate', `${id}`, '1'])
  expect((await desk.ipeos(['ticket', 'rate', `${id}`, '5'])).code).toBe(0)
  const later = () => new Date(Date.now() + 13 * 3_600_000)
  const { code, notes } = await desk.ipeos(['ticket', 'rate', `${id}`, '2'], { world: { now: later } })
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('twelve hours') })
})

test('an external survey is opened, and no mark is sent', async () => {
  const { desk, site, id } = await asking('11.0', {
    inquest_config: 2,
    inquest_URL: 'https://e.example/?t=[TICKET_ID]',
  })
  const { code, out } = await desk.ipeos(['ticket', 'rate', `${id}`, '4'])
  expect({ code, out }).toEqual({ code: 0, out: `https://e.example/?t=${id}\n` })
  expect(marksSent(site)).toEqual([])
})

/** A site that has put a link of its own above the survey. */
function withOtherLink({ fetch }: Sandbox) {
  return newDesk({
    fetch: async (request) => {
      const answer = await fetch(request)
      if (!request.url.includes('_glpi_tab=Ticket$3')) return answer
      return new Response(`<p><a href="https://help.example/">Aide</a></p>${await answer.text()}`, answer)
    },
  })
}

test.each(glpiVersions)('on GLPI %s the link of the survey is taken, and no other of the page', async (glpi) => {
  const { site, id } = await asking(glpi, { inquest_config: 2, inquest_URL: 'https://e.example/?t=[TICKET_ID]&a=1' })
  const { code, out } = await withOtherLink(site).ipeos(['ticket', 'rate', `${id}`, '4'])
  expect({ code, out }).toEqual({ code: 0, out: `https://e.example/?t=${id}&a=1\n` })
})

test.each(glpiVersions)('on GLPI %s a survey whose link leads to no page of the web opens none', async (glpi) => {
  const { site, id } = await asking(glpi, { inquest_config: 2, inquest_URL: 'javascript:alert([TICKET_ID])' })
  const { code, out } = await withOtherLink(site).ipeos(['ticket', 'rate', `${id}`, '4'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
})

test('as JSON an external survey is a record, with the address where it is answered', async () => {
  const { desk, id } = await asking('11.0', { inquest_config: 2, inquest_URL: 'https://e.example/[TICKET_ID]' })
  const { code, out } = await desk.ipeos(['ticket', 'rate', `${id}`, '4', '--json', 'ticket,kind,mark,url'])
  const record = { ticket: id, kind: 'external', mark: null, url: `https://e.example/${id}` }
  expect([code, JSON.parse(out)]).toEqual([0, record])
})

test('an empty word takes the former one away, and without one it stays', async () => {
  const { desk, id } = await asking('11.0')
  const comments: unknown[] = []
  for (const word of [['-m', 'Trop lent'], [], ['-m', '']]) {
    const { out } = await desk.ipeos(['ticket', 'rate', `${id}`, '3', ...word, '--json', 'comment'])
    comments.push(JSON.parse(out).comment)
  }
  expect(comments).toEqual(['Trop lent', 'Trop lent', null])
})

test('the address of an external survey can neither drive the terminal nor turn its line around', async () => {
  const { desk, id } = await asking('11.0', {
    inquest_config: 2,
    inquest_URL: 'https://e.example/\u001b]0;pwned\u0007\u202eabc?t=[TICKET_ID]',
  })
  const { code, out } = await desk.ipeos(['ticket', 'rate', `${id}`, '4'])
  expect({ code, out }).toEqual({ code: 0, out: `https://e.example/%1B]0;pwned%07%E2%80%AEabc?t=${id}\n` })
})

test.each(glpiVersions)('on GLPI %s the list has one’s own that wait, not those that one observes', async (glpi) => {
  const { site, desk, id } = await asking(glpi)
  const list = async (user: string) => {
    const { out } = await newDesk(site, { user }).ipeos([
      ...['ticket', 'list', '--to-rate', '--json', 'id'],
      ...(user === 'henri' ? ['--profile', 'Self-Service'] : []),
    ])
    return JSON.parse(out)
  }
  expect(await list('alice')).toEqual([{ id }])
  expect(await list('henri')).toEqual([])
  const home = JSON.parse((await desk.ipeos(['home', '--json', 'toRate,toRateCount'])).out)
  expect(home).toMatchObject({ toRateCount: 1, toRate: [{ id }] })
  await desk.ipeos(['ticket', 'rate', `${id}`, '4'])
  expect(await list('alice')).toEqual([])
})

test.each(glpiVersions)('on GLPI %s it is offered to whoever accepts a solution', async (glpi) => {
  const { site, desk } = await asking(glpi)
  const id = site.addTicket({ title: 'Souris', status: 'solved' })
  const { code, notes } = await desk.ipeos(['ticket', 'accept', `${id}`, ...plain], {
    columns: 80,
    answers: [
      ['Souris', true],
      ['Rate how', true],
      ['How was', 3],
      ['A word', ''],
    ],
  })
  expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('rated 3 out of 5') })
})

test.each([
  ['10.0', {}, '4 out of 5 — Quick'],
  ['11.0', {}, '4 out of 5 — Quick'],
  ['11.0', { inquest_max_rate: 10 }, '4 out of 10 — Quick'],
] as const)('on GLPI %s, with %j, a mark stands in its ticket as %s', async (glpi, settings, shown) => {
  const { desk, id } = await asking(glpi, settings)
  await desk.ipeos(['ticket', 'rate', `${id}`, '4', '-m', 'Quick'])
  const { out } = await desk.ipeos(['ticket', 'show', `${id}`, ...plain], { columns: 80 })
  expect(out).toMatch(new RegExp(`Your mark +${shown}\n`))
})

test('a closed ticket says how it is rated', async () => {
  const { desk, id } = await asking('11.0')
  const { out } = await desk.ipeos(['ticket', 'show', `${id}`, ...plain], { columns: 80 })
  expect(out).toMatch(new RegExp(`Your mark +awaited: ipeos ticket rate ${id}`))
})
