import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How a folder of ours, or a file in it, is found. */
export type FolderState =
  | 'private'
  /** Others than its owner can read it. */
  | 'open'
  /** Not there yet; it can be made. */
  | 'absent'
  /** There, or above where it would be, and nothing can be written. */
  | 'unwritable'

/** Looks at a path, and changes nothing. Windows has no such modes: there, the person's profile folder is private. */
export async function folderState(path: string, platform: NodeJS.Platform): Promise<FolderState> {
  const mode = await modeOf(path)
  if (mode === undefined) return (await isWritable(await nearest(path))) ? 'absent' : 'unwritable'
  if (!(await isWritable(path))) return 'unwritable'
  return platform !== 'win32' && (mode & 0o077) !== 0 ? 'open' : 'private'
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') || isCode(error, 'EACCES')) return undefined
    throw error
  }
}

/** The folder in which the first missing one of a path would be made. */
async function nearest(path: string): Promise<string> {
  const above = dirname(path)
  return above === path || (await modeOf(above)) !== undefined ? above : nearest(above)
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
