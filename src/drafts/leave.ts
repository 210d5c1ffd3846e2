import { resumeCommand } from './describe.ts'
import type { Draft } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import type { Missing } from './send-files.ts'

/**
 * After the sending: the draft goes when nothing is left that the platform may still take; files that it refused are
 * taken off it. Gives the command that sends the rest, while there is one.
 */
export async function leave<Kind extends Draft>(
  open: OpenDraft<Kind>,
  missing: Missing[],
): Promise<string | undefined> {
  const later = missing.filter(({ refused }) => !refused)
  if (later.length === 0) {
    await open.remove()
    return undefined
  }
  const refused = new Set(missing.filter((one) => one.refused).map(({ file }) => file.path))
  const files = open.draft.files.filter(({ path }) => !refused.has(path))
  await open.change({ files } as Partial<Kind>)
  return resumeCommand(open.draft)
}
