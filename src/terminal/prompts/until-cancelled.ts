import { Cancelled } from '../../errors/error.ts'
import type { Input } from '../stream.ts'

/** The person left by Ctrl-C, Ctrl-D or Escape, rather than that the input or the whole command ended. */
export class LeftByKey extends Cancelled {
  constructor(cause?: unknown) {
    super('cancelled', undefined, { cause })
  }
}

/** Runs a question until its answer, Ctrl-C, Ctrl-D or the end of the input: Inquirer would wait for ever on the latter. */
export async function untilCancelled<Value>(
  input: Input,
  signal: AbortSignal,
  ask: (stop: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const gone = new AbortController()
  let byKey = false
  const stop = () => gone.abort()
  const stopByKey = (): void => {
    if (!input.isPaused()) return
    byKey = true
    stop()
  }
  // readline closes on Ctrl-D when its line is empty, and says so only by pausing the input.
  const onKey = (_text: string, key?: { ctrl?: boolean; name?: string }) => {
    if (key?.ctrl && key.name === 'd') setImmediate(stopByKey)
  }
  // A terminal that is gone may tell so by an error, which nobody else waits for.
  input.on('end', stop).on('close', stop).on('error', stop).on('keypress', onKey)
  if (!input.readable) stop()
  try {
    return await ask(AbortSignal.any([signal, gone.signal]))
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (!['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(name)) throw error
    if (byKey || name === 'ExitPromptError') throw new LeftByKey(error)
    throw new Cancelled('cancelled', undefined, { cause: error })
  } finally {
    input.off('end', stop).off('close', stop).off('error', stop).off('keypress', onKey)
  }
}
