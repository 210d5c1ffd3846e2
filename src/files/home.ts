import { statSync } from 'node:fs'
import { devNull, homedir } from 'node:os'
import { isAbsolute, sep } from 'node:path'

/**
 * This person's home folder, or the null device where there is none, as in cron or in a container: nothing can be found
 * or made below it, so that no home comes into being by our doing.
 */
export function homeFolder(ask: () => string = homedir): string {
  try {
    const home = ask()
    return isAbsolute(home) && statSync(home).isDirectory() ? home : devNull
  } catch (error) {
    // Node.js has nothing to say where HOME is not set and the user is in no list of users.
    if ((error as NodeJS.ErrnoException).code) return devNull
    throw error
  }
}

/** Whether a thing has no place to be kept in, for want of a home; `/dev/null` given for a folder says the same. */
export function isNowhere(path: string): boolean {
  return path.startsWith(`${devNull}${sep}`)
}
