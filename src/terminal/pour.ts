import { once } from 'node:events'
import type { PagerOptions, Pieces } from './program/pager.ts'
import type { Output } from './stream.ts'
import type { FilterLook, PieceFilter } from './terminal.ts'

export interface PourOptions {
  output: Output
  /** Where what is longer than the screen may go through the person's pager. */
  pager: PagerOptions | undefined
  /** What moves on the screen must be gone. */
  beforeWriting(): void
  /** Aborted once nobody reads any more: no further piece is taken. */
  unheard: AbortSignal
}

/** Writes pieces of text, each once there is room for it; or feeds them to the pager, where the first fills the screen. */
export async function pourInto(pieces: Pieces, { output, pager, beforeWriting, unheard }: PourOptions): Promise<void> {
  const coming = pieces[Symbol.asyncIterator]()
  const first = await coming.next()
  if (first.done) return
  const rest: Pieces = { [Symbol.asyncIterator]: () => coming }
  beforeWriting()
  if (pager) {
    const { throughPager } = await import('./program/pager.ts')
    if (await throughPager(first.value, pager, rest)) return
  }
  await roomFor(first.value, output, unheard)
  for await (const piece of rest) {
    if (unheard.aborted) return
    beforeWriting()
    await roomFor(piece, output, unheard)
  }
}

/** Of each piece what the filter makes of it, as it comes; of JSON that is one value, once all of it is there. */
export async function* filtered(
  pieces: Pieces,
  { apply, inLines }: PieceFilter,
  look: FilterLook,
): AsyncGenerator<string> {
  let whole = ''
  for await (const piece of pieces) {
    if (!inLines) whole += piece
    else if (piece !== '') yield await applied(piece)
  }
  if (whole !== '') yield await applied(whole)

  /** What came by now, a signal for one, is answered first: while a filter runs nothing is. */
  async function applied(piece: string): Promise<string> {
    await new Promise((resolve) => setImmediate(resolve))
    return apply(piece, look)
  }
}

/** Writes, and waits until there is room for more, or nobody reads any more. */
export async function roomFor(piece: string | Uint8Array, output: Output, unheard: AbortSignal): Promise<void> {
  if (output.write(piece)) return
  await once(output, 'drain', { signal: unheard }).catch((error: unknown) => {
    if (!unheard.aborted) throw error
  })
}
