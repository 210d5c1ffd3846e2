import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { ipeos } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { type Answer, ctrlC, Left, shiftTab } from '../../../support/scripted-prompts.ts'
import { deskWithTicket } from '../../../support/ticket-life.ts'

describe.each(glpiVersions)('a ticket of GLPI %s that nobody wrote on', (glpi) => {
  test('is changed by options, in what they name', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { urgency: 2 })
    const words = ['--title', 'Imprimante 2', '--urgency', 'haute', '--category', 'Site web']
    const { code, notes } = await desk.ipeos(['ticket', 'edit', id, ...words], { env: { LANG: 'fr_FR.UTF-8' } })
    expect(code).toBe(0)
    expect(notes).toContain(`Le ticket n°\u00a0${id} est modifié.`)
    expect(await shown()).toMatchObject({
      title: 'Imprimante 2',
      urgency: 'high',
      category: 'Hébergement > Site web',
      description: 'Imprimante en panne',
    })
  })

  test('gets a new description from a file', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi)
    writeFileSync(join(desk.home, 'texte.txt'), 'Une ligne\nune autre')
    await desk.ipeos(['ticket', 'edit', id, '-F', 'texte.txt'])
    expect(await shown()).toMatchObject({ title: 'Imprimante en panne', description: 'Une ligne\nune autre' })
  })

  test('is changed by questions, which start from what is there', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi, { category: 3, content: '<p>Elle <b>fume</b>.</p>' })
    const { code } = await desk.ipeos(['ticket', 'edit', id], {
      columns: 80,
      answers: [
        ['What would you like', 'urgency'],
        ['Urgency', 'very-high'],
        ['Anything else', 'category'],
        ['Category', undefined],
        ['Anything else', 'description'],
        ['Description', undefined],
        ['Anything else', 'title'],
        ['Title', 'Elle fume'],
        ['Anything else', 'save'],
      ],
    })
    expect(code).toBe(0)
    expect(await shown()).toMatchObject({
      title: 'Elle fume',
      urgency: 'very-high',
      category: 'Hébergement > Site web',
      description: 'Elle fume.',
    })
  })

  test('keeps what the person went back from', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi)
    const { code } = await desk.ipeos(['ticket', 'edit', id], {
      columns: 80,
      answers: [
        ['What would you like', 'title'],
        ['Title', shiftTab],
        ['What would you like', 'urgency'],
        ['Urgency', 'very-high'],
        ['Anything else', 'save'],
      ],
    })
    expect([code, await shown()]).toEqual([0, expect.objectContaining({ urgency: 'very-high' })])
  })

  test('is not asked for a description that could not be read whole', async () => {
    const { desk, id } = await deskWithTicket(glpi, { content: '<p>ligne</p>'.repeat(40_000) })
    const answers: Array<[string, string]> = [['What would you like', 'description']]
    const { notes } = await desk.ipeos(['ticket', 'edit', id], { columns: 80, answers })
    expect(notes).toContain('Too long to be shown whole')
    expect(notes).toContain('no such choice: description')
  })

  test('is cancelled when the person says so twice', async () => {
    const { desk, id } = await deskWithTicket(glpi)
    const { code } = await desk.ipeos(['ticket', 'cancel', id], { columns: 80, answers: [['Imprimante', true]] })
    expect(code).toBe(0)
    expect((await desk.ipeos(['ticket', 'show', id])).code).toBe(3)
  })

  test('is cancelled after a change by being closed, which is said before and after', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi)
    await desk.ipeos(['ticket', 'edit', id, '--title', 'Elle fume'])
    const answers: Array<[string, boolean]> = [['it is closed, not deleted', true]]
    const { code, notes } = await desk.ipeos(['ticket', 'cancel', id], { columns: 100, answers })
    expect(code).toBe(0)
    expect(notes).toContain('it is closed, for it could not be deleted any more')
    expect((await shown()).status).toBe('closed')
  })

  test('is changed although somebody is in charge and a file hangs on it', async () => {
    const documents = [{ name: 'a.txt', bytes: 'a' }]
    const { desk, id, shown } = await deskWithTicket(glpi, { status: 'assigned', documents })
    expect((await desk.ipeos(['ticket', 'edit', id, '--title', 'Elle fume'])).code).toBe(0)
    expect(await shown()).toMatchObject({ title: 'Elle fume', actions: expect.arrayContaining(['edit', 'cancel']) })
  })

  test('is cancelled by a script with --yes', async () => {
    const { desk, id } = await deskWithTicket(glpi)
    expect((await desk.ipeos(['ticket', 'cancel', id, '--yes'])).code).toBe(0)
  })
})

