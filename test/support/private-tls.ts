import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { onTestFinished } from 'vitest'
import { listen } from './loopback.ts'

/** The same site over TLS, for one test, with a certificate that only its own authority (itself) vouches for. */
export async function overPrivateTls(url: string): Promise<string> {
  const pem = readFileSync(join(import.meta.dirname, '..', 'support', 'tls', 'self-signed.pem'))
  const open = new Set<Socket>()
  const server = createServer({ key: pem, cert: pem }, (socket) => {
    const behind = connect(Number(new URL(url).port), '127.0.0.1')
    for (const one of [socket, behind]) {
      open.add(one)
      one.on('error', () => undefined)
    }
    socket.pipe(behind).pipe(socket)
  })
  server.on('tlsClientError', () => undefined)
  onTestFinished(() => {
    for (const one of open) one.destroy()
    server.close()
  })
  return listen(server, 'https')
}
