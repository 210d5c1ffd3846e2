import { basename, dirname } from 'node:path'
import type { Context } from '../../../app/context.ts'
import type { Problem } from '../../../errors/error.ts'
import { imageReferences, isImageName } from '../../../glpi/document/inline/image-reference.ts'
import type { GivenFile } from '../file-option.ts'
import type { Illustrated } from './images-in-text.ts'

/**
 * The images that a text takes along which options give, alone or in a file. Of files only Markdown is made to name images:
 * what comes by a pipe, and a log, may hold the words of anybody, and shows none but those that are attached anyway.
 */
export async function imagesOf(
  text: string | undefined,
  file: string | undefined,
  attached: ReadonlyArray<Pick<GivenFile, 'name'>>,
  context: Context,
): Promise<Illustrated> {
  const asItIs = { text: text ?? '', images: [], problems: [] }
  if (text === undefined || imageReferences(text).length === 0) return asItIs
  const names = attached.map(({ name }) => name)
  if (file !== undefined && !/\.(?:md|markdown)$/i.test(file)) {
    if (file !== '-' && context.terminal.interactive) await tellLeftAlone(text, names, context)
    return asItIs
  }
  const { takeImages } = await import('./images-in-text.ts')
  const limit = (await context.account.session().catch(() => undefined))?.fileLimit
  const folder = file === undefined ? undefined : dirname(context.files.fullPath(file))
  return takeImages({ text, attached: names, folder, limit }, context)
}

/** The names of files by their paths. */
export function namesOf(paths: readonly string[]): Array<{ name: string }> {
  return paths.map((path) => ({ name: basename(path) }))
}

/** What to do about images that cannot be taken. */
export function hintOf({ problems }: Illustrated): Problem | undefined {
  return problems.length > 0 ? { key: 'image.put-right' } : undefined
}

/** Who is there, and perhaps meant an image, is told. */
async function tellLeftAlone(text: string, attached: readonly string[], { files, terminal }: Context): Promise<void> {
  for (const { path } of imageReferences(text)) {
    const isMeant = isImageName(path) && !attached.includes(path) && (await files.isThere(path))
    if (isMeant) terminal.remark('image.left-alone', { path })
  }
}
