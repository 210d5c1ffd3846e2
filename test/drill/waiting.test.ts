import { expect, test } from 'vitest'
import { runAll } from './waiting.ts'

test('an order that waits gives its place to others, and goes on once all others are done or wait too', async () => {
  const seen: string[] = []
  const { waited } = await runAll(
    ['a', 'b', 'c'],
    1,
    async (order, room) => {
      seen.push(order)
      if (order !== 'c') await room.wait()
      seen.push(`${order} ends`)
    },
    () => seen.push('healed'),
  )
  expect({ waited, seen }).toEqual({
    waited: 2,
    seen: ['a', 'b', 'c', 'c ends', 'healed', 'a ends', 'b ends'],
  })
})

test('where nobody waits, nothing is healed', async () => {
  let healed = 0
  await runAll(
    [1, 2],
    2,
    async () => undefined,
    () => (healed += 1),
  )
  expect(healed).toBe(0)
})
