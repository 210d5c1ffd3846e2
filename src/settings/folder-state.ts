import type { Stats } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hasCode } from '../files/has-code.ts'

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
  const found = await statOf(path)
  if (!found) return (await canBeMade(path)) ? 'absent' : 'unwritable'
  if (!(await isWritable(path))) return 'unwritable'
  return platform !== 'win32' && (found.mode & 0o077) !== 0 ? 'open' : 'private'
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return undefined
    throw error
  }
}

/** Whether the nearest thing above that is there is a folder in which something can be made. */
async function canBeMade(path: string): Promise<boolean> {
  const above = dirname(path)
  const found = await statOf(above)
  if (found) return found.isDirectory() && isWritable(above)
  return above !== path && canBeMade(above)
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
