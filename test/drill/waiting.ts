/** Orders that nothing was lost of, and that wait for a platform that works again. */
export interface WaitingRoom {
  /** Resolves once the platform is healed; until then somebody else may have the place. */
  wait(): Promise<void>
}

/** Runs orders, so many at once; those that wait give up their place, and go on when all others are done or wait too. */
export async function runAll<Order>(
  orders: readonly Order[],
  atOnce: number,
  run: (order: Order, room: WaitingRoom) => Promise<void>,
  heal: () => void,
): Promise<{ waited: number }> {
  let free = atOnce
  let left = orders.length
  const queue: Array<() => void> = []
  const waiting: Array<() => void> = []
  let waited = 0
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => queue.push(resolve))
  }
  const give = (): void => {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }
  const goOnIfAllWait = (): void => {
    if (left > waiting.length || waiting.length === 0) return
    heal()
    for (const wake of waiting.splice(0)) wake()
  }
  const room: WaitingRoom = {
    wait: async () => {
      waited += 1
      give()
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        goOnIfAllWait()
      })
      await take()
    },
  }
  await Promise.all(
    orders.map(async (order) => {
      await take()
      await run(order, room)
      give()
      left -= 1
      goOnIfAllWait()
    }),
  )
  return { waited }
}
