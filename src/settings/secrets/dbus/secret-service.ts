import { userInfo } from 'node:os'
import { Bus, busSocket } from './bus.ts'
import { readString } from './bus-message.ts'

/** What the Secret Service of this session would do if it were asked for a secret now. */
export type SecretServiceState =
  | 'ready'
  /** It would ask the person to unlock it, and wait. */
  | 'locked'
  /** No keychain was ever made: reading finds nothing; writing would ask the person to make one, and wait. */
  | 'empty'
  /** There is no bus, or no such service on it. */
  | 'absent'
  /** There is one, but it does not answer. */
  | 'silent'

const service = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' }

/**
 * Asks the Secret Service how it is, within `timeout` milliseconds, and disturbs nobody: no window opens. It is asked
 * before the keychain's library is, because that one waits in a thread that cannot be stopped, and Node does not end
 * before its threads do: a window that nobody answers would hold the command back for ever.
 */
export async function secretServiceState(
  env: Record<string, string | undefined>,
  timeout: number,
): Promise<SecretServiceState> {
  const path = busSocket(env)
  if (path === undefined) return 'absent'
  const signal = AbortSignal.timeout(timeout)
  let bus: Bus | undefined
  try {
    bus = await Bus.open(path, userInfo().uid, signal)
    return await stateOn(bus)
  } catch {
    // Whatever is wrong with the bus, there is no keychain behind it.
    return signal.aborted ? 'silent' : 'absent'
  } finally {
    bus?.close()
  }
}

async function stateOn(bus: Bus): Promise<SecretServiceState> {
  const alias = await bus.call({
    ...service,
    interface: 'org.freedesktop.Secret.Service',
    member: 'ReadAlias',
    args: ['default'],
  })
  if (alias.error) return alias.error.endsWith('.NoReply') || alias.error.endsWith('.TimedOut') ? 'silent' : 'absent'
  const collection = readString(alias.body)
  if (collection === '/') return 'empty'
  const locked = await bus.call({
    destination: service.destination,
    path: collection,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    args: ['org.freedesktop.Secret.Collection', 'Locked'],
  })
  // A variant of a boolean: its signature (3 bytes), then the value at the next multiple of 4.
  return locked.error || locked.body.readUInt32LE(4) === 1 ? 'locked' : 'ready'
}
