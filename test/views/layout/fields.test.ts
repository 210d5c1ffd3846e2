import { expect, test } from 'vitest'
import { createStyle } from '../../../src/terminal/create-style.ts'
import { viewFields } from '../../../src/views/layout/fields.ts'

const style = createStyle({ colors: false, links: false })

test('lines of a value begin below each other, wherever a blank falls', () => {
  const value = 'identifiant, compte de courriel, fiches d’information'
  const starts = Array.from({ length: 30 }, (_, more) =>
    viewFields([['Perdu', value]], { style, width: 30 + more }).split('\n'),
  )
  for (const [, ...below] of starts) for (const line of below) expect(line).toMatch(/^ {7}\S/)
  for (const line of starts.flat()) expect(line).not.toMatch(/ $/)
})

test('what a line of the value itself begins with stays', () => {
  expect(viewFields([['Texte', 'un\n  deux']], { style, width: 40 })).toBe('Texte  un\n         deux')
})
