import { render } from '@inquirer/testing'
import type { Language } from '../../src/i18n/translate.ts'
import { InquirerPrompts } from '../../src/terminal/prompts/inquirer-prompts.ts'
import { LinePrompts } from '../../src/terminal/prompts/line-prompts.ts'
import type { Prompts } from '../../src/terminal/prompts/prompts.ts'
import type { Input, Output } from '../../src/terminal/stream.ts'
import { FakeKeyboard, FakeOutput } from '../terminal/fake-stream.ts'
import { translator } from './translator.ts'

interface Screen {
  columns?: number
  rows?: number
  language?: Language
}

/** A question on a screen of its own: the test presses keys, and looks. */
export function asked<Value>(
  question: (prompts: Prompts) => Promise<Value>,
  { columns = 80, rows = 24, language = 'fr' }: Screen = {},
) {
  return render(async (_config: object, io?: { input?: unknown; output?: unknown }) => {
    const output = Object.assign(io?.output as Output, { columns, rows })
    return question(
      new InquirerPrompts({ input: io?.input as Input, output, env: { NO_COLOR: '1' }, t: translator(language) }),
    )
  }, {})
}

/** The same in plain lines: what is typed, the answer, and all that was written. */
export async function askedInLines<Value>(
  question: (prompts: Prompts) => Promise<Value>,
  typed: string[],
  language: Language = 'en',
): Promise<{ answer: Value; written: string }> {
  const keyboard = new FakeKeyboard()
  const output = new FakeOutput({ columns: 80 })
  const t = translator(language)
  const answer = question(new LinePrompts({ input: keyboard, output, env: { TERM: 'dumb' }, t }))
  await keyboard.type('', ...typed)
  return { answer: await answer, written: output.text.replaceAll('\u00a0', ' ') }
}
