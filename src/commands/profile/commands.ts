import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addList } from './list.ts'
import { addUse } from './use.ts'

/** All of `ipeos profile`. */
export function addProfileCommands(profile: Command, context: Context): void {
  addList(profile, context)
  addUse(profile, context)
}
