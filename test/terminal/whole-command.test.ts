import { expect, test } from 'vitest'
import { entries } from '../../src/cli/command-tree.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import { withCommands } from '../../src/terminal/whole-command.ts'
import { wrapped } from '../../src/terminal/width.ts'

test.each([
  ['To go on: ipeos ticket new --resume a1b2c3d4', 30, 'To go on: ipeos ticket new\n--resume a1b2c3d4'],
  ['To go on: ipeos ticket new --resume a1b2c3d4', 40, 'To go on:\nipeos ticket new --resume a1b2c3d4'],
  [
    'Mot de passe oublié ? ipeos password reset alice@ipeos.example',
    50,
    'Mot de passe oublié ?\nipeos password reset alice@ipeos.example',
  ],
  [
    'ipeos ticket accept 15 · ipeos ticket refuse 15 -m RAISON',
    40,
    'ipeos ticket accept 15 ·\nipeos ticket refuse 15 -m RAISON',
  ],
  // Longer than the window: its words stay together all the same.
  [
    'Pour le suivre : ipeos ticket show --url http://127.0.0.1:34567 19',
    30,
    'Pour le suivre :\nipeos ticket show --url\nhttp://127.0.0.1:34567 19',
  ],
  ['Par exemple : ipeos preferences set language fr', 40, 'Par exemple :\nipeos preferences set language fr'],
  [
    'Pour vous en passer : ipeos config unset organisation',
    45,
    'Pour vous en passer :\nipeos config unset organisation',
  ],
  ['Les codes restent. Voir : ipeos help exit-codes', 44, 'Les codes restent. Voir :\nipeos help exit-codes'],
  ['Nothing to be copied stands here.', 20, 'Nothing to be copied\nstands here.'],
])('%j is broken at %i columns beside its commands, not within them', (text, width, expected) => {
  expect(wrapped(text, width)).toBe(expected)
})

const marked = (text: string) =>
  withCommands(
    text,
    (words) => words,
    (command) => `⟨${command}⟩`,
  )

test.each([
  ['Pour le suivre : ipeos ticket show 15', 'Pour le suivre : ⟨ipeos ticket show 15⟩'],
  ['Pour reprendre :\nipeos ticket new\n--resume a1b2c3d4', 'Pour reprendre :\n⟨ipeos ticket new\n--resume a1b2c3d4⟩'],
  [
    "Reprenez : ipeos account recover --name 'Alice Durand' --by mail",
    "Reprenez : ⟨ipeos account recover --name 'Alice Durand' --by mail⟩",
  ],
  [
    'La refuser : ipeos ticket refuse 15 -m RAISON\nOu plus tard.',
    'La refuser : ⟨ipeos ticket refuse 15 -m RAISON⟩\nOu plus tard.',
  ],
  ['Un autre ipeos travaille sur le brouillon 15.', 'Un autre ipeos travaille sur le brouillon 15.'],
  [
    'Mot de passe oublié : ipeos password reset a@b.example --token',
    'Mot de passe oublié : ⟨ipeos password reset a@b.example --token⟩',
  ],
])('of %j what is there to be copied is set off', (text, expected) => {
  expect(marked(text)).toBe(expected)
})

test('every command of ours can be set off', () => {
  const missed = entries.filter(({ name, isGroup }) => {
    const line =
      name === 'api'
        ? 'ipeos api GET Ticket'
        : name === 'completion'
          ? 'ipeos completion bash'
          : `ipeos ${name}${isGroup ? ' list' : ''}`
    return marked(`Try: ${line}`) !== `Try: ⟨${line}⟩`
  })
  expect(missed.map(({ name }) => name)).toEqual([])
})

test('a command can be copied as it stands: no full stop is glued to it, and it has its line for itself', () => {
  const said = [...Object.entries({ ...fr }), ...Object.entries({ ...en })].filter(
    ([key]) => !/summary|description|^topic\.|not-in-line-hint/.test(key),
  )
  const wrong = said.filter(([, text]) => /⟩[.,;]|⟩[^\n]*⟨/.test(marked(text)))
  expect(wrong.map(([key]) => key)).toEqual([])
})

test.each(
  [...Object.entries({ ...fr }), ...Object.entries({ ...en })].filter(([, text]) => / ipeos [a-z]+ [a-z]+/.test(text)),
)('in no window is the command of %s torn apart: %s', (_key, text) => {
  const groups = entries.filter(({ isGroup }) => isGroup).map(({ name }) => name)
  const torn = new RegExp(`ipeos (${groups.join('|')})$`, 'm')
  const widths = Array.from({ length: 70 }, (_, index) => index + 30)
  expect(widths.filter((width) => torn.test(wrapped(text, width)))).toEqual([])
})
