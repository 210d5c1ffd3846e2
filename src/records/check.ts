import type { ExitCode } from '../errors/error.ts'
import type { Message, Translate } from '../i18n/translate.ts'
import { plain } from '../terminal/sanitize.ts'
import { integer, maybe, oneOf, type RecordOf, shape, text } from './shape.ts'

/** What `doctor` looks at, in this order: from the name of the platform to a ticket, then this computer. */
export const checkGroups = {
  network: ['url', 'proxy', 'dns', 'tcp', 'tls'],
  platform: ['api', 'api-enabled', 'ip-filter', 'app-token'],
  account: ['keychain', 'credential', 'authorization', 'password-login', 'session', 'sign-in', 'profile', 'rights'],
  use: ['tickets', 'form', 'upload', 'clock'],
  computer: ['node', 'settings', 'folders', 'drafts', 'terminal'],
} as const

export type CheckGroup = keyof typeof checkGroups
export type CheckId = (typeof checkGroups)[CheckGroup][number]

export const checkStatuses = ['ok', 'warning', 'failed', 'skipped'] as const
export type CheckStatus = (typeof checkStatuses)[number]

/** One thing that was looked at. */
export const checkShape = shape({
  name: 'check',
  fields: {
    id: oneOf(Object.values(checkGroups).flat()),
    status: oneOf(checkStatuses),
    /** In the person's language. */
    seen: maybe(text),
    repair: maybe(text),
    /** That of a command which fails of it. */
    exitCode: maybe(integer),
    milliseconds: integer,
  },
  columns: ['status', 'id', 'seen', 'repair'],
  list: true,
})

/** What was looked at, and what came of it. */
export interface Checked {
  id: CheckId
  status: CheckStatus
  /** What was found there. */
  seen?: Message
  /** The one thing that puts it right; of several, each has a line. */
  repair?: Message
  exitCode?: ExitCode
  milliseconds: number
}

export function checkRecord(checked: Checked, t: Translate): RecordOf<typeof checkShape> {
  const { id, status, seen, repair, exitCode, milliseconds } = checked
  return {
    ...{ id, status, milliseconds, exitCode: exitCode ?? null },
    seen: seen ? plain(t(seen)) : null,
    repair: repair ? plain(t(repair), { multiline: true }) : null,
  }
}
