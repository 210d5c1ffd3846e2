import { join } from 'node:path'
import { expect, test } from 'vitest'
import { helpBook } from '../../src/cli/help/help-book.ts'
import { helpText } from '../../src/cli/help/help-page.ts'
import { type Caller, quickHelp } from '../../src/cli/help/quick-help.ts'
import { languages } from '../../src/i18n/translate.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { runBin } from '../support/bin.ts'
import { newDesk } from '../support/desk.ts'

const nobody = (LANG: string): Caller => ({ env: { LANG }, platform: 'linux', stdout: { columns: 80, rows: 1000 } })
const dist = join(import.meta.dirname, '..', '..', 'dist')

test.each(languages)('every page of the help in %s is what its command says of itself', async (language) => {
  const desk = newDesk(await openSandbox())
  const book = await helpBook(language)
  expect(book.size).toBeGreaterThan(60)
  for (const [name, page] of book) {
    const { out } = await desk.ipeos([...name.split(' ').filter(Boolean), '--help'], { env: { LANG: language } })
    expect([name, helpText(page, 80)]).toEqual([name, out])
  }
})

test.each(['', 'ticket', 'ticket list', 'ticket ls', 'login'])('«ipeos %s --help» loads no command', async (name) => {
  const words = name.split(' ').filter(Boolean)
  const env = { LANG: 'fr_FR.UTF-8', HOME: '/nowhere' }
  const { out, code } = await runBin([...words, '--help'], { env, folder: '/' })
  expect([code, out]).toEqual([0, quickHelp(nobody(env.LANG), [...words, '--help'], dist)])
})

test.each([
  ['an option beside it', ['ticket', '--sandbox', '--help']],
  ['a word that names nothing', ['tickett', '--help']],
  ['no wish for help', ['ticket', 'list']],
])('with %s the whole line is read', (_with, argv) => {
  expect(quickHelp(nobody('fr'), argv, dist)).toBeUndefined()
})
