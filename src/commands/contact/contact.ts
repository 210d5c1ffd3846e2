import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
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
  const { noContract, readInformationSheet, sheetAtHand, tellSource } = await import('../information-sheet.ts')
  const sheet = sheetAtHand(context) ?? (await readInformationSheet(context))
  if (sheet.contracts.length === 0 && !sheet.organisation?.contact) throw noContract()
  const { viewContact } = await import('../../views/contract.ts')
  const platform = sheet.organisation?.url ?? account.url
  if (output.as === 'table') await terminal.page(viewContact(sheet, platform, lookOf(context)))
  else await printOne(contactRecord(sheet, platform), output, context)
  tellSource(sheet, context)
}
