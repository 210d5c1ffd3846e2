import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import type { MessageKey } from '../../src/i18n/translate.ts'
import { literalsOf } from '../support/literals.ts'

const keys = Object.keys(en) as MessageKey[]
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => name.endsWith('.ts'))
const areas = sources.filter((name) => /^src\/i18n\/(en|fr)\//.test(name))
const speaking = sources.filter((name) => !areas.includes(name))

/** Every text in our code; in the place of what is put into a template, a star. */
const literals = new Map(speaking.map((file) => [file, literalsOf(file, readFileSync(file, 'utf8'))]))

test('every sentence is said somewhere', () => {
  const texts = [...literals.values()].flat()
  const whole = new Set(texts)
  const patterns = texts.filter((text) => /^[\w-][\w.*-]*$/.test(text) && text.includes('*')).map(asPattern)
  // `*.summary`: a command is called by what stands before.
  const ends = texts.filter((text) => /^\*\.[\w-]+$/.test(text)).map((text) => text.slice(1))
  const isCalled = (key: string) => ends.some((end) => key.endsWith(end) && whole.has(key.slice(0, -end.length)))
  const unused = keys.filter((key) => !whole.has(key) && !isCalled(key) && !patterns.some((one) => one.test(key)))
  expect(unused).toEqual([])
})

function asPattern(text: string): RegExp {
  const pieces = text.split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pieces.join('.+')}$`)
}

test('no two areas have a sentence under the same key', () => {
  const all = areas.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key]) => `${file.slice(9, 11)} ${key}`),
  )
  expect(all).toHaveLength(2 * keys.length)
  expect(all.filter((key, place) => all.indexOf(key) !== place)).toEqual([])
})

/** Words that both languages share. */
const shared = [
  'catalog.kind.date',
  'contract.notes',
  'doctor.seen.value',
  'field.date',
  'field.page',
  'field.question',
  'field.ticket',
  'download.choice',
  'download.image-choice',
  'download.which-line',
  'files.numbered',
  'files.one',
  'draft.ticket',
  'list.type',
  'organisation.brand',
  'organisation.name',
  'man.arguments',
  'man.description',
  'man.options',
  'man.synopsis',
  'message.text',
  'message.ticket',
  'new.form-named',
  'program.options-word',
  'recover.field.organisation',
  'request.description',
  'request.type',
  'reservation.way',
  'show.document',
  'show.documents',
  'show.image-unnamed',
  'show.solution',
  'show.type',
  'stats.number',
  'ticket-form.field.description',
  'ticket-form.field.type',
  'ticket-form.types',
  'whoami.version',
  'word.level.bronze',
  'word.level.gold',
  'word.level.platinum',
  'word.level.silver',
  'word.task.information',
  'word.type.incident',
]

test('a sentence that is the same in both languages is so on purpose', () => {
  expect(keys.filter((key) => (fr[key] as string) === en[key]).sort()).toEqual([...shared].sort())
})

test('nothing that a person reads stands outside the catalogues', () => {
  // The embedded platform speaks as GLPI does, in the language of its accounts.
  // A style sheet is read by browsers.
  const styleSheet = 'src/views/ticket/print/print-style.ts'
  const ours = [...literals].filter(([file]) => !file.startsWith('src/sandbox/') && file !== styleSheet)
  const found = ours.flatMap(([file, texts]) => texts.filter(looksLikeSentence).map((text) => `${file}: ${text}`))
  expect(found.filter((line) => !forMachines.includes(line))).toEqual([])
  expect(forMachines.filter((line) => !found.includes(line))).toEqual([])
})

/** What no person reads but whoever mends ipeos (--debug), and what programs read. */
const forMachines = [
  'src/cli/called-with.ts: export IPEOS_URL=$1',
  'src/terminal/program/clipboard.ts: get the clipboard as «class PNGf»',
  'src/app/tell-error.ts: \ncaused by *',
  'src/glpi/http/json.ts: JSON of more than * levels',
  'src/glpi/http/json.ts: JSON of more than * values',
  'src/glpi/http/network-error.ts: no answer within * ms',
  'src/records/filter/jq.ts: foreach (*\n) as $value (0; *; if . > * then error("*") else $value end)',
  'src/glpi/forms/stock-form.ts: Report an issue',
  'src/glpi/forms/stock-form.ts: Request a service',
  'src/settings/folders.ts: Application Support',
  'src/commands/sandbox/start.ts: listening on *',
]

/** Two words or more, as people write them; neither a command line nor a line of HTTP. */
function looksLikeSentence(text: string): boolean {
  return /(^|[\s“«(])\p{L}[\p{L}’']+ \p{L}+/u.test(text) && !/\bipeos [a-z]|^(GET|POST|PUT|DELETE) /.test(text)
}

test('an amount is written as the language writes numbers, 5,003 beside 3,072', () => {
  const bare = /\{(length|most|total|left|megabytes|saved)\}/
  const wrong = [en, fr].flatMap((catalogue) => Object.entries(catalogue).filter(([, sentence]) => bare.test(sentence)))
  expect(wrong).toEqual([])
})
