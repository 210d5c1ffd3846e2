import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addDraftDelete } from './delete.ts'
import { addDraftList } from './list.ts'
import { addDraftSend } from './send/send.ts'
import { addDraftShow } from './show.ts'

/** All of `ipeos draft`. */
export function addDraftCommands(draft: Command, context: Context): void {
  addDraftList(draft, context)
  addDraftShow(draft, context)
  addDraftSend(draft, context)
  addDraftDelete(draft, context)
}
