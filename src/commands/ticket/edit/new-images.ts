import { dirname } from 'node:path'
import type { Context } from '../../../app/context.ts'
import { imageReferences, withReferences } from '../../../glpi/document/inline/image-reference.ts'
import { type KeptImage, shownDocument } from '../../../glpi/document/inline/kept-images.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Illustrated } from '../../request/attachment/images-in-text.ts'
import type { GivenFile } from '../../request/file-option.ts'

/** A description before and after it is changed; `file`: the one that the new text is read from. */
interface Changed {
  before: string
  after: string
  file: string | undefined
}

/**
 * The images of this computer that a new description names by their paths: words that stood there already are words. Of
 * files only Markdown is made to name images.
 */
export async function newImages(
  { before, after, file }: Changed,
  limit: number,
  context: Context,
): Promise<Illustrated> {
  const asItIs = { text: after, images: [], problems: [] }
  if (before === after || (file !== undefined && !/\.(?:md|markdown)$/i.test(file))) return asItIs
  if (imageReferences(after).length === 0) return asItIs
  const { takeImages } = await import('../../request/attachment/images-in-text.ts')
  const attached = imageReferences(before).map(({ path }) => path)
  const folder = file === undefined ? undefined : dirname(context.files.fullPath(file))
  return takeImages({ text: after, attached, folder, limit }, context)
}

/** Where a ticket is, and what reaches it. */
interface Place {
  ticketId: number
  platform: Platform
  context: Context
}

/**
 * Attaches those images that the text names, for a change of a ticket takes no file along: gives the text that names them as
 * documents, and these. Rejects as attaching does, the ticket as it was but for the images before that one.
 */
export async function attachShown(
  { text, images }: { text: string; images: readonly GivenFile[] },
  { ticketId, platform, context }: Place,
): Promise<{ text: string; images: KeptImage[] }> {
  const named = new Set(imageReferences(text).map(({ path }) => path))
  const shown = new Map<string, KeptImage>()
  for (const image of images.filter(({ name }) => named.has(name))) {
    const id = await attach(image, { ticketId, platform, context })
    shown.set(image.name, shownDocument({ id, name: image.name }, ticketId, await platform.tickets.link(ticketId)))
  }
  const withWords = withReferences(text, ({ path }) => shown.get(path)?.words)
  return { text: withWords, images: [...shown.values()] }
}

async function attach(image: GivenFile, { ticketId, platform, context }: Place): Promise<number> {
  const bar = context.terminal.progress(image.name, image.size)
  try {
    const { id } = await platform.documents.attach(ticketId, image, (bytes) => bar.at(bytes))
    bar.end()
    return id
  } catch (error) {
    bar.end(true)
    throw error
  }
}
