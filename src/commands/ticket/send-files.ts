import type { Context } from '../../context.ts'
import { IpeosError, type Message } from '../../errors.ts'
import type { Documents } from '../../glpi/platform.ts'
import type { GivenFile } from './file-option.ts'

export interface Refusal {
  file: GivenFile
  reason: Message
}

/** Sends files one after the other, each with its bar; gives those that did not arrive. */
export async function sendFiles(
  ticketId: number,
  files: GivenFile[],
  documents: Documents,
  { terminal, ifInterrupted }: Context,
): Promise<Refusal[]> {
  const refused: Refusal[] = []
  for (const [index, file] of files.entries()) {
    const command = commandToSendAgain(ticketId, [...refused.map((one) => one.file), ...files.slice(index)])
    ifInterrupted({ key: 'attach.interrupted', parameters: { id: ticketId, command } })
    const bar = terminal.progress(file.name, file.size)
    try {
      await documents.attach(ticketId, file, (bytes) => bar.at(bytes))
      bar.end()
    } catch (error) {
      bar.end(true)
      if (!(error instanceof IpeosError)) throw error
      refused.push({ file, reason: error.text })
    }
  }
  ifInterrupted(undefined)
  return refused
}

/** The one command that sends again what did not arrive, ready to be pasted into a shell. */
export function commandToSendAgain(ticketId: number, files: GivenFile[]): string {
  return ['ipeos ticket attach', ticketId, ...files.map(({ path }) => quoted(path))].join(' ')
}

function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
