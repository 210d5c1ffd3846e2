import { createHash } from 'node:crypto'
import type { Context } from '../../app/context.ts'
import { Failed, WrongUsage } from '../../errors/error.ts'
import { decoded } from '../../files/decoded.ts'
import type { IncomingFile } from '../../glpi/document/documents.ts'
import { plain } from '../../terminal/sanitize.ts'

/** What is on the platform, and is to be written as it is. */
export interface Poured {
  fileName: string
  mime: string
  /** What its bytes must amount to, in hexadecimal, where it is known. */
  sha1?: string | undefined
}

/** True where standard output is meant, not a folder. */
export function isToOutput({ output }: { output?: string }): boolean {
  return output === '-'
}

/** The document that goes to standard output. Throws `WrongUsage` where there are several: one would run into the other. */
export function onlyOne<Document>(documents: Document[]): Document {
  const [only, ...others] = documents
  if (!only || others.length > 0) throw new WrongUsage('several-to-output', { count: documents.length })
  return only
}

/**
 * Writes a document to standard output, and nothing else. Rejects with `WrongUsage` for what is no text on a terminal,
 * unless it is wanted there; with `Failed` when it arrived damaged.
 */
export async function pourDocument(
  { fileName, mime, sha1 }: Poured,
  fetch: () => Promise<IncomingFile>,
  { force = false }: { force?: boolean },
  { terminal, t }: Context,
): Promise<void> {
  const isText = /^text\/|[/+](json|xml)$/.test(mime)
  const isShown = terminal.outputIsTerminal && !force
  if (isShown && !isText) throw new WrongUsage('not-for-terminal', { name: fileName })
  const { stream } = await terminal.during(t('download.fetching', { name: fileName }), fetch())
  const hash = createHash('sha1')
  const shown: Uint8Array[] = []
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    if (isShown) for await (const chunk of passing()) shown.push(chunk)
    else await terminal.pourBytes(passing())
  } finally {
    stream.destroy()
  }
  if (terminal.unheard.aborted) return
  if (sha1 && hash.digest('hex') !== sha1) throw new Failed('damaged-file', { name: fileName })
  // What a text says to a terminal is for people to read, never to be obeyed.
  if (isShown) await terminal.page(plain(decoded(Buffer.concat(shown)).text, { multiline: true }))
}
