import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getuid } from 'node:process'
import { hasCode } from '../../files/has-code.ts'
import { makeFolder } from '../../files/make-folder.ts'

/** What the keychain's package exports. */
export type KeyringLibrary = typeof import('@napi-rs/keyring')

/** Why the part cannot be used, and where it is. */
export class UnusablePart extends Error {
  constructor(
    readonly trouble: 'unpacked' | 'tampered' | 'unloadable',
    readonly path: string,
    cause?: unknown,
  ) {
    super(`${trouble}: ${path}`, { cause })
  }
}

/**
 * The keychain's library: the package beside us or, in the lone executable, the part that it holds, unpacked below
 * `cache`, since the system loads such a thing from a file alone. Rejects with `UnusablePart` where that cannot be.
 */
export async function keyringLibrary(cache: string): Promise<KeyringLibrary> {
  const { getRawAsset, isSea } = await import('node:sea')
  if (!isSea()) return import('@napi-rs/keyring')
  return loadedPart(await unpackedPart(new Uint8Array(getRawAsset('keyring.node') as ArrayBuffer), cache))
}

/** Loads it: a cache on a file system that starts no programs (`noexec`) does not let it. */
export function loadedPart(path: string): KeyringLibrary {
  try {
    return createRequire(path)(path) as KeyringLibrary
  } catch (error) {
    throw new UnusablePart('unloadable', path, error)
  }
}

/**
 * The path of a file below `cache` that holds these bytes, and that nobody but us can have written: in a folder of ours
 * (0700) for each version, named after its hash, whole or not there at all. What is there is read again each time, and
 * refused where it is something else: nobody knows what it would do.
 */
export async function unpackedPart(bytes: Uint8Array, cache: string): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const folder = join(cache, 'native', hash.slice(0, 16))
  const path = join(folder, 'keyring.node')
  try {
    await makeFolder(folder, 0o700)
    for (const one of [cache, dirname(folder), folder]) {
      if (!(await isOurs(one))) throw new UnusablePart('tampered', one)
    }
    const found = await bytesOf(path)
    if (found === undefined) await write(path, bytes)
    else if (Buffer.compare(found, bytes) !== 0) throw new UnusablePart('tampered', path)
    return path
  } catch (error) {
    throw error instanceof UnusablePart ? error : new UnusablePart('unpacked', folder, error)
  }
}

/**
 * Windows has no such modes: there, the person's profile folder is private. A container may run under a number that is
 * nobody's, of whom `userInfo()` knows nothing.
 */
async function isOurs(folder: string): Promise<boolean> {
  const { mode, uid } = await lstat(folder)
  return !getuid || (uid === getuid() && (mode & 0o022) === 0)
}

/** Of a link nothing: where it leads is another's to say. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    return await file.readFile().finally(() => file.close())
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    if (hasCode(error, 'ELOOP')) throw new UnusablePart('tampered', path, error)
    throw error
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${Math.random().toString(36).slice(2)}.tmp`
  try {
    await writeFile(temporary, bytes, { mode: 0o600, flag: 'wx' })
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}
