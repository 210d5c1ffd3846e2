import type { Context } from '../../../app/context.ts'
import type { Owner } from '../../../drafts/draft.ts'
import { importName, shortImportId } from '../../../drafts/import-folder.ts'
import type { KeptImport, NewPlan, OpenImport } from '../../../drafts/imports.ts'
import { currentOwner } from '../../../drafts/own-drafts.ts'
import { sendImport } from '../../../drafts/send-import.ts'
import { Failed, NotFound, PartlyDone, Unreachable, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { Named } from '../../../itil/person.ts'
import { listText } from '../../../records/format/list.ts'
import { type ImportRecord, importRecord, importShape, readyRecord } from '../../../records/ticket/import.ts'
import { type Output, type OutputFlags, outputOf, printList, printTable, sheetOf } from '../../output.ts'
import { beginImport, confirm, ownImports, type RepeatFlags, refuseBegun, resumeImportCommand } from './import-again.ts'
import { readImportFile } from './import-file.ts'

export interface ImportOptions extends OutputFlags, RepeatFlags {
  /** A path, or `-` for standard input. */
  file: string | undefined
  /** True: the newest; else the number of one. */
  resume?: true | string
  discard?: true | string
  dryRun?: boolean
}

/** Opens a ticket for each line of a file, each exactly once, and tells what became of each. */
export async function importTickets(options: ImportOptions, context: Context): Promise<void> {
  const output = await outputOf(options, importShape, context)
  if (!output) return
  checkWords(options)
  const platform = await context.platform()
  const owner = await currentOwner(platform)
  if (options.discard !== undefined) return discard(options.discard, owner, context)
  if (options.resume !== undefined) {
    const kept = await find(options.resume, owner, context)
    await refuseElsewhere(kept, platform)
    return send(await (await context.imports()).takeUp(kept), platform, output, context)
  }
  const read = await readImportFile(options.file ?? '-', await platform.form.read(), context)
  const plan: NewPlan = { ...read, owner, entity: await entityOf(platform) }
  await refuseBegun(plan, context)
  if (options.dryRun) {
    await printReport(plan.rows.map(readyRecord), output, context)
    return context.terminal.note('import.dry-run', { count: plan.rows.length })
  }
  await confirm(plan, options, context)
  await send(await beginImport(plan, options, context), platform, output, context)
}

async function entityOf(platform: Platform): Promise<Named> {
  const { id, name } = (await platform.session()).person.entity
  return { id, name }
}

/** Tickets of one file are opened in one place. */
async function refuseElsewhere({ plan }: KeptImport, platform: Platform): Promise<void> {
  const { id, name } = plan.entity
  if ((await entityOf(platform)).id === id) return
  const command = `${resumeImportCommand({ plan })} --entity ${id}`
  throw new WrongUsage('import-other-entity', { id: shortImportId(plan), entity: name, command })
}

/** One thing at a time: a file, or what is left of a former one. */
function checkWords({ file, resume, discard, dryRun, again }: ImportOptions): void {
  const ways = [file, resume, discard].filter((way) => way !== undefined)
  if (ways.length === 0) throw new WrongUsage('which-import')
  if (ways.length > 1 || ((dryRun || again) && file === undefined)) throw new WrongUsage('import-twice')
}

async function find(wanted: true | string, owner: Owner, context: Context): Promise<KeptImport> {
  const own = await ownImports(owner, context)
  const found = own.filter(({ plan }) => wanted === true || plan.id.startsWith(wanted.toLowerCase()))
  const [first] = found
  const names = own.map((one) => importName(one, context.t)).join(', ')
  const hint: Message = names ? { key: 'import.unfinished', parameters: { names } } : { key: 'import.none-unfinished' }
  if (!first && wanted === true) throw new NotFound('no-import-left', undefined, { hint })
  if (!first) throw new NotFound('import-not-found', { id: String(wanted) }, { hint })
  if (wanted !== true && found.length > 1) throw new WrongUsage('import-ambiguous', { id: wanted }, { hint })
  return first
}

async function discard(wanted: true | string, owner: Owner, context: Context): Promise<void> {
  const open = await (await context.imports()).takeUp(await find(wanted, owner, context))
  const { plan, state } = open
  const there = Object.keys(state.tickets).length
  await open.remove()
  context.terminal.note('import.discarded', { id: shortImportId(plan), there })
}

/** Sends what is not there yet. Whatever stops it, the report says how far it got, and the last line how to go on. */
async function send(open: OpenImport, platform: Platform, output: Output, context: Context): Promise<void> {
  const { terminal, t, patience, ifInterrupted } = context
  const command = resumeImportCommand(open)
  const link = await platform.tickets.links()
  const report = await openReport(open, link, output, context)
  const bar = terminal.progress(t('import.progress'), open.plan.rows.length, 'items')
  let trouble: unknown
  ifInterrupted({ key: 'draft.kept', parameters: { command } })
  try {
    await sendImport(open, platform, patience, {
      onBatch: (places) => {
        report.known(places)
        bar.at(Object.keys(open.state.tickets).length)
      },
      onDoubt: (seconds) => terminal.note('draft.doubt', { seconds }),
    })
    // Before the report: a person may leave it open in the pager, and never come back.
    if (isWhole(open)) {
      await open.finish()
      ifInterrupted(undefined)
    }
  } catch (error) {
    trouble = error
  }
  bar.end(trouble !== undefined)
  try {
    await report.end()
    tellEnd(open, trouble, command, context)
  } finally {
    ifInterrupted(undefined)
    await open.release()
  }
}

function isWhole({ plan, state }: OpenImport): boolean {
  return Object.keys(state.tickets).length === plan.rows.length
}

function tellEnd(open: OpenImport, trouble: unknown, command: string, { terminal }: Context): void {
  const count = open.plan.rows.length
  const done = Object.keys(open.state.tickets).length
  if (trouble === undefined && isWhole(open)) {
    terminal.note('import.done', { count })
    return
  }
  if (trouble instanceof Unreachable) throw trouble.withHint({ key: 'draft.kept', parameters: { command } })
  if (trouble !== undefined) {
    terminal.note('draft.kept', { command })
    throw trouble
  }
  throw done === 0
    ? new Failed('none-imported', { count, command })
    : new PartlyDone('some-imported', { count: count - done, done, command })
}

/** Tells what became of each line, in the order of the file. */
interface ImportReport {
  /** Of the rows of these places it is known: what is told line by line is told now, as far as the lines before allow. */
  known(places: readonly number[]): void
  /** Tells all the rest; a table and an array are one piece, and come now. */
  end(): Promise<void>
}

/** A report of an import that runs: a command that is stopped half-way has told what it did until then. */
async function openReport(
  open: Pick<OpenImport, 'plan' | 'state'>,
  link: (id: number) => string,
  output: Output,
  context: Context,
): Promise<ImportReport> {
  const places = [...open.plan.rows.keys()]
  const recordOf = (place: number) => importRecord(place, open, link, context.t)
  if (output.as === 'table' || output.as === 'json')
    return { known: () => undefined, end: () => printReport(places.map(recordOf), output, context) }
  const writer = await listText(output.as, output.fields, recordOf, { sheet: sheetOf(context) })
  const settled = new Set<number>()
  let printed = 0
  const printUntil = (end: number): void => {
    const text = writer.page(places.slice(printed, end))
    printed = end
    if (text !== '') context.terminal.print(text)
  }
  return {
    known(some) {
      for (const place of some) settled.add(place)
      let end = printed
      while (settled.has(end)) end += 1
      printUntil(end)
    },
    end: async () => printUntil(places.length),
  }
}

/** Prints a report that is there as a whole. */
async function printReport(records: ImportRecord[], output: Output, context: Context): Promise<void> {
  if (output.as !== 'table') return printList(records, output, context)
  await printTable(records, output.fields ?? importShape.columns, context)
}
