import { proxyFor } from './proxy.ts'

/** What is known of this computer without asking it anything. */
export interface Machine {
  /** Of Node.js: `20.18.1`. */
  readonly nodeVersion: string
  readonly platform: NodeJS.Platform
  /** As the environment says it: `fr_FR.UTF-8`; empty when it does not. */
  readonly locale: string
  /** True where the environment says where the session's bus is, behind which a keychain would be (Linux). */
  hasSessionBus(): Promise<boolean>
  /** The proxy that calls to an address go through; undefined for none. */
  proxyFor(address: string): URL | undefined
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
    proxyFor: (address) => proxyFor(address, env),
  }
}
