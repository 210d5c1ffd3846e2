import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addList } from './list.ts'
import { addRecover } from './recover/recover.ts'
import { addRemove } from './remove.ts'
import { addUse } from './use.ts'

/** All of `ipeos account`. */
export function addAccountCommands(account: Command, context: Context): void {
  addList(account, context)
  addUse(account, context)
  addRemove(account, context)
  addRecover(account, context)
}
