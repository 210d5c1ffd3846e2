import type { Socket } from 'node:net'
import type { Context } from '../../app/context.ts'
import { dates } from '../../dates/dates.ts'
import { Unreachable } from '../../errors.ts'
import { proxyFor } from '../../glpi/http/proxy.ts'
import { lookUp, openConnection, openTunnel, shakeHands, targetOf } from '../../glpi/http/reach.ts'
import { authorities } from '../../glpi/http/undici-http.ts'
import { readAddress } from '../../glpi/session/address.ts'
import type { MessageKey } from '../../i18n/translate.ts'
import { platformAddress } from '../../settings/platform-address.ts'
import { aside, type Check, type Finding, failed, fine, warned } from './check.ts'

/** From the address to a secure connection: nothing is asked of the platform yet. */
export function networkChecks(context: Context): Check[] {
  const { settings, account } = context
  const root = () => readAddress(settings.url).rootUrl
  const proxy = () => proxyOf(root(), context)
  const onNetwork = (look: (address: string) => Promise<Finding>) => async (): Promise<Finding> =>
    settings.sandbox ? aside('doctor.seen.no-network') : look(root())
  return [
    {
      id: 'url',
      look: async () => {
        account.checkAddress()
        return settings.sandbox ? fine('doctor.seen.sandbox') : fine('doctor.seen.value', { value: root() })
      },
    },
    {
      id: 'proxy',
      needs: ['url'],
      look: onNetwork(async (address) => {
        const used = proxy()
        return used ? askProxy(used, address, context) : fine('doctor.seen.no-proxy')
      }),
    },
    {
      id: 'dns',
      needs: ['proxy'],
      look: onNetwork(async (address) => (proxy() ? aside('doctor.seen.by-proxy') : findName(address, context))),
    },
    {
      id: 'tcp',
      needs: ['dns'],
      look: onNetwork(async (address) => (proxy() ? aside('doctor.seen.by-proxy') : connect(address, context))),
    },
    { id: 'tls', needs: ['tcp'], look: onNetwork((address) => lookAtCertificate(address, proxy(), context)) },
  ]
}

/** What is for this machine alone goes through no proxy. */
function proxyOf(address: string, { machine }: Context): URL | undefined {
  return platformAddress(address)?.local ? undefined : proxyFor(address, machine.proxy)
}

async function askProxy(proxy: URL, address: string, { settings }: Context): Promise<Finding> {
  const { status, socket } = await tunnel(proxy, address, settings.timeout)
  socket.destroy()
  const host = new URL(address).host
  if (status === 200) return fine('doctor.seen.proxy', { proxy: proxy.host })
  const hint = { key: status === 407 ? 'doctor.repair.proxy-login' : 'platform.proxy-refused.hint' } as const
  throw new Unreachable('doctor.seen.proxy-refused', { proxy: proxy.host, host, status }, { hint })
}

/** A proxy that is not there is put right by its variables, whatever the network says of it. */
async function tunnel(proxy: URL, address: string, timeout: number): ReturnType<typeof openTunnel> {
  try {
    return await openTunnel(proxy, address, timeout)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    const hint = { key: 'platform.proxy-refused.hint' } as const
    throw new Unreachable('doctor.seen.proxy-silent', { proxy: proxy.host }, { hint, cause: error })
  }
}

async function findName(address: string, { settings }: Context): Promise<Finding> {
  const found = await lookUp(address, settings.timeout)
  return found.length > 0 ? fine('doctor.seen.value', { value: found.join(', ') }) : fine('doctor.seen.ip')
}

async function connect(address: string, { settings }: Context): Promise<Finding> {
  const start = performance.now()
  const socket = await openConnection(address, settings.timeout)
  socket.destroy()
  const milliseconds = Math.max(1, Math.round(performance.now() - start))
  return fine('doctor.seen.tcp', { port: String(targetOf(address).port), milliseconds })
}

const soon = 14 * 24 * 3_600_000

async function lookAtCertificate(address: string, proxy: URL | undefined, context: Context): Promise<Finding> {
  if (address.startsWith('http:')) return aside('doctor.seen.no-tls')
  const { settings, clock, t, terminal } = context
  const { timeout, caFile, authority } = settings
  const { ca } = await authorities({ caFile, authority })
  const way: Socket = proxy ? (await tunnel(proxy, address, timeout)).socket : await openConnection(address, timeout)
  const seen = await shakeHands(way, address, { timeout, ca })
  const { day } = dates({ language: t.language, now: clock.now(), timeZone: terminal.timeZone })
  const { protocol, expires, trouble } = seen
  const parameters = {
    protocol,
    issuer: seen.issuer || '?',
    names: seen.names || '?',
    host: new URL(address).hostname,
    until: expires ? day(expires) : '?',
  }
  if (trouble)
    return {
      ...failed(trouble),
      seen: {
        key: toldMore[trouble.text.key] ?? trouble.text.key,
        parameters: { ...trouble.text.parameters, ...parameters },
      },
    }
  if (expires && expires.getTime() - clock.now().getTime() < soon)
    return warned({ key: 'doctor.seen.tls', parameters }, { key: 'doctor.repair.certificate-soon' })
  return fine('doctor.seen.tls', parameters)
}

/** Here more is known of a certificate than where a call fails of it. */
const toldMore: Partial<Record<MessageKey, MessageKey>> = {
  'platform.certificate-expired': 'doctor.seen.certificate-expired',
  'platform.certificate-unknown': 'doctor.seen.certificate-unknown',
  'platform.certificate-wrong-host': 'doctor.seen.certificate-wrong-host',
}
