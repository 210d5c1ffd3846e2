/**
 * The embedded platform as a process of its own, so that what is measured shares nothing with it: told what to be like
 * by its one argument (JSON), it sends its address, and, when asked, what it was asked since; a number makes it take that
 * many milliseconds longer over each page of a search.
 */
import { openSandbox, type SandboxOptions } from '../src/sandbox/sandbox.ts'
import { serve } from '../src/sandbox/serve.ts'

export async function run(process: NodeJS.Process): Promise<void> {
  const sandbox = await openSandbox(JSON.parse(process.argv[2] ?? '{}') as SandboxOptions)
  const { url } = await serve(sandbox)
  process.on('message', (message) => {
    if (typeof message === 'number') {
      sandbox.faults.inject({
        kind: 'delay',
        milliseconds: message,
        times: Number.POSITIVE_INFINITY,
        match: { path: /search/ },
      })
      return
    }
    process.send?.({ requests: sandbox.requests.map(({ method, path }) => ({ method, path })) })
    sandbox.requests.length = 0
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ url })
}
