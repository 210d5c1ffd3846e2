import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { getResponse, type RequestHandler } from 'msw'
import { onTestFinished } from 'vitest'

export interface Loopback {
  /** `http://127.0.0.1:PORT`. */
  url: string
  /** Every request that came: «GET /path?query». */
  requests: string[]
  close(): Promise<void>
}

/** Serves msw handlers on a real socket: msw does not see undici's `request`, and child processes need a socket anyway. */
export async function loopback(...handlers: RequestHandler[]): Promise<Loopback> {
  const requests: string[] = []
  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method} ${incoming.url}`)
    answer(handlers, incoming, outgoing).catch((error: unknown) =>
      outgoing.destroy(error instanceof Error ? error : undefined),
    )
  })
  const url = await listen(server)
  return { url, requests, close: () => close(server) }
}

async function answer(handlers: RequestHandler[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await getResponse(handlers, asRequest(incoming))
  if (!response) throw new Error(`no handler for ${incoming.method} ${incoming.url}`)
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

function asRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', headers, url = '/' } = incoming
  const names = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one] as [string, string]),
  )
  const body = method === 'GET' ? null : Readable.toWeb(incoming)
  return new Request(new URL(url, `http://${headers.host}`), { method, headers: names, body, duplex: 'half' })
}

/** A server that answers so, for the length of a test; gives its address. */
export async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => close(server))
  return listen(server)
}

/** A server that does with each connection what it is told, and speaks no HTTP of itself. */
export async function speaking(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    onConnection(socket)
  })
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return listen(server)
}

/** Starts a server on a free port of loopback; gives its address. */
export async function listen(
  server: Server | import('node:net').Server,
  scheme = 'http',
  host = '127.0.0.1',
): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
}

/** Stops a server, and drops the connections that are still open. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
