import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addList } from './list.ts'
import { addUse } from './use.ts'

/** All of `ipeos entity`. */
export function addEntityCommands(entity: Command, context: Context): void {
  addList(entity, context)
  addUse(entity, context)
}
