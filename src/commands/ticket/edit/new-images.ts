import { dirname } from 'node:path'
import type { Context } from '../../../app/context.ts'
import { sha1OfFile } from '../../../drafts/file/draft-files.ts'
import { imageReferences, withReferences } from '../../../glpi/document/inline/image-reference.ts'
import { type KeptImage, shownDocument } from '../../../glpi/document/inline/kept-images.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Ticket } from '../../../itil/ticket.ts'
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

/** A ticket, and what reaches it. */
interface Place {
  ticket: Pick<Ticket, 'id' | 'documents'>
  platform: Platform
  context: Context
}

/**
 * Attaches those images that the text names, for a change of a ticket takes no file along: gives the text that names them as
 * documents, and these. Rejects as attaching does, the ticket as it was but for the images before that one; who tries again
 * attaches none of them twice.
 */
export async function attachShown(
  { text, images }: { text: string; images: readonly GivenFile[] },
  place: Place,
): Promise<{ text: string; images: KeptImage[] }> {
  const { ticket, platform } = place
  const named = new Set(imageReferences(text).map(({ path }) => path))
  const shown = new Map<string, KeptImage>()
  for (const image of images.filter(({ name }) => named.has(name))) {
    const id = (await documentAlike(image, ticket)) ?? (await attach(image, place))
    shown.set(image.name, shownDocument({ id, name: image.name }, ticket.id, await platform.tickets.link(ticket.id)))
  }
  const withWords = withReferences(text, ({ path }) => shown.get(path)?.words)
  return { text: withWords, images: [...shown.values()] }
}

/** The number of a document of the ticket that is this image, by name and bytes: an edit that failed left it there. */
async function documentAlike(
  { name, fullPath }: GivenFile,
  { documents }: Place['ticket'],
): Promise<number | undefined> {
  const named = documents.filter(({ fileName }) => fileName === name)
  if (named.length === 0) return undefined
  const sum = await sha1OfFile(fullPath)
  return named.find(({ sha1 }) => sha1 === sum)?.id
}

async function attach(image: GivenFile, { ticket, platform, context }: Place): Promise<number> {
  const bar = context.terminal.progress(image.name, image.size)
  try {
    const { id } = await platform.documents.attach(ticket.id, image, (bytes) => bar.at(bytes))
    bar.end()
    return id
  } catch (error) {
    bar.end(true)
    throw error
  }
}
