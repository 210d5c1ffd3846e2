import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from './make-folder.ts'

/**
 * Replaces a file of a cache by one that only its owner can read, whole or not at all: another `ipeos` may read it, or
 * write its own, at this very moment. Rejects with the error of the system. What must outlive a machine that stops is
 * for `writePrivately`; without node:crypto, which completion need not load: `wx` takes no name that is there.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path), 0o700)
  const temporary = `${path}.${Math.random().toString(36).slice(2)}.tmp`
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: 'wx' })
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}
