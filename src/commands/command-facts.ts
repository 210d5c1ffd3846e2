import type { RecordShape } from '../records/shape.ts'
import type { SeenKind } from '../settings/seen.ts'

/** What a word of the command line stands for, when what it can be is known only on the platform or on this disk. */
export type LiveValue =
  | SeenKind
  | 'category'
  | 'equipment'
  | 'account'
  | 'draft'
  | 'setting'
  | 'setting-value'
  | 'column'
  | 'field'
  | 'file'
  | 'folder'

// What a command tells of itself beside its options: help, man pages and completion read it from the tree.
declare module 'commander' {
  interface Command {
    /** Command lines that run as they stand: `ipeos ticket list --status solved`. */
    examples?: readonly string[]
    /** What `--json` gives. */
    shape?: RecordShape
    /** Runs without settings, account and platform: also when they are broken. */
    bare?: true
  }
  interface Option {
    live?: LiveValue
  }
  interface Argument {
    live?: LiveValue
  }
}
