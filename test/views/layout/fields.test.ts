import { stripVTControlCharacters } from 'node:util'
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

test('lines of a coloured value begin below each other, too', () => {
  const coloured = createStyle({ colors: true, links: false })
  const value = coloured.red('29 nov. 2026, 02:03 (il y a 6 heures), en retard')
  for (let width = 32; width < 60; width += 1)
    for (const line of stripVTControlCharacters(viewFields([['Échéance', value]], { style: coloured, width })).split(
      '\n',
    ))
      expect(line).toMatch(/^(Échéance {2}| {10})\S(.*\S)?$/)
})

test('what a line of the value itself begins with stays', () => {
  expect(viewFields([['Texte', 'un\n  deux']], { style, width: 40 })).toBe('Texte  un\n         deux')
})
