/**
 * The embedded platform as a process of its own, so that what is measured shares nothing with it: told what to be like
 * by its one argument (JSON), it sends its address, and, when asked, what it was asked since.
 */
import { openSandbox, type SandboxOptions } from '../src/sandbox/sandbox.ts'
import { serve } from '../src/sandbox/serve.ts'

export async function run(process: NodeJS.Process): Promise<void> {
  const sandbox = await openSandbox(JSON.parse(process.argv[2] ?? '{}') as SandboxOptions)
  const { url } = await serve(sandbox)
  process.on('message', () => {
    process.send?.({ requests: sandbox.requests.map(({ method, path }) => ({ method, path })) })
    sandbox.requests.length = 0
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ url })
}
