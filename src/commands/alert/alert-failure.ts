import type { Context } from '../../app/context.ts'
import { Failed, type IpeosError, NotLoggedIn, PartlyDone, Unreachable } from '../../errors/error.ts'
import type { Message } from '../../i18n/translate.ts'
import type { AlertRecord } from '../../records/alert.ts'

/** What became of an alert. */
export interface Outcome {
  record: AlertRecord
  error?: IpeosError
  /** Its words, where they could neither be sent nor kept. */
  lost?: string | undefined
}

/** Whether what stopped one would stop them all. */
export function isForAll(error: IpeosError): boolean {
  return error instanceof Unreachable || error instanceof NotLoggedIn
}

/**
 * The error with which to end; `Failed` (1) where one is gone for good, and only there: whoever gave it must give it again.
 * Where all wait, it is that of the only one, or of all; `PartlyDone` (7) else.
 */
export function failureOf(outcomes: Outcome[], context: Context): IpeosError | undefined {
  const failed = outcomes.filter(({ error }) => error !== undefined)
  const [first] = failed
  if (!first?.error) return undefined
  const lost = failed.filter(({ record }) => record.action === 'failed')
  const kept = failed.filter(({ record }) => record.action === 'kept')
  const only = lost.length === 0 && isOfAll(first.error, failed, outcomes) ? first.error : undefined
  if (!only) for (const outcome of failed) tellStopped(outcome, context)
  const wait: Message = { key: 'alert.wait', parameters: { count: kept.length } }
  if (only) return kept.length > 0 ? only.whereKept(wait) : only
  if (kept.length > 0 && lost.length > 0) context.terminal.remark(wait)
  const parameters = { all: outcomes.length }
  if (lost.length > 0) return new Failed('alert-lost', { ...parameters, count: lost.length })
  return new PartlyDone('alerts-left', { ...parameters, count: failed.length })
}

/** Wrong usage (2) and what failed (1) say that nothing is kept: what waits must not end so. */
function isOfAll(error: IpeosError, failed: Outcome[], all: Outcome[]): boolean {
  if (error.exitCode === 1 || error.exitCode === 2) return false
  return all.length === 1 || (failed.length === all.length && isForAll(error))
}

function tellStopped({ record, lost = '' }: Outcome, { terminal }: Context): void {
  const { title, action, error } = record
  const isLost = action === 'failed'
  terminal.warn(isLost ? 'alert.lost' : 'alert.not-sent', { title, reason: error ?? '' })
  if (isLost) terminal.quote(lost)
}
