import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { CutConnection } from './gate.ts'
import type { Sandbox } from './sandbox.ts'

/** A sandbox on a socket. */
export interface ServedSandbox {
  /** `http://127.0.0.1:PORT`, without the sub-path if there is one. */
  url: string
  /** Closes the socket and every connection; the sandbox itself stays open. */
  close(): Promise<void>
}

/** Serves a sandbox on a loopback socket; on a free port by default. Rejects when the port is taken. */
export async function serve(sandbox: Sandbox, { port = 0 }: { port?: number } = {}): Promise<ServedSandbox> {
  const server = createAdaptorServer({
    fetch: (request, env) => answer(sandbox, request, env as HttpBindings),
    overrideGlobalObjects: false,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${chosen}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function answer(sandbox: Sandbox, request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> {
  try {
    const response = await sandbox.fetch(request)
    if (!response.headers.has('content-length') || !response.body) return response
    return await pour(response, outgoing)
  } catch (error) {
    if (!(error instanceof CutConnection)) throw error
    if (error.isReset) incoming.socket.resetAndDestroy()
    else incoming.socket.destroy()
    return RESPONSE_ALREADY_SENT
  }
}

/** Sends a body whose length was told before, and that may break on the way: the socket then ends with it. */
async function pour(response: Response, outgoing: HttpBindings['outgoing']): Promise<Response> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  try {
    for await (const chunk of response.body ?? []) outgoing.write(chunk)
    outgoing.end()
  } catch (error) {
    if (!(error instanceof CutConnection)) throw error
    outgoing.uncork()
    await new Promise((resolve) => setImmediate(resolve))
    outgoing.destroy()
  }
  return RESPONSE_ALREADY_SENT
}
