import { describe, expect, test, vi } from 'vitest'
import type { TerminalHolder } from '../../../src/terminal/hold-terminal.ts'
import { InquirerPrompts } from '../../../src/terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../../../src/terminal/prompts/line-prompts.ts'
import type { Prompts } from '../../../src/terminal/prompts/prompts.ts'
import { translator } from '../../support/translator.ts'
import { FakeKeyboard, FakeOutput, keys } from '../fake-stream.ts'

const ctrlZ = '\u001a'

/** A question whose process is stopped and continued with Ctrl-Z. */
function open(Kind: typeof InquirerPrompts | typeof LinePrompts) {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  const stops: Array<{ raw: boolean; drawn: string }> = []
  const holdTerminal = (holder: TerminalHolder) => ({
    stop: () => {
      holder.giveBack(false)
      stops.push({ raw: keyboard.isRaw, drawn: output.text })
      output.text = ''
      holder.takeAgain()
    },
    letGo: () => undefined,
  })
  const prompts = new Kind({ input: keyboard, output, env: {}, t: translator('fr'), holdTerminal })
  return { keyboard, output, prompts, stops }
}

/** Inquirer is loaded with the first question, and what is typed before is not for it. */
async function isAsked(output: FakeOutput): Promise<void> {
  await vi.waitUntil(() => /Titre|Mot de passe|Annuler|Catégorie/.test(output.text), { timeout: 30_000 })
}

const choices = ['Imprimante', 'Messagerie', 'Réseau'].map((name) => ({ name, value: name }))
const find = async () => ({ choices: choices.slice(1, 2), more: false })
const kinds = { arrows: InquirerPrompts, lines: LinePrompts }

interface Case {
  name: string
  ask(prompts: Prompts): Promise<unknown>
  /** Typed before and after the stop. */
  before: string[]
  after: string[]
  answer: unknown
  /** What stands there again, beside the question. */
  again?: string
}

const asked: Case[] = [
  {
    name: 'an input',
    ask: (prompts) => prompts.input({ message: 'Titre' }),
    ...{ before: ['Impri'], after: ['mante', keys.enter], answer: 'Imprimante', again: 'Impri' },
  },
  {
    name: 'a password',
    ask: (prompts) => prompts.password({ message: 'Mot de passe' }),
    ...{ before: ['sec'], after: ['ret', keys.enter], answer: 'secret' },
  },
  {
    name: 'a confirmation',
    ask: (prompts) => prompts.confirm({ message: 'Annuler le ticket', default: true }),
    ...{ before: ['n'], after: [keys.enter], answer: false },
  },
  {
    name: 'a choice',
    ask: (prompts) => prompts.select({ message: 'Catégorie', choices, default: 'Messagerie' }),
    ...{ before: ['M'], after: [keys.enter], answer: 'Messagerie' },
  },
  {
    name: 'a search',
    ask: (prompts) => prompts.search({ message: 'Catégorie', choices }),
    ...{ before: ['mess'], after: [keys.enter], answer: 'Messagerie', again: 'mess' },
  },
  {
    name: 'a checklist',
    ask: async (prompts) => (await prompts.checklist({ message: 'Catégorie', choices, ticked: [] }))[0],
    ...{ before: ['mess', ' '], after: [keys.enter], answer: 'Messagerie', again: 'mess' },
  },
  {
    name: 'a search that the site answers',
    ask: (prompts) => prompts.lookUp({ message: 'Catégorie', own: [], fewest: 2, find }),
    ...{ before: ['mess'], after: [keys.enter], answer: 'Messagerie', again: 'mess' },
  },
]

describe.each(Object.entries(kinds))('by %s', (_kind, Kind) => {
  test.each(asked)('$name is stopped by Ctrl-Z and goes on with what was typed', async (one) => {
    const { keyboard, output, prompts, stops } = open(Kind)
    const answer = one.ask(prompts)
    await isAsked(output)
    await keyboard.type(...one.before, ctrlZ, ...one.after)
    expect(await answer).toBe(one.answer)
    expect(stops).toHaveLength(1)
  })

  test.each(asked)('$name gives the terminal back as it was, and takes it again', async (one) => {
    const { keyboard, output, prompts, stops } = open(Kind)
    const answer = one.ask(prompts)
    await isAsked(output)
    await keyboard.type(...one.before, ctrlZ, '')
    const isRawAgain = keyboard.isRaw
    const drawnAgain = output.text
    await keyboard.type(...one.after)
    await answer
    expect(stops).toEqual([{ raw: false, drawn: expect.stringMatching(/\n(\u001b\[\?2004l)?$|\u001b\[\?2004l\n$/) }])
    expect(stops[0]?.drawn.lastIndexOf('\u001b[?25l')).toBeLessThanOrEqual(
      stops[0]?.drawn.lastIndexOf('\u001b[?25h') ?? 0,
    )
    expect(isRawAgain).toBe(true)
    expect(drawnAgain).toContain(one.again ?? '')
    expect(drawnAgain).not.toContain('sec')
  })
})
