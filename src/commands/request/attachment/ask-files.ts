import type { Context } from '../../../app/context.ts'
import { sha1OfFile } from '../../../drafts/file/draft-files.ts'
import { IpeosError } from '../../../errors/error.ts'
import { sizeWord } from '../../../i18n/size.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { Taking } from '../../../terminal/prompts/files/files-question.ts'
import { quoted } from '../../../terminal/quoted.ts'
import { plain } from '../../../terminal/sanitize.ts'
import { asGiven, type GivenFile } from '../file-option.ts'
import { clipboardFile, isClipboardWord } from './clipboard-file.ts'

export interface FilesToAsk {
  /** What is asked; by default, for a file to attach. */
  message?: string
  /** What is wrong with a file that could be sent otherwise. */
  refusal?: ((file: GivenFile) => string | undefined) | undefined
  /** Those that there are already. */
  given: GivenFile[]
  /** Bytes of each. */
  limit: number
  /** Told all of them after each change. */
  keep(files: GivenFile[]): Promise<unknown>
  /** Why nothing can be sent without one; undefined where it can. */
  needed?: string | undefined
  /** There is a question before this one. */
  back?: boolean
}

/** Asks for files, each looked at as soon as it is named; those that there are already can be taken away. */
export async function askForFiles(
  { message, given, limit, keep, needed, refusal, back = false }: FilesToAsk,
  context: Context,
): Promise<GivenFile[]> {
  const { files, prompts, t } = context
  return prompts.files<GivenFile>({
    message: message ?? t('files.question'),
    ...(message !== undefined && { label: message }),
    aside: t(needed === undefined ? 'files.question-aside' : 'files.needed-aside', {
      limit: sizeWord(limit, t.language),
    }),
    another: { message: t('files.another'), aside: t('files.another-aside') },
    taken: given,
    name: (file) => nameOf(file, t),
    complete: (line) => files.complete(line, (name) => plain(name) === name),
    take: (line, taken, signal) => take(line, { taken, limit, signal, refusal }, context),
    fromClipboard: (taken, signal) => takeAll([clipboardWord], { taken, limit, signal, refusal }, context),
    keep,
    ...(needed !== undefined && { needed }),
    back,
  })
}

const clipboardWord = Symbol('clipboard')

interface SoFar {
  taken: readonly GivenFile[]
  limit: number
  refusal: FilesToAsk['refusal']
  /** The question was left. */
  signal: AbortSignal | undefined
}

async function take(line: string, soFar: SoFar, context: Context): Promise<Taking<GivenFile>> {
  const { files } = context
  const isFromClipboard = await isClipboardWord(line.trim(), files)
  return takeAll(isFromClipboard ? [clipboardWord] : await files.named(line), soFar, context)
}

/** Takes what can be sent, once each; what cannot stays to be corrected. */
async function takeAll(
  paths: Array<string | typeof clipboardWord>,
  { taken, ...asked }: SoFar,
  context: Context,
): Promise<Taking<GivenFile>> {
  const { t } = context
  const all = [...taken]
  const problems: string[] = []
  const wrong: string[] = []
  for (const path of paths) {
    const found = await fileAt(path, { ...asked, taken: all }, context)
    if (found instanceof IpeosError) {
      problems.push(t(found.text))
      if (path !== clipboardWord) wrong.push(path)
      continue
    }
    const refusal = asked.refusal?.(found)
    const twin = await twinOf(found, all)
    if (refusal !== undefined) problems.push(refusal)
    else if (!twin) all.push(found)
    else if (twin.name === found.name) problems.push(t('files.twice', { name: found.name }))
    else problems.push(t('files.same-content', { name: found.name, other: twin.name }))
  }
  return { taken: all, problems, rest: wrong.map((path) => (wrong.length > 1 ? quoted(path) : path)).join(' ') }
}

async function fileAt(
  path: string | typeof clipboardWord,
  { taken, limit, signal }: SoFar,
  context: Context,
): Promise<GivenFile | IpeosError> {
  try {
    const names = taken.map(({ name }) => name)
    const place = path === clipboardWord ? await clipboardFile(names, { limit, signal }, context) : path
    const check = await context.files.check(place, limit)
    return 'file' in check ? asGiven(check) : check.problem
  } catch (error) {
    if (error instanceof IpeosError) return error
    throw error
  }
}

/** The one of the same bytes; of two that cannot be read now nobody knows. */
async function twinOf(file: GivenFile, others: readonly GivenFile[]): Promise<GivenFile | undefined> {
  const same = others.filter(({ size }) => size === file.size)
  if (same.length === 0) return undefined
  const sum = await sha1OfFile(file.fullPath).catch(() => undefined)
  for (const other of same) {
    if (other.fullPath === file.fullPath) return other
    if (sum !== undefined && (await sha1OfFile(other.fullPath).catch(() => undefined)) === sum) return other
  }
  return undefined
}

/** «capture.png (12 ko)». */
function nameOf({ name, size }: GivenFile, t: Translate): string {
  return t('files.one', { name, size: sizeWord(size, t.language) })
}
