import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { otherWords } from '../../src/cli/other-words.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { newDesk } from '../support/desk.ts'
import { translator } from '../support/translator.ts'

/** No platform: bad words are told before anybody is asked. */
const desk = newDesk({ fetch: () => Promise.reject(new Error('the platform was asked')) })

const slips: Array<[line: string, meant: string]> = [
  ['tiket', 'ipeos ticket'],
  ['logni', 'ipeos login'],
  ['ticket lst', 'ipeos ticket list'],
  ['ticket lst --url https://support.example', 'ipeos ticket list --url https://support.example'],
  ['ticket shwo 15', 'ipeos ticket show'],
  ['draft lss', 'ipeos draft list'],
  ['ticket dowload', 'ipeos ticket download'],
  ['help tickets', 'ipeos help ticket'],
  ['tiket --help', 'ipeos ticket'],
  ['tiket list --help', 'ipeos ticket'],
  ['ticket lst -h', 'ipeos ticket list'],
  ['nothing-such --help', 'ipeos --help'],
  ['ticket nothing-such --help', 'ipeos ticket --help'],
  ['ticket list --statu new', '--status'],
  ['ticket list --urgncy high', '--urgency'],
  ['--langg fr whoami', '--lang'],
  ['ticket list --status slved', 'solved'],
  ['ticket list --urgency hgh', 'high'],
  ['ticket list --type incidnt', 'incident'],
  ['ticket list --sort tite', 'title'],
  ['ticket list --format jso', ''],
  ['ticket list --format nsjson', 'ndjson'],
  ['ticket list --json tite', 'title'],
  ['ticket list --columns id,statsu', 'status'],
  ['ticket wait 15 --until sovled', 'solved'],
  ['whoami --lang fe', 'fr'],
  ['whoami --color nevr', 'never'],
  ['completion bsh', 'bash'],
  ['sandbox start --glpi 11.', '11.0'],
  ['config get langage', 'language'],
]

describe('a slip of the finger is told with what was meant, in both languages:', () => {
  test.each(slips)('ipeos %s', async (line, meant) => {
    for (const lang of ['en', 'fr']) {
      const { code, out, notes } = await desk.ipeos(line.split(' '), { env: { IPEOS_LANG: lang } })
      expect([code, out]).toEqual([2, ''])
      const isJson = notes.startsWith('{')
      const hint = isJson ? JSON.parse(notes).hint : notes.split('\n').find((text) => text.trimStart().startsWith('→'))
      expect(hint).toContain(meant)
    }
  })
})

test('a command that has a short name too is named once', async () => {
  const { notes } = await desk.ipeos(['draft', 'lis'], { env: { IPEOS_LANG: 'fr' } })
  expect(notes.replace(/\s/g, ' ')).toContain('→ Vouliez-vous dire ipeos draft list ?')
})

test('the help that is named is the command’s, not its argument’s', async () => {
  const { notes } = await desk.ipeos(['api', 'GET', 'x', '--json-schema'])
  expect(notes).toMatch(/See: ipeos api --help$/m)
})

test('what is near nothing gets the whole choice, or the help that has it', async () => {
  const [value, option] = [
    await desk.ipeos(['ticket', 'list', '--status', 'xyzzy']),
    await desk.ipeos(['ticket', 'list', '--xyzzy']),
  ]
  expect(value.notes).toContain('One of: new, taken (assigned), planned')
  expect(option.notes).toContain('ipeos ticket list --help')
})

const meant: Array<[typed: string, command: string]> = [
  ['nouveau', 'ipeos ticket new'],
  ['ouvrir', 'ipeos ticket new'],
  ['liste', 'ipeos ticket list'],
  ['lister', 'ipeos ticket list'],
  ['voir', 'ipeos ticket show'],
  ['répondre', 'ipeos ticket comment'],
  ['accepter', 'ipeos ticket accept'],
  ['fermer', 'ipeos ticket accept, ipeos ticket close'],
  ['observateurs', 'ipeos ticket observer'],
  ['doublon', 'ipeos ticket link'],
  ['refuser', 'ipeos ticket refuse'],
  ['annuler', 'ipeos ticket cancel'],
  ['pièce', 'ipeos ticket attach'],
  ['connexion', 'ipeos login'],
  ['Connecter', 'ipeos login'],
  ['déconnexion', 'ipeos logout'],
  ['aide', 'ipeos help'],
  ['réserver', 'ipeos reservation new'],
  ['ticket répondre', 'ipeos ticket comment'],
  ['faq lister', 'ipeos faq list'],
  ['draft supprimer', 'ipeos draft delete'],
  ['ticket annuler 17', 'ipeos ticket cancel 17'],
  ['voir 17', 'ipeos ticket show 17'],
  ['ticket répondre 17 Merci', 'ipeos ticket comment 17 Merci'],
]

test.each(meant)('«ipeos %s» is understood as %s', async (typed, command) => {
  const { code, notes } = await desk.ipeos([...typed.split(' '), '--lang', 'fr'])
  expect([code, notes.replace(/\s/g, ' ')]).toEqual([2, expect.stringContaining(`→ Vouliez-vous dire ${command} ?`)])
})

test('every command that is suggested for another word is there', async () => {
  const program = await buildProgram({ t: translator('en') } as unknown as Context, '1', {
    write: () => undefined,
    columns: 80,
  })
  const lines = program.commands.flatMap((one) => [
    one.name(),
    ...one.commands.map((verb) => `${one.name()} ${verb.name()}`),
  ])
  const suggested = Object.entries(otherWords).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => `${noun} ${verb}`.trim()),
  )
  expect(suggested.filter((line) => !lines.includes(line))).toEqual([])
})
