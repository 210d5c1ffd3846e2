import { addConfigGet } from './get.ts'
import { addConfigImport } from './import/import.ts'
import { addConfigList } from './list.ts'
import { addConfigPath } from './path.ts'
import { addConfigSet } from './set.ts'
import { addConfigUnset } from './unset.ts'

/** All of `ipeos config`, in the order in which help names them. */
export const configCommands = [
  addConfigList,
  addConfigGet,
  addConfigSet,
  addConfigUnset,
  addConfigPath,
  addConfigImport,
]
