import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { type Answer, ctrlC, Left, shiftTab } from '../../support/scripted-prompts.ts'
import { deskWithTicket } from '../../support/ticket-life.ts'

describe.each(glpiVersions)('a comment on GLPI %s', (glpi) => {
  test('is on the ticket as it was typed', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi)
    const { code, out, notes } = await desk.ipeos(['ticket', 'comment', id, '-m', 'Toujours <lent>\n\nle soir'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(notes).toContain(`Message sent to support (ticket no. ${id})`)
    expect((await shown()).timeline).toMatchObject([
      { kind: 'followup', mine: true, text: 'Toujours <lent>\n\nle soir' },
    ])
  })

  test('comes from a file or from standard input too, with its files', async () => {
    const { desk, id, shown } = await deskWithTicket(glpi)
    writeFileSync(join(desk.home, 'mot.txt'), 'du fichier')
    writeFileSync(join(desk.home, 'mesures.csv'), 'a;b')
    await desk.ipeos(['ticket', 'comment', id, '-F', 'mot.txt', '--attach', 'mesures.csv'])
    await desk.ipeos(['ticket', 'comment', id, '-F', '-'], { stdin: 'du tube' })
    const { timeline, documents } = await shown()
    expect(timeline.flatMap(({ text }) => text ?? []).sort()).toEqual(['du fichier', 'du tube'])
    expect(documents).toMatchObject([{ fileName: 'mesures.csv' }])
  })
})

test('on a terminal the text is asked for, and it is said on which ticket', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0')
  const answers: Answer[] = [
    ['Imprimante en panne', 'Elle fume.'],
    ['File to attach', ''],
    ['Send this message?', undefined],
  ]
  expect(await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers })).toMatchObject({ code: 0 })
  expect((await shown()).timeline).toMatchObject([{ text: 'Elle fume.' }])
})

describe('before it leaves, what is to be sent', () => {
  const typed: Answer[] = [
    ['message', 'Elle fume.'],
    ['File to attach', 'note.txt'],
    ['Another file', ''],
  ]

  async function commented(...then: Answer[]) {
    const { desk, id, site, shown } = await deskWithTicket('10.0')
    writeFileSync(join(desk.home, 'note.txt'), 'noire')
    writeFileSync(join(desk.home, 'b.txt'), 'b')
    const answers = [...typed, ...then]
    const left = await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers, env: { NO_COLOR: '1' } })
    return { ...left, desk, id, site, shown }
  }

  test('is shown, with its ticket and its files', async () => {
    const { notes, id } = await commented(['Send this message?', undefined])
    const field = (label: string, value: string) => `${label.padEnd(9)}${value}\n`
    const shown = field('Ticket', `#${id} Imprimante en panne`) + field('Message', 'Elle fume.')
    expect(notes).toContain(`\n${shown}${field('Files', 'note.txt (5 bytes)')}`)
  })

  test('is told to hold a password, where it seems so', async () => {
    const { code, notes } = await commented(
      ['Send this message?', 'Change the message'],
      ['message', 'Password: hunter2'],
      ['Send this message?', undefined],
    )
    expect([code, notes]).toEqual([0, expect.stringContaining('Your text seems to hold a password')])
  })

  test('is another text, or other files, where the person changes them', async () => {
    const { code, shown } = await commented(
      ['Send this message?', 'Change the message'],
      ['message', 'Elle brûle.'],
      ['Send this message?', 'Change the files'],
      ['Another file', 'b.txt'],
      ['Another file', ''],
      ['Send this message?', 'Send'],
    )
    const { timeline, documents } = await shown()
    expect({ code, texts: timeline.flatMap(({ text }) => text ?? []) }).toEqual({ code: 0, texts: ['Elle brûle.'] })
    expect(documents.map(({ fileName }) => fileName).sort()).toEqual(['b.txt', 'note.txt'])
  })

  test('leads back to the files, and from there to the text', async () => {
    const { code, shown } = await commented(
      ['Send this message?', shiftTab],
      ['Another file', shiftTab],
      ['message', 'Elle brûle.'],
      ['Send this message?', undefined],
    )
    const { timeline } = await shown()
    expect({ code, texts: timeline.flatMap(({ text }) => text ?? []) }).toEqual({ code: 0, texts: ['Elle brûle.'] })
  })

  test('is kept, and nothing of it sent, where the person says so', async () => {
    const { code, notes, desk, id, site } = await commented(['Send this message?', 'Keep it for later'])
    const kept = JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)
    expect({ code, notes, kept, writes: site.writes }).toEqual({
      code: 130,
      notes: expect.stringMatching(`Nothing was sent\\. Nothing is lost; to go on:\\s+ipeos ticket comment ${id}`),
      kept: [expect.objectContaining({ text: 'Elle fume.' })],
      writes: [],
    })
  })
})

test('from its files one goes back to the text, which stands there', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0')
  const answers: Answer[] = [
    ['Imprimante en panne', 'Elle fume.'],
    ['File to attach', shiftTab],
    ['Imprimante en panne', undefined],
    ['File to attach', ''],
    ['Send this message?', undefined],
  ]
  expect(await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers })).toMatchObject({ code: 0 })
  expect((await shown()).timeline).toMatchObject([{ text: 'Elle fume.' }])
})

