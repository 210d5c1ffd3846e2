import { constants, createReadStream, openSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { rawPath } from './raw-name.ts'

/** What can be read once, or under a name of ours only. */
export interface OnceReadable {
  /** Undefined where it has none that says anything, as the descriptor of a pipe. */
  name: string | undefined
  open(): Readable
}

/**
 * A pipe, a file whose size the system does not say (as in /proc), or one whose name is no UTF-8: nothing that could be
 * looked at, and read again later. Undefined for any other file, and for what is not there.
 */
export async function onceReadable(path: string): Promise<OnceReadable | undefined> {
  const raw = await rawPath(path)
  const found = await stat(raw).catch(() => undefined)
  if (!found) return undefined
  const isUnsized = found.isFile() && found.size === 0 && (await hasContent(raw))
  if (!found.isFIFO() && !isUnsized && typeof raw === 'string') return undefined
  const name = typeof raw === 'string' ? basename(path) : basename(raw.toString('latin1'))
  const open = () => (found.isFIFO() ? openPipe(raw) : createReadStream(raw))
  return { name: isDescriptor(path) ? undefined : name, open }
}

/** Waits for whoever writes as for a network: a read that blocks would hold the process back when it is stopped. */
function openPipe(path: string | Buffer): Readable {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return new Socket({ fd, readable: true, writable: false })
}

/** All of such a file; undefined for any other. */
export async function readAtOnce(path: string): Promise<Buffer | undefined> {
  const once = await onceReadable(path)
  return once && buffer(once.open())
}

/** `<(command)` of a shell. */
function isDescriptor(path: string): boolean {
  return /^\/(dev|proc\/(\d+|self))\/fd\/\d+$/.test(path)
}

async function hasContent(path: string | Buffer): Promise<boolean> {
  const file = await open(path).catch(() => undefined)
  try {
    return ((await file?.read(Buffer.alloc(1), 0, 1))?.bytesRead ?? 0) > 0
  } catch {
    return false
  } finally {
    await file?.close()
  }
}
