// `node:fs/promises` takes a millisecond to load: `promises` does so when it is first used.
import { closeSync, constants, fstatSync, openSync, promises, readFileSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'

/** A pipe with nobody at its other end would hold whoever opens it for ever; Windows has none of that kind. */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Opens what may be read from beginning to end: rejects with the error of the system, `EFTYPE` for a pipe or a device. */
export async function openRegular(path: string): Promise<FileHandle> {
  const file = await promises.open(path, atOnce)
  const found = await file.stat()
  if (found.isFile() || found.isDirectory()) return file
  await file.close()
  throw noFile(path)
}

/** The text of a file, whose it is, and its mode; rejects as `openRegular`, and with `EFBIG` for more than `most` bytes. */
export async function readRegular(
  path: string,
  most = Number.POSITIVE_INFINITY,
): Promise<{ text: string; mode: number; uid: number }> {
  const file = await openRegular(path)
  try {
    const found = await file.stat()
    const { size, mode, uid } = found
    // A folder has a size as well: that it is none is told by reading it.
    if (found.isFile() && size > most) throw tooBig(path)
    return { text: await file.readFile('utf8'), mode, uid }
  } finally {
    await file.close()
  }
}

/** The same text at once, for who has no time to wait; throws as `openRegular` rejects. */
export function readRegularNow(path: string): string {
  const file = openSync(path, atOnce)
  try {
    const found = fstatSync(file)
    if (!found.isFile() && !found.isDirectory()) throw noFile(path)
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

function tooBig(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`EFBIG: larger than it may be, '${path}'`), { code: 'EFBIG' })
}

function noFile(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`EFTYPE: neither a file nor a folder, '${path}'`), { code: 'EFTYPE' })
}
