import { addDraftDelete } from './delete.ts'
import { addDraftList } from './list.ts'
import { addDraftSend } from './send/send.ts'
import { addDraftShow } from './show.ts'

/** All of `ipeos draft`. */
export const draftCommands = [addDraftList, addDraftShow, addDraftSend, addDraftDelete]
