import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { IpeosError, NotLoggedIn, Unreachable, WrongUsage } from '../../errors/error.ts'
import type { ContactSheet } from '../../itil/information-sheet.ts'
import { contactRecord, contactShape } from '../../records/contract.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'

export function addContact(program: Command, context: Context, run = showContact): void {
  const { t } = context
  const command = described(program.command('contact'), 'contact', t).action((flags: OutputFlags) =>
    run(flags, context),
  )
  addOutputFlags(command, t, contactShape).examples = ['ipeos contact', 'ipeos contact --json contracts']
}

/** The organisation's file first: who lost an account, or cannot reach the platform, looks here. */
async function showContact(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal, account } = context
  const output = await outputOf(flags, contactShape, context, 'table')
  if (!output) return
  const { sheetAtHand, tellSource } = await import('../information-sheet.ts')
  const sheet = sheetAtHand(context) ?? (await sheetOrNone(context))
  const { viewContact } = await import('../../views/contract.ts')
  const platform = sheet.organisation?.url ?? account.url
  if (output.as === 'table') await terminal.page(viewContact(sheet, platform, lookOf(context)))
  else await printOne(contactRecord(sheet, platform), output, context)
  const { source } = sheet
  if (source) tellSource({ ...sheet, source }, context)
}

/** Without a contract that can be read, support is reached all the same: by the platform itself. */
async function sheetOrNone(context: Context): Promise<ContactSheet> {
  const { readInformationSheet } = await import('../information-sheet.ts')
  try {
    const sheet = await readInformationSheet(context)
    return sheet.contracts.length > 0 || sheet.organisation?.contact ? sheet : { ...sheet, source: undefined }
  } catch (error) {
    if (!(error instanceof IpeosError) || error instanceof WrongUsage) throw error
    if (error instanceof Unreachable) context.terminal.remark(error.text)
    return { source: undefined, contracts: [], loggedOut: error instanceof NotLoggedIn }
  }
}
