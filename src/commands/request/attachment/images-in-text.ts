import { basename, isAbsolute, resolve } from 'node:path'
import type { Context } from '../../../app/context.ts'
import type { Problem } from '../../../errors/error.ts'
import type { GoodFile } from '../../../files/given-file.ts'
import { imageReferences, isImageName, withReferences } from '../../../glpi/document/inline/image-reference.ts'
import { fileName } from '../../../terminal/sanitize.ts'
import { asGiven, type GivenFile } from '../file-option.ts'

/** A text that a person wrote, and what goes with it. */
export interface WrittenText {
  text: string
  /** Names of files that go along already: one of them is meant before any other file is. */
  attached: readonly string[]
  /** Where its paths begin; by default, where the person is. */
  folder?: string | undefined
  /** Bytes that the platform takes of a file, as far as it is known. */
  limit?: number | undefined
}

/** Images that a text names. */
interface Found {
  /** By what the text says. */
  files: Map<string, GoodFile>
  /** What is wrong with others. */
  problems: Problem[]
}

/**
 * The images of this computer that a text names by `![](path)`. What is none, and does not look like one, is left: words.
 * Only for what a person wrote here: nobody else may name files of this computer.
 */
async function lookForImages({ text, attached, folder, limit }: WrittenText, context: Context): Promise<Found> {
  const { files } = context
  const found: Found = { files: new Map(), problems: [] }
  const from = (path: string) =>
    folder === undefined || isAbsolute(path) || path.startsWith('~') ? path : resolve(folder, path)
  const seen = new Set<string>()
  for (const { path } of imageReferences(text)) {
    if (seen.has(path) || attached.includes(path) || isAddress(path)) continue
    seen.add(path)
    const place = (await firstThere([path, decoded(path)].map(from), files)) ?? from(path)
    const isThere = await files.isThere(place)
    if (!isThere && !isImageName(path)) continue
    const check = await files.check(place, limit)
    if ('problem' in check) found.problems.push({ ...check.problem.text })
    else if (await isImage(check)) found.files.set(path, check)
    else found.problems.push({ key: 'file.not-image', parameters: { path } })
  }
  return found
}

/** An address of the web, or of mail; not a drive of Windows. */
function isAddress(path: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|\/\/|#)/i.test(path)
}

async function firstThere(paths: string[], files: Pick<Context['files'], 'isThere'>): Promise<string | undefined> {
  for (const path of paths) if (await files.isThere(path)) return path
  return undefined
}

/** As programs write a path into such a text. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** How the bytes of an image begin. */
const beginnings = [/^\u0089PNG\r\n/, /^\u00ff\u00d8\u00ff/, /^GIF8[79]a/, /^RIFF[\s\S]{4}WEBP/, /^BM[\s\S]{4}\0\0\0\0/]

async function isImage({ file }: GoodFile): Promise<boolean> {
  if (!isImageName(file.name)) return false
  const stream = file.open()
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const start = chunk.subarray(0, 16).toString('latin1')
      return beginnings.some((one) => one.test(start))
    }
    return false
  } finally {
    stream.destroy()
  }
}

/** A text whose images go along. */
export interface Illustrated {
  /** It names each of them by the name of a file that goes with it. */
  text: string
  /** Copies, which only this person can read, and which live until they are sent. */
  images: GivenFile[]
  problems: Problem[]
}

/** Takes the images along that a person's text names. Rejects where there is no room for a copy. */
export async function takeImages(written: WrittenText, context: Context): Promise<Illustrated> {
  const { files, problems } = await lookForImages(written, context)
  const names = new Map<string, string>()
  const images: GivenFile[] = []
  const taken = new Map<string, string>()
  for (const [path, { file, fullPath, ...check }] of files) {
    const same = taken.get(fullPath)
    const name = same ?? freeName(fileName(basename(file.name)), [...written.attached, ...taken.values()])
    names.set(path, name)
    if (same !== undefined) continue
    taken.set(fullPath, name)
    images.push(await copied({ ...check, file: { ...file, name }, fullPath }, context))
  }
  const text = withReferences(written.text, ({ path, words }) => {
    const name = names.get(path)
    if (name === undefined || name === path) return undefined
    return `![${words}](${/[()]/.test(name) ? `<${name}>` : name})`
  })
  return { text, images, problems }
}

/** «capture (2).png» where something else is called «capture.png». */
function freeName(name: string, taken: readonly string[]): string {
  const [, stem = name, ending = ''] = /^(.*)(\.[^.]*)$/s.exec(name) ?? []
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${stem} (${count})${ending}`
    if (!taken.includes(candidate)) return candidate
  }
}

async function copied({ file, path }: GoodFile, { files, input, ifInterrupted }: Context): Promise<GivenFile> {
  const onPart = (remove: () => void): void => ifInterrupted(undefined, remove)
  const { name, size } = file
  const copy = await input
    .keep({ name, stream: file.open(), limit: size, onPart })
    .finally(() => ifInterrupted(undefined))
  const check = await files.check(copy)
  if ('problem' in check) throw check.problem
  return { ...asGiven(check), path }
}

/**
 * For a question for a text: why the images that it names cannot go along, as a sentence. Who ends it twice as it is means
 * words.
 */
export function imagesOrWhy(
  written: Omit<WrittenText, 'text'>,
  context: Context,
): (text: string) => Promise<true | string> {
  const { t } = context
  let refused: string | undefined
  return async (text) => {
    if (text === refused) return true
    const { problems } = await lookForImages({ ...written, text }, context)
    if (problems.length === 0) return true
    refused = text
    return [...problems, { key: 'image.again' } as const].map((problem) => t(problem)).join(' ')
  }
}
