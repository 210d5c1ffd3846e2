import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'

type AddVerb = (ticket: Command, context: Context) => void

/** All of `ipeos ticket`, in the order in which help names them. */
const verbs: ReadonlyArray<{ name: string; load(): Promise<AddVerb> }> = [
  { name: 'new', load: async () => (await import('./new.ts')).addNew },
  { name: 'list', load: async () => (await import('./list/list.ts')).addList },
  { name: 'show', load: async () => (await import('./show/show.ts')).addShow },
  { name: 'history', load: async () => (await import('./history.ts')).addHistory },
  { name: 'stats', load: async () => (await import('./stats.ts')).addStats },
  { name: 'comment', load: async () => (await import('./comment.ts')).addComment },
  { name: 'attach', load: async () => (await import('./attach.ts')).addAttach },
  { name: 'download', load: async () => (await import('./download/download.ts')).addDownload },
  { name: 'accept', load: async () => (await import('./answer/accept.ts')).addAccept },
  { name: 'refuse', load: async () => (await import('./answer/refuse.ts')).addRefuse },
  { name: 'rate', load: async () => (await import('./rate/rate.ts')).addRate },
  { name: 'edit', load: async () => (await import('./edit/edit.ts')).addEdit },
  { name: 'cancel', load: async () => (await import('./cancel/cancel.ts')).addCancel },
  { name: 'close', load: async () => (await import('./cancel/close.ts')).addClose },
  { name: 'link', load: async () => (await import('./link/link.ts')).addLink },
  { name: 'unlink', load: async () => (await import('./link/unlink.ts')).addUnlink },
  { name: 'observer', load: async () => (await import('./observer/commands.ts')).addObserver },
  { name: 'leave', load: async () => (await import('./observer/leave.ts')).addLeave },
  { name: 'form', load: async () => (await import('./form.ts')).addForm },
  { name: 'watch', load: async () => (await import('./watch/watch.ts')).addWatch },
  { name: 'wait', load: async () => (await import('./watch/wait.ts')).addWait },
  { name: 'export', load: async () => (await import('./export/export.ts')).addExport },
  { name: 'import', load: async () => (await import('./import.ts')).addImport },
]

/** The verb of this name alone, or all of them where none is called so. */
export function ticketCommands(name: string | undefined): Promise<AddVerb[]> {
  const named = verbs.filter((verb) => verb.name === name)
  return Promise.all((named.length > 0 ? named : verbs).map(({ load }) => load()))
}
