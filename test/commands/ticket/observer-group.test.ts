import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'
import { type Answer, ctrlC } from '../../support/scripted-prompts.ts'

const name = 'Direction WTC'

async function ticket(glpi: '10.0' | '11.0' = '10.0', told: { observers?: string[] } = {}) {
  const site = await openSandbox({ glpi })
  const id = site.addTicket({ title: 'Imprimante', ...told })
  return { site, id, desk: newDesk(site) }
}

const words = (id: number, verb: string, ...rest: string[]) => ['ticket', 'observer', verb, `${id}`, ...rest]
const groupsSent = ({ writes }: Sandbox) => writes.filter(({ path }) => path.includes('Group_Ticket'))

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('a group whom the site offers follows the ticket; that its members do not see it is told', async () => {
    const { desk, id } = await ticket(glpi)
    const { code, out, notes } = await desk.ipeos(words(id, 'add', 'direction', '--json', 'name,group,notified'))
    expect({ code, out: JSON.parse(out) }).toEqual({ code: 0, out: [{ name, group: 1, notified: true }] })
    expect(notes).toMatch(/Direction WTC now follows.*\n.*members do not see the ticket/)
    expect(notes).not.toContain('An observer reads')
    const shown = await desk.ipeos(['ticket', 'show', `${id}`, '--json', 'observers,observerGroups'])
    expect(JSON.parse(shown.out)).toMatchObject({ observers: [], observerGroups: [name] })
  })

  test('it is added once, listed with the word for a group, and taken off again, and nobody else is', async () => {
    const { desk, site, id } = await ticket(glpi, { observers: ['henri'] })
    await desk.ipeos(words(id, 'add', name))
    expect((await desk.ipeos(words(id, 'add', name))).notes).toContain('follows ticket no.')
    expect((await desk.ipeos(words(id, 'list'), { columns: 80 })).out).toMatch(
      /Nourel Henri[\s\S]*Direction WTC \(group\)/,
    )
    expect((await desk.ipeos(words(id, 'remove', name))).code).toBe(0)
    expect(groupsSent(site).map(({ method }) => method)).toEqual(['POST', 'DELETE'])
    const { out } = await desk.ipeos(words(id, 'list', '--json', 'name'))
    expect(JSON.parse(out)).toEqual([{ name: 'Nourel Henri' }])
  })

  test('on a terminal it is offered with the word for a group', async () => {
    const { desk, id } = await ticket(glpi)
    const answers: Answer[] = [
      ['Qui d’autre', /^Direction WTC \(groupe\)$/],
      ['Avec Direction WTC', /tout/],
    ]
    const { code, notes } = await desk.ipeos([...words(id, 'add'), '--lang', 'fr'], { columns: 80, answers })
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('ne voient pas le ticket') })
  })

  test('groups come after the last of the people', async () => {
    const { platform } = await place({ glpi })
    const { people, more } = await platform.people.find('', 1)
    const kinds = people.map((one) => ('group' in one ? 'group' : 'user'))
    expect({ last: kinds.at(-1), kinds: kinds.join(' '), more }).toEqual({
      ...{ last: 'group', kinds: expect.stringMatching(/^(user )+group$/), more: false },
    })
  })

  test('a group that only takes charge of tickets is not offered', async () => {
    const { desk, site, id } = await ticket(glpi)
    expect((await desk.ipeos(words(id, 'add', 'Support N2'))).code).toBe(3)
    expect(groupsSent(site)).toEqual([])
  })

  test('a new ticket has it from the start, and what that means is told', async () => {
    const { desk } = await ticket(glpi)
    const said = ['--title', 'Onduleur', '--description', 'Il siffle.', '--category', '3', '--yes']
    const { code, out, notes } = await desk.ipeos(['ticket', 'new', ...said, '--observer', name, '--observer', 'teo'])
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('members do not see the ticket') })
    const shown = await desk.ipeos(['ticket', 'show', out.trim(), '--json', 'observers,observerGroups'])
    expect(JSON.parse(shown.out)).toMatchObject({ observers: ['Marchand Téo'], observerGroups: [name] })
  })

  test('a dry run names it', async () => {
    const { desk } = await ticket(glpi)
    const said = ['--title', 'Onduleur', '--description', 'Il siffle.', '--category', '3', '--yes', '--dry-run']
    const { out } = await desk.ipeos(['ticket', 'new', ...said, '--observer', name, '--json'])
    expect(JSON.parse(out).observers).toEqual([{ name, user: null, email: null, notified: true, group: 1 }])
  })
})

test('its mails cannot be stopped, which is told before anything is sent', async () => {
  const { desk, site, id } = await ticket('10.0')
  const refused = { code: 2, notes: expect.stringContaining('mails of a group cannot be stopped') }
  expect(await desk.ipeos(words(id, 'add', name, '--no-notify'))).toMatchObject(refused)
  const said = ['--title', 'x', '--description', 'y', '--category', '3', '--yes', '--silent-observer', name]
  expect(await desk.ipeos(['ticket', 'new', ...said])).toMatchObject(refused)
  expect(site.writes).toEqual([])
  await desk.ipeos(words(id, 'add', name))
  expect(await desk.ipeos(words(id, 'mute', name))).toMatchObject(refused)
})

test('a group that the platform drops in silence is found to be missing', async () => {
  const { site } = await ticket('10.0')
  const dropping = newDesk({
    fetch: async (request) => {
      const isAsked = request.method === 'GET' && request.url.includes('Group_Ticket')
      return isAsked ? Response.json([]) : site.fetch(request)
    },
  })
  const said = ['--title', 'x', '--description', 'y', '--category', '3', '--yes', '--observer', name]
  const { code, notes } = await dropping.ipeos(['ticket', 'new', ...said])
  expect({ code, notes }).toEqual({ code: 7, notes: expect.stringContaining(`${name} was not made an observer`) })
})

test('a group in a draft is still one when the draft is taken up', async () => {
  const { site, desk } = await ticket('10.0')
  const answers: Answer[] = [
    ['Type', undefined],
    [/./, ctrlC],
  ]
  await desk.ipeos(['ticket', 'new', '--title', 'x', '--observer', 'Group_1'], { columns: 80, answers })
  const { out } = await desk.ipeos(['draft', 'list', '--json', 'id'])
  const [{ id }] = JSON.parse(out)
  expect((await desk.ipeos(['draft', 'show', id])).out).toContain('Direction WTC (group)')
  expect(site.writes).toEqual([])
})
