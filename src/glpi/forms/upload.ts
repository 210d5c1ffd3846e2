import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import * as z from 'zod/mini'
import { Failed, Unreachable } from '../../errors/error.ts'
import { carrying, wireName } from '../document/document.ts'
import type { OutgoingFile } from '../document/documents.ts'
import { type FilePart, multipart } from '../document/multipart.ts'
import type { HttpResponse } from '../http/http.ts'
import { parseJson } from '../http/json.ts'
import { isJson } from '../http/transport.ts'
import { label } from '../wire.ts'
import type { UploadedFile } from './answer-fields.ts'
import { type FormCalls, isTurnedBack, type Post } from './form-calls.ts'
import type { SubmittedFile } from './open-form.ts'
import { plainWords } from './words.ts'

/**
 * Gives the files to the site, which keeps them until the answers name them; a failure leaves nothing that anybody sees.
 * `onProgress` is told the bytes of all of them that left so far.
 */
export async function uploadAll(
  calls: FormCalls,
  files: readonly SubmittedFile[],
  onProgress: (bytes: number) => void = () => undefined,
): Promise<UploadedFile[]> {
  const uploaded: UploadedFile[] = []
  let before = 0
  for (const one of files) {
    const start = before
    const tell = (bytes: number): void => onProgress(start + bytes)
    uploaded.push(await twice(() => upload(calls, one, tell)))
    before += one.file.size
  }
  return uploaded
}

/** What fails on the way is tried once more, from the beginning and by another name. */
async function twice<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreachable && error.code === 'connection-cut') return work()
    throw error
  }
}

async function upload(
  calls: FormCalls,
  { question, file, inline }: SubmittedFile,
  onProgress: (bytes: number) => void,
): Promise<UploadedFile> {
  const field = `_uploader_answers_${question}`
  let prefix = ''
  const answer = await calls.send((post) => {
    prefix = freshPrefix()
    const largest = calls.wiring.pieces.get(question) ?? Number.POSITIVE_INFINITY
    const name = `${prefix}${wireName(file.name)}`
    return file.size > largest
      ? inPieces(post, { file, field, name, onProgress }, largest)
      : send(post, { file, field, name, onProgress })
  })
  // A page in the place of an answer says nothing of the file.
  if (answer.status !== 200 && answer.status !== 413) throw calls.outOfOrder(answer)
  if (answer.status === 200 && !isJson(answer)) throw calls.broken(new Error('an upload: no JSON'))
  return { question, name: nameIn(answer, field, file), prefix, tag: inline?.tag ?? randomUUID() }
}

/** 23 characters, as GLPI's own page makes them; the server breaks down of a name that came before. */
function freshPrefix(): string {
  const bytes = randomBytes(11)
  const digits = String(bytes.readUInt32BE(7) % 10 ** 8).padStart(8, '0')
  return `${bytes.toString('hex', 0, 7)}.${digits}`
}

interface Sending {
  file: OutgoingFile
  field: string
  /** With its prefix. */
  name: string
  onProgress(bytes: number): void
}

async function send(
  post: Post,
  { file, field, name, onProgress }: Sending,
  range: Record<string, string> = {},
): Promise<HttpResponse> {
  return carrying('', onProgress, async (watch) => {
    const failure: FilePart['failure'] = (code, reason = '') =>
      new Failed(`form-file-${code}`, { name: file.name, reason })
    const texts = [
      { field: 'name', text: field },
      { field: 'showfilesize', text: 'true' },
    ]
    const open = await multipart(texts, [{ field: `${field}[]`, wireName: name, file, ...watch, failure }])
    const { headers, body } = open()
    return post('ajax/fileupload.php', { headers: { ...headers, ...range }, body })
  })
}

/** One piece after the other, until one is turned back or refused. */
async function inPieces(post: Post, { file, ...how }: Sending, largest: number): Promise<HttpResponse> {
  const source = file.open()
  // Whoever reads a piece is told of it.
  source.on('error', () => undefined)
  const bytes = piecesOf(source)
  try {
    for (let start = 0; ; start += largest) {
      const size = Math.min(largest, file.size - start)
      const end = start + size
      const piece = { name: file.name, size, open: () => Readable.from(bytes(size), { objectMode: false }) }
      const onProgress = (sent: number): void => how.onProgress(start + sent)
      const range = { 'Content-Range': `bytes ${start}-${end - 1}/${file.size}` }
      const answer = await send(post, { ...how, file: piece, onProgress }, range)
      const isRefused = answer.status !== 200 || isTurnedBack(answer) || entryIn(answer, how.field)?.error
      if (end >= file.size || isRefused) return answer
    }
  } finally {
    source.destroy()
  }
}

/** Gives the bytes of a stream so many at a time. */
function piecesOf(source: Readable): (count: number) => AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let rest: Buffer = Buffer.alloc(0)
  return async function* (count) {
    for (let left = count; left > 0; ) {
      if (rest.length === 0) {
        const { value, done } = await iterator.next()
        if (done) return
        rest = value
      }
      const piece = rest.subarray(0, left)
      rest = rest.subarray(piece.length)
      left -= piece.length
      if (piece.length > 0) yield piece
    }
  }
}

const entry = z.object({ name: label, error: z.optional(z.nullable(z.string())) })
const entries = z.record(z.string(), z.array(entry))

function entryIn(answer: HttpResponse, field: string): z.output<typeof entry> | undefined {
  if (answer.status !== 200 || !isJson(answer)) return undefined
  try {
    return z.parse(entries, parseJson(answer.body))[field]?.[0]
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

/** The name under which the site keeps it. Throws `Failed` when it does not. */
function nameIn(answer: HttpResponse, field: string, file: OutgoingFile): string {
  const kept = entryIn(answer, field)
  if (kept?.error) throw new Failed('form-file-refused', { name: file.name, message: plainWords(kept.error) })
  // Beyond what the server takes of a request, GLPI does not even see that there was a file.
  if (!kept) throw new Failed('form-file-lost', { name: file.name })
  return kept.name
}
