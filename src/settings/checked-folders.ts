import { posix, win32 } from 'node:path'
import { WrongUsage } from '../errors/error.ts'
import { type FolderOrigin, foldersOf, folderVariables } from './folders.ts'
import type { Folders } from './settings.ts'

/** The folders of a call that writes there. Throws `WrongUsage` when the environment names one by a relative path. */
export function checkedFolders(origin: FolderOrigin): Folders {
  const { isAbsolute } = origin.platform === 'win32' ? win32 : posix
  for (const name of Object.values(folderVariables)) {
    const value = origin.env[name]
    if (value && !isAbsolute(value)) throw new WrongUsage('folder-relative', { origin: name, value })
  }
  return foldersOf(origin)
}
