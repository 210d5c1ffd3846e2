import { expect, test } from 'vitest'
import type { Prompts } from '../../../src/terminal/prompts/prompts.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { asked } from '../../support/asked-prompt.ts'

const choices = ['Incident', 'Demande'].map((name, value) => ({ name, value }))
const nothing = async () => ({ choices: [], more: false })
const files = {
  aside: '',
  another: { message: 'Autre', aside: '' },
  taken: [],
  name: String,
  complete: () => undefined,
}
const untouched = async () => ({ taken: [], problems: [], rest: '' })

const questions: Array<[string, (prompts: Prompts) => Promise<unknown>]> = [
  ['a list', (prompts) => prompts.select({ message: 'Type', choices })],
  ['a search', (prompts) => prompts.search({ message: 'Type', choices })],
  ['a checklist', (prompts) => prompts.checklist({ message: 'Type', choices, ticked: [] })],
  ['a look-up', (prompts) => prompts.lookUp({ message: 'Type', own: choices, fewest: 2, find: nothing })],
  ['a line', (prompts) => prompts.input({ message: 'Type', default: 'Incident' })],
  ['a password', (prompts) => prompts.password({ message: 'Type' })],
  [
    'files',
    (prompts) =>
      prompts.files<string>({
        ...files,
        ...{ message: 'Type', take: untouched, fromClipboard: untouched, keep: async () => undefined },
      }),
  ],
]

const sentence = 'Pas de retour possible d’ici. Ctrl+C pour quitter.'

test.each(questions)('%s with no question before it says how to leave, until the next key', async (what, question) => {
  const { answer, events, getScreen } = await asked(question)
  const before = getScreen()
  events.keypress('escape')
  const told = getScreen()
  // In a line for files, what is open is closed by Escape.
  events.keypress(what === 'files' ? 'escape' : 'left')
  const after = getScreen()
  events.keypress('enter')
  await answer
  expect([before, told, after].map((screen) => screen.includes(sentence))).toEqual([false, true, false])
})

test.each(questions)('%s says so on lines that fit a narrow window', async (_what, question) => {
  const { answer, events, getScreen } = await asked(question, { columns: 40 })
  events.keypress('escape')
  const told = getScreen()
  events.keypress('escape')
  events.keypress('enter')
  await answer
  expect(told.replace(/\s+/g, ' ')).toContain(sentence)
  expect(told.split('\n').filter((line) => widthOf(line) > 39)).toEqual([])
})
