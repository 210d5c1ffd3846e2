import { expect, test } from 'vitest'
import { bin } from '../support/program.ts'
import { faultOf, killTyping } from './typing.ts'

test('whoever is killed while typing a ticket or a comment loses nothing that was on disk, and no answer', async () => {
  const killed = await killTyping({ runs: 8, seed: 12, bin, atOnce: 2 })
  expect(killed.flatMap((one) => faultOf(one) ?? [])).toEqual([])
  expect(killed).toHaveLength(8)
}, 120_000)
