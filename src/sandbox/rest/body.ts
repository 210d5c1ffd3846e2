import { say } from '../messages.ts'
import { parsePhpQuery } from '../php-query.ts'
import type { Site } from '../site.ts'
import { Refusal, type UploadedFile } from './answer.ts'

/** What a request brought. */
export interface Body {
  values: Record<string, unknown>
  files: UploadedFile[]
}

/** What a request brings: JSON, a form, or files with their manifest. Throws a Refusal when it cannot be read. */
export async function readBody(request: Request, site: Site): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) return readFiles(request, site)
  const text = await request.text()
  if (type.startsWith('application/x-www-form-urlencoded')) return { values: parsePhpQuery(text), files: [] }
  if (text.trim() === '') return { values: {}, files: [] }
  return { values: parseJson(text), files: [] }
}

async function readFiles(request: Request, site: Site): Promise<Body> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  // Over post_max_size PHP drops fields and files alike (GLPI.md, "v1 — documents").
  if (bytes.length > site.configuration.postMaxSizeBytes) throw tooBig()
  const form = await formOf(request, bytes)
  const files: UploadedFile[] = []
  let values: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string') files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
    else if (name === 'uploadManifest') values = parseJson(value)
  }
  if (files.length === 0) throw tooBig()
  return { values, files }
}

async function formOf(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch (cause) {
    if (cause instanceof TypeError) throw tooBig()
    throw cause
  }
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text)
    if (typeof found === 'object' && found !== null) return found as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Refusal(400, 'ERROR_JSON_PAYLOAD_INVALID', say('fr_FR', 'jsonInvalid'))
}

function tooBig(): Refusal {
  return new Refusal(400, 'ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE', say('fr_FR', 'uploadTooBig'))
}
