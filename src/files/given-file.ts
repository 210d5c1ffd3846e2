import { createReadStream } from 'node:fs'
import { access, constants, lstat, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { IpeosError, WrongUsage } from '../errors/error.ts'
import type { OutgoingFile } from '../glpi/document/documents.ts'
import { type Completion, completePath, namedPaths } from './complete-path.ts'
import { hasCode } from './has-code.ts'
import { fromFolder } from './home.ts'
import { type IncomingContent, inTurn, type Keeping, keepFile, keptAlready } from './incoming-file.ts'
import type { Holder } from './lock.ts'
import type { OnceReadable } from './read-once.ts'

/** Bytes read at a time: sixteen times as many as usual, for each piece costs far more on its way than its bytes. */
const pieceSize = 1024 * 1024

/** A file that the person names, to be sent or read. */
export interface Files {
  /** What is wrong with sending this file, or the file, ready to be sent; `limit` in bytes. */
  check(path: string, limit?: number): Promise<FileCheck>
  /** The paths that a line names, as people type it, paste it or drop files on the terminal. */
  named(line: string): Promise<string[]>
  /** What Tab makes of such a line, of names that are fit to be shown; undefined where none begins so. */
  complete(line: string, isFit: (name: string) => boolean): Completion | undefined
  /** Whether something is there. */
  isThere(path: string): Promise<boolean>
  /** A path as short as it can be said from the person's folder. */
  shown(path: string): string
  /** A whole text file. Rejects with `WrongUsage` when it cannot be read. */
  readText(path: string): Promise<string>
  /** What can be read only once, as `onceReadable` tells it; undefined for any other file. */
  onceReadable(path: string): Promise<OnceReadable | undefined>
  /**
   * The bytes of a file, the same each time where it can be read only once; undefined when there is none. Rejects with
   * `WrongUsage` when it cannot be read.
   */
  read(path: string): Promise<Buffer | undefined>
  /**
   * The full path of a file that is to be written: what a link leads to. Rejects with `WrongUsage` where no file can be, and
   * where it is the file `source` by another name, or a link that somebody else put where all may write; with `Failed`
   * where nothing can be written.
   */
  target(path: string, source?: string): Promise<string>
  /** The names in a folder; none where there is no such folder. */
  names(folder: string): Promise<string[]>
  /** Runs `work` while no other `ipeos` runs its own on the same file, as `inTurn` does. */
  inTurn(path: string, work: () => Promise<void>): Promise<void>
  /** Rejects with `WrongUsage` where a link stands: what is to be a folder of ours would lie elsewhere. */
  refuseLink(path: string): Promise<void>
  /** The path, from where the person is, and the size of a file of these very bytes that is in the folder already. */
  keptAlready(
    folder: string,
    content: Pick<IncomingContent, 'name' | 'sha1'>,
  ): Promise<{ name: string; path: string; size: number } | undefined>
  /** An absolute path of what the person names. */
  fullPath(path: string): string
  /** Keeps a file in a folder, as `keepFile` does; gives its name there, and its path from where the person is. */
  keep(folder: string, content: IncomingContent, keeping: Keeping): Promise<{ name: string; path: string }>
}

export type FileCheck = GoodFile | { problem: WrongUsage }

/** A file that may be sent. */
export interface GoodFile {
  file: OutgoingFile
  /** As the person named it. */
  path: string
  /** Absolute. */
  fullPath: string
  modified: Date
}

/** The person's files, as seen from the folder that they are in; `uid` is theirs, where there are such numbers. */
export function givenFiles(folder: string, home: string, holder?: Holder, uid?: number): Files {
  const full = (path: string) => fromFolder(path, { folder, home })
  const readOnce = new Map<string, Buffer>()
  return {
    check: (path, limit) => check(path === '' ? '' : full(path), path || '""', limit),
    named: (line) => namedPaths(line, { folder, home }),
    complete: (line, isFit) => completePath(line, { folder, home }, isFit),
    isThere: async (path) => (await stat(full(path)).catch(() => undefined)) !== undefined,
    shown: (path) => {
      const near = relative(folder, path)
      return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near
    },
    readText: (path) =>
      readFile(full(path), 'utf8').catch((cause: NodeJS.ErrnoException) => {
        throw problemOf(cause, path)
      }),
    read: async (path) => {
      try {
        const { readAtOnce } = await import('./read-once.ts')
        const once = readOnce.get(full(path)) ?? (await readAtOnce(full(path)))
        if (once) readOnce.set(full(path), once)
        return once ?? (await readFile(full(path)))
      } catch (error) {
        if (error instanceof IpeosError) throw error
        const problem = problemOf(error as NodeJS.ErrnoException, path)
        if (problem.code === 'file-missing') return undefined
        throw problem
      }
    },
    onceReadable: async (path) => (await import('./read-once.ts')).onceReadable(full(path)),
    target: async (path, source) => {
      if (uid !== undefined && (await isPlanted(full(path), uid))) throw new WrongUsage('report-by-link', { path })
      return target(path, source, full)
    },
    names: (shown) =>
      readdir(full(shown)).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT', 'ENOTDIR')) return []
        throw problemOf(error as NodeJS.ErrnoException, shown)
      }),
    inTurn: (shown, work) => inTurn(full(shown), work, holder),
    refuseLink: async (shown) => {
      const found = await lstat(full(shown)).catch(() => undefined)
      if (found?.isSymbolicLink()) throw new WrongUsage('not-a-folder', { path: shown })
    },
    keptAlready: async (shown, content) => {
      const name = await keptAlready(full(shown), content)
      if (name === undefined) return undefined
      return { name, path: join(shown, name), size: (await stat(join(full(shown), name))).size }
    },
    fullPath: full,
    keep: async (shown, content, keeping) => {
      const name = await keepFile(full(shown), content, keeping)
      return { name, path: join(shown, name) }
    },
  }
}

