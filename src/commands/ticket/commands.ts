import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addAccept } from './accept.ts'
import { addAttach } from './attach.ts'
import { addCancel } from './cancel.ts'
import { addComment } from './comment.ts'
import { addDownload } from './download/download.ts'
import { addEdit } from './edit/edit.ts'
import { addExport } from './export/export.ts'
import { addForm } from './form.ts'
import { addHistory } from './history.ts'
import { addImport } from './import/import.ts'
import { addList } from './list/list.ts'
import { addNew } from './new/new.ts'
import { addRefuse } from './refuse.ts'
import { addShow } from './show.ts'
import { addStats } from './stats.ts'
import { addWait } from './watch/wait.ts'
import { addWatch } from './watch/watch.ts'

/** All of `ipeos ticket`, in the order in which help names them. */
export function addTicketCommands(ticket: Command, context: Context): void {
  addNew(ticket, context)
  addList(ticket, context)
  addShow(ticket, context)
  addHistory(ticket, context)
  addStats(ticket, context)
  addComment(ticket, context)
  addAttach(ticket, context)
  addDownload(ticket, context)
  addAccept(ticket, context)
  addRefuse(ticket, context)
  addEdit(ticket, context)
  addCancel(ticket, context)
  addForm(ticket, context)
  addWatch(ticket, context)
  addWait(ticket, context)
  addExport(ticket, context)
  addImport(ticket, context)
}
