import { describe, expect, test } from 'vitest'
import { newDesk } from '../support/desk.ts'

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
