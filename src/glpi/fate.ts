import { Failed, IpeosError, Unreachable } from '../errors.ts'
import type { MessageKey } from '../i18n/translate.ts'

/**
 * What became of a write whose call rejected. `nothing`: it had no effect, for certain. `over`: it may have had, and
 * the server is done with it, or soon will be. `open`: it may have had, and the server may still be at it.
 */
export type Fate = 'nothing' | 'over' | 'open'

/** The request never left, or somebody on the way turned it back before GLPI saw it. */
const unsent = new Set<MessageKey>([
  'platform.unknown-host',
  'platform.connection-refused',
  'platform.no-route',
  'platform.certificate-expired',
  'platform.certificate-unknown',
  'platform.certificate-wrong-host',
  'platform.tls',
  'platform.proxy-refused',
  'platform.too-many-requests',
  'platform.redirected',
  'platform.api-off',
  'platform.authorization-stripped',
])

/** We stopped waiting, or cannot say what happened. */
const unheard = new Set<MessageKey>(['platform.time-out', 'platform.network'])

/** Tells the fate of a write by the error that it rejected with. */
export function fateOf(error: unknown): Fate {
  if (!(error instanceof IpeosError)) return 'open'
  const { key, parameters } = error.text
  // Success whose answer makes no sense to us; GLPI's own refusals are certain.
  if (error instanceof Failed) return key === 'platform.unexpected-answer' ? 'over' : 'nothing'
  if (!(error instanceof Unreachable) || unsent.has(key)) return 'nothing'
  // 504: the proxy stopped waiting, the server behind it did not.
  return unheard.has(key) || parameters?.status === 504 ? 'open' : 'over'
}
