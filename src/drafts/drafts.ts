import type { Draft, TicketDraft } from './draft.ts'

/** What people typed and the platform does not have yet; one file each, that only their owner can read. */
export interface Drafts {
  /** All that are there, the last changed first; those that cannot be read were put aside, and are named. */
  list(): Promise<DraftList>
  /**
   * Those of which `where` holds, the last changed first, without what this very command is at. Only these are read, and
   * what was not there at the last look: of a thousand drafts each look costs little more than their names.
   */
  others(where: (known: KnownDraft) => boolean): Promise<Draft[]>
  /** The draft of this number, or of the one that begins so. Rejects with `NotFound`; with `WrongUsage` when several do. */
  find(start: string): Promise<Draft>
  /** Begins a draft, on disk when this resolves, and claims it; where nothing can be kept, that is told, and it is `unkept`. */
  begin<Kind extends Draft>(content: NewDraft<Kind>): Promise<OpenDraft<Kind>>
  /** Takes a draft up. Rejects with `Failed` when another `ipeos` that runs is at it. */
  takeUp<Kind extends Draft>(draft: Kind): Promise<OpenDraft<Kind>>
  /** Forgets a draft. Rejects with `Failed` when another `ipeos` that runs is at it. */
  delete(draft: Draft): Promise<void>
  /**
   * Runs `work` while no other `ipeos` of this computer runs its own of the same name; waits for its turn. Rejects with
   * `Failed` when it never comes; where nothing can be kept there are no turns.
   */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result>
  /** True when another `ipeos` that runs is at it. */
  inUse(draft: Draft): Promise<boolean>
}

/** What is remembered of a draft; another command may have changed it since. */
export type KnownDraft = Pick<Draft, 'owner'> & Pick<TicketDraft, 'keyMark' | 'given'>

export interface DraftList {
  drafts: Draft[]
  /** Paths of files put aside because they could not be understood. */
  broken: string[]
  /** How many are there besides that others may have written. */
  leftAside: number
}

/** What the caller says of a new draft; number, version and dates are given here. */
export type NewDraft<Kind extends Draft> = Omit<Kind, 'id' | 'version' | 'created' | 'changed'>

/** A draft that this process works on. */
export interface OpenDraft<Kind extends Draft = Draft> {
  /** As it was changed last. */
  readonly draft: Kind
  /** False while some of it is not on disk, which had no room for it. */
  readonly isKept: boolean
  /** Changes it; on disk, whole, when this resolves. Rejects with `Failed` when it cannot be written. */
  change(fields: Partial<Kind>): Promise<void>
  /**
   * Makes another draft of it, in its place and with its number: whatever stops that, one of both is on disk. Rejects with
   * `Failed` when it cannot be written; it is then what it was.
   */
  become<Other extends Draft>(content: NewDraft<Other>): Promise<OpenDraft<Other>>
  /** The platform has all of it: it is no longer needed. */
  remove(): Promise<void>
  /** Leaves it as it is, for another command to take up. */
  release(): Promise<void>
}
