import { PassThrough, type Readable, Transform } from 'node:stream'
import type { Failed } from '../../errors/error.ts'
import type { Upload } from '../session/call.ts'
import type { OutgoingFile } from './documents.ts'

/** A text in a body of several parts. */
export interface TextPart {
  field: string
  text: string
  type?: string
}

/** A file in a body of several parts, under the name that the platform is told. */
export interface FilePart {
  field: string
  wireName: string
  file: Pick<OutgoingFile, 'size' | 'open'>
  /** Told the bytes of it that left so far. */
  onProgress(bytes: number): void
  /** The error for a file that is not as it was said to be, or cannot be read. */
  failure(code: 'changed' | 'unreadable', reason?: string): Failed
  /** Told that error, before the exchange fails of it. */
  onTrouble(error: Failed): void
}

/** Texts and files as a body that can be opened anew for each try; files are streamed, never held in memory. */
export async function multipart(texts: TextPart[], files: FilePart[]): Promise<() => Upload> {
  const { default: FormData } = await import('form-data')
  return () => {
    const form = new FormData()
    for (const { field, text, type } of texts) form.append(field, text, type === undefined ? {} : { contentType: type })
    const contents = files.map((part) => {
      const { size } = part.file
      const content = counted(part)
      // form-data takes a known length of 0 for an unknown one.
      form.append(part.field, size === 0 ? Buffer.alloc(0) : content, {
        filename: part.wireName,
        contentType: 'application/octet-stream',
        knownLength: size,
      })
      return content
    })
    return {
      headers: { ...form.getHeaders(), 'Content-Length': String(form.getLengthSync()) },
      body: flowing(form, contents),
    }
  }
}

/** The file's bytes, counted as they pass; fails when they are not as many as promised. */
function counted({ file, onProgress, failure, onTrouble }: FilePart): Transform {
  let sent = 0
  const told = (error: Failed): Failed => {
    onTrouble(error)
    return error
  }
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length
      if (sent > file.size) return done(told(failure('changed')))
      onProgress(sent)
      done(null, chunk)
    },
    flush: (done) => done(sent === file.size ? null : told(failure('changed'))),
  })
  const source = file.open()
  source.once('error', (error: NodeJS.ErrnoException) => {
    counter.destroy(told(failure('unreadable', error.code ?? error.message)))
  })
  counter.once('close', () => source.destroy())
  return source.pipe(counter)
}

/** form-data is a stream of the old kind: it is piped into one that HTTP clients can read, stop and see fail. */
function flowing(form: Readable, contents: Transform[]): Readable {
  const body = new PassThrough()
  form.on('error', (error) => body.destroy(error))
  // Whoever reads the body is told of its failure; until somebody does, it must not end the process.
  body.on('error', () => undefined)
  body.once('close', () => {
    for (const content of contents) content.destroy()
  })
  form.pipe(body)
  return body
}
