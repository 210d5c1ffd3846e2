import { expect, test } from 'vitest'
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
  ['Nothing to be copied stands here.', 20, 'Nothing to be copied\nstands here.'],
])('%j is broken at %i columns beside its commands, not within them', (text, width, expected) => {
  expect(wrapped(text, width)).toBe(expected)
})
