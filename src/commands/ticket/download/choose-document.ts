import type { Readable } from 'node:stream'
import type { Context } from '../../../app/context.ts'
import { MissingInformation, NotFound, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { sizeWord } from '../../../i18n/size.ts'
import type { Message } from '../../../i18n/translate.ts'
import type { Ticket, TicketDocument } from '../../../itil/ticket.ts'
import { match } from '../../choice/match.ts'

/** More documents are not measured. */
const mostMeasured = 8

/** Bytes: of a larger one it is enough that it is larger. */
const largestMeasured = 20 * 1_048_576

interface Wanted {
  /** Number or name; undefined where none was given. */
  document: string | undefined
  /** Only one will do. */
  open?: boolean
  /** Only the images of the texts are meant, and a number is one of theirs. */
  inline?: boolean
}

/** The document that was named; the only one; else whichever the person points at. */
export async function chooseDocuments(
  { id, documents }: Pick<Ticket, 'id' | 'documents'>,
  { document: named, open = false, inline = false }: Wanted,
  platform: Platform,
  context: Context,
): Promise<TicketDocument[]> {
  const { terminal, prompts, t, dates } = context
  if (documents.length === 0) throw new NotFound(inline ? 'no-images' : 'no-documents', { id })
  if (named !== undefined) return [find(named, id, documents, inline)]
  if (documents.length === 1 || (inline && !open)) return documents
  if (!terminal.interactive) {
    const lines = documents.map((one): Message => {
      return { key: 'download.which-line', parameters: { document: numberOf(one), name: one.fileName } }
    })
    throw new MissingInformation('which-document', { id }, { lines })
  }
  const sizes = await sizesOf(documents, id, platform, context)
  const told = ({ id: number, fileName, added, size: known, inline: image }: TicketDocument): string => {
    const size = known ?? sizes.get(number)
    const details = [...(size === undefined ? [] : [sizeWord(size, t.language)]), dates().moment(added)]
    const name = image ? t('download.image-choice', { name: fileName, number: image.number }) : fileName
    return t('download.choice', { name, details: details.join(' · ') })
  }
  return prompts.select({
    message: t('download.question'),
    choices: [
      ...(open ? [] : [{ name: t('download.all', { count: documents.length }), value: documents }]),
      ...documents.map((one) => ({ name: told(one), value: [one] })),
    ],
  })
}

/** By this it is named, beside its name: an image whose bytes stand in the text has no number but that of the image. */
function numberOf({ id, inline }: TicketDocument): string {
  return id > 0 || !inline ? String(id) : `image ${inline.number}`
}

function find(text: string, id: number, documents: TicketDocument[], inline: boolean): TicketDocument {
  const candidates = documents.map((one) => ({
    value: one,
    keys: inline && one.inline ? [String(one.inline.number)] : [numberOf(one)],
    names: [
      `${numberOf(one)} ${one.fileName}`,
      one.fileName,
      ...(one.inline ? [`image ${one.inline.number}`, `image-${one.inline.number}`] : []),
    ],
  }))
  const found = match(text, candidates)
  if ('found' in found) return found.found
  if ('ambiguous' in found) throw new WrongUsage('ambiguous-document', { id, text, names: found.ambiguous.join(', ') })
  if (found.near.length > 0) throw new NotFound('unknown-document', { id, text, names: found.near.join(', ') })
  throw new NotFound('no-such-document', { id, text, names: found.some.join(', ') })
}

/**
 * By their numbers, of those that share their name with another: GLPI says of none how large it is, so each of them is read
 * to its end.
 */
async function sizesOf(
  documents: TicketDocument[],
  ticketId: number,
  platform: Platform,
  { terminal, t }: Context,
): Promise<Map<number, number>> {
  const sizes = new Map<number, number>()
  const alike = documents.filter(
    ({ id, fileName, size }) =>
      size === undefined && documents.some((one) => one.id !== id && one.fileName === fileName),
  )
  if (alike.length === 0 || alike.length > mostMeasured) return sizes
  const measured = alike.map(async ({ id }) => {
    const { size, stream } = await platform.documents.download(ticketId, id)
    const bytes = size ?? (await lengthOf(stream))
    stream.on('error', () => undefined).destroy()
    if (bytes <= largestMeasured) sizes.set(id, bytes)
  })
  await terminal.during(t('terminal.waiting'), Promise.allSettled(measured))
  return sizes
}

/** Bytes, as far as they are counted. */
async function lengthOf(stream: Readable): Promise<number> {
  let length = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > largestMeasured) break
  }
  return length
}
