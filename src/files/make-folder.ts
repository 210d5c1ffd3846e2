import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it, where they are not there yet; rejects with the error of the system. Ours because
 * Node's own «recursive» never comes back below /proc, where nothing can be made.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const failed = await make(path, mode)
  if (failed?.code === 'ENOENT' && dirname(path) !== path) {
    await makeFolder(dirname(path), mode)
    const again = await make(path, mode)
    if (again) throw again
  } else if (failed) throw failed
}

/** What the system says; nothing when the folder is there. */
async function make(path: string, mode: number): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(path, { mode })
    return undefined
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST' && (await stat(path)).isDirectory()
    return isThere ? undefined : (error as NodeJS.ErrnoException)
  }
}
