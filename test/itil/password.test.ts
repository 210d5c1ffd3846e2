import { expect, test } from 'vitest'
import { passwordFaults, passwordKinds } from '../../src/itil/password.ts'

const rules = { least: 8, kinds: [...passwordKinds], former: 1 }

test.each([
  ['Tout-Neuf-2030', []],
  ['', ['empty']],
  ['Ancien-1', ['same']],
  ['court', ['short', 'number', 'capital', 'symbol']],
  ['TOUT-NEUF-2030', ['letter']],
  ['Toutneuf2030', ['symbol']],
  ['tout-neuf-2030', ['capital']],
  ['Tout-Neuf-Neuf', ['number']],
  // As the platform counts: é is no letter without an accent, and _ no sign.
  ['ÉÉÉÉ1éé.', ['letter', 'capital']],
  ['Tout_neuf_2030', ['symbol']],
  // One character each, whatever it is made of.
  ['Aa1.😀😀😀', ['short']],
])('what %j lacks: %j', (next, faults) => {
  expect(passwordFaults(rules, 'Ancien-1', next)).toEqual(faults)
})

test('where nothing is asked, anything but nothing will do', () => {
  expect(passwordFaults({ least: 0, kinds: [], former: 1 }, 'Ancien-1', 'x')).toEqual([])
})