describe.each([
  ['edit', '--title', 'x'],
  ['cancel', '--yes'],
])('ticket %s', (verb, ...words) => {
  test.each([
    { who: 'support', by: 'teo', author: 'Marchand Téo' },
    { who: 'the requester herself', by: 'alice', author: 'Alice Durand' },
  ])('is too late once $who wrote: it says who, and offers to write too', async ({ by, author }) => {
    const { desk, id, site } = await deskWithTicket('10.0', { followups: [{ by, content: 'un mot' }] })
    const { code, notes } = await desk.ipeos(['ticket', verb, id, ...words], { env: { LANG: 'fr' } })
    expect([code, site.writes]).toEqual([5, []])
    expect(notes).toContain(`${author} a écrit`)
    expect(notes).toContain(verb === 'cancel' ? 'ne peut plus être annulé' : 'ne peut plus être modifié')
    expect(notes).toContain(`ipeos ticket comment ${id}`)
  })

  test('is too late on a closed ticket', async () => {
    const { desk, id, site } = await deskWithTicket('10.0', { status: 'closed' })
    expect((await desk.ipeos(['ticket', verb, id, ...words])).code).toBe(1)
    expect(site.writes).toEqual([])
  })

  test('is too late on a solved ticket: the solution is to be answered', async () => {
    const { desk, id, site } = await deskWithTicket('10.0', { status: 'solved' })
    const { code, notes } = await desk.ipeos(['ticket', verb, id, ...words])
    expect([code, site.writes]).toEqual([5, []])
    expect(notes).toContain(`ipeos ticket accept ${id}`)
  })

  test('is not for an observer', async () => {
    const { desk, id, site } = await deskWithTicket('10.0', { requester: 'henri', observers: ['alice'], entity: 1 })
    const { code, notes } = await desk.ipeos(['ticket', verb, id, ...words])
    expect([code, site.writes]).toEqual([5, []])
    expect(notes).toContain('You observe')
  })

  test('is refused by the platform alone where a private word is on it', async () => {
    const followups = [{ by: 'teo', content: 'interne', private: true }]
    const { desk, id, site } = await deskWithTicket('10.0', { followups })
    const { code, notes } = await desk.ipeos(['ticket', verb, id, ...words])
    expect([code, site.writes]).toEqual([5, []])
    expect(notes).toContain('that you are not shown')
  })
})

test('a technician may still change what was taken', async () => {
  const { desk, id } = await deskWithTicket('10.0', { status: 'assigned' }, { user: 'teo' })
  expect((await desk.ipeos(['ticket', 'edit', id, '--urgency', '5'])).code).toBe(0)
})

test('when the platform keeps its own value, that is said: 7', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', { urgency: 2 })
  await desk.ipeos(['ticket', 'form'])
  site.configuration.urgencyMask = 0b001110
  const { code, notes } = await desk.ipeos(['ticket', 'edit', id, '--urgency', '5', '--title', 'Autre'])
  expect(code).toBe(7)
  expect(notes).toContain('Urgency')
})

test.each([
  ['nothing to change', [], '--title'],
  ['two descriptions', ['--description', 'a', '-F', 'b'], 'twice'],
  ['an empty title', ['--title', ' '], 'empty'],
  ['an empty description', ['--description', ''], 'empty'],
])('in a pipe %s is wrong usage, and the platform is not asked', async (_what, words, expected) => {
  const { desk, id, site } = await deskWithTicket('10.0')
  const { code, notes } = await desk.ipeos(['ticket', 'edit', id, ...words])
  expect([code, site.requests]).toEqual([2, []])
  expect(notes).toContain(expected)
})

test('an urgency that does not exist is told with those that do, and nothing is changed', async () => {
  const { desk, id, site } = await deskWithTicket('10.0')
  const { code, notes } = await desk.ipeos(['ticket', 'edit', id, '--urgency', 'hih'])
  expect([code, site.writes]).toEqual([2, []])
  expect(notes).toContain('High')
})

