import { expect, test } from 'vitest'
import { matches } from '../../../src/terminal/prompts/matching.ts'

test.each([
  ['heberg', true],
  ['HÉBERGEMENT', true],
  ['site', true],
  ['web heb', true],
  ['hébergement > site', true],
  ['', true],
  ['sites', false],
  ['web mail', false],
])('«Hébergement > Site web» is found by %j: %s', (typed, found) => {
  expect(matches('Hébergement > Site web', typed)).toBe(found)
})

test('ligatures and apostrophes are no obstacle', () => {
  expect(matches('Cœur de réseau : l’œil', "coeur l'oeil")).toBe(true)
})
