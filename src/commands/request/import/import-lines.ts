import type { Context } from '../../../app/context.ts'
import { shortImportId } from '../../../drafts/import/import-folder.ts'
import type { KeptImport, OpenGiven } from '../../../drafts/import/imports.ts'
import { belongsTo, currentOwner, notYours } from '../../../drafts/own-drafts.ts'
import { Cancelled, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { freshForm } from '../../../itil/ticket-form.ts'
import type { ImportRecord } from '../../../records/ticket/import.ts'
import { findForm } from '../../choice/find-form.ts'
import { beginImport, type Importing, lookAt, type PlacedLine, refuseElsewhere } from './begin-import.ts'
import type { Unfinished } from './find-import.ts'
import type { GivenText } from './given-file.ts'
import type { FileForm, ImportRow } from './given-row.ts'
import { type ImportFile, linesOf, understandFile, type WrongLines } from './import-file.ts'
import { printReport } from './import-report.ts'
import { goOnWithGiven } from './kept-given.ts'
import { type LineState, lookAtLines } from './known-lines.ts'
import type { LineReader } from './line-reader.ts'
import { platformReader } from './platform-reader.ts'
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
  const importing = await importingNow(options, platform)
  const reader = await readerFor(given, platform, context)
  const reading = understandFile(given, reader, context, (wrong) =>
    reportWrong(wrong, given, importing, telling, platform, context),
  )
  const file = await (reader.form === undefined
    ? reading
    : context.terminal.during(context.t('import.checking'), reading))
  const states = await lookAt(file, importing, context)
  if (options.dryRun || states.length === 0) {
    await tellPlan(file, states, telling, platform, context)
    return kept?.remove()
  }
  await confirm(file, states, options, context)
  const { opens, lines: placed } = await beginImport(file, importing, kept, context)
  await sendAndTell({ ...sendingOf(file), opens, placed }, telling, platform, context)
}

/** How lines are understood: by a form of the site where one is named, else by the form of the platform. */
async function readerFor({ formName: named }: GivenText, platform: Platform, context: Context): Promise<LineReader> {
  if (named === undefined) return platformReader(await platform.form.read({ newerThan: freshForm }), platform, context)
  const { forms } = platform
  const opening = findForm(named, forms).then((id) => forms.open(id))
  const { formReader } = await import('./by-form/form-reader.ts')
  return formReader(await context.terminal.during(context.t('catalog.loading'), opening), forms, context)
}

async function importingNow({ again }: FileOptions, platform: Platform): Promise<Importing> {
  const { id, name } = (await platform.session()).person.entity
  return { owner: await currentOwner(platform), entity: { id, name }, again }
}

function sendingOf({ form, text, rows }: ImportFile): Omit<Sending, 'opens' | 'placed'> {
  return { form, isMarked: text.startsWith('\ufeff'), lines: rows, tellsAll: true }
}

/** What the same command would do without `--dry-run`; of no lines, all that there is to do. */
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
  if (states.length === 0) context.terminal.note('import.no-lines')
  else context.terminal.note('import.dry-run', { count, there: states.length - count })
  if (unwritten) throw unwritten
}

/** For `--report`, where nothing is sent because some lines are wrong: what is wrong with each. */
async function reportWrong(
  { form, lines, wrong }: WrongLines,
  { text }: GivenText,
  { owner }: Importing,
  { report }: Telling,
  platform: Platform,
  context: Context,
): Promise<void> {
  if (report === undefined) return
  if (!lines.every((line) => isGivenWhole(line, form))) return context.terminal.note('import.no-report')
  const states = await lookAtLines(lines, owner, context)
  const recordOf = recordsOf(
    { lines, placed: states.map((state) => ({ state })) },
    await platform.tickets.links(),
    context,
  )
  const told = (place: number): ImportRecord => {
    const problems = wrong.get(place) ?? []
    const record = recordOf(place)
    return problems.length === 0 ? record : { ...record, result: 'refused', error: problems.join(' · ') }
  }
  const unwritten = await reportTo(report, { form, isMarked: text.startsWith('\ufeff'), lines }, told, context).atEnd()
  if (unwritten) context.terminal.warn('import.report-unwritten', unwritten.parameters)
}

/** False where a report, which may take the place of the file, would lose something of the line. */
function isGivenWhole({ given }: Pick<ImportRow, 'given'>, form: FileForm): boolean {
  if (form.kind !== 'csv' || !Array.isArray(given)) return Object.keys(given).length > 0
  return given.length > 0 && given.slice(form.head.length).every((cell) => cell.trim() === '')
}

/** What the columns of the file answer, where they answer a form of the site. */
async function asked(form: number | undefined, { forms }: Platform): Promise<Pick<LineReader, 'form' | 'find'>> {
  if (form === undefined) return {}
  const { askedBy } = await import('./by-form/asked-column.ts')
  return { form, find: askedBy(await forms.read(form)) }
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
      { name: t('import.stop'), value: false },
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
  if (!belongsTo(kept.plan, owner)) throw notYours({ id: shortImportId(kept.plan), owner: kept.plan.owner })
  refuseElsewhere(kept, entity)
  const { text, key, rows, byForm } = kept.plan
  if (telling.report !== undefined && text === undefined)
    throw new WrongUsage('report-of-old', { id: shortImportId(kept.plan) })
  // What is told without a report is in the plan.
  const whole =
    telling.report === undefined || text === undefined
      ? undefined
      : await linesOf({ text, key }, context, await asked(byForm, platform))
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
