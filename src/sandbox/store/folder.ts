import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { hasCode, withLock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import { ADDING, openRegular, readRegular } from './regular.ts'
import { SandboxStoreError } from './store-error.ts'
import type { TableName } from './tables.ts'

/** One committed transaction, as a line of the journal. */
export interface Change {
  put?: Partial<Record<TableName, Array<{ id: number }>>>
  remove?: Partial<Record<TableName, number[]>>
}

/** The whole store at one moment. The journal of the same generation holds what came after. */
export interface Snapshot {
  format: 1
  generation: number
  tables: Partial<Record<TableName, { next: number; rows: Array<{ id: number }> }>>
}

const NEWLINE = 0x0a

/**
 * The store's folder: `snapshot.json`, written whole and renamed into place, and `journal-<generation>.ndjson`, to which
 * each transaction adds a line. A last line without its end was torn by a crash: readers ignore it, the next writer cuts it off.
 */
export class Folder {
  readonly path: string
  #generation = 0
  #snapshotMark = ''
  /** How far the journal has been read, in bytes. */
  #read = 0

  constructor(path: string) {
    this.path = path
    makeFolder(path)
    makeFolder(this.documents)
  }

  get documents(): string {
    return join(this.path, 'documents')
  }

  get #snapshotFile(): string {
    return join(this.path, 'snapshot.json')
  }

  get #journalFile(): string {
    return join(this.path, `journal-${this.#generation}.ndjson`)
  }

  locked<T>(work: () => T): T {
    return withLock(join(this.path, 'lock'), work)
  }

  /** The snapshot; undefined in a new folder. Throws SandboxStoreError when there is one that cannot be read. */
  load(): Snapshot | undefined {
    const mark = this.#mark()
    if (mark === '') {
      this.#refuseOrphanJournal()
      return undefined
    }
    const snapshot = parseSnapshot(this.#snapshotFile)
    this.#snapshotMark = mark
    this.#generation = snapshot.generation
    this.#read = 0
    return snapshot
  }

  /** Whether another process has replaced the snapshot since `load`. */
  isReplaced(): boolean {
    return this.#mark() !== this.#snapshotMark
  }

  /** The changes that were committed since the last call, by this process or another. */
  newChanges(): Change[] {
    const file = this.#journalFile
    const found = statSync(file, { throwIfNoEntry: false })
    if (found?.isFile() === false) throw new SandboxStoreError(file, 'it is not a file')
    if (!found || found.size === this.#read) return []
    if (found.size < this.#read) throw new SandboxStoreError(file, 'it is shorter than it was')
    const bytes = readRegular(file, this.#read, found.size - this.#read)
    const end = bytes.lastIndexOf(NEWLINE) + 1
    const lines = end === 0 ? [] : bytes.toString('utf8', 0, end - 1).split('\n')
    const changes = lines.map((line) => parseChange(file, line))
    this.#read += end
    return changes
  }

  /** Adds a transaction, all of it or nothing; only under the lock, once everything before it has been read. */
  append(change: Change): void {
    const line = Buffer.from(`${JSON.stringify(change)}\n`)
    const descriptor = openRegular(this.#journalFile, ADDING)
    try {
      if (fstatSync(descriptor).size > this.#read) ftruncateSync(descriptor, this.#read)
      writeWhole(descriptor, line)
      fdatasyncSync(descriptor)
      this.#read += line.length
    } catch (error) {
      ftruncateSync(descriptor, this.#read)
      throw error
    } finally {
      closeSync(descriptor)
    }
  }

  /** Replaces the snapshot by this one, in a new generation; only under the lock. */
  replace(tables: Snapshot['tables']): void {
    const old = this.#journalFile
    const generation = this.#generation + 1
    const snapshot: Snapshot = { format: 1, generation, tables }
    writeAtomically(this.#snapshotFile, JSON.stringify(snapshot))
    this.#generation = generation
    this.#snapshotMark = this.#mark()
    this.#read = 0
    rmSync(old, { force: true })
  }

  /** The journal's size in bytes, as read so far. */
  get journalSize(): number {
    return this.#read
  }

  #mark(): string {
    const found = statSync(this.#snapshotFile, { throwIfNoEntry: false, bigint: true })
    return found ? `${found.ino}:${found.mtimeNs}:${found.size}` : ''
  }

  #refuseOrphanJournal(): void {
    const journal = readdirSync(this.path).find((name) => /^journal-\d+\.ndjson$/.test(name))
    if (journal) throw new SandboxStoreError(this.#snapshotFile, `it is missing, though ${journal} is there`)
  }
}

/** Writes a file so that a reader sees the old one or the new one, whatever happens. */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${Date.now()}-${Math.floor(Math.random() * 1e9)}.tmp`
  try {
    const descriptor = openSync(temporary, 'wx', 0o600)
    try {
      writeWhole(descriptor, typeof content === 'string' ? Buffer.from(content) : content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
}

function parseSnapshot(file: string): Snapshot {
  const found = parseJson(file, readRegular(file).toString('utf8'))
  const isSound =
    isRecord(found) && found.format === 1 && typeof found.generation === 'number' && isRecord(found.tables)
  if (!isSound) throw new SandboxStoreError(file, 'it is not a snapshot of the sandbox')
  return found as unknown as Snapshot
}

function parseChange(file: string, line: string): Change {
  const found = parseJson(file, line)
  if (!isRecord(found)) throw new SandboxStoreError(file, 'a line of it is not a transaction')
  return found as Change
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SandboxStoreError(file, 'it is not JSON', { cause })
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a file operation failed because there is no such file. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT')
}
