import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasCode } from './lock.ts'

/**
 * Makes a folder that only its owner can read, and those above it, where they are not there yet. Throws the error of the
 * system. Node's own «recursive» never comes back below /proc, where nothing can be made.
 */
export function makeFolder(path: string): void {
  try {
    make(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || dirname(path) === path) throw error
    makeFolder(dirname(path))
    make(path)
  }
}

function make(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    const isThere = hasCode(error, 'EEXIST') && statSync(path).isDirectory()
    if (!isThere) throw error
  }
}
