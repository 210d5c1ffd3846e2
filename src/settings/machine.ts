import type { ProxySettings } from '../glpi/http/proxy.ts'

/** What is known of this computer without asking it anything. */
export interface Machine {
  /** Of Node.js: `20.18.1`. */
  readonly nodeVersion: string
  readonly platform: NodeJS.Platform
  /** As the environment says it: `fr_FR.UTF-8`; empty when it does not. */
  readonly locale: string
  /** True where the environment says where the session's bus is, behind which a keychain would be (Linux). */
  hasSessionBus(): Promise<boolean>
  /** The proxies that the environment names. */
  readonly proxy: ProxySettings
}

export interface MachineOrigin {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  nodeVersion: string
}

/** This computer, as its environment tells it. */
export function machineOf({ env, platform, nodeVersion }: MachineOrigin): Machine {
  return {
    nodeVersion,
    platform,
    locale: env.LC_ALL || env.LC_CTYPE || env.LANG || '',
    hasSessionBus: async () => {
      const { busSocket } = await import('./secrets/dbus/bus.ts')
      return busSocket(env) !== undefined
    },
    proxy: proxyOf(env),
  }
}

/** HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in small letters or large. */
export function proxyOf(env: MachineOrigin['env']): ProxySettings {
  const of = (name: string) => env[name.toLowerCase()] ?? env[name.toUpperCase()]
  const found = { http: of('http_proxy'), https: of('https_proxy'), no: of('no_proxy') }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value))
}
