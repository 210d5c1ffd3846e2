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
  if (!category || contractCoverage(context)(category.fullName)) return
  context.terminal.warn('new.outside-contract', {
    category: plain(category.fullName),
    categories: includedCategories(context)
      .map((one) => plain(one))
      .join(', '),
  })
}

/** Tells of a category whether one's contracts cover it; where no file of the organisation says which, all are. */
export function contractCoverage(context: Context): (fullName: string) => boolean {
  const included = includedCategories(context)
  return (fullName) => included.length === 0 || included.some((one) => isWithin(fullName, one))
}

/** A contract that lists none takes all of them: its category is the empty one. */
function includedCategories({ settings, dates }: Context): string[] {
  const { iso, now } = dates()
  const today = iso(now).slice(0, 10)
  const contracts = (keptOrganisation(settings.organisation)?.contracts ?? []).filter(
    ({ ends }) => ends === undefined || ends >= today,
  )
  return contracts.flatMap(({ categories }) => categories ?? [''])
}

/** Whether a category is the other one, or below it: «Hébergement > Site web» is within «Hébergement». */
function isWithin(fullName: string, other: string): boolean {
  const [within, around] = [foldedPath(fullName), foldedPath(other)]
  return around === '' || within === around || within.startsWith(`${around} >`)
}
