import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addContractList } from './list.ts'
import { addContractShow } from './show.ts'

/** All of `ipeos contract`, in the order in which help names them. */
export function addContractCommands(contract: Command, context: Context): void {
  addContractList(contract, context)
  addContractShow(contract, context)
}
