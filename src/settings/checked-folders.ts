import { posix, win32 } from 'node:path'
import { WrongUsage } from '../errors/error.ts'
import { type FolderOrigin, folderNames, foldersOf, folderVariables } from './folders.ts'
import type { Folders } from './settings.ts'

/** The folders of a call that writes there. Throws `WrongUsage` when the environment names one by a relative path. */
export function checkedFolders(origin: FolderOrigin): Folders {
  for (const error of Object.values(wrongFolders(origin))) throw error
  return foldersOf(origin)
}

/** What is wrong with those that the environment names; the usual ones stand in for them. */
export function wrongFolders({ env, platform }: FolderOrigin): Partial<Record<keyof Folders, WrongUsage>> {
  const { isAbsolute } = platform === 'win32' ? win32 : posix
  const wrong: Partial<Record<keyof Folders, WrongUsage>> = {}
  for (const name of folderNames) {
    const origin = folderVariables[name]
    const value = env[origin]
    if (value && !isAbsolute(value)) wrong[name] = new WrongUsage('folder-relative', { origin, value })
  }
  return wrong
}
