import { addList } from './list.ts'
import { addRecover } from './recover/recover.ts'
import { addRemove } from './remove.ts'
import { addUse } from './use.ts'

/** All of `ipeos account`. */
export const accountCommands = [addList, addUse, addRemove, addRecover]
