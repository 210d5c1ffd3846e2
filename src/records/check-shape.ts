import { integer, maybe, oneOf, shape, text } from './record-shape.ts'

/** What `doctor` looks at, in this order: from the name of the platform to a ticket, then this computer. */
export const checkGroups = {
  network: ['url', 'proxy', 'dns', 'tcp', 'tls'],
  platform: ['api', 'api-enabled', 'ip-filter', 'app-token'],
  account: ['keychain', 'credential', 'authorization', 'password-login', 'session', 'profile', 'rights'],
  use: ['tickets', 'form', 'upload', 'clock'],
  computer: ['node', 'folders', 'terminal'],
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
