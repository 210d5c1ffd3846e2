import type { Context } from '../../../app/context.ts'
import { countSent } from '../../../drafts/import/import-plan.ts'
import type { OpenImport } from '../../../drafts/import/imports.ts'
import { sendImport } from '../../../drafts/import/send-import.ts'
import { sendImportByForm } from '../../../drafts/import/send-import-by-form.ts'
import { filesToSend, sendImportFiles } from '../../../drafts/import/send-import-files.ts'
import { Failed, IpeosError, PartlyDone, Unreachable } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { offerToCancel, type Twins, tellTwins } from '../arrival/twins.ts'
import type { PlacedLine } from './begin-import.ts'
import { resumeImportCommand } from './find-import.ts'
import type { ImportReport } from './import-report.ts'

/** Told how far it got. */
export interface Outcome extends Pick<ImportReport, 'known'> {
  /** Tells the rest; gives what could not be written. */
  end(): Promise<Error | undefined>
  /** For a command that is stopped: what is written at once. */
  interrupted(): void
}

/**
 * Sends what is not there yet of each import, one after the other. Whatever stops it, the report says how far it got, and
 * the last line how to go on.
 */
export async function sendImports(
  opens: readonly OpenImport[],
  lines: readonly PlacedLine[],
  report: Outcome,
  platform: Platform,
  context: Context,
  { asks = false }: { asks?: boolean | undefined } = {},
): Promise<void> {
  const { terminal, t, patience, ifInterrupted } = context
  const total = opens.reduce((sum, { plan }) => sum + plan.rows.length, 0)
  const begunBar = () => (total > 0 ? terminal.progress(t('import.progress'), total, 'items') : undefined)
  let bar = begunBar()
  let trouble: unknown
  try {
    for (const open of opens) {
      const parameters = { command: resumeImportCommand(open.plan) }
      ifInterrupted(open.unkept ? undefined : { key: 'draft.kept', parameters }, report.interrupted)
      const onBatch = (places: readonly number[]): void => {
        report.known(
          open,
          places.filter((place) => filesToSend(open, place).length === 0),
        )
        bar?.at(doneOf(opens))
      }
      const onDoubt = (seconds: number): void => terminal.note('draft.doubt', { seconds })
      if (open.plan.byForm === undefined) await sendImport(open, platform, patience, { onBatch, onDoubt })
      else await sendImportByForm(open, platform, context, { onRow: (place) => onBatch([place]), onDoubt })
      if (hasFilesToSend(open)) {
        bar?.end()
        await sendImportFiles(open, platform, context, (place) => report.known(open, [place]))
        bar = begunBar()
        bar?.at(doneOf(opens))
      }
      // Before it is forgotten: a command that was killed has told it, or tells it again.
      tellTwins(twinsOf(open), context)
      // Before the report: a person may leave it open in the pager, and never come back.
      if (isWhole(open)) await open.finish()
    }
    ifInterrupted(undefined)
  } catch (error) {
    trouble = error
  }
  bar?.end(trouble !== undefined)
  try {
    const unwritten = await report.end()
    if (asks) await offerToCancel(opens.flatMap(twinsOf), context)
    try {
      if (opens.length > 0) tellSent(opens, trouble, context)
      tellRest(opens, lines, context)
    } catch (error) {
      if (unwritten instanceof IpeosError) terminal.warn('import.report-unwritten', unwritten.parameters)
      throw error
    }
    if (unwritten) throw unwritten
  } finally {
    ifInterrupted(undefined)
    for (const open of opens) await open.release()
  }
}

function twinsOf({ state }: OpenImport): Twins[] {
  return Object.entries(state.younger ?? {}).map(([place, younger]) => ({ id: state.tickets[place] ?? 0, younger }))
}

function isWhole(open: OpenImport): boolean {
  return countSent(open) === open.plan.rows.length && !hasFilesToSend(open)
}

function hasFilesToSend(open: OpenImport): boolean {
  return open.plan.rows.some((_row, place) => filesToSend(open, place).length > 0)
}

function doneOf(opens: readonly OpenImport[]): number {
  return opens.reduce((sum, open) => sum + countSent(open), 0)
}

/** What came of what this command sent. */
function tellSent(opens: readonly OpenImport[], trouble: unknown, { terminal, settings }: Context): void {
  const left = opens.find((open) => !isWhole(open))
  const count = opens.reduce((sum, { plan }) => sum + plan.rows.length, 0)
  const done = doneOf(opens)
  if (trouble === undefined && !left) {
    terminal.done(settings.sandbox ? 'import.done-rehearsed' : 'import.done', { count })
    const without = opens.reduce((sum, { state }) => sum + Object.keys(state.unattached ?? {}).length, 0)
    if (without > 0) throw new PartlyDone('import-files-missing', { count: without })
    return
  }
  const open = left ?? opens[0]
  const command = open && !open.unkept ? resumeImportCommand(open.plan) : undefined
  if (trouble instanceof Unreachable && command !== undefined)
    throw trouble.withHint({ key: 'draft.kept', parameters: { command } })
  if (trouble !== undefined) {
    if (command !== undefined) terminal.remark('draft.kept', { command })
    throw trouble
  }
  if (done === count) throw new PartlyDone('import-files-waiting', { command: command ?? '' })
  const parameters = { count: count - done, done, command: command ?? '' }
  throw done === 0 ? new Failed('none-imported', { ...parameters, count }) : new PartlyDone('some-imported', parameters)
}

/** What came of the lines that it left alone. */
function tellRest(opens: readonly OpenImport[], lines: readonly PlacedLine[], { terminal }: Context): void {
  const states = lines.flatMap((line) => ('state' in line ? [line.state] : []))
  const count = (is: string): number => states.filter((state) => state.is === is).length
  const there = count('there')
  if (there > 0) terminal.note(there === lines.length ? 'import.all-there' : 'import.there', { count: there })
  const [waiting] = states.flatMap((state) => (state.is === 'waiting' ? [state.kept.plan] : []))
  if (waiting) {
    if (opens.length === 0) throw new Failed('import-in-use', { id: waiting.id.slice(0, 8) })
    throw new PartlyDone('import-lines-elsewhere', { count: count('waiting'), id: waiting.id.slice(0, 8) })
  }
  const changed = count('changed')
  if (changed > 0) throw new PartlyDone('import-lines-changed', { count: changed })
}
