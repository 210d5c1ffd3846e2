import { addAccept } from './answer/accept.ts'
import { addRefuse } from './answer/refuse.ts'
import { addAttach } from './attach.ts'
import { addCancel } from './cancel.ts'
import { addComment } from './comment.ts'
import { addDownload } from './download/download.ts'
import { addEdit } from './edit/edit.ts'
import { addExport } from './export/export.ts'
import { addForm } from './form.ts'
import { addHistory } from './history.ts'
import { addImport } from './import.ts'
import { addList } from './list/list.ts'
import { addNew } from './new.ts'
import { addShow } from './show/show.ts'
import { addStats } from './stats.ts'
import { addWait } from './watch/wait.ts'
import { addWatch } from './watch/watch.ts'

/** All of `ipeos ticket`, in the order in which help names them. */
export const ticketCommands = [
  addNew,
  addList,
  addShow,
  addHistory,
  addStats,
  addComment,
  addAttach,
  addDownload,
  addAccept,
  addRefuse,
  addEdit,
  addCancel,
  addForm,
  addWatch,
  addWait,
  addExport,
  addImport,
]
