import { parseJson } from '../files/parse-json.ts'
import { readRegularNow } from '../files/regular-file.ts'
import { accountFile } from './account/account-file.ts'

/** What lists show, and one names on a command line. */
export type SeenKind =
  | 'ticket'
  | 'document'
  | 'entity'
  | 'profile'
  | 'article'
  | 'announcement'
  | 'form'
  /** A form that a request went by, rather than one that was listed. */
  | 'used-form'
  /** What `--answer` says to one: `4/Problème=`, `4/Problème=Autre`. */
  | 'question'
  | 'reservation-item'
  | 'reservation'
  | 'contract'

/** Something that a list showed: what one types to name it, and what it is. */
export interface SeenValue {
  value: string
  about: string
}

/** What was seen by an account, kind by kind; nothing where the file is absent or broken. */
export function readSeen(folder: string, account: string): Record<string, SeenValue[]> {
  const kept = parseJson(textOf(accountFile(folder, 'seen', account)) ?? '') as
    | { account?: unknown; kinds?: unknown }
    | undefined
  // Two names may begin alike for longer than a file name can be.
  if (kept?.account !== account || typeof kept.kinds !== 'object' || kept.kinds === null) return {}
  const kinds = Object.entries(kept.kinds).map(([kind, values]) => [
    kind,
    Array.isArray(values) ? values.filter(isSeenValue) : [],
  ])
  return Object.fromEntries(kinds)
}

function textOf(path: string): string | undefined {
  try {
    return readRegularNow(path)
  } catch (error) {
    mayFail(error)
    return undefined
  }
}

function isSeenValue(value: unknown): value is SeenValue {
  const given = value as Partial<SeenValue> | null
  return typeof given?.value === 'string' && typeof given.about === 'string'
}

/** No place for it, no right to it: it is not kept, and nobody needs to know. */
export function mayFail(error: unknown): void {
  if (!(error as NodeJS.ErrnoException).code) throw error
}
