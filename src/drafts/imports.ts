import type { FinishedImports } from './finished-imports.ts'
import type { ImportPlan, ImportState } from './import-plan.ts'

/** Imports that are not done, each two files that only their owner can read; and what is remembered of those that are. */
export interface Imports {
  readonly finished: Pick<FinishedImports, 'find'>
  /** All that are there, the newest first; those that cannot be read were put aside, and are named. */
  list(): Promise<{ imports: KeptImport[]; broken: string[] }>
  /** Begins an import, on disk when this resolves, and claims it. Rejects with `Failed` when it cannot be written. */
  begin(plan: NewPlan): Promise<OpenImport>
  /** Takes an import up. Rejects with `Failed` when another `ipeos` that runs is at it. */
  takeUp(kept: KeptImport): Promise<OpenImport>
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
  /** Changes it; on disk, whole, when this resolves. Rejects with `Failed` when it cannot be written. */
  change(fields: Partial<ImportState>): Promise<void>
  /** All its tickets are there: remembers it, and removes it. Rejects with `Failed`, and it stays, when that cannot be written. */
  finish(): Promise<void>
  /** Nobody wants it any more. */
  remove(): Promise<void>
  /** Leaves it as it is, for another command to take up. */
  release(): Promise<void>
}
