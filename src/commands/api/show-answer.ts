import { basename, dirname } from 'node:path'
import { Readable } from 'node:stream'
import type { Context } from '../../app/context.ts'
import { ExitAs, type ExitCode, type IpeosError, PartlyDone, WrongUsage } from '../../errors/error.ts'
import { type ApiAnswer, NoPage } from '../../glpi/api/api.ts'
import type { Message } from '../../i18n/translate.ts'
import { unfit } from '../../records/filter/unfit.ts'
import { fitForTerminal } from '../../records/format/json.ts'
import { plain } from '../../terminal/sanitize.ts'
import { type ApiFlags, filterOption } from './call.ts'

/** Prints an answer, whatever its status; then fails, in the platform's words, when it is none of success. */
export async function showAnswer(answer: ApiAnswer, flags: ApiFlags, context: Context): Promise<void> {
  const { include, output } = flags
  const filter = filterOption(flags)
  if (include) context.terminal.print(headOf(answer))
  if (output !== undefined && !answer.refusal) await keep(answer, output, context)
  // A refusal has nothing of what the filter asks for.
  else if (!filter || !answer.refusal) await show(answer, filter, context)
  if (answer.refusal) throw await refusal(answer, answer.refusal, context)
  if (answer.status === 207) throw new PartlyDone('some-items')
}

function headOf({ status, headers }: ApiAnswer): string {
  return [`HTTP ${status}`, ...headers.map(([name, value]) => `${plain(name)}: ${plain(value)}`), '', ''].join('\n')
}

async function show(
  { content }: ApiAnswer,
  filter: ReturnType<typeof filterOption>,
  { terminal }: Context,
): Promise<void> {
  if (content.kind === 'json') return terminal.page(jsonText(content, terminal.outputIsTerminal && !filter))
  if (filter) {
    content.stream.destroy()
    throw unfit(filter, 'output.not-json', { type: content.mime ?? '' })
  }
  if (!terminal.outputIsTerminal) return terminal.pourBytes(content.stream)
  content.stream.destroy()
  const type = content.mime ?? ''
  throw new WrongUsage('answer-not-text', { type })
}

/** Set out for a person; as it came for a program, but for what a terminal would obey. */
function jsonText({ text, value }: { text: string; value: unknown }, isPretty: boolean): string {
  return fitForTerminal(isPretty ? JSON.stringify(value, null, 2) : text.trimEnd())
}

/** Where a file of that name is, this one gets another name; its own stands in the note. */
async function keep({ content }: ApiAnswer, path: string, context: Context): Promise<void> {
  const { files, terminal } = context
  const name = basename(path)
  if (name === '' || name === '.' || name === '..') throw new WrongUsage('wrong-output', { path })
  const stream = content.kind === 'file' ? content.stream : Readable.from([Buffer.from(`${content.text}\n`)])
  const total = content.kind === 'file' ? content.size : undefined
  const progress = total === undefined ? undefined : terminal.progress(plain(name), total)
  const onPart = (remove: () => void) => context.ifInterrupted(undefined, remove)
  const keeping = { replace: false, onProgress: (bytes: number) => progress?.at(bytes), onPart }
  try {
    const kept = await files.keep(dirname(path), { name, stream }, keeping)
    progress?.end()
    terminal.note('api.kept', { path: kept.path })
  } catch (error) {
    progress?.end(true)
    throw error
  } finally {
    context.ifInterrupted(undefined)
  }
}

/** Prints the items of all pages as one JSON list while they come, or one a line. */
export async function showPages(pages: AsyncIterable<unknown[]>, flags: ApiFlags, context: Context): Promise<void> {
  try {
    const indent = context.terminal.outputIsTerminal ? 2 : 0
    await context.terminal.pour(flags.ndjson ? linesOf(pages) : listOf(pages, indent))
  } catch (error) {
    if (!(error instanceof NoPage)) throw error
    await showAnswer(error.answer, flags, context)
    context.terminal.warn('api.no-list')
  }
}

async function* linesOf(pages: AsyncIterable<unknown[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((item) => `${fitForTerminal(JSON.stringify(item))}\n`).join('')
}

async function* listOf(pages: AsyncIterable<unknown[]>, indent: number): AsyncGenerator<string> {
  const indented = (item: unknown) => fitForTerminal(JSON.stringify(item, null, indent)).replace(/^/gm, '  ')
  let last: string | undefined
  for await (const page of pages) {
    yield last === undefined ? '[\n' : `${last},\n`
    last = page.map(indented).join(',\n')
  }
  yield last === undefined ? '[]\n' : `${last}\n]\n`
}

const exitCodes: Record<number, ExitCode> = { 401: 4, 403: 5, 404: 3 }

async function refusal(
  { status }: ApiAnswer,
  { code, message }: NonNullable<ApiAnswer['refusal']>,
  context: Context,
): Promise<IpeosError> {
  const exitCode = exitCodes[status] ?? 1
  const refusalCode = message ? 'answer-refused' : 'answer-refused-silently'
  return new ExitAs(exitCode, refusalCode, { message, code, status }, { hint: await nextStep(exitCode, context) })
}

async function nextStep(exitCode: ExitCode, context: Context): Promise<Message> {
  if (exitCode === 4) return { key: 'api.refused-login.hint' }
  if (exitCode === 5) return { key: 'platform.not-allowed.hint' }
  const { apiUrl } = await (await context.platform()).session()
  return { key: 'api.refused.hint', parameters: { url: `${apiUrl}/` } }
}