test('what is so already is not sent', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', { urgency: 4 })
  expect(await desk.ipeos(['ticket', 'edit', id, '--urgency', 'high'])).toMatchObject({ code: 0 })
  expect(site.writes).toEqual([])
})

test('stopping among the questions changes nothing: 130', async () => {
  const { desk, id, site } = await deskWithTicket('10.0')
  const { code } = await desk.ipeos(['ticket', 'edit', id], { columns: 80, answers: [['What', 'stop']] })
  expect([code, site.writes]).toEqual([130, []])
})

test('without a person to confirm, nothing is cancelled: 2', async () => {
  const { desk, id, site } = await deskWithTicket('10.0')
  const { code, notes } = await desk.ipeos(['ticket', 'cancel', id])
  expect([code, site.requests]).toEqual([2, []])
  expect(notes).toContain(`ipeos ticket cancel ${id} --yes`)
})

test('a person who thinks better of it keeps the ticket: 130', async () => {
  const { desk, id, site } = await deskWithTicket('10.0')
  const { code } = await desk.ipeos(['ticket', 'cancel', id], { columns: 80, answers: [['Cancel', undefined]] })
  expect([code, site.writes]).toEqual([130, []])
})

const english = 'Here is what you had typed'

test('what was typed of a ticket stands there first the next time, until it is sent', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0')
  const edit = (answers: Answer[]) => desk.ipeos(['ticket', 'edit', id], { columns: 80, answers })
  const first = await edit([
    ['What would you like', 'title'],
    ['Title', new Left(' again')],
  ])
  expect([first.code, (await shown()).title]).toEqual([130, 'Imprimante en panne'])
  const next = await edit([
    ['Title', undefined],
    ['Anything else', 'save'],
  ])
  expect([next.notes, await shown()]).toMatchObject([
    expect.stringContaining(english),
    { title: 'Imprimante en panne again' },
  ])
  const third = await edit([['What would you like', 'stop']])
  expect(third.notes).not.toContain(english)
})

test('who goes back from what was typed finds it when the field is chosen', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0')
  const edit = (answers: Answer[]) => desk.ipeos(['ticket', 'edit', id], { columns: 80, answers })
  await edit([
    ['What would you like', 'title'],
    ['Title', new Left(' again')],
  ])
  await edit([
    ['Title', shiftTab],
    ['What would you like', 'title'],
    ['Title', undefined],
    ['Anything else', 'save'],
  ])
  expect((await shown()).title).toBe('Imprimante en panne again')
})

test.each([
  [
    'who stops to change nothing',
    [
      ['Title', shiftTab],
      ['What would you like', 'stop'],
    ],
  ],
  [
    'who types the title that it has',
    [
      ['Title', 'Imprimante en panne'],
      ['What would you like', ctrlC],
    ],
  ],
] satisfies Array<[string, Answer[]]>)('%s is not shown again what was typed', async (_who, answers) => {
  const { desk, id } = await deskWithTicket('10.0')
  const edit = (answers: Answer[]) => desk.ipeos(['ticket', 'edit', id], { columns: 80, answers })
  await edit([
    ['What would you like', 'title'],
    ['Title', new Left(' again')],
  ])
  await edit(answers)
  expect((await edit([['What would you like', 'stop']])).notes).not.toContain(english)
})

test('a closed ticket is not cancelled, and it is that which is said', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', { status: 'closed' })
  const { code, notes } = await desk.ipeos(['ticket', 'cancel', id, '--yes'])
  expect([code, site.writes]).toEqual([1, []])
  expect(notes).toContain('a closed ticket cannot be cancelled')
})

test.each([
  ['--type', 'request', 'The type of a ticket stays'],
  ['--impact', 'high', 'The impact of a ticket stays'],
  ['--location', 'Étage 2', 'The place of a ticket stays'],
  ['--about', 'Computer:3', 'The equipment of a ticket stays'],
  ['--observer', 'henri', 'ipeos ticket observer add 17'],
])('%s is refused with a clear word, before the platform is asked', async (option, value, says) => {
  const site = await openSandbox()
  const { code, notes } = await ipeos(site, ['ticket', 'edit', '17', option, value])
  expect({ code, notes, asked: site.requests }).toEqual({ code: 2, notes: expect.stringContaining(says), asked: [] })
})
