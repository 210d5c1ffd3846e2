import type { Platform } from '../../glpi/platform.ts'
import type { Message } from '../../i18n/translate.ts'
import type { DraftFile } from '../draft.ts'
import { type Delivery, type FilesHolder, type Missing, sendFiles } from '../send-files.ts'
import type { KeptImport, OpenImport } from './imports.ts'

/** The files of a row that are not on its ticket yet, and may still get there. */
export function filesToSend({ plan, state }: KeptImport, place: number): DraftFile[] {
  const files = state.files?.[place] ?? plan.rows[place]?.files ?? []
  return files.filter(({ document, submitted }) => document === undefined && !submitted)
}

/**
 * Sends the files of those rows whose tickets are there, each exactly once, and says of each row that they are. What the
 * platform refuses for good is noted; a file that cannot be read here waits. Rejects with what stopped all the others.
 */
export async function sendImportFiles(
  open: OpenImport,
  platform: Platform,
  context: Delivery['context'] & { t(message: Message): string },
  onRow: (place: number) => void,
): Promise<void> {
  for (const place of open.plan.rows.keys()) {
    const ticketId = open.state.tickets[place]
    if (ticketId === undefined || filesToSend(open, place).length === 0) continue
    const missing = await sendFiles({ open: holderOf(open, place), ticketId, before: [], platform, context })
    await note(missing, place, open, context)
    onRow(place)
    const stopped = missing.find(({ refused, error }) => !refused && error.exitCode !== 2)
    if (stopped) throw stopped.error
  }
}

function holderOf(open: OpenImport, place: number): FilesHolder {
  const files = (): DraftFile[] => open.state.files?.[place] ?? open.plan.rows[place]?.files ?? []
  return {
    get draft() {
      return { files: files() }
    },
    change: ({ files }) => open.change({ files: { ...open.state.files, [place]: files } }),
  }
}

async function note(
  missing: Missing[],
  place: number,
  open: OpenImport,
  { t }: { t(message: Message): string },
): Promise<void> {
  const refused = new Set(missing.filter((one) => one.refused).map(({ file }) => file.path))
  const { draft } = holderOf(open, place)
  const { [place]: _former, ...others } = open.state.unattached ?? {}
  const reasons = missing.map(({ file, error }) => `${file.name}: ${t(error.text)}`).join(' ')
  await open.change({
    files: { ...open.state.files, [place]: draft.files.filter(({ path }) => !refused.has(path)) },
    unattached: reasons === '' ? others : { ...others, [place]: reasons },
  })
}
