import type { Context } from '../../../app/context.ts'
import type { OpenGiven } from '../../../drafts/imports.ts'
import { currentOwner } from '../../../drafts/own-drafts.ts'
import { Cancelled, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { importRecord, importShape, knownRecord } from '../../../records/ticket/import.ts'
import { type Output, type OutputFlags, outputOf } from '../../output.ts'
import { type Begun, beginImport, type Importing, lookAt, type PlacedLine, refuseElsewhere } from './begin-import.ts'
import { discardImport, findImport } from './find-import.ts'
import { type GivenText, readGiven } from './given-file.ts'
import { type ImportFile, understandFile } from './import-file.ts'
import { type ImportReport, openReport, printReport } from './import-report.ts'
import { goOnWithGiven, keptAsGiven } from './kept-given.ts'
import type { LineState } from './known-lines.ts'
import { sendImports } from './send-imports.ts'

export interface ImportOptions extends OutputFlags {
  /** A path, or `-` for standard input. */
  file: string | undefined
  /** Undefined: the column that is called so, where there is one. */
  key?: string
  /** True: the newest; else the number of one. */
  resume?: true | string
  discard?: true | string
  /** Also what was imported before. */
  again?: boolean | undefined
  dryRun?: boolean
  yes?: boolean
}

/** Opens a ticket for each line of a file that has none yet, each exactly once, and tells what became of each. */
export async function importTickets(options: ImportOptions, context: Context): Promise<void> {
  const output = await outputOf(options, importShape, context)
  if (!output) return
  checkWords(options)
  if (options.file === undefined) return takeUp(options, output, context)
  const given = await readGiven(options.file, options.key, context)
  await keptAsGiven(given, options, context, (kept) => importFile(given, kept, options, output, context))
}

/** One thing at a time: a file, or what is left of a former one. */
function checkWords({ file, resume, discard, dryRun, again, key }: ImportOptions): void {
  const ways = [file, resume, discard].filter((way) => way !== undefined)
  if (ways.length === 0) throw new WrongUsage('which-import')
  if (ways.length > 1 || ((dryRun || again || key !== undefined) && file === undefined))
    throw new WrongUsage('import-twice')
}

async function takeUp({ resume, discard, ...options }: ImportOptions, output: Output, context: Context): Promise<void> {
  const platform = await context.platform()
  const owner = await currentOwner(platform)
  if (discard !== undefined) return discardImport(discard, owner, context)
  const found = await findImport(resume ?? true, owner, context)
  if ('given' in found)
    return goOnWithGiven(found.given, context, (given, kept) =>
      importFile(given, kept, { ...options, yes: true, again: found.given.again }, output, context),
    )
  refuseElsewhere(found.kept, (await importingNow(options, platform)).entity)
  const open = await (await context.imports()).takeUp(found.kept)
  const lines = open.plan.rows.map((_row, place): PlacedLine => ({ open, place }))
  await send({ opens: [open], lines }, undefined, platform, output, context)
}

async function importingNow({ again }: Pick<ImportOptions, 'again'>, platform: Platform): Promise<Importing> {
  const { id, name } = (await platform.session()).person.entity
  return { owner: await currentOwner(platform), entity: { id, name }, again }
}

async function importFile(
  given: GivenText,
  kept: OpenGiven | undefined,
  options: Omit<ImportOptions, 'file'>,
  output: Output,
  context: Context,
): Promise<void> {
  const platform = await context.platform()
  const file = await understandFile(given, await platform.form.read(), context)
  const importing = await importingNow(options, platform)
  const states = await lookAt(file, importing, context)
  if (options.dryRun) return tellPlan(file, states, platform, output, context)
  await confirm(file, states, options, context)
  await send(await beginImport(file, importing, kept, context), file, platform, output, context)
}

/** What the same command would do without `--dry-run`. */
async function tellPlan(
  file: ImportFile,
  states: LineState[],
  platform: Platform,
  output: Output,
  context: Context,
): Promise<void> {
  const link = await platform.tickets.links()
  const records = file.rows.map(({ line, request }, index) =>
    knownRecord({ line, title: request.title }, stateAt(states, index), link),
  )
  await printReport(records, output, context)
  const count = states.filter(({ is }) => is === 'new' || is === 'waiting').length
  context.terminal.note('import.dry-run', { count, there: states.length - count })
}

function stateAt(states: LineState[], index: number): LineState {
  return states[index] ?? { is: 'new' }
}

/** Nothing leaves before the person said so. */
async function confirm(
  { rows }: ImportFile,
  states: LineState[],
  { yes }: Pick<ImportOptions, 'yes'>,
  { terminal, prompts, t }: Context,
): Promise<void> {
  const toSend = rows.filter((_row, index) => ['new', 'waiting'].includes(stateAt(states, index).is))
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

async function send(
  { opens, lines }: Begun,
  file: ImportFile | undefined,
  platform: Platform,
  output: Output,
  context: Context,
): Promise<void> {
  const link = await platform.tickets.links()
  const recordOf = (index: number) => {
    const line = lines[index]
    if (line && 'open' in line) {
      const record = importRecord(line.place, line.open, link, context.t)
      return { ...record, line: file?.rows[index]?.line ?? record.line }
    }
    const row = file?.rows[index]
    return knownRecord({ line: row?.line ?? 0, title: row?.request.title ?? '' }, line?.state ?? { is: 'new' }, link)
  }
  const report: ImportReport = await openReport(lines, recordOf, output, context)
  await sendImports(opens, lines, report, platform, context)
}
