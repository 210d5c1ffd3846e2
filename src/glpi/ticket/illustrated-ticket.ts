import * as z from 'zod/mini'
import type { NewTicket } from '../../itil/ticket.ts'
import { carrying, filesUpload } from '../document/document.ts'
import type { TextImage } from '../document/documents.ts'
import { htmlWithImages, mostFiles } from '../document/inline/written-images.ts'
import type { Session } from '../session/session.ts'
import { madeNumber, parse } from '../wire.ts'
import { newTicketInput } from './ticket.ts'

const created = z.object({ id: madeNumber })

/** As `createTicket`, the images of the description in the very same request; of those that it cannot take, the names. */
export async function createIllustrated(
  session: Session,
  request: NewTicket,
  images: TextImage[],
  onProgress: () => void = () => undefined,
): Promise<{ id: number }> {
  const { person } = await session.current()
  const sent = images.slice(0, await mostFiles(session))
  const names = images.map(({ name }) => name)
  const input = {
    ...newTicketInput(request, person, htmlWithImages(request.description, sent, names)),
    _tag_filename: sent.map(({ tag }) => tag),
  }
  const files = sent.map(({ file }) => file)
  const answer = await carrying('', onProgress, async (watch) =>
    session.call({ method: 'POST', path: 'Ticket', upload: await filesUpload(files, input, watch) }),
  )
  return { id: parse(created, answer, 'POST Ticket').id }
}
