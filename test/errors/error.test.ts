import { expect, test } from 'vitest'
import type { Codes, Sentences } from '../../src/errors/code.ts'
import * as tables from '../../src/errors/codes.ts'
import {
  Cancelled,
  ExitAs,
  type ExitCode,
  Failed,
  fateOf,
  type IpeosError,
  MissingInformation,
  NotAllowed,
  NotFound,
  NotLoggedIn,
  PartlyDone,
  TimeUp,
  Unreachable,
  WrongUsage,
} from '../../src/errors/error.ts'
import * as unfinished from '../../src/errors/unfinished-codes.ts'
import { unreachable } from '../../src/errors/unreachable-codes.ts'
import { wrongUsage } from '../../src/errors/usage-codes.ts'
import { en } from '../../src/i18n/en.ts'
import type { MessageParameters } from '../../src/i18n/translate.ts'
import { translator } from '../support/translator.ts'

type Constructor<Code> = new (code: Code, parameters?: MessageParameters) => IpeosError

/** An error of each code of a class, with whatever its sentences name. */
function everyError<Code extends string>(exitCode: ExitCode, codes: Codes, Class: Constructor<Code>) {
  return Object.values(codes).flatMap((table) =>
    Object.entries(table).map(([code, sentences]) => ({
      ...{ code, codes, exitCode },
      error: new Class(code as Code, parametersOf(sentences)),
    })),
  )
}

function parametersOf({ says, hint }: Sentences): MessageParameters {
  const text = en[says] + (hint ? en[hint] : '')
  // A number is what each kind of parameter can be.
  return Object.fromEntries([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => [name, 7]))
}

class AsCheck extends ExitAs {
  constructor(code: ConstructorParameters<typeof ExitAs>[1], parameters?: MessageParameters) {
    super(6, code, parameters)
  }
}

const errors = [
  ...everyError(1, tables.failed, Failed),
  ...everyError(2, wrongUsage, WrongUsage),
  ...everyError(2, tables.missingInformation, MissingInformation),
  ...everyError(3, tables.notFound, NotFound),
  ...everyError(4, tables.notLoggedIn, NotLoggedIn),
  ...everyError(5, tables.notAllowed, NotAllowed),
  ...everyError(6, unreachable, Unreachable),
  ...everyError(7, tables.partlyDone, PartlyDone),
  ...everyError(8, unfinished.timeUp, TimeUp),
  ...everyError(130, unfinished.cancelled, Cancelled),
  ...everyError(6, tables.exitAs, AsCheck),
]

test('every table of codes belongs to a class', () => {
  const walked = new Set<unknown>(errors.map(({ codes }) => codes))
  expect(Object.entries({ ...tables, ...unfinished, unreachable }).filter(([, table]) => !walked.has(table))).toEqual(
    [],
  )
})

test('a code is a word of its own, and stands in one table', () => {
  const codes = errors.map(({ code }) => code)
  expect(codes.filter((code, place) => !/^[a-z]+(-[a-z]+)*$/.test(code) || codes.indexOf(code) !== place)).toEqual([])
})

test('every error keeps its code, exits as its class does, and says what became of a write', () => {
  const wrong = errors.filter(
    ({ code, exitCode, error }) =>
      error.code !== code || error.exitCode !== exitCode || !['not-done', 'done', 'unknown'].includes(error.fate),
  )
  expect(wrong.map(({ code }) => code)).toEqual([])
})

test.each(['fr', 'en'] as const)('every error has its sentence and its hint (%s)', async (language) => {
  const t = translator(language)
  await t.ready()
  const told = errors.flatMap(({ error: { text, hint } }) => [t(text), ...(hint ? [t(hint)] : [])])
  expect(told.filter((sentence) => sentence.trim() === '' || /[{}]|undefined/.test(sentence))).toEqual([])
})

test('a write that fails by what nobody classified may have taken effect', () => {
  expect([new Error('a bug'), 'a word', undefined].map(fateOf)).toEqual(['unknown', 'unknown', 'unknown'])
})

test('with another next thing to do an error loses nothing', () => {
  const cause = new Error('the reason')
  const lines = [{ key: 'new.missing.title' as const, field: 'title' }]
  const error = new Failed('slot-taken', { item: 'Salle A' }, { lines, cause })
  const { fate, stack } = error
  expect(error.withHint({ key: 'draft.see-list' })).toMatchObject({
    ...{ code: 'slot-taken', exitCode: 1, parameters: { item: 'Salle A' }, hint: { key: 'draft.see-list' } },
    ...{ lines, cause, fate, stack },
  })
})
