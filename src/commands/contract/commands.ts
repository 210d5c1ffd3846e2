import { addContractList } from './list.ts'
import { addContractShow } from './show.ts'

/** All of `ipeos contract`, in the order in which help names them. */
export const contractCommands = [addContractList, addContractShow]
