import type { Duplex } from 'node:stream'
import type { Context } from '../../app/context.ts'
import { type ErrorCode, Unreachable } from '../../errors/error.ts'
import { inUtc } from '../../glpi/http/network-error.ts'
import { lookUp, openConnection, openTunnel, type Reach, shakeHands, targetOf } from '../../glpi/http/reach.ts'
import { readAddress } from '../../glpi/session/address.ts'
import type { MessageKey } from '../../i18n/translate.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Check, type Finding, failed, fine, skipped, warned } from './check.ts'

/** From the address to a secure connection: nothing is asked of the platform yet. */
export function networkChecks(context: Context): Check[] {
  const { settings, account, machine } = context
  const root = () => readAddress(settings.url).rootUrl
  const proxy = () => machine.proxyFor(root())
  const onNetwork = (look: (address: string) => Promise<Finding>) => async (): Promise<Finding> =>
    settings.sandbox ? skipped('doctor.seen.no-network') : look(root())
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
      look: onNetwork(async (address) => (proxy() ? skipped('doctor.seen.by-proxy') : findName(address, context))),
    },
    {
      id: 'tcp',
      needs: ['dns'],
      look: onNetwork(async (address) => (proxy() ? skipped('doctor.seen.by-proxy') : connect(address, context))),
    },
    { id: 'tls', needs: ['tcp'], look: onNetwork((address) => lookAtCertificate(address, proxy(), context)) },
  ]
}

async function askProxy(proxy: URL, address: string, { settings }: Context): Promise<Finding> {
  const { status, socket } = await tunnel(proxy, address, reachOf(settings))
  socket.destroy()
  const host = new URL(address).host
  if (status === 200) return fine('doctor.seen.proxy', { proxy: proxy.host })
  const hint = { key: status === 407 ? 'doctor.repair.proxy-login' : 'platform.proxy-refused.hint' } as const
  throw new Unreachable('proxy-status', { proxy: proxy.host, host, status }, { hint })
}

/** A proxy that is not there is put right by its variables, whatever the network says of it. */
async function tunnel(proxy: URL, address: string, reach: Reach): ReturnType<typeof openTunnel> {
  try {
    return await openTunnel(proxy, address, reach)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    throw new Unreachable('proxy-silent', { proxy: proxy.host }, { cause: error })
  }
}

function reachOf({ timeout, caFile, authority }: Settings): Reach {
  return { timeout, caFile, authority }
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
  if (address.startsWith('http:')) return skipped('doctor.seen.no-tls')
  const { settings, clock } = context
  const reach = reachOf(settings)
  const open = async (): Promise<Duplex> =>
    proxy ? (await tunnel(proxy, address, reach)).socket : openConnection(address, settings.timeout)
  const seen = await shakeHands(open, address, reach)
  const { day } = context.dates()
  const { protocol, expires, trouble } = seen
  const parameters = {
    protocol,
    issuer: seen.issuer || '?',
    names: seen.names || '?',
    host: new URL(address).hostname,
    until: expires ? day(expires) : '?',
  }
  if (trouble) {
    const dates = { from: inUtc(seen.begins), until: inUtc(expires), now: inUtc(clock.now()) }
    const key = toldMore[trouble.code]
    return {
      ...failed(trouble),
      seen: key ? { key, parameters: { ...trouble.parameters, ...parameters, ...dates } } : trouble.text,
    }
  }
  if (expires && expires.getTime() - clock.now().getTime() < soon)
    return warned({ key: 'doctor.seen.tls', parameters }, { key: 'doctor.repair.certificate-soon' })
  return fine('doctor.seen.tls', parameters)
}

/** Here more is known of a certificate than where a call fails of it. */
const toldMore: Partial<Record<ErrorCode, MessageKey>> = {
  'certificate-expired': 'platform.certificate-expired',
  'certificate-early': 'platform.certificate-early',
  'certificate-unknown': 'doctor.seen.certificate-unknown',
  'certificate-wrong-host': 'doctor.seen.certificate-wrong-host',
}
