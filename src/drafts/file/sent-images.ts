import { type Delivery, lookForSent, noteArrived, noteShown, type Unseen } from '../send-files.ts'
import { arrivedIn, shownFiles } from './shown-files.ts'

/**
 * Images that went within a text are in no list: what the platform has of it, as `read` gives it, tells which of them are
 * there. Gives those of which it cannot be seen now.
 */
export async function noteImages(
  delivery: Delivery & { open: { draft: { id: string } } },
  text: string,
  read: () => Promise<string | undefined>,
): Promise<Unseen> {
  const { draft } = delivery.open
  const sent = shownFiles(text, draft).filter(({ index }) => draft.files[index]?.document === undefined)
  if (sent.length === 0) return new Map()
  const places = sent.map(({ index }) => index)
  return lookForSent(delivery.open, places, async () => {
    await noteShown(delivery, arrivedIn((await read()) ?? '', sent))
    // What went along and is shown nowhere, as one that is no image, is a document as any other.
    await noteArrived(delivery)
  })
}
