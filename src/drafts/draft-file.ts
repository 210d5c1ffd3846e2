import type { GoodFile } from '../files/given-file.ts'
import type { DraftFile } from './draft.ts'
import { sha1OfFile } from './file-once.ts'

/** Notes the files that were given, with what tells whether they change or arrive. Rejects when one cannot be read. */
export function asDraftFiles(
  files: Array<Omit<GoodFile, 'file'> & { name: string; size: number }>,
): Promise<DraftFile[]> {
  return Promise.all(
    files.map(async ({ name, size, fullPath, modified }) => ({
      path: fullPath,
      name,
      size,
      modified: modified.toISOString(),
      sha1: await sha1OfFile(fullPath),
    })),
  )
}
