import type { Context } from '../../app/context.ts'
import { foldedPath } from '../../i18n/folded.ts'
import { keptOrganisation } from '../../settings/organisation.ts'
import { plain } from '../../terminal/sanitize.ts'
import type { Request } from './request.ts'

/**
 * Only the categories of one's contracts are taken in charge (manual, 2.3.3): says so of another one, where the
 * organisation's file lists them. It stays a warning, for a technician may change the category.
 */
export function warnOutsideContract({ category }: Pick<Request, 'category'>, context: Context): void {
  const { settings, terminal } = context
  const { iso, now } = context.dates()
  const today = iso(now).slice(0, 10)
  const contracts = (keptOrganisation(settings.organisation)?.contracts ?? []).filter(
    ({ ends }) => ends === undefined || ends >= today,
  )
  // A contract that lists none takes all of them.
  const included = contracts.flatMap(({ categories }) => categories ?? [''])
  if (!category || included.length === 0 || included.some((one) => isWithin(category.fullName, one))) return
  terminal.warn('new.outside-contract', {
    category: plain(category.fullName),
    categories: included.map((one) => plain(one)).join(', '),
  })
}

/** Whether a category is the other one, or below it: «Hébergement > Site web» is within «Hébergement». */
function isWithin(fullName: string, other: string): boolean {
  const [within, around] = [foldedPath(fullName), foldedPath(other)]
  return around === '' || within === around || within.startsWith(`${around} >`)
}
