import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../support/desk.ts'
import { type Answer, ctrlC, Left, shiftTab, TypedThenBack } from '../../../support/scripted-prompts.ts'
import { shortForm } from '../../../support/short-form.ts'

const given = ['ticket', 'new', '--no-notify', '--about', 'none', '--category', '5', '--no-suggest']
const end: Answer[] = [
  ['File to', ''],
  ['Send this request', 'send'],
]

async function deskAt() {
  const site = await openSandbox(shortForm)
  return { site, desk: newDesk(site) }
}

async function newest(desk: Desk) {
  const [{ id }] = JSON.parse((await desk.ipeos(['ticket', 'list', '--limit', '1', '--json', 'id'])).out)
  return JSON.parse((await desk.ipeos(['ticket', 'show', String(id), '--json'])).out)
}

test('who goes back two questions changes the answer there, and the ticket has it', async () => {
  const { desk } = await deskAt()
  const { code } = await desk.ipeos(given, {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [
      ['Type', 'incident'],
      ['Urgency', 'low'],
      ['Title', shiftTab],
      ['Urgency', shiftTab],
      ['Type', 'request'],
      ['Urgency', undefined],
      ['Title', 'VPN'],
      ['Description', 'For Mondays.'],
      ...end,
    ],
  })
  expect([code, await newest(desk)]).toEqual([
    0,
    expect.objectContaining({ type: 'request', urgency: 'low', title: 'VPN' }),
  ])
})

test('a title that was left half typed stands there again', async () => {
  const { desk } = await deskAt()
  await desk.ipeos([...given, '--type', 'incident'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [
      ['Urgency', 'low'],
      ['Title', new TypedThenBack('Printer')],
      ['Urgency', 'high'],
      ['Title', undefined],
      ['Description', 'Nothing comes out.'],
      ...end,
    ],
  })
  expect(await newest(desk)).toMatchObject({ title: 'Printer', urgency: 'high' })
})

test('from the last question one goes back to the one before, and on again', async () => {
  const { desk } = await deskAt()
  await desk.ipeos([...given, '--type', 'incident', '--urgency', '2', '--title', 'Printer'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [
      ['Description', 'Nothing comes out.'],
      ['File to', ''],
      ['Send this request', shiftTab],
      ['File to', shiftTab],
      ['Description', 'Nothing at all.'],
      ...end,
    ],
  })
  expect((await newest(desk)).description).toContain('Nothing at all.')
})

test('from the first question there is no way back', async () => {
  const { desk } = await deskAt()
  const { notes } = await desk.ipeos(given, { columns: 80, env: { NO_COLOR: '1' }, answers: [['Type', shiftTab]] })
  expect(notes).toContain('nothing to go back to from: Type')
})

test('what may be changed at the end is shown with its value, and who goes back changes nothing', async () => {
  const { desk } = await deskAt()
  const flags = ['--type', 'incident', '--urgency', '2', '--title', 'Printer', '--description', 'Nothing.']
  const { code } = await desk.ipeos([...given, ...flags], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [
      ['File to', ''],
      ['Send this request', 'change'],
      ['What would you like to change', 'Urgency: Low'],
      ['Urgency', shiftTab],
      ['What would you like to change', shiftTab],
      ['Send this request', 'send'],
    ],
  })
  expect([code, await newest(desk)]).toEqual([0, expect.objectContaining({ urgency: 'low' })])
})

test('a long description is folded at the end, to how many lines it has', async () => {
  const { desk } = await deskAt()
  const text = Array.from({ length: 12 }, (_none, index) => `Line ${index + 1}`).join('\n')
  const { notes } = await desk.ipeos(
    [...given, '--type', '1', '--urgency', '2', '--title', 'x', '--description', text],
    {
      columns: 80,
      env: { NO_COLOR: '1' },
      answers: [
        ['File to', ''],
        ['Send this request', ctrlC],
      ],
    },
  )
  expect(notes).toMatch(/Line 1\n\s+Line 2\n\s+… 12 lines in all\n/)
})

test('the first words say how many questions there are, and that nothing leaves by itself', async () => {
  const { desk } = await deskAt()
  const { notes } = await desk.ipeos(['ticket', 'new'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [['Type', ctrlC]],
  })
  expect(notes).toMatch(/New ticket · 9 questions\nNothing leaves without your word/)
})

const unfinished = async () => {
  const { site, desk } = await deskAt()
  await desk.ipeos([...given, '--type', 'incident', '--urgency', '2'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [
      ['Title', 'Printer'],
      ['Description', new Left('Nothing comes out')],
    ],
  })
  return { site, desk }
}

test('an unfinished request is gone on with, without its number', async () => {
  const { desk } = await unfinished()
  const { code } = await desk.ipeos(['ticket', 'new'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [['A request is unfinished', /Printer/], ['Description', undefined], ...end],
  })
  expect([code, await newest(desk)]).toEqual([0, expect.objectContaining({ title: 'Printer' })])
})

test('an unfinished request waits where the person begins a new ticket', async () => {
  const { desk } = await unfinished()
  await desk.ipeos(['ticket', 'new'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [
      ['A request is unfinished', 'new'],
      ['Type', ctrlC],
    ],
  })
  expect(JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out)).toHaveLength(1)
})

test('an unfinished request is forgotten only by who says so twice', async () => {
  const { desk } = await unfinished()
  const drafts = async () => JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out).length
  const forget = (isSure: boolean): Answer[] => [
    ['A request is unfinished', 'forget'],
    ['Forget “Printer”', isSure],
  ]
  await desk.ipeos(['ticket', 'new'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [...forget(false), ['A request is unfinished', ctrlC]],
  })
  const kept = await drafts()
  await desk.ipeos(['ticket', 'new'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [...forget(true), ['Type', ctrlC]],
  })
  expect([kept, await drafts()]).toEqual([1, 0])
})

test('a description that is gone on with is not shown twice', async () => {
  const { desk } = await unfinished()
  const { notes } = await desk.ipeos(['ticket', 'new', '--resume'], {
    columns: 80,
    env: { NO_COLOR: '1' },
    answers: [['Description', ctrlC]],
  })
  expect(notes).not.toContain('Nothing comes out')
})

test('who takes up a draft goes back into what it holds, and comes to its end again', async () => {
  const { desk } = await deskAt()
  const how = { columns: 80, env: { NO_COLOR: '1' } }
  await desk.ipeos(given, {
    ...how,
    answers: [
      ['Type', 'incident'],
      ['Urgency', 'low'],
      ['Title', ctrlC],
    ],
  })
  const { code } = await desk.ipeos(['ticket', 'new', '--resume', '--no-suggest'], {
    ...how,
    answers: [
      ['Title', shiftTab],
      ['Category', shiftTab],
      ['The ticket is about', shiftTab],
      ['Keep me informed', shiftTab],
      ['Urgency', 'high'],
      ['Keep me informed', undefined],
      ['The ticket is about', undefined],
      ['Category', undefined],
      ['Title', 'VPN'],
      ['Description', 'For Mondays.'],
      ...end,
    ],
  })
  expect([code, await newest(desk)]).toEqual([0, expect.objectContaining({ type: 'incident', urgency: 'high' })])
})
