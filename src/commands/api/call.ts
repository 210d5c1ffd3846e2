import type { Context } from '../../app/context.ts'
import { WrongUsage } from '../../errors/error.ts'
import { parseJson } from '../../files/parse-json.ts'
import { type ApiCall, type ApiMethod, takesFile } from '../../glpi/api/api.ts'
import type { OutgoingFile } from '../../glpi/document/documents.ts'
import { type GivenField, nested, typedValue } from './field.ts'

export interface ApiFlags {
  rawField?: GivenField[]
  field?: GivenField[]
  /** A file of JSON, or `-`. */
  input?: string
  paginate?: boolean
  ndjson?: boolean
  include?: boolean
  output?: string
  jq?: string
  template?: string
}

/** By what the answer is filtered. */
export function filterOption({ jq, template }: ApiFlags): '--jq' | '--template' | undefined {
  if (jq !== undefined) return '--jq'
  return template === undefined ? undefined : '--template'
}

export interface ApiOptions extends ApiFlags {
  method: ApiMethod
  path: string
}

interface ReadField {
  key: string
  value: unknown
}

/** The call that the options mean; files and stdin are read here, before anything is sent. */
export async function callOf(options: ApiOptions, context: Context): Promise<ApiCall> {
  const { method, path, input } = options
  const given = [...(options.rawField ?? []), ...(options.field ?? [])].sort((one, other) => one.place - other.place)
  const sent = takesFile(options) ? given.find(isFile) : undefined
  const fields: ReadField[] = []
  for (const field of given) if (field !== sent) fields.push(await readField(field, context))
  const body = input === undefined ? undefined : await readJson(input, context)
  const asQuery = method === 'GET' || input !== undefined
  return {
    method,
    path,
    ...(asQuery ? { query: fields.map(({ key, value }) => [key, textOf(value)] as const) } : {}),
    ...(body === undefined ? {} : { body }),
    ...(!asQuery && fields.length > 0 ? { body: nested(fields) } : {}),
    ...(sent ? { file: await fileOf(sent.value.slice(1), context) } : {}),
  }
}

/** `-F file=@screenshot.png`. */
function isFile({ key, value, typed }: GivenField): boolean {
  return typed && key === 'file' && value.startsWith('@')
}

async function readField({ key, value, typed }: GivenField, { files, terminal }: Context): Promise<ReadField> {
  if (!typed) return { key, value }
  if (!value.startsWith('@')) return { key, value: typedValue(value) }
  return { key, value: value === '@-' ? await terminal.readInput() : await files.readText(value.slice(1)) }
}

function textOf(value: unknown): string {
  return value === null ? '' : String(value)
}

async function readJson(path: string, { files, terminal }: Context): Promise<unknown> {
  const text = path === '-' ? await terminal.readInput() : await files.readText(path)
  const value = parseJson(text)
  if (value === undefined) throw new WrongUsage('input-not-json', { path })
  return value
}

/** Of a file that is too large the platform says that there is none (GLPI.md, «v1 — documents»): it is looked at before. */
async function fileOf(path: string, context: Context): Promise<NonNullable<ApiCall['file']>> {
  const { files, terminal } = context
  const { fileLimit } = await (await context.platform()).session()
  const found = await files.check(path, fileLimit)
  if ('problem' in found) throw found.problem
  const file: OutgoingFile = found.file
  const progress = terminal.progress(file.name, file.size)
  return {
    file,
    onProgress: (bytes) => {
      progress.at(bytes)
      if (bytes >= file.size) progress.end()
    },
  }
}
