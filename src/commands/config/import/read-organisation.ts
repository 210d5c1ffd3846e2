import type { Context } from '../../../app/context.ts'
import { NotFound, Unreachable, WrongUsage } from '../../../errors/error.ts'
import type { Organisation } from '../../../settings/organisation.ts'
import { platformAddress } from '../../../settings/platform-address.ts'
import { readOrganisation } from '../../../settings/read-organisation.ts'

/** Bytes; a sheet with a hundred contracts takes a tenth of it. */
const largest = 1024 * 1024

/** The organisation's file of a path, an address, or standard input (`-`). Rejects with `WrongUsage` for a wrong one. */
export async function readGivenOrganisation(given: string, context: Context): Promise<Organisation> {
  const text = await textOf(given, context)
  const { plain } = await import('../../../terminal/sanitize.ts')
  return readOrganisation(text, plain(given))
}

async function textOf(given: string, context: Context): Promise<string> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(given)) return fetched(given, context)
  const { files, terminal } = context
  if (given === '-') {
    const text = await terminal.readInput()
    if (Buffer.byteLength(text) <= largest) return text
    throw new WrongUsage('organisation-too-big', { origin: given, megabytes: 1 })
  }
  const check = await files.check(given, largest)
  if ('problem' in check) throw check.problem
  return files.readText(given)
}

/** It says which platform gets the password: nobody may have changed it on its way. */
async function fetched(url: string, context: Context): Promise<string> {
  const { terminal, t } = context
  const address = platformAddress(url)
  if (!address || address.exposed) throw new WrongUsage('organisation-address', { url: address ? url : '…' })
  const http = await context.httpFor(url)
  const headers = { Accept: 'application/json', 'User-Agent': 'ipeos' }
  const asked = http({ method: 'GET', url: new URL(url).href, headers, limit: largest })
  const { status, body, headers: answered } = await terminal.during(t('organisation.fetching'), asked.catch(orTheFile))
  if (status === 200) return body.toString('utf8')
  const { host } = new URL(url)
  if (status === 404 || status === 410) throw new NotFound('organisation-not-there', { host })
  const target = [answered.location ?? []].flat()[0]
  if (status >= 300 && status <= 399 && target) throw new Unreachable('organisation-redirected', { host, target })
  throw new Unreachable('organisation-refused', { host, status })
}

/** What helps where the platform cannot be reached is of no use here. */
function orTheFile(error: unknown): never {
  if (!(error instanceof Unreachable)) throw error
  throw error.withHint({ key: 'organisation.unreachable.hint' })
}
