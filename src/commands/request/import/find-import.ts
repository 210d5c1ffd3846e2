import type { Context } from '../../../app/context.ts'
import type { Owner } from '../../../drafts/draft.ts'
import { importName, shortImportId } from '../../../drafts/import/import-folder.ts'
import { countSent, type GivenImport } from '../../../drafts/import/import-plan.ts'
import type { KeptImport } from '../../../drafts/import/imports.ts'
import { belongsTo, isNobodys, isOnlyOwner, ownersHere } from '../../../drafts/own-drafts.ts'
import { NotFound, WrongUsage } from '../../../errors/error.ts'
import type { Message } from '../../../i18n/translate.ts'

/** An import that is not done, or a file that became none yet. */
export type Unfinished = { kept: KeptImport } | { given: GivenImport }

/** Its number, and what it is called after. */
export function headOf(one: Unfinished): KeptImport['plan'] | GivenImport {
  return 'kept' in one ? one.kept.plan : one.given
}

/** Those of this account, the newest first; what could not be read is named. */
export async function ownUnfinished(owner: Owner, { imports, terminal, account }: Context): Promise<Unfinished[]> {
  const { imports: all, given, broken } = await (await imports()).list()
  for (const path of broken) terminal.warn('import.broken', { path })
  const owners = await ownersHere(owner, account)
  const own: Unfinished[] = [
    ...all.filter(({ plan }) => belongsTo(plan, owner)).map((kept) => ({ kept })),
    ...given.filter((one) => owners.some((other) => belongsTo(one, other))).map((one) => ({ given: one })),
  ]
  return own.sort((one, other) => Date.parse(headOf(other).created) - Date.parse(headOf(one).created))
}

export function resumeImportCommand(plan: { id: string }): string {
  return `ipeos ticket import --resume ${shortImportId(plan)}`
}

/** The newest, or the one of this number. Rejects with `NotFound`, naming those that there are. */
export async function findImport(wanted: true | string, owner: Owner, context: Context): Promise<Unfinished> {
  const own = await ownUnfinished(owner, context)
  const isOnly = await isOnlyOwner(owner, context)
  const isMeant = (head: ReturnType<typeof headOf>): boolean =>
    wanted === true ? isOnly || !isNobodys(head) : head.id.startsWith(wanted.toLowerCase())
  const found = own.filter((one) => isMeant(headOf(one)))
  const [first] = found
  const names = own.map((one) => importName(headOf(one), context.t)).join(', ')
  const hint: Message = names ? { key: 'import.unfinished', parameters: { names } } : { key: 'import.none-unfinished' }
  if (!first && wanted === true) throw new NotFound('no-import-left', undefined, { hint })
  if (!first) throw new NotFound('import-not-found', { id: String(wanted) }, { hint })
  if (wanted !== true && found.length > 1) throw new WrongUsage('import-ambiguous', { id: wanted }, { hint })
  return first
}

/** Forgets an import; the tickets that are there stay. */
export async function discardImport(wanted: true | string, owner: Owner, context: Context): Promise<void> {
  const found = await findImport(wanted, owner, context)
  const imports = await context.imports()
  let there = 0
  if ('kept' in found) {
    const open = await imports.takeUp(found.kept)
    there = countSent(open)
    await open.remove()
  } else {
    const open = await imports.takeUpGiven(found.given)
    await open.remove()
    await open.release()
  }
  context.terminal.note('import.discarded', { id: shortImportId(headOf(found)), there })
}
