import { dirname, resolve } from 'node:path'
import type { Context } from '../../../app/context.ts'
import { imageReferences } from '../../../glpi/document/inline/image-reference.ts'
import { quoted } from '../../../terminal/quoted.ts'

/** A description before and after it is changed; `file`: the one that the new text is read from. */
interface Changed {
  before: string
  after: string
  file: string | undefined
}

/**
 * Tells which images the new description names by their paths: a change of a ticket takes no file, so that they stay words.
 * Of files only Markdown is made to name images.
 */
export async function tellImagesUnsent(id: number, { before, after, file }: Changed, context: Context): Promise<void> {
  if (file !== undefined && !/\.(?:md|markdown)$/i.test(file)) return
  if (imageReferences(after).length === 0) return
  const { imagesNamedBy } = await import('../../request/attachment/images-in-text.ts')
  const stood = imageReferences(before).map(({ path }) => path)
  const folder = file === undefined ? undefined : dirname(context.files.fullPath(file))
  const named = await imagesNamedBy({ text: after, attached: stood, folder }, context)
  if (named.length === 0) return
  const options = named.map((path) => `--attach ${quoted(folder === undefined ? path : resolve(folder, path))}`)
  const command = `ipeos ticket comment ${id} ${options.join(' ')}`
  context.terminal.warn('edit.images-unsent', { names: named.join(', '), count: named.length, command })
}
