import type { ImportPlan, ImportState } from './import-plan.ts'

/** Imports that are not done; each two files that only their owner can read. */
export interface Imports {
  /** All that are there, the newest first; those that cannot be read were put aside, and are named. */
  list(): Promise<{ imports: KeptImport[]; broken: string[] }>
  /** Begins an import, on disk when this resolves, and claims it. Rejects with `Failed` when it cannot be written. */
  begin(plan: Omit<ImportPlan, 'version' | 'id' | 'created'>): Promise<OpenImport>
  /** Takes an import up. Rejects with `Failed` when another `ipeos` that runs is at it. */
  takeUp(kept: KeptImport): Promise<OpenImport>
}

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
  /** It is done, or nobody wants it any more. */
  remove(): Promise<void>
  /** Leaves it as it is, for another command to take up. */
  release(): Promise<void>
}
