import type { Duplex } from 'node:stream'
import { IpeosError, Unreachable } from '../../errors/error.ts'
import type { Network } from './exchange.ts'
import { inUtc } from './network-error.ts'
import type { Reach } from './reach.ts'

/**
 * The same network, which tells of a certificate that is out of date, or not good yet, from when to when it is: what
 * refuses it says no more than that, so it is looked at once more, over a connection of its own on which nothing is sent.
 */
export function withCertificateDates(
  network: Network,
  reach: Reach,
  open: (address: string) => Promise<Duplex>,
): Network {
  return Object.assign(
    async (request: Parameters<Network>[0]) => {
      try {
        return await network(request)
      } catch (error) {
        throw isAboutDates(error) ? await dated(error, request.url, reach, open) : error
      }
    },
    { close: () => network.close() },
  )
}

function isAboutDates(error: unknown): error is Unreachable {
  return error instanceof Unreachable && (error.code === 'certificate-expired' || error.code === 'certificate-early')
}

async function dated(
  error: Unreachable,
  address: string,
  reach: Reach,
  open: (address: string) => Promise<Duplex>,
): Promise<Unreachable> {
  try {
    const { shakeHands } = await import('./reach.ts')
    const { begins, expires } = await shakeHands(() => open(address), address, reach)
    const code = error.code === 'certificate-early' ? 'certificate-early' : 'certificate-expired'
    const dates = { from: inUtc(begins), until: inUtc(expires) }
    return new Unreachable(code, { ...error.parameters, ...dates }, { cause: error })
  } catch (trouble) {
    if (trouble instanceof IpeosError) return error
    throw trouble
  }
}
