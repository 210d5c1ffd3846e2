import { expect, test } from 'vitest'
import { codesByExit } from '../../src/errors/code-list.ts'
import * as tables from '../../src/errors/codes.ts'
import * as unfinished from '../../src/errors/unfinished-codes.ts'
import { unreachable } from '../../src/errors/unreachable-codes.ts'
import { wrongUsage } from '../../src/errors/usage-codes.ts'
import type { MessageKey } from '../../src/i18n/translate.ts'
import { translator } from '../support/translator.ts'

/** Noticed where no table is: a bug, output that nobody could take, a signal. */
const withoutTable = ['bug', 'output-lost', 'interrupted']

test('the list of codes has every code of the tables', () => {
  const inTables = Object.values({ ...tables, ...unfinished, unreachable, wrongUsage }).flatMap((table) =>
    Object.values(table).flatMap((codes) => Object.keys(codes)),
  )
  const listed = new Set(codesByExit.flatMap(([, codes]) => codes))
  expect([...listed].sort()).toEqual([...new Set([...inTables, ...withoutTable])].sort())
})

const pages = {
  en: {
    path: 'docs/error-codes.md',
    title: 'Codes of errors',
    intro:
      'With `--json` an error is one JSON object on stderr; this is what its `code` may be, by the exit code of the command. Codes\nstay from version to version, and new ones may come: what you do not know, tell by its exit code. More: [ipeos in\nscripts](scripting.md#errors-for-programs).',
    some: 'that of what failed',
  },
  fr: {
    path: 'docs/fr/error-codes.md',
    title: 'Les codes des erreurs',
    intro:
      'Avec `--json`, une erreur est un objet JSON sur stderr ; voici ce que peut être son `code`, selon le code de sortie de la\ncommande. Les codes restent d’une version à l’autre, et de nouveaux peuvent venir : ce que vous ne connaissez pas, jugez-en\npar le code de sortie. La suite : [ipeos dans des scripts](scripting.md#les-erreurs-pour-les-programmes).',
    some: 'celui de ce qui a échoué',
  },
} as const

// Scripts rely on these: a code stays (`npx vitest run test/errors/code-list.test.ts -u`, after a new one).
test.each(['en', 'fr'] as const)('in %s, the page of codes says what the tables say', async (language) => {
  const t = translator(language)
  const { path, title, intro, some } = pages[language]
  const parts = codesByExit.map(([exitCode, codes]) => {
    const key = `topic.exit-codes.${exitCode}`
    const about = t.has(key) ? t(key as MessageKey) : some
    return `## ${exitCode}: ${about}\n\n${codes.map((code) => `- \`${code}\`\n`).join('')}`
  })
  await expect(`# ${title}\n\n${intro}\n\n${parts.join('\n')}`).toMatchFileSnapshot(`../../${path}`)
})
