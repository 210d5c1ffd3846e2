import { expect, test } from 'vitest'
import type { FormAnswers } from '../../../../src/itil/form-answer.ts'
import { type FormCall, formAnswered, openForm } from '../../../support/form-desk.ts'
import { choice, formPage, question, section } from '../../../support/form-page.ts'
import { shiftTab } from '../../../support/scripted-prompts.ts'

const people = ['Durand Alice', 'Nourel Henri', 'Petit Bob'].map((label, index) => ({
  value: `users_id-${index}`,
  label,
}))
const [alice, henri] = people
const offered = people.map((one) => ({ ...one, name: one.label, disabled: false }))
const page = formPage(
  section(
    1,
    question(1, 'text', { label: 'Title' }),
    question(2, 'person', { label: 'Observers', several: true }),
    question(3, 'text', { label: 'Room' }),
  ),
)
const open = openForm(page, { choices: async () => ({ choices: offered, more: false }) })

/** Goes on with a draft that holds these answers, and says whom it informs. */
function goOn(answers: FormAnswers, { unfinished, ...call }: Omit<FormCall, 'known'> & { unfinished?: number }) {
  const questions = new Set(Object.keys(answers).map(Number))
  return formAnswered(open, {
    ...{ known: { answers, notify: false }, ...call },
    recalled: { questions, unfinished, steps: new Set(['notify']) },
  })
}

test('from the first question that is asked one may go back into what a draft holds', async () => {
  const { request } = await goOn(
    { 1: { text: 'Printer' }, 2: { chosen: [] } },
    {
      answers: [
        ['Room', shiftTab],
        ['Observers', shiftTab],
        ['Title', 'Scanner'],
        ['Observers', undefined],
        ['Room', '12'],
        ['File', ''],
      ],
    },
  )
  expect(request?.answers).toEqual({ 1: { text: 'Scanner' }, 3: { text: '12' } })
})

test('from the summary of a draft that holds all one may go back too', async () => {
  const { request } = await goOn(
    { 1: { text: 'Printer' }, 2: { chosen: [] }, 3: { text: '12' } },
    {
      confirms: true,
      answers: [
        ['File', ''],
        ['Send', shiftTab],
        ['Keep me informed', shiftTab],
        ['File', ''],
        ['Keep me informed', 'No'],
        ['Send', 'Send'],
      ],
    },
  )
  expect(request).toMatchObject({ answers: { 3: { text: '12' } }, notify: false })
})

test('what a script says is not gone back to, though a draft is taken up', async () => {
  const { text } = await formAnswered(open, {
    known: { answers: { 1: { text: 'Printer' } }, notify: false },
    recalled: { questions: new Set(), steps: new Set() },
    answers: [
      ['Observers', undefined],
      ['Room', undefined],
      ['File', ''],
    ],
  })
  expect(text).toContain('Section 1')
})

test('a question of several answers in which one was is asked again, with those that were chosen', async () => {
  const { request } = await goOn(
    { 1: { text: 'Printer' }, 2: { chosen: alice ? [alice] : [] } },
    {
      unfinished: 2,
      answers: [
        ['else', 'Nourel Henri'],
        ['else', 'That is all'],
        ['Room', ''],
        ['File', ''],
      ],
    },
  )
  expect(request?.answers[2]).toEqual({ chosen: [alice, henri] })
})

test('who was chosen is not offered once more', async () => {
  const answered = goOn(
    { 1: { text: 'Printer' } },
    {
      answers: [
        ['Observers', /Alice/],
        ['else', /^Durand Alice/],
      ],
    },
  )
  await expect(answered).rejects.toThrow('not found:  (there is: Nourel Henri, Petit Bob)')
})

test('what is seen again with an answer of a draft is asked again, its answer standing there', async () => {
  const contracts = [choice('1', 'CDI'), choice('2', 'CDD')]
  const conditional = openForm(
    formPage(
      section(
        1,
        question(1, 'radio', { label: 'Contract', mandatory: true, choices: contracts }),
        question(2, 'text', { label: 'Until', conditional: true }),
      ),
    ),
    {
      visible: async ({ 1: contract }) => ({
        ...{ button: true, sections: new Set([1]), comments: new Set() },
        questions: new Set(JSON.stringify(contract)?.includes('CDD') ? [1, 2] : [1]),
      }),
    },
  )
  const { request } = await formAnswered(conditional, {
    known: { answers: { 1: { chosen: [{ value: '1', label: 'CDI' }] }, 2: { text: 'June' } }, notify: false },
    recalled: { questions: new Set([1, 2]), steps: new Set(['notify']) },
    confirms: true,
    answers: [
      ['File', ''],
      ['Send', 'Change something'],
      ['change', /^Contract/],
      ['Contract', 'CDD'],
      ['Until', undefined],
      ['Send', undefined],
    ],
  })
  expect(request?.answers[2]).toEqual({ text: 'June' })
})
