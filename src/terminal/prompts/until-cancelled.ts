import { Cancelled } from '../../errors/error.ts'
import type { Input } from '../stream.ts'

/** Runs a question until its answer, Ctrl-C, Ctrl-D or the end of the input: Inquirer would wait for ever on the latter. */
export async function untilCancelled<Value>(
  input: Input,
  signal: AbortSignal | undefined,
  ask: (stop: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const gone = new AbortController()
  const stop = () => gone.abort()
  // readline closes on Ctrl-D when its line is empty, and says so only by pausing the input.
  const onKey = (_text: string, key?: { ctrl?: boolean; name?: string }) => {
    if (key?.ctrl && key.name === 'd') setImmediate(() => input.isPaused() && stop())
  }
  input.on('end', stop).on('close', stop).on('keypress', onKey)
  try {
    return await ask(signal ? AbortSignal.any([signal, gone.signal]) : gone.signal)
  } catch (error) {
    const isStop =
      error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(error.name)
    if (!isStop) throw error
    throw new Cancelled('cancelled', undefined, { cause: error })
  } finally {
    input.off('end', stop).off('close', stop).off('keypress', onKey)
  }
}
