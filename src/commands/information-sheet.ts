import type { Context } from '../app/context.ts'
import { type IpeosError, NotAllowed, NotFound, NotLoggedIn, Unreachable } from '../errors/error.ts'
import type { Contract } from '../itil/contract.ts'
import type { InformationSheet, SheetContract } from '../itil/information-sheet.ts'
import { keptOrganisation, type Organisation, type OrganisationContract } from '../settings/organisation.ts'

/** The sheet, and why the platform did not say it. */
type ReadSheet = InformationSheet & { refusal?: IpeosError }

/**
 * The contracts from the platform where this account may read them, completed by the organisation's file; else from
 * that file alone. Without either, rejects with what to do: `NotAllowed`, `NotLoggedIn`, `Unreachable`.
 */
export async function readInformationSheet(context: Context): Promise<ReadSheet> {
  const { settings, terminal, t } = context
  const organisation = keptOrganisation(settings.organisation)
  const ours = organisation?.contracts ?? []
  try {
    const platform = await context.platform()
    const contracts = await terminal.during(t('contract.loading'), platform.contracts.list())
    // A profile that may read contracts, of an entity that has none: the file may know better.
    if (contracts.length > 0 || ours.length === 0)
      return { source: 'platform', contracts: contracts.map((one) => completed(one, ours)), ...given(organisation) }
    return { source: 'organisation', contracts: ours, ...given(organisation) }
  } catch (error) {
    if (!isSurmountable(error)) throw error
    const refusal = await explained(error, context)
    if (organisation) return { source: 'organisation', contracts: ours, organisation, refusal }
    throw refusal
  }
}

/** What the organisation's file says by itself; undefined when it names neither a contract nor a contact. */
export function sheetAtHand({ settings }: Context): InformationSheet | undefined {
  const organisation = keptOrganisation(settings.organisation)
  if (!organisation?.contact && !organisation?.contracts?.length) return undefined
  return { source: 'organisation', contracts: organisation.contracts ?? [], organisation }
}

/** Says where it comes from, and why not from the platform. */
export function tellSource({ source, organisation, refusal }: ReadSheet, { terminal, account }: Context): void {
  if (refusal) terminal.note(refusal.text)
  if (source === 'platform') terminal.note('contract.from-platform', { platform: account.url })
  else terminal.note('contract.from-organisation', { name: organisation?.name ?? '' })
}

function isSurmountable(error: unknown): error is IpeosError {
  return error instanceof NotAllowed || error instanceof NotLoggedIn || error instanceof Unreachable
}

/** A customer's profile usually may not: who can grant it, and what else helps. */
async function explained(error: IpeosError, context: Context): Promise<IpeosError> {
  if (error instanceof NotLoggedIn) return error.withHint({ key: 'contract.not-logged-in.hint' })
  if (error.code !== 'not-allowed') return error
  const { person } = await (await context.platform()).session()
  return new NotAllowed('contract-not-allowed', { profile: person.profile.name }, { cause: error })
}

/** What GLPI has no place for (telephone, categories, contact) stands in the organisation's file, under the same number. */
function completed(contract: Contract, ours: readonly OrganisationContract[]): SheetContract {
  const { hours, ...said } = contract
  const own = ours.find(({ number }) => number === contract.number)
  return { ...own, ...said, ...(hours.length > 0 ? { hours } : {}) }
}

function given(organisation: Organisation | undefined): Pick<InformationSheet, 'organisation'> {
  return organisation ? { organisation } : {}
}

/** There is no contract to show. */
export function noContract(): NotFound {
  return new NotFound('no-contract')
}
