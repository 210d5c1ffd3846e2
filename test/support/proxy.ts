import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { close, listen } from './loopback.ts'

export interface Proxy {
  url: URL
  /** Where it was asked to lead to: «127.0.0.1:8080». */
  tunnels: string[]
}

/** A proxy that leads anywhere, or to `target` whatever it is asked for; it says 502 where nobody answers. */
export async function openProxy(target?: string): Promise<Proxy> {
  const tunnels: string[] = []
  const server = createServer()
  const open = new Set<Socket>()
  server.on('connect', (request, socket: Socket) => {
    tunnels.push(request.url ?? '')
    const { hostname, port } = new URL(target ?? `http://${request.url}`)
    const way = connect(Number(port), hostname.replace(/^\[|\]$/g, ''), () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      way.pipe(socket).pipe(way)
    })
    way.once('error', () => socket.writable && socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
    way.once('close', () => socket.end())
    open.add(socket.on('error', () => undefined).once('close', () => way.destroy()))
  })
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    return close(server)
  })
  return { url: new URL(await listen(server)), tunnels }
}

/** A proxy that answers each demand for a way with this: «407 Proxy Authentication Required». */
export async function refusingProxy(answer: string): Promise<URL> {
  const server = createServer()
  server.on('connect', (_request, socket: Socket) => socket.end(`HTTP/1.1 ${answer}\r\n\r\n`))
  onTestFinished(() => close(server))
  return new URL(await listen(server))
}
