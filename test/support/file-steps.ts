import { createHook } from 'node:async_hooks'

/** How many times this process asks the system something about files while `work` runs. */
export async function fileSteps(work: () => Promise<unknown>): Promise<number> {
  let steps = 0
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'FSREQPROMISE') steps += 1
    },
  })
  hook.enable()
  try {
    await work()
  } finally {
    hook.disable()
  }
  return steps
}
