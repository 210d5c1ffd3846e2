import { accessSync, constants, statSync } from 'node:fs'
import { devNull, homedir } from 'node:os'
import { isAbsolute, join, resolve, sep } from 'node:path'
import { hasCode } from './has-code.ts'

/**
 * This person's home folder, or the null device where there is none, as in cron or in a container, or where it is somebody
 * else's, closed to us: nothing can be found or made below it, so that no home comes into being by our doing.
 */
export function homeFolder(ask: () => string = homedir): string {
  try {
    const home = ask()
    return isAbsolute(home) && statSync(home).isDirectory() && !isClosed(home) ? home : devNull
  } catch (error) {
    // Node.js has nothing to say where HOME is not set and the user is in no list of users.
    if ((error as NodeJS.ErrnoException).code) return devNull
    throw error
  }
}

/** Whether a folder is there, and may not be entered: what is in it is not known. */
export function isClosed(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK)
    return false
  } catch (error) {
    return hasCode(error, 'EACCES')
  }
}

/** Whether a thing has no place to be kept in, for want of a home; `/dev/null` given for a folder says the same. */
export function isNowhere(path: string): boolean {
  return path.startsWith(`${devNull}${sep}`)
}

/** From where paths are meant, and what `~` stands for. */
export interface Place {
  folder: string
  home: string
}

/** The absolute path of what a person names. */
export function fromFolder(path: string, { folder, home }: Place): string {
  if (path === '~') return home
  return resolve(folder, path.startsWith('~/') ? join(home, path.slice(2)) : path)
}
