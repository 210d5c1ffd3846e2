import type { SolutionWord, StatusWord, TaskStateWord } from './ticket-words.ts'

/** A ticket as a test (or the seed) tells it: what is left out is what one would expect. People are given by login. */
export interface SandboxTicket {
  /** A number of its own; by default the next one. */
  id?: number
  title: string
  /** HTML. */
  content?: string
  /** 'alice' by default; null: nobody, as when the API is called without `_users_id_requester`. */
  requester?: string | null
  /** Who wrote it down; the requester by default. */
  writer?: string
  notify?: boolean
  /** Another address than the requester's own. */
  email?: string
  /** 'teo' by default from the status `assigned` on; null: nobody. */
  technician?: string | null
  observers?: string[]
  /** The groups in charge, by name. */
  groups?: string[]
  /** By default the one of which the requester is a customer. */
  entity?: number
  status?: StatusWord | number
  type?: 'incident' | 'request'
  urgency?: number
  category?: number
  /** As 'Computer:3'. */
  equipment?: string[]
  opened?: Date
  timeToResolve?: Date
  isDeleted?: boolean
  followups?: Array<{ by?: string; content: string; private?: boolean; at?: Date }>
  tasks?: SandboxTask[]
  /** By default a waiting one when the status is solved, an accepted one when it is closed. */
  solutions?: Array<{ by?: string; content: string; status?: SolutionWord; at?: Date }>
  documents?: Array<{ name: string; bytes: Uint8Array | string; by?: string }>
  /** They stand where a text says `#NAME#`, and are in no list. */
  images?: Array<{ name: string; bytes: Uint8Array; by?: string }>
}

export interface SandboxTask {
  by?: string
  content: string
  minutes?: number
  state?: TaskStateWord
  private?: boolean
  at?: Date
  /** When it is planned, and by whom it is to be done: a person, a group. */
  begin?: Date
  end?: Date
  technician?: string
  group?: string
}
