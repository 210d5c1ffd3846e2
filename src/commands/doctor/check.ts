import { type ErrorCode, type ExitCode, IpeosError } from '../../errors/error.ts'
import type { Message, MessageKey } from '../../i18n/translate.ts'
import type { Checked, CheckId, CheckStatus } from '../../records/check.ts'

/** What came of looking at one thing. */
export interface Finding {
  status: CheckStatus
  seen?: Message
  repair?: Message
  exitCode?: ExitCode
}

/** One thing to look at. */
export interface Check {
  id: CheckId
  /** Without these, there is nothing to be seen. */
  needs?: readonly CheckId[]
  /** An `IpeosError` is what is wrong, with its repair. */
  look(): Promise<Finding>
}

export function fine(key: MessageKey, parameters?: Message['parameters']): Finding {
  return { status: 'ok', seen: parameters ? { key, parameters } : { key } }
}

/** There is no such thing to be looked at here. */
export function skipped(key: MessageKey): Finding {
  return { status: 'skipped', seen: { key } }
}

export function warned(seen: Message, repair: Message): Finding {
  return { status: 'warning', seen, repair }
}

/** What is wrong, as an error tells it. */
export function failed(error: IpeosError): Finding {
  const repair = repairOf(error)
  return { status: 'failed', seen: error.text, exitCode: error.exitCode, ...(repair && { repair }) }
}

/** Looks at one thing after the other; what needs one that failed is not tried. `timeout` for each, in milliseconds. */
export function examiner(timeout: number): (check: Check) => Promise<Checked> {
  const blocked = new Set<CheckId>()
  return async (check) => {
    const start = performance.now()
    const isBlocked = check.needs?.some((id) => blocked.has(id)) ?? false
    const finding = isBlocked ? skipped('doctor.seen.not-tried') : await lookIn(check, timeout)
    if (isBlocked || finding.status === 'failed') blocked.add(check.id)
    return { id: check.id, ...finding, milliseconds: Math.round(performance.now() - start) }
  }
}

async function lookIn(check: Check, timeout: number): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<Finding>((resolve) => {
    // Whatever waits by itself for as long says better what it waited for.
    timer = setTimeout(() => resolve(tookTooLong(timeout)), timeout + 200)
  })
  try {
    return await Promise.race([lookAt(check), tooLong])
  } finally {
    clearTimeout(timer)
  }
}

async function lookAt(check: Check): Promise<Finding> {
  try {
    return await check.look()
  } catch (error) {
    if (error instanceof IpeosError) return failed(error)
    throw error
  }
}

function tookTooLong(timeout: number): Finding {
  const seconds = Math.max(0.1, Math.round(timeout / 100) / 10)
  const seen = { key: 'doctor.seen.too-long', parameters: { seconds } } as const
  return { status: 'failed', seen, repair: { key: 'doctor.repair.time-out' }, exitCode: 6 }
}

/** Elsewhere these errors send people here. */
const repairs: Partial<Record<ErrorCode, MessageKey>> = {
  'not-api': 'doctor.repair.not-api',
  'not-api-titled': 'doctor.repair.not-api',
  'connection-refused': 'doctor.repair.connection-refused',
  'no-route': 'doctor.repair.no-route',
  'connection-cut': 'doctor.repair.connection-cut',
  'time-out': 'doctor.repair.time-out',
  'not-http': 'doctor.repair.wrong-port',
  'network-failed': 'doctor.repair.no-route',
  'tls-failed': 'doctor.repair.wrong-port',
  'certificate-expired': 'doctor.repair.certificate-expired',
  'certificate-early': 'doctor.repair.certificate-expired',
  'broken-answer': 'doctor.repair.broken-answer',
  'session-refused': 'doctor.repair.session-refused',
}

function repairOf(error: IpeosError): Message | undefined {
  const key = repairs[error.code]
  return key ? { key } : error.hint
}