async function check(path: string, shown: string, limit = Number.POSITIVE_INFINITY): Promise<FileCheck> {
  try {
    const { size, modified, ...facts } = await stat(path).then((found) => ({
      size: found.size,
      modified: found.mtime,
      folder: found.isDirectory(),
      plain: found.isFile(),
    }))
    if (facts.folder) return { problem: new WrongUsage('file-is-folder', { path: shown }) }
    if (!facts.plain) return { problem: new WrongUsage('file-special', { path: shown }) }
    if (size === 0) return { problem: new WrongUsage('file-empty', { path: shown }) }
    if (size > limit)
      return {
        problem: new WrongUsage('file-too-big', { path: shown, ...tooBig(size, limit) }),
      }
    await access(path, constants.R_OK)
    const file = { name: basename(path), size, open: () => createReadStream(path, { highWaterMark: pieceSize }) }
    return { path: shown, fullPath: path, modified, file }
  } catch (cause) {
    return { problem: problemOf(cause as NodeJS.ErrnoException, shown) }
  }
}

async function target(shown: string, source: string | undefined, full: (path: string) => string): Promise<string> {
  const path = await realpath(full(shown)).catch(() => full(shown))
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw new WrongUsage('file-is-folder', { path: shown })
  if (found && !found.isFile()) throw new WrongUsage('not-to-write', { path: shown })
  const given = source === undefined || source === shown ? undefined : await stat(full(source)).catch(() => undefined)
  if (found && given && found.ino === given.ino && found.dev === given.dev)
    throw new WrongUsage('report-over-file', { path: shown, source: source ?? '' })
  await access(dirname(path), constants.W_OK).catch((cause: NodeJS.ErrnoException) => {
    throw new WrongUsage('report-unwritable', { path: shown, reason: cause.code ?? cause.message }, { cause })
  })
  return path
}

/** The system follows as many, too. */
const mostLinks = 40

/** Whether a link of somebody else, in a folder where all may write, leads on from there: the system would refuse it. */
async function isPlanted(path: string, uid: number): Promise<boolean> {
  let place = path
  for (let links = 0; links < mostLinks; links++) {
    const found = await lstat(place).catch(() => undefined)
    if (!found?.isSymbolicLink()) return false
    const folder = await realpath(dirname(place))
    const { mode } = await stat(folder)
    if (found.uid !== uid && (mode & stickyForAll) === stickyForAll) return true
    place = resolve(folder, await readlink(place))
  }
  return false
}

const stickyForAll = 0o1002

function problemOf(cause: NodeJS.ErrnoException, path: string): WrongUsage {
  if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return new WrongUsage('file-missing', { path }, { cause })
  if (cause.code === 'EACCES' || cause.code === 'EPERM') return new WrongUsage('file-forbidden', { path }, { cause })
  if (cause.code === 'EISDIR') return new WrongUsage('file-is-folder', { path }, { cause })
  return new WrongUsage('file-unreadable', { path, reason: cause.code ?? cause.message }, { cause })
}

/**
 * Megabytes as GLPI counts its limit (1 MB = 1,048,576 bytes), and as `sizeWord` says them: with one digit. Never rounded
 * down to the limit itself.
 */
function tooBig(bytes: number, limit: number): { size: number; limit: number } {
  const [size, most] = [bytes, limit].map((one) => Math.round((one / 1_048_576) * 10) / 10)
  return { size: Math.max(size ?? 0, (Math.floor((most ?? 0) * 10) + 1) / 10), limit: most ?? 0 }
}
