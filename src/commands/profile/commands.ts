import { addList } from './list.ts'
import { addUse } from './use.ts'

/** All of `ipeos profile`. */
export const profileCommands = [addList, addUse]
