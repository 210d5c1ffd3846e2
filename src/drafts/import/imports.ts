import type { FinishedImports } from './finished-imports.ts'
import type { GivenImport, ImportPlan, ImportState } from './import-plan.ts'
import type { LineMemory } from './line-memory.ts'

/** Imports that are not done, each two files that only their owner can read; and what is remembered of those that are. */
export interface Imports {
  /** What an older ipeos remembered: files. */
  readonly finished: Pick<FinishedImports, 'all'>
  /** What is remembered now: lines. */
  readonly lines: LineMemory
  /**
   * All that are there, the newest first; those that cannot be read were put aside, and are named; those that others may
   * have written are counted.
   */
  list(): Promise<{ imports: KeptImport[]; given: GivenImport[]; broken: string[]; leftAside: number }>
  /**
   * Begins an import, on disk when this resolves, and claims it; of a file that was kept as it was given, in its place.
   * Where nothing can be kept, it rejects with `Failed`; of what is sent `again` that is told, and it lives as long as its
   * command.
   */
  begin(plan: NewPlan, given?: OpenGiven): Promise<OpenImport>
  /** Keeps a file as it was given, and claims it; undefined where nothing can be kept, which `begin` will tell. */
  keepGiven(given: Omit<GivenImport, 'version' | 'id' | 'created'>): Promise<OpenGiven | undefined>
  /** Takes up one that was kept. Rejects as `takeUp`. */
  takeUpGiven(given: GivenImport): Promise<OpenGiven>
  /** Takes an import up. Rejects with `Failed` when another `ipeos` that runs is at it, with `NotFound` once it is done. */
  takeUp(kept: KeptImport): Promise<OpenImport>
  /** True when another `ipeos` that runs is at the one of this number. */
  inUse(id: string): Promise<boolean>
}

/** What the caller says of a new one; number, version and date are given here. */
export type NewPlan = Omit<ImportPlan, 'version' | 'id' | 'created'>

export interface KeptImport {
  plan: ImportPlan
  state: ImportState
}

/** An import that this process works on. */
export interface OpenImport {
  readonly plan: ImportPlan
  /** As it stands on disk now. */
  readonly state: ImportState
  /** True where it could not be kept. */
  readonly unkept: boolean
  /** Changes it; on disk, whole, when this resolves. Rejects with `Failed` when it cannot be written. */
  change(fields: Partial<ImportState>): Promise<void>
  /** All its tickets are there: remembers it, and removes it. Rejects with `Failed`, and it stays, when that cannot be written. */
  finish(): Promise<void>
  /** Nobody wants it any more. */
  remove(): Promise<void>
  /** Leaves it as it is, for another command to take up. */
  release(): Promise<void>
}

/** A file as it was given, that this process works on. */
export interface OpenGiven {
  readonly given: GivenImport
  /** It became an import, or nobody wants it any more; what was claimed stays so until `release`. */
  remove(): Promise<void>
  /** False once it became an import, or nobody wants it any more. */
  isKept(): Promise<boolean>
  release(): Promise<void>
}
