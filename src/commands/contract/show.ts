import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { NotFound, WrongUsage } from '../../errors/error.ts'
import type { SheetContract } from '../../itil/information-sheet.ts'
import { contractRecord, contractShape } from '../../records/contract.ts'
import { described, knowValues } from '../command-facts.ts'
import { addOutputFlags, lookOf, type OutputFlags, outputOf, printOne } from '../output.ts'

export function addContractShow(contract: Command, context: Context, run = showContract): void {
  const { t } = context
  const command = described(contract.command('show'), 'contract.show', t)
    .argument('[contract]', t('contract.argument.contract'))
    .action((named: string | undefined, flags: OutputFlags) => run(named, flags, context))
  knowValues(addOutputFlags(command, t, contractShape), { contract: 'contract' }).examples = [
    'ipeos contract show',
    'ipeos contract show IPEOS-2024-0117 --json',
  ]
}

async function showContract(named: string | undefined, flags: OutputFlags, context: Context): Promise<void> {
  const { terminal } = context
  const output = await outputOf(flags, contractShape, context, 'table')
  if (!output) return
  const { readInformationSheet, tellSource } = await import('../information-sheet.ts')
  const sheet = await readInformationSheet(context)
  const contract = await chosen(named, sheet.contracts, context)
  const { viewContract } = await import('../../views/contract.ts')
  if (output.as === 'table') await terminal.page(viewContract(contract, lookOf(context)))
  else await printOne(contractRecord(contract, sheet), output, context)
  tellSource(sheet, context)
}

/** The contract that is named by its number, its name or a part of it; unnamed, the only one, or one that is chosen. */
async function chosen(named: string | undefined, contracts: SheetContract[], context: Context): Promise<SheetContract> {
  const { terminal, prompts, t } = context
  const { match } = await import('../choice/match.ts')
  const { noContract } = await import('../information-sheet.ts')
  const { plain } = await import('../../terminal/sanitize.ts')
  const [first, ...others] = contracts
  if (!first) throw noContract()
  const label = ({ number, name }: SheetContract) => `${plain(number)} ${plain(name)}`
  if (named === undefined) {
    if (others.length === 0) return first
    if (!terminal.interactive) throw whichOne(contracts.map(label))
    const choices = contracts.map((one) => ({ name: label(one), value: one }))
    return prompts.select({ message: t('contract.question'), choices })
  }
  const found = match(
    named,
    contracts.map((one) => ({
      value: one,
      keys: [one.number, ...(one.id === undefined ? [] : [String(one.id)])],
      names: [label(one), one.name],
    })),
  )
  if ('found' in found) return found.found
  if ('ambiguous' in found) throw whichOne(found.ambiguous)
  const error = new NotFound('unknown-contract', { name: named, names: found.near.join(' · ') })
  throw found.near.length > 0 ? error : error.withHint({ key: 'contract.see-all' })
}

function whichOne(names: string[]): WrongUsage {
  return new WrongUsage('several-contracts', { names: names.join(' · ') })
}
