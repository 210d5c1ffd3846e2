import { Unreachable } from '../../errors/error.ts'
import { authorities, type Trusted } from './authorities.ts'
import { withCertificateDates } from './certificate-dates.ts'
import { type Incoming, type Network, network, type Outgoing } from './exchange.ts'
import { foundNobody } from './network-error.ts'

/**
 * The network behind a proxy, by undici, which makes a tunnel through it to whatever is called. Rejects with `Failed` when
 * the file of authorities cannot be read; `timeout` in milliseconds.
 */
export async function proxyHttp(proxy: URL, { timeout, ...trusted }: Trusted & { timeout: number }): Promise<Network> {
  const connect = { ...(await authorities(trusted)), timeout }
  const { ProxyAgent, request } = await import('undici')
  const dispatcher = new ProxyAgent({
    uri: proxy.href,
    requestTls: connect,
    proxyTls: connect,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const send = async ({ url, body, ...rest }: Outgoing): Promise<Incoming> => {
    try {
      const { statusCode: status, headers, ...answer } = await request(url, { ...rest, body: body ?? null, dispatcher })
      return { status, headers, body: answer.body }
    } catch (error) {
      // The platform is not looked for from here: whoever is not there is the proxy.
      if (foundNobody(error)) throw new Unreachable('proxy-silent', { proxy: proxy.host }, { cause: error })
      throw error
    }
  }
  const bare = network(
    (outgoing) => Promise.race([send(outgoing), aborted(outgoing.signal)]),
    timeout,
    () => dispatcher.destroy(),
  )
  return withCertificateDates(bare, { timeout, ...trusted }, async (address) => {
    const { openTunnel } = await import('./reach.ts')
    return (await openTunnel(proxy, address, { timeout, ...trusted })).socket
  })
}

/** undici looks at the signal only once it is connected. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}
