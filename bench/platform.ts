/**
 * The embedded platform as a process of its own, so that what is measured shares nothing with it: told what to be like
 * by its one argument (JSON), it sends its address, and, when asked, what it was asked since; a pace makes it take its
 * time over each page of a search.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { openSandbox, type SandboxOptions } from '../src/sandbox/sandbox.ts'
import { serve } from '../src/sandbox/serve.ts'

/** Milliseconds. */
interface Pace {
  request: number
  thousandRows: number
}

export async function run(process: NodeJS.Process): Promise<void> {
  const sandbox = await openSandbox(JSON.parse(process.argv[2] ?? '{}') as SandboxOptions)
  let pace: Pace = { request: 0, thousandRows: 0 }
  const paced = async (request: Request): Promise<Response> => {
    const response = await sandbox.fetch(request)
    const [, first, last] = /^(\d+)-(\d+)/.exec(response.headers.get('content-range') ?? '') ?? []
    const rows = first === undefined ? 0 : Number(last) - Number(first) + 1
    if (rows > 0 && pace.request > 0) await pause(pace.request + (pace.thousandRows * rows) / 1000)
    return response
  }
  const { url } = await serve(Object.create(sandbox, { fetch: { value: paced } }))
  process.on('message', (message: 'requests' | Pace) => {
    if (message !== 'requests') {
      pace = message
      return
    }
    process.send?.({ requests: sandbox.requests.map(({ method, path }) => ({ method, path })) })
    sandbox.requests.length = 0
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ url })
}
