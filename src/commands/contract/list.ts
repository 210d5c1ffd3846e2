import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { contractListShape, contractRecord } from '../../records/contract.ts'
import { described } from '../command-facts.ts'
import { addOutputFlags, type OutputFlags, outputOf, printRecords } from '../output.ts'

export function addContractList(contract: Command, context: Context, run = listContracts): void {
  const { t } = context
  const command = described(contract.command('list'), 'contract.list', t)
    .alias('ls')
    .action((flags: OutputFlags) => run(flags, context))
  addOutputFlags(command, t, contractListShape).examples = [
    'ipeos contract list',
    'ipeos contract list --json number,level,ends',
  ]
}

async function listContracts(flags: OutputFlags, context: Context): Promise<void> {
  const { terminal } = context
  const output = await outputOf(flags, contractListShape, context)
  if (!output) return
  const { readInformationSheet, tellSource } = await import('../information-sheet.ts')
  const { contractTable } = await import('../../views/contract.ts')
  const sheet = await readInformationSheet(context)
  const { contracts } = sheet
  const records = contracts.map((one) => contractRecord(one, sheet))
  await context.seen.remember(
    'contract',
    contracts.map(({ number, name }) => ({ value: number, about: name })),
  )
  await printRecords(records, output, async (look) => contractTable(contracts, look), context)
  if (contracts.length === 0) terminal.note('contract.none')
  tellSource(sheet, context)
}
