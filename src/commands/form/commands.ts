import { addFormList } from './list.ts'
import { addFormShow } from './show.ts'

/** All of `ipeos form`, in the order in which help names them. */
export const formCommands = [addFormList, addFormShow]
