import { addList } from './list.ts'
import { addUse } from './use.ts'

/** All of `ipeos entity`. */
export const entityCommands = [addList, addUse]
