import { type Command, Option } from 'commander'
import type { Context } from '../app/context.ts'
import { WrongUsage } from '../errors/error.ts'
import type { MessageKey, Translate } from '../i18n/translate.ts'
import type { ChosenFields } from '../records/chosen-fields.ts'
import type { Sheet } from '../records/format/sheet.ts'
import { type DataRecord, fieldNames, type RecordShape, schemaOf } from '../records/shape.ts'
import { inPipe, type Look } from '../views/look.ts'

export const formats = ['table', 'tsv', 'csv', 'csv-excel', 'ndjson', 'markdown'] as const
export type Format = (typeof formats)[number]

/** The options of every command that lists or shows data. */
export interface OutputFlags {
  json?: ChosenFields
  format?: Format
  columns?: string
  jsonSchema?: boolean
}

/** How the data of this call is written, and which of its fields. */
export type Output =
  /** As people read it; `fields` where columns were chosen. */
  { as: 'table'; fields?: readonly string[] } | { as: 'json' | Exclude<Format, 'table'>; fields: readonly string[] }

/** People read it, with all that they usually see. */
export function isForPeople(output: Output): boolean {
  return output.as === 'table' && output.fields === undefined
}

/** Adds `--json`, its filters, `--format`, `--columns` and `--json-schema`; help and `--json-schema` tell the fields of the shape. */
export function addOutputFlags(command: Command, t: Translate, shape: RecordShape): Command {
  command.shape = shape
  const columns = new Option('--columns <names>', t('output.option.columns'))
  columns.live = 'column'
  const json = new Option('--json [fields]', t('output.option.json'))
  json.live = 'field'
  command
    .addOption(json)
    .addOption(new Option('--format <format>', t('output.option.format')).choices(formats))
    .addOption(columns)
  return addFilters(command, t).option('--json-schema', t('output.option.json-schema'))
}

/** Adds `--json`, its filters and `--json-schema` alone: to a command that does something, and then tells it. */
export function addJsonFlags(
  command: Command,
  t: Translate,
  shape: RecordShape,
  description: MessageKey = 'output.option.json',
): Command {
  command.shape = shape
  const json = new Option('--json [fields]', t(description))
  json.live = 'field'
  return addFilters(command.addOption(json), t).option('--json-schema', t('output.option.json-schema'))
}

/** Adds `--jq` and `--template` alone. */
export function addFilters(command: Command, t: Translate): Command {
  return command
    .option('--jq <expression>', t('output.option.jq'))
    .option('--template <template>', t('output.option.template'))
}

/** True when the schema was asked for, and is printed: the command is then done. */
export function printedSchema(
  { jsonSchema }: { jsonSchema?: boolean },
  shape: RecordShape,
  { terminal }: Pick<Context, 'terminal'>,
): boolean {
  if (jsonSchema) terminal.print(JSON.stringify(schemaOf(shape), null, 2))
  return jsonSchema ?? false
}

/**
 * What the flags ask for; undefined when the schema was asked for and is printed: the command is then done. Throws
 * `WrongUsage` for unknown fields, so call it before the platform is asked. `piped`: what a pipe gets by default.
 */
export async function outputOf(
  flags: OutputFlags,
  shape: RecordShape,
  { terminal }: Context,
  piped: Format = 'tsv',
): Promise<Output | undefined> {
  const { fieldsOf } = await import('../records/chosen-fields.ts')
  if (printedSchema(flags, shape, { terminal })) return undefined
  const valid = fieldNames(shape)
  const columns = flags.columns === undefined ? undefined : inGivenOrder(flags.columns, fieldsOf(flags.columns, valid))
  if (flags.json !== undefined) {
    if (columns) throw new WrongUsage('json-and-columns')
    const fields = fieldsOf(flags.json, valid)
    if (flags.format === undefined) return { as: 'json', fields }
    if (flags.format !== 'ndjson') throw jsonAs(flags.format)
    return { as: 'ndjson', fields }
  }
  const format = flags.format ?? (terminal.outputIsTerminal ? 'table' : piped)
  if (format === 'table') return columns ? { as: format, fields: columns } : { as: format }
  return { as: format, fields: columns ?? (format === 'ndjson' ? valid : shape.columns) }
}

