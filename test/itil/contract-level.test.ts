import { expect, test } from 'vitest'
import { contractLevel, contractLevels, includesTelephone } from '../../src/itil/contract-level.ts'

test.each([
  ['Support Gold IPEOS-WTC', 'gold'],
  ['Niveau Or', 'gold'],
  ['SILVER', 'silver'],
  ['Platine +', 'platinum'],
  ['Bronze', 'bronze'],
  ['Organisation', undefined],
  ['Support', undefined],
  ['', undefined],
])('the level of «%s» is %s', (name, level) => {
  expect(contractLevel(name)).toBe(level)
})

test('a telephone comes with gold and above', () => {
  expect(([...contractLevels, undefined] as const).filter(includesTelephone)).toEqual(['gold', 'platinum'])
})
