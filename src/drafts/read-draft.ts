import { parseJson } from '../files/parse-json.ts'
import { isNewer, readText, setAside } from '../files/private-file.ts'
import type { Draft } from './draft.ts'
import { newestVersion } from './form/draft-version.ts'

/** A draft; where one that cannot be understood was put; undefined when it is gone, or of a newer ipeos. */
export async function readDraft(path: string): Promise<{ draft: Draft } | { movedTo: string } | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  const value = parseJson(text)
  const { draftSchema } = await import('./draft.ts')
  const read = draftSchema.safeParse(value)
  if (read.success) return { draft: read.data }
  if (isNewer(value, newestVersion)) return undefined
  const movedTo = await setAside(path, text)
  return movedTo === undefined ? readDraft(path) : { movedTo }
}
