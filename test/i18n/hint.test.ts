import { expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { translator } from '../support/translator.ts'

/** The words behind each `ipeos` that stands where a command does: after a colon or a full stop. */
function namedCommands(text: string): string[] {
  return [...text.matchAll(/(?<=[:;.?]\s)ipeos ([a-z]+(?: [a-z]+)?)/g)].map(([, words = '']) => words)
}

const program = await buildProgram({ t: translator('en') } as Partial<Context> as Context, '0', {
  write: () => undefined,
  columns: 80,
})

function exists(words: string): boolean {
  const [first, second] = words.split(' ')
  const command = program.commands.find((one) => one.name() === first)
  const isGroup = (command?.commands.length ?? 0) > 0
  return command !== undefined && (!isGroup || command.commands.some((one) => one.name() === second))
}

test.each([
  ['English', en],
  ['French', fr],
])('every command that a sentence in %s names can be run', (_language, catalogue) => {
  const commands = Object.values(catalogue).flatMap(namedCommands)
  expect(commands).not.toEqual([])
  expect(commands.filter((words) => !exists(words))).toEqual([])
})
