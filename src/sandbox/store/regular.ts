import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { SandboxStoreError } from './store-error.ts'

/** A pipe with nobody at its other end would hold whoever opens it for ever; Windows has none of that kind. */
const AT_ONCE = constants.O_NONBLOCK ?? 0

export const READING = constants.O_RDONLY | AT_ONCE
export const ADDING = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | AT_ONCE

/** Opens a file of the store. Throws the error of the system, and SandboxStoreError for what is no file. */
export function openRegular(file: string, flags: number): number {
  let descriptor: number
  try {
    descriptor = openSync(file, flags, 0o600)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    // A pipe that nobody reads, a folder.
    if (code === 'ENXIO' || code === 'EISDIR') throw noFile(file, { cause })
    throw cause
  }
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw noFile(file)
}

/** The bytes of a file of the store, all of them or some; throws as `openRegular`. */
export function readRegular(file: string, position = 0, length?: number): Buffer {
  const descriptor = openRegular(file, READING)
  try {
    const bytes = Buffer.alloc(length ?? fstatSync(descriptor).size - position)
    let read = 0
    while (read < bytes.length) {
      const count = readSync(descriptor, bytes, read, bytes.length - read, position + read)
      if (count === 0) break
      read += count
    }
    return bytes.subarray(0, read)
  } finally {
    closeSync(descriptor)
  }
}

function noFile(file: string, options?: ErrorOptions): SandboxStoreError {
  return new SandboxStoreError(file, 'it is not a file', options)
}
