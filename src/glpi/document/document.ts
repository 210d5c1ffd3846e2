import * as z from 'zod/mini'
import { Failed } from '../../errors/error.ts'
import { plainSentence } from '../html.ts'
import type { Answer } from '../http/http.ts'
import { readRefusal, refused } from '../refusal.ts'
import type { Upload } from '../session/call.ts'
import type { Session } from '../session/session.ts'
import { madeNumber, parse } from '../wire.ts'
import type { OutgoingFile } from './documents.ts'
import { type FilePart, multipart } from './multipart.ts'

// Contract, «POST Document, linked to the ticket».
const attached = z.object({
  id: madeNumber,
  upload_result: z.optional(
    z.object({ filename: z.optional(z.array(z.object({ error: z.optional(z.nullable(z.string())) }))) }),
  ),
})

/**
 * Sends one file and ties it to a ticket; gives the document's number. The file is streamed, never held in memory, and
 * `onProgress` is told its bytes as they leave. Rejects with `Failed` when the platform refuses it or it cannot be read.
 */
export async function attachFile(
  session: Session,
  ticketId: number,
  file: OutgoingFile,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<{ id: number }> {
  const tell = { name: file.name, ticket: ticketId }
  const answer = await carrying(ticketId, onProgress, async (watch) => {
    const upload = await documentUpload(file, { itemtype: 'Ticket', items_id: ticketId }, watch)
    return session.ask({ method: 'POST', path: 'Document', upload })
  })
  return readAnswer(session, file, tell, answer)
}

/** Runs an exchange that carries files; what is wrong with one of them is told in the place of the failure that it causes. */
export async function carrying<Result>(
  ticket: Tell['ticket'],
  onProgress: (bytes: number) => void,
  exchange: (watch: UploadWatch) => Promise<Result>,
): Promise<Result> {
  let trouble: Failed | undefined
  const onTrouble = (error: Failed): void => {
    trouble = error
  }
  try {
    return await exchange({ ticket, onProgress, onTrouble })
  } catch (error) {
    throw trouble ?? error
  }
}

/** Who follows the sending of files. */
export interface UploadWatch {
  ticket: Tell['ticket']
  onProgress(bytes: number): void
  /** Told what is wrong with a file itself, before the exchange fails of it. */
  onTrouble(error: Failed): void
}

/** A document of one file, as a body that can be opened anew for each try; `input` is what else the manifest says. */
export function documentUpload(
  file: OutgoingFile,
  input: Record<string, unknown>,
  watch: UploadWatch,
): Promise<() => Upload> {
  const name = wireName(file.name)
  return filesUpload([file], { name, ...input, _filename: [name] }, watch)
}

/** Files that go with another item, as a body that can be opened anew for each try. */
export function filesUpload(
  files: OutgoingFile[],
  input: Record<string, unknown>,
  { ticket, onProgress, onTrouble }: UploadWatch,
): Promise<() => Upload> {
  const manifest = { field: 'uploadManifest', text: JSON.stringify({ input }), type: 'application/json' }
  const parts = files.map((file, index): FilePart => {
    const tell = { name: file.name, ticket }
    const failure: FilePart['failure'] = (code, reason) =>
      trouble(`upload-${code}`, tell, reason === undefined ? {} : { reason })
    return { field: `filename[${index}]`, wireName: wireName(file.name), file, onProgress, onTrouble, failure }
  })
  return multipart([manifest], parts)
}

/**
 * The name under which the platform has a file. Quotes, slashes and control characters would reach PHP as another name
 * than the manifest's, and the file be «introuvable».
 */
export function wireName(name: string): string {
  const safe = name.normalize('NFC').replace(/[\u0000-\u001f\u007f"\\/]/g, '_')
  return safe.trim() || 'document'
}

async function readAnswer(session: Session, file: OutgoingFile, tell: Tell, answer: Answer): Promise<{ id: number }> {
  if (answer.status === 201) {
    const { id, upload_result: result } = parse(attached, answer.json, 'POST Document')
    const error = result?.filename?.find((one) => one.error)?.error
    if (error) throw trouble('upload-refused', tell, { message: plainSentence(error) })
    return { id }
  }
  const { code, message } = readRefusal(answer.json)
  // «Fichier X introuvable.»: over the limit, or of a refused type (contract, «POST Document of a refused type»).
  if (code !== 'ERROR_GLPI_ADD' || !message.includes(plainSentence(wireName(file.name)))) throw refused(answer)
  const { fileLimit } = await session.current()
  if (file.size <= fileLimit) throw notTaken(file, tell.ticket)
  throw trouble('upload-too-big', tell, { megabytes: fileLimit / megabyte })
}

const megabyte = 1024 * 1024

/**
 * A file below the limit of the platform that it did not take all the same, and did not say why. PHP may have a limit of
 * its own below that, of 2 MB where nobody set it: of a file that is not far from that, nobody can tell type from size.
 */
export function notTaken({ name, size }: Pick<OutgoingFile, 'name' | 'size'>, ticket: Tell['ticket']): Failed {
  if (size < megabyte) return trouble('upload-type', { name, ticket })
  return trouble('upload-type-or-size', { name, ticket }, { megabytes: Math.round((size / megabyte) * 10) / 10 })
}

type UploadTrouble = 'upload-changed' | 'upload-unreadable' | 'upload-refused' | 'upload-too-big' | NotTaken
type NotTaken = 'upload-type' | 'upload-type-or-size'

interface Tell {
  name: string
  ticket: number | string
}

function trouble(code: UploadTrouble, tell: Tell, more: Record<string, string | number> = {}): Failed {
  return new Failed(code, { ...tell, ...more })
}