/** Columns come in the order in which they are named. */
function inGivenOrder(names: string, fields: string[]): string[] {
  const order = names.split(',').map((name) => name.trim())
  return fields.toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
}

/** Prints a list in any form but the table. */
export async function printList(
  records: DataRecord[],
  { as, fields }: Exclude<Output, { as: 'table' }>,
  context: Context,
  options: { head?: boolean } = {},
): Promise<void> {
  const { listText } = await import('../records/format/list.ts')
  const writer = await listText(as, fields, (record: DataRecord) => record, { ...options, sheet: sheetOf(context) })
  const text = writer.page(records) + writer.end()
  if (text !== '') await context.terminal.page(text)
}

/** For whom a spreadsheet is written. */
export function sheetOf({ t, machine }: Pick<Context, 't' | 'machine'>): Sheet {
  return { t, locale: machine.locale }
}

/** Texts of more are long in memory before they are written. */
const inOnePiece = 100

/**
 * The same of a list that comes page by page: each is written before the next one is waited for, and emptied as it is
 * written: of a hundred thousand things, few are ever in memory.
 */
export async function pourList<Item>(
  pages: AsyncIterable<Item[]>,
  recordOf: (item: Item) => DataRecord,
  { as, fields }: Exclude<Output, { as: 'table' }>,
  context: Context,
): Promise<void> {
  const { listText } = await import('../records/format/list.ts')
  const writer = await listText(as, fields, recordOf, { sheet: sheetOf(context) })
  await context.terminal.pour(
    (async function* () {
      for await (const items of pages) while (items.length > 0) yield writer.page(items.splice(0, inOnePiece))
      yield writer.end()
    })(),
  )
}

/** Prints one thing in any form but the page for people: TSV and Markdown give a field a line. */
export async function printOne(
  record: DataRecord,
  output: Exclude<Output, { as: 'table' }>,
  context: Context,
): Promise<void> {
  const { toJson } = await import('../records/format/json.ts')
  const { as, fields } = output
  if (as === 'json') return context.terminal.page(toJson(record, fields.join(','), fields))
  if (as !== 'tsv' && as !== 'markdown') return printList([record], output, context)
  const pairs = fields.map((field) => ({ field, value: record[field] ?? null }))
  return printList(pairs, { as, fields: ['field', 'value'] }, context)
}

function jsonAs(format: Format): WrongUsage {
  return new WrongUsage('json-and-format', { format })
}

/** Prints the table of the columns that were chosen by their names. */
export async function printTable(
  records: DataRecord[],
  fields: readonly string[],
  { terminal }: Context,
): Promise<void> {
  const { recordTable } = await import('../records/format/table.ts')
  await terminal.page(recordTable(records, fields, terminal))
}

/** Prints a list in the form that was asked for: for people as `view` draws it, or nothing where there is nothing. */
export async function printRecords(
  records: DataRecord[],
  output: Output,
  view: (look: Look) => Promise<string>,
  context: Context,
): Promise<void> {
  if (output.as !== 'table') return printList(records, output, context)
  if (records.length === 0) return
  if (output.fields) return printTable(records, output.fields, context)
  await context.terminal.page(await view(lookOf(context)))
}

/** What views are given: how this terminal is written on, for this person, from now. */
export function lookOf({ terminal, t, dates }: Context, style = terminal.style): Look {
  return { style, t, width: terminal.width, dates: dates() }
}

/** The same for what a pipe may take as it is. */
export function lookOfPage(context: Context): Look {
  return context.terminal.outputIsTerminal ? lookOf(context) : inPipe(lookOf(context))
}