test.each([
  ['comment', 'assigned', 'message'],
  ['refuse', 'solved', 'still does not work'],
] as const)(
  '%s asks for files too, and keeps text and files where the person leaves there',
  async (verb, status, question) => {
    const { desk, id, shown } = await deskWithTicket('10.0', { status })
    writeFileSync(join(desk.home, 'fumée.txt'), 'noire')
    const typed: Answer[] = [
      [question, 'Elle fume.'],
      ['File to attach', 'fumée.txt'],
    ]
    const left = await desk.ipeos(['ticket', verb, id], { columns: 80, answers: [...typed, ['Another file', ctrlC]] })
    expect([left.code, (await shown()).documents]).toEqual([130, []])
    const goingOn: Answer[] = [
      [question, undefined],
      ['Another file', ''],
      [/^Send /, undefined],
    ]
    expect((await desk.ipeos(['ticket', verb, id], { columns: 80, answers: goingOn })).code).toBe(0)
    const { timeline, documents } = await shown()
    expect(timeline).toContainEqual(expect.objectContaining({ text: 'Elle fume.' }))
    expect(documents).toMatchObject([{ fileName: 'fumée.txt' }])
  },
)

test('who names a file is not asked for others', async () => {
  const { desk, id } = await deskWithTicket('10.0')
  writeFileSync(join(desk.home, 'a.txt'), 'a')
  const words = ['ticket', 'comment', id, '--attach', 'a.txt']
  const answers: Answer[] = [
    ['message', 'Voici.'],
    ['Send this message?', undefined],
  ]
  expect((await desk.ipeos(words, { columns: 80, answers })).code).toBe(0)
})

test('Ctrl-C at the text leaves with 130, and nothing is sent', async () => {
  const { desk, id, site } = await deskWithTicket('10.0')
  const { code } = await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers: [['message', ctrlC]] })
  expect([code, site.writes]).toEqual([130, []])
})

test.each([
  { kind: 'comment', status: 'assigned', question: 'message' },
  { kind: 'refuse', status: 'solved', question: 'still does not work' },
] as const)('what was typed before Ctrl-C at $kind stands there the next time', async ({ kind, status, question }) => {
  const { desk, id, site, shown } = await deskWithTicket('10.0', { status })
  const left = await desk.ipeos(['ticket', kind, id], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [[question, new Left('Elle fume')]],
  })
  const [draft] = JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)
  expect({ code: left.code, notes: left.notes, text: draft.text, writes: site.writes }).toEqual({
    code: 130,
    notes: expect.stringContaining(`Nothing is lost; to go on: ipeos ticket ${kind} ${id}`),
    text: 'Elle fume',
    writes: [],
  })
  const goingOn: Answer[] = [
    [question, undefined],
    ['File to attach', ''],
    [/^Send /, undefined],
  ]
  const again = await desk.ipeos(['ticket', kind, id], { columns: 80, answers: goingOn })
  expect([again.code, again.notes]).toEqual([0, expect.stringContaining('Here is what you had begun.')])
  expect((await shown()).timeline).toContainEqual(expect.objectContaining({ text: 'Elle fume' }))
  expect(JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)).toEqual([])
})

test('a comment that was left in the middle is not sent as if it were whole', async () => {
  const { desk, id, site } = await deskWithTicket('10.0')
  await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers: [['message', new Left('Elle')]] })
  const [draft] = JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)
  const { code, notes } = await desk.ipeos(['draft', 'send', draft.id])
  expect([code, site.writes, notes]).toEqual([2, [], expect.stringContaining(`ipeos ticket comment ${id}`)])
})

test.each([
  ['without a text', ['comment', '15'], '-m TEXT'],
  ['with a blank one', ['comment', '15', '-m', ' \n '], '-m TEXT'],
  ['with two', ['comment', '15', '-m', 'a', '-F', 'b'], 'by -m and by -F'],
  ['with a file that is not there', ['comment', '15', '-F', 'rien.txt'], 'rien.txt'],
  ['with an attachment that is not there', ['comment', '15', '-m', 'a', '--attach', 'rien.png'], 'rien.png'],
])('in a pipe, %s, it is wrong usage, and the platform is not asked', async (_how, words, expected) => {
  const { desk, site } = await deskWithTicket('10.0')
  const { code, notes } = await desk.ipeos(['ticket', ...words])
  expect([code, site.requests]).toEqual([2, []])
  expect(notes).toContain(expected)
})

test('on a closed ticket nobody is asked to type: it says so, and what to do instead', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', { status: 'closed' })
  const answers: Answer[] = [['linked to it?', false]]
  const { code, notes } = await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers })
  expect([code, site.writes]).toEqual([1, []])
  expect(notes).toContain('ipeos ticket new')
})

test('the ticket of somebody else is not found', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', { requester: 'bob' })
  const { code } = await desk.ipeos(['ticket', 'comment', id, '-m', 'x'])
  expect([code, site.writes]).toEqual([3, []])
})

test('a refused file leaves the text there: 7, and what is missing is named', async () => {
  const { desk, id, shown } = await deskWithTicket('10.0')
  writeFileSync(join(desk.home, 'outil.exe'), 'MZ')
  const { code, notes } = await desk.ipeos(['ticket', 'comment', id, '-m', 'Voici.', '--attach', 'outil.exe'])
  expect(code).toBe(7)
  expect(notes).toContain('outil.exe was not attached')
  expect((await shown()).timeline).toMatchObject([{ text: 'Voici.' }])
})
