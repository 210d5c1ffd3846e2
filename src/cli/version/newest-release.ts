import * as z from 'zod/mini'
import type { Context } from '../../app/context.ts'
import { Unreachable, WrongUsage } from '../../errors/error.ts'
import { parseJson } from '../../files/parse-json.ts'
import { keptOrganisation } from '../../settings/organisation.ts'

/** Bytes; what is announced takes a hundredth of it. */
const largest = 64 * 1024

/** What `scripts/release.mjs` writes as latest.json; more may come. */
const announcement = z.object({
  version: z.string().check(z.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)),
  released: z.optional(z.iso.date()),
  page: z.optional(z.string().check(z.maxLength(500), z.regex(/^https:\/\/[!-?A-~]+$/))),
})

/** The newest version, as its makers announce it. Untrusted: checked, and told as it is. */
export type Release = z.infer<typeof announcement>

/**
 * Asks the address that the organisation's file gives: a bare GET, of which nobody can tell who asks, nor with which
 * version. Rejects with `WrongUsage` where there is no such address, `Unreachable` where it does not say.
 */
export async function newestRelease({ settings, httpFor, terminal, t }: Context): Promise<Release> {
  const address = keptOrganisation(settings.organisation)?.releases
  if (!address) throw new WrongUsage('no-release-address')
  const http = await httpFor(address)
  const headers = { Accept: 'application/json', 'User-Agent': 'ipeos' }
  const asked = http({ method: 'GET', url: new URL(address).href, headers, limit: largest })
  const { status, body, headers: answered } = await terminal.during(t('version.looking'), asked.catch(orLater))
  const { host } = new URL(address)
  if (status >= 300 && status <= 399) {
    const [target = '?'] = [answered.location ?? []].flat()
    throw new Unreachable('release-redirected', { host, target })
  }
  if (status !== 200) throw new Unreachable('release-refused', { host, status })
  const read = announcement.safeParse(parseJson(body.toString('utf8')))
  if (read.success) return read.data
  throw new Unreachable('release-unclear', { host })
}

/** What helps where the platform cannot be reached is of no use here. */
function orLater(error: unknown): never {
  if (!(error instanceof Unreachable)) throw error
  throw error.withHint({ key: 'version.unreachable.hint' })
}

/** Whether a version (`0.10.0`) comes after another, of which one may be a try of it (`0.10.0-rc.1`). */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(than)]
  const at = one.findIndex((number, place) => number !== other[place])
  if (at >= 0) return (one[at] ?? 0) > (other[at] ?? 0)
  return than.includes('-') && !version.includes('-')
}

function numbersOf(version: string): number[] {
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '').split('.').map(Number)
}
