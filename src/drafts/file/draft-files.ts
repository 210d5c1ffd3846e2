import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { GoodFile } from '../../files/given-file.ts'
import type { DraftFile } from '../draft.ts'

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

/** The sum of a file whose content is no longer what was given; undefined while it is the same. */
export async function changedSum(
  { path, size, modified, sha1 }: DraftFile,
  now: Pick<GoodFile, 'file' | 'modified'>,
): Promise<string | undefined> {
  if (now.file.size === size && now.modified.toISOString() === modified) return undefined
  const sum = await sha1OfFile(path)
  return sum === sha1 ? undefined : sum
}

/** Bytes read at a time: sixteen times as many as usual, for each piece costs far more than its bytes. */
const pieceSize = 1024 * 1024

/** The SHA-1 of a file's bytes, in hexadecimal, as the platform gives it of its documents. Rejects with the error of the system. */
export async function sha1OfFile(path: string): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(path, { highWaterMark: pieceSize })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
