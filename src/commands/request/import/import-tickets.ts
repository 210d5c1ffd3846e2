import type { Context } from '../../../app/context.ts'
import { currentOwner } from '../../../drafts/own-drafts.ts'
import { WrongUsage } from '../../../errors/error.ts'
import { importShape } from '../../../records/ticket/import.ts'
import { type OutputFlags, outputOf } from '../../output.ts'
import { discardImport, findImport } from './find-import.ts'
import { readGiven } from './given-file.ts'
import { type FileOptions, finishImport, importFile } from './import-lines.ts'
import { keptAsGiven } from './kept-given.ts'

export interface ImportOptions extends OutputFlags, FileOptions {
  /** A path, or `-` for standard input. */
  file: string | undefined
  /** Undefined: the column that is called so, where there is one. */
  key?: string
  /** A form of the site, by its name or number: its questions are columns. */
  form?: string
  /** True: the newest; else the number of one. */
  resume?: true | string
  discard?: true | string
  /** A path, or `-` for standard output. */
  report?: string
}

/** Opens a ticket for each line of a file that has none yet, each exactly once, and tells what became of each. */
export async function importTickets(options: ImportOptions, context: Context): Promise<void> {
  const { file, key, form, report } = options
  if (report === '-' && (options.json !== undefined || options.format !== undefined))
    throw new WrongUsage('report-twice')
  const output = await outputOf(options, importShape, context)
  if (!output) return
  checkWords(options)
  const path = report === undefined || report === '-' ? report : await context.files.target(report, file)
  const telling = { output: report === '-' ? undefined : output, report: path, asks: !options.yes }
  if (file !== undefined) {
    const given = { ...(await readGiven(file, key, context)), formName: form }
    return keptAsGiven(given, options, context, (kept) => importFile(given, kept, options, telling, context))
  }
  const owner = await currentOwner(await context.platform())
  if (options.discard !== undefined) return discardImport(options.discard, owner, context)
  await finishImport(await findImport(options.resume ?? true, owner, context), telling, context)
}

/** One thing at a time: a file, or what is left of a former one. */
function checkWords({ file, resume, discard, dryRun, again, key, form, report }: ImportOptions): void {
  const ways = [file, resume, discard].filter((way) => way !== undefined)
  if (ways.length === 0) throw new WrongUsage('which-import')
  const isForFile = dryRun || again || (key ?? form) !== undefined
  if (ways.length > 1 || (isForFile && file === undefined) || (report !== undefined && discard !== undefined))
    throw new WrongUsage('import-twice')
}
