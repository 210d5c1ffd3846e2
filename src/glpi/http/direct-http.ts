import type { Agent, ClientRequest } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { authorities, type Trusted } from './authorities.ts'
import { withCertificateDates } from './certificate-dates.ts'
import { type Incoming, type Network, network, type Outgoing } from './exchange.ts'

/** Milliseconds that a connection may be idle: most servers close theirs after five seconds, some without saying so. */
const idle = 4000

/** What sends for one scheme. */
interface Sender {
  request: typeof import('node:http').request
  /** Its connections serve one question after the other. */
  kept: Agent
  /** Its connections serve once. */
  once: Agent
}

/**
 * The network itself, by Node's own `http` and `https`. Rejects with `Failed` when the file of authorities cannot be
 * read; `timeout` in milliseconds.
 */
export async function directHttp({ timeout, ...trusted }: Trusted & { timeout: number }): Promise<Network> {
  const ca = await authorities(trusted)
  const senders = new Map<string, Promise<Sender>>()
  const senderOf = ({ protocol }: URL): Promise<Sender> => {
    const known = senders.get(protocol) ?? (protocol === 'https:' ? secureSender(ca) : plainSender())
    senders.set(protocol, known)
    return known
  }
  const close = async (): Promise<void> => {
    for (const { kept, once } of await Promise.all(senders.values())) {
      kept.destroy()
      once.destroy()
    }
  }
  const bare = network(async (outgoing) => send(await senderOf(outgoing.url), outgoing), timeout, close)
  return withCertificateDates(bare, { timeout, ...trusted }, async (address) => {
    const { openConnection } = await import('./reach.ts')
    return openConnection(address, timeout)
  })
}

async function plainSender(): Promise<Sender> {
  const { Agent, request } = await import('node:http')
  return { request, kept: new Agent({ keepAlive: true, timeout: idle }), once: new Agent() }
}

/** The authorities are read once, not for each connection. */
async function secureSender(ca: { ca?: string[] }): Promise<Sender> {
  const [{ Agent, request }, { createSecureContext }] = await Promise.all([import('node:https'), import('node:tls')])
  const trust = ca.ca ? { secureContext: createSecureContext(ca) } : {}
  return { request, kept: new Agent({ keepAlive: true, timeout: idle, ...trust }), once: new Agent(trust) }
}

/**
 * A question may go out on a connection that the server closes at this very moment: it is asked again. Whoever writes
 * could not tell whether it was read, so that it never goes out on a connection that was idle.
 */
function send({ request, kept, once }: Sender, { url, method, headers, body, signal }: Outgoing): Promise<Incoming> {
  const length = typeof body === 'string' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
  return new Promise((resolve, reject) => {
    const agent = method === 'GET' ? kept : once
    const sent = request(url, { method, headers: { ...length, ...headers }, agent, signal })
    sent.on('error', reject)
    sent.once('response', (body) => {
      // Of what makes no sense the request is told, not the answer.
      sent.on('error', (error) => body.complete || body.destroy(error))
      resolve({ status: body.statusCode ?? 0, headers: body.headers, body })
    })
    if (!(body instanceof Readable)) return void sent.end(body)
    body.once('error', reject)
    pour(body, sent)
  })
}

/** An answer that is complete before all was sent wants no more of it. */
function pour(body: Readable, sent: ClientRequest): void {
  pipeline(body, sent, () => undefined)
  sent.once('response', (answer) => answer.once('end', () => sent.writableFinished || sent.destroy()))
}
