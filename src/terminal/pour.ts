import type { PagerOptions, Pieces } from './program/pager.ts'
import type { Output } from './stream.ts'

export interface PourOptions {
  output: Output
  /** Where what is longer than the screen may go through the person's pager. */
  pager: PagerOptions | undefined
  /** What moves on the screen must be gone. */
  beforeWriting(): void
}

/** Writes pieces of text, each once there is room for it; or feeds them to the pager, where the first fills the screen. */
export async function pourInto(pieces: Pieces, { output, pager, beforeWriting }: PourOptions): Promise<void> {
  const coming = pieces[Symbol.asyncIterator]()
  const first = await coming.next()
  if (first.done) return
  const rest: Pieces = { [Symbol.asyncIterator]: () => coming }
  beforeWriting()
  if (pager) {
    const { throughPager } = await import('./program/pager.ts')
    if (await throughPager(first.value, pager, rest)) return
  }
  await room(output, first.value)
  for await (const piece of rest) {
    beforeWriting()
    await room(output, piece)
  }
}

async function room(output: Output, piece: string): Promise<void> {
  if (!output.write(piece)) await new Promise<void>((resolve) => output.once('drain', resolve))
}
