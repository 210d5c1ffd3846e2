import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addConfigGet } from './get.ts'
import { addConfigImport } from './import/import.ts'
import { addConfigList } from './list.ts'
import { addConfigPath } from './path.ts'
import { addConfigSet } from './set.ts'
import { addConfigUnset } from './unset.ts'

/** All of `ipeos config`, in the order in which help names them. */
export function addConfigCommands(config: Command, context: Context): void {
  addConfigList(config, context)
  addConfigGet(config, context)
  addConfigSet(config, context)
  addConfigUnset(config, context)
  addConfigPath(config, context)
  addConfigImport(config, context)
}
