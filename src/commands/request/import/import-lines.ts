import type { Context } from '../../../app/context.ts'
import { shortImportId } from '../../../drafts/import/import-folder.ts'
import type { KeptImport, OpenGiven } from '../../../drafts/import/imports.ts'
import { belongsTo, currentOwner } from '../../../drafts/own-drafts.ts'
import { Cancelled, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { freshForm } from '../../../itil/ticket-form.ts'
import { beginImport, type Importing, lookAt, type PlacedLine, refuseElsewhere } from './begin-import.ts'
import type { Unfinished } from './find-import.ts'
import type { GivenText } from './given-file.ts'
import { type ImportFile, linesOf, understandFile } from './import-file.ts'
import { printReport } from './import-report.ts'
import { goOnWithGiven } from './kept-given.ts'
import { type LineState, lookAtLines } from './known-lines.ts'
import { recordsOf, reportTo, type Sending, sendAndTell, type Telling } from './tell-lines.ts'

export interface FileOptions {
  /** Also what was imported before. */
  again?: boolean | undefined
  dryRun?: boolean
  yes?: boolean
}

/** Imports the lines of a file that are new; `kept`: the same file, on disk. */
export async function importFile(
  given: GivenText,
  kept: OpenGiven | undefined,
  options: FileOptions,
  telling: Telling,
  context: Context,
): Promise<void> {
  const platform = await context.platform()
  const file = await understandFile(given, await platform.form.read({ newerThan: freshForm }), context)
  const importing = await importingNow(options, platform)
  const states = await lookAt(file, importing, context)
  if (options.dryRun) return tellPlan(file, states, telling, platform, context)
  await confirm(file, states, options, context)
  const { opens, lines: placed } = await beginImport(file, importing, kept, context)
  await sendAndTell({ ...sendingOf(file), opens, placed }, telling, platform, context)
}

async function importingNow({ again }: FileOptions, platform: Platform): Promise<Importing> {
  const { id, name } = (await platform.session()).person.entity
  return { owner: await currentOwner(platform), entity: { id, name }, again }
}

function sendingOf({ form, text, rows }: ImportFile): Omit<Sending, 'opens' | 'placed'> {
  return { form, isMarked: text.startsWith('\ufeff'), lines: rows, tellsAll: true }
}

/** What the same command would do without `--dry-run`. */
async function tellPlan(
  file: ImportFile,
  states: LineState[],
  { output, report }: Telling,
  platform: Platform,
  context: Context,
): Promise<void> {
  const placed = states.map((state): PlacedLine => ({ state }))
  const recordOf = recordsOf({ lines: file.rows, placed }, await platform.tickets.links(), context)
  if (output) await printReport([...placed.keys()].map(recordOf), output, context)
  const unwritten = await reportTo(report, sendingOf(file), recordOf, context).atEnd()
  const count = states.filter(({ is }) => is === 'new' || is === 'waiting').length
  context.terminal.note('import.dry-run', { count, there: states.length - count })
  if (unwritten) throw unwritten
}

/** Nothing leaves before the person said so. */
async function confirm(
  { rows }: ImportFile,
  states: LineState[],
  { yes }: FileOptions,
  { terminal, prompts, t }: Context,
): Promise<void> {
  const toSend = rows.filter((_row, index) => ['new', 'waiting'].includes(states[index]?.is ?? ''))
  if (!terminal.interactive || yes || toSend.length === 0) return
  const isToGo = await prompts.select({
    message: t('import.question', {
      ...{ count: toSend.length, there: rows.length - toSend.length, title: toSend[0]?.request.title ?? '' },
    }),
    choices: [
      { name: t('new.send'), value: true },
      { name: t('new.stop'), value: false },
    ],
    default: true,
  })
  if (!isToGo) throw new Cancelled('ticket-stopped')
}

/**
 * Goes on with an import that is not done, or with a file that waits. Rejects with `WrongUsage` where it is somebody else’s, or
 * was begun in another role; else as `sendImports`.
 */
export function finishImport(one: Unfinished, telling: Telling, context: Context): Promise<void> {
  if ('kept' in one) return goOn(one.kept, telling, context)
  const { again } = one.given
  return goOnWithGiven(one.given, context, (given, kept) =>
    importFile(given, kept, { yes: true, again }, telling, context),
  )
}

async function goOn(kept: KeptImport, telling: Telling, context: Context): Promise<void> {
  const platform = await context.platform()
  const { owner, entity } = await importingNow({}, platform)
  if (!belongsTo(kept.plan, owner))
    throw new WrongUsage('draft-not-yours', { id: shortImportId(kept.plan), ...kept.plan.owner })
  refuseElsewhere(kept, entity)
  const { text, key, rows } = kept.plan
  if (telling.report !== undefined && text === undefined)
    throw new WrongUsage('report-of-old', { id: shortImportId(kept.plan) })
  // What is told without a report is in the plan.
  const whole = telling.report === undefined || text === undefined ? undefined : await linesOf({ text, key }, context)
  const states = whole ? await lookAtLines(whole.lines, owner, context) : []
  const lines = whole?.lines ?? rows.map(({ line, request }) => ({ line, flags: { title: request.title }, given: [] }))
  const open = await (await context.imports()).takeUp(kept)
  const places = new Map(open.plan.rows.map(({ line }, place) => [line, place]))
  const placed = lines.map(({ line }, index): PlacedLine => {
    const place = places.get(line)
    return place === undefined ? { state: states[index] ?? { is: 'new' } } : { open, place }
  })
  const isMarked = text?.startsWith('\ufeff') ?? false
  await sendAndTell(
    { opens: [open], form: whole?.form, isMarked, lines, placed, tellsAll: false },
    telling,
    platform,
    context,
  )
}
