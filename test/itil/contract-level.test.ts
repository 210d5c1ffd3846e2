import { expect, test } from 'vitest'
import { contractLevel, includesTelephone } from '../../src/itil/contract-level.ts'

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
  expect((['bronze', 'silver', 'gold', 'platinum', undefined] as const).map(includesTelephone)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})
