import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Change, type Folder, isMissing, type Snapshot, writeAtomically } from './folder.ts'
import { readRegular } from './regular.ts'
import { Table } from './table.ts'
import { TABLE_NAMES, type TableName, type Tables } from './tables.ts'

interface Undo {
  name: TableName
  id: number
  before: Tables[TableName] | undefined
}

/** Past this size in bytes, the journal is folded into a new snapshot when the store is opened. */
const COMPACT_FROM = 4 * 1024 * 1024

/**
 * All that the platform knows: tables in memory, and a folder under them unless it is for memory only. Everything is
 * changed inside a transaction, which is kept as a whole or leaves no trace.
 */
export class Store {
  /** Goes up at each change of anything but sessions: what was computed before is then out of date. */
  version = 0
  /** How many transactions of this process changed something else than sessions. */
  commits = 0
  readonly #folder: Folder | undefined
  #tables = emptyTables()
  readonly #documents = new Map<string, Uint8Array>()
  #undo: Undo[] | undefined
  #isFilling = false

  constructor(folder: Folder | undefined) {
    this.#folder = folder
  }

  /** Reads what there is, or lets `fill` make the first content. Throws SandboxStoreError when what there is cannot be read. */
  open(fill: () => void): void {
    const folder = this.#folder
    if (!folder) this.#fillMemory(fill)
    else if (this.#load(folder)) this.#compactIfLong(folder)
    else folder.locked(() => this.#start(folder, fill))
  }

  /** Adds much at once: written as a new snapshot, where a transaction would be one endless line. */
  fill(work: () => void): void {
    const folder = this.#folder
    if (!folder) this.#fillMemory(work)
    else
      folder.locked(() => {
        this.refresh()
        this.#fillMemory(work)
        folder.replace(this.#content())
      })
  }

  table<K extends TableName>(name: K): Table<Tables[K]> {
    return this.#tables[name]
  }

  get<K extends TableName>(name: K, id: number): Tables[K] | undefined {
    return this.#tables[name].get(id)
  }

  /** Adds a row and gives it with its new id; inside a transaction. */
  add<K extends TableName>(name: K, row: Omit<Tables[K], 'id'>): Tables[K] {
    const added = { id: this.#tables[name].next, ...row } as Tables[K]
    this.put(name, added)
    return added
  }

  /** Puts a row in the place of the one that has its id; inside a transaction. */
  put<K extends TableName>(name: K, row: Tables[K]): void {
    this.#remember(name, row.id)
    this.#tables[name].put(row)
    if (name !== 'Session') this.version += 1
  }

  remove(name: TableName, id: number): void {
    this.#remember(name, id)
    this.#tables[name].remove(id)
    if (name !== 'Session') this.version += 1
  }

  /** Takes in what other processes committed to the same folder. */
  refresh(): void {
    if (!this.#folder) return
    if (this.#folder.isReplaced()) this.#load(this.#folder)
    else this.#catchUp(this.#folder)
  }

  /**
   * Runs `work` alone on the newest state, and commits what it changed: all of it, or (when `work` or the disk fails)
   * nothing. `isDiskFull` makes the disk fail. Gives what `work` gives.
   */
  transaction<T>(work: () => T, { isDiskFull = false } = {}): T {
    const folder = this.#folder
    if (!folder) return this.#attempt(work, () => refuseIf(isDiskFull))
    return folder.locked(() => {
      this.refresh()
      return this.#attempt(work, (change) => {
        refuseIf(isDiskFull)
        folder.append(change)
      })
    })
  }

  /** A part of a transaction that may fail alone: when `work` throws, what it changed is taken back. */
  part<T>(work: () => T): T {
    const from = this.#undo?.length ?? 0
    try {
      return work()
    } catch (error) {
      this.#takeBack(from)
      throw error
    }
  }

  /** Keeps the bytes of a document, once per content. */
  keepDocument(sha1: string, bytes: Uint8Array): void {
    if (!this.#folder) {
      this.#documents.set(sha1, bytes)
      return
    }
    const file = join(this.#folder.documents, sha1)
    if (!existsSync(file)) writeAtomically(file, bytes)
  }

  /** The bytes of a document; undefined when the file is gone. */
  document(sha1: string): Uint8Array | undefined {
    if (!this.#folder) return this.#documents.get(sha1)
    try {
      return readRegular(join(this.#folder.documents, sha1))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  #attempt<T>(work: () => T, commit: (change: Change) => void): T {
    if (this.#undo) return work()
    this.#undo = []
    try {
      const result = work()
      if (this.#undo.length > 0) commit(this.#change(this.#undo))
      if (this.#undo.some(({ name }) => name !== 'Session')) this.commits += 1
      return result
    } catch (error) {
      this.#takeBack(0)
      throw error
    } finally {
      this.#undo = undefined
    }
  }

  #remember(name: TableName, id: number): void {
    if (this.#isFilling) return
    if (!this.#undo) throw new Error('the store changes inside a transaction only')
    this.#undo.push({ name, id, before: this.#tables[name].get(id) })
  }

  #takeBack(from: number): void {
    for (const { name, id, before } of (this.#undo?.splice(from) ?? []).reverse()) {
      if (before) this.#rows(name).put(before)
      else this.#tables[name].remove(id)
      this.version += 1
    }
  }

  #change(undo: Undo[]): Change {
    const change: Required<Change> = { put: {}, remove: {} }
    const seen = new Set<string>()
    for (const { name, id } of undo) {
      if (seen.has(`${name} ${id}`)) continue
      seen.add(`${name} ${id}`)
      const row = this.#tables[name].get(id)
      if (row) listIn(change.put, name).push(row)
      else listIn(change.remove, name).push(id)
    }
    return change
  }

  /** Makes the first content, unless another process was quicker. */
  #start(folder: Folder, fill: () => void): void {
    if (this.#load(folder)) return
    this.#fillMemory(fill)
    folder.replace(this.#content())
  }

  /** A table whose rows are known by their ids only. */
  #rows(name: TableName): Table<{ id: number }> {
    return this.#tables[name] as unknown as Table<{ id: number }>
  }

  /** Nothing is remembered: a filling that fails leaves no store at all. */
  #fillMemory(fill: () => void): void {
    this.#isFilling = true
    fill()
    this.#isFilling = false
  }

  #load(folder: Folder): boolean {
    const snapshot = folder.load()
    if (!snapshot) return false
    this.#tables = emptyTables()
    this.version += 1
    for (const name of TABLE_NAMES) {
      const content = snapshot.tables[name]
      if (!content) continue
      const table = this.#rows(name)
      for (const row of content.rows) table.put(row)
      table.skipTo(content.next)
    }
    this.#catchUp(folder)
    return folder.isReplaced() ? this.#load(folder) : true
  }

  #catchUp(folder: Folder): void {
    for (const change of folder.newChanges()) this.#apply(change)
  }

  #apply({ put = {}, remove = {} }: Change): void {
    for (const name of TABLE_NAMES) {
      const table = this.#rows(name)
      for (const row of put[name] ?? []) table.put(row)
      for (const id of remove[name] ?? []) table.remove(id)
      if (name !== 'Session' && (put[name] || remove[name])) this.version += 1
    }
  }

  #compactIfLong(folder: Folder): void {
    if (folder.journalSize < COMPACT_FROM) return
    folder.locked(() => {
      this.refresh()
      if (folder.journalSize >= COMPACT_FROM) folder.replace(this.#content())
    })
  }

  #content(): Snapshot['tables'] {
    return Object.fromEntries(
      TABLE_NAMES.map((name) => [name, { next: this.#tables[name].next, rows: [...this.#tables[name].all()] }]),
    )
  }
}

function refuseIf(isDiskFull: boolean): void {
  if (isDiskFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

function listIn<T>(lists: Partial<Record<TableName, T[]>>, name: TableName): T[] {
  const list = lists[name] ?? []
  lists[name] = list
  return list
}

function emptyTables(): { [K in TableName]: Table<Tables[K]> } {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, new Table()])) as never
}
