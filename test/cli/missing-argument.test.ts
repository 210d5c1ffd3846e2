import { expect, test } from 'vitest'
import { missingArgument } from '../../src/cli/missing-argument.ts'
import { loadTranslator } from '../../src/i18n/translate.ts'

test.each([
  ['ticket', 'ipeos ticket show', 'Quel ticket\u00a0?', 'Par exemple\u00a0: ipeos ticket show 12'],
  ['ticket', 'ipeos ticket attach', 'Quel ticket\u00a0?', 'Par exemple\u00a0: ipeos ticket attach 12 capture.png'],
  ['brouillon', 'ipeos draft show', 'Quel brouillon\u00a0?', 'Par exemple\u00a0: ipeos draft show k3f9'],
  ['chemin', 'ipeos api', 'Il manque <chemin>.', 'Voir\u00a0: ipeos api --help'],
])('a <%s> that is not there is asked back for, with a line to copy', async (name, command, asks, example) => {
  const t = await loadTranslator('fr')
  const { text, hint } = missingArgument(name, command)
  expect([t(text), hint && t(hint)]).toEqual([asks, example])
})
