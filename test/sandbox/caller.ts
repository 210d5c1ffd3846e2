import type { Sandbox } from '../../src/sandbox/sandbox.ts'

const HOST = 'http://support.example'

export interface Answered {
  status: number
  headers: Headers
  /** The JSON of the answer; undefined when it is something else. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  json: any
  text: string
}

export interface CallOptions {
  body?: unknown
  form?: FormData
  headers?: Record<string, string>
}

export interface Caller {
  token: string
  call(method: string, path: string, options?: CallOptions): Promise<Answered>
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  post(path: string, body: unknown): Promise<Answered>
}

/** One request to the platform, by its path. */
export async function ask(
  sandbox: Sandbox,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answered> {
  const headers = new Headers(options.headers)
  if (options.body !== undefined) headers.set('Content-Type', 'application/json')
  const body = options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  const request = new Request(HOST + path, { method, headers, ...(body === undefined ? {} : { body }) })
  const response = await sandbox.fetch(request)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined }
}

/** Logs in through the v1 API, and calls with that session. */
export async function login(
  sandbox: Sandbox,
  name: string,
  password = name === 'glpi' ? 'glpi' : `${name}-secret`,
): Promise<Caller> {
  const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
  const opened = await ask(sandbox, 'GET', '/apirest.php/initSession', { headers: { Authorization: authorization } })
  const token: string = opened.json.session_token
  const call: Caller['call'] = (method, path, options = {}) =>
    ask(sandbox, method, `/apirest.php${path}`, { ...options, headers: { 'Session-Token': token, ...options.headers } })
  return {
    token,
    call,
    get: (path, headers = {}) => call('GET', path, { headers }),
    post: (path, body) => call('POST', path, { body }),
  }
}

/** Opens a ticket as this caller, and gives its number. */
export async function openTicket(caller: Caller, input: Record<string, unknown> = {}): Promise<number> {
  const answered = await caller.post('/Ticket', { input: { name: 'Essai', content: '<p>essai</p>', ...input } })
  return answered.json.id
}

/** What `criteria` and friends look like in a query. */
export function searchPath(field: number, searchtype: string, value: string, more = ''): string {
  const query = new URLSearchParams({
    'criteria[0][field]': String(field),
    'criteria[0][searchtype]': searchtype,
    'criteria[0][value]': value,
  })
  return `/search/Ticket?${query}${more}`
}

export function fileForm(manifest: Record<string, unknown>, name: string, bytes: Uint8Array | string): FormData {
  const form = new FormData()
  form.append('uploadManifest', JSON.stringify({ input: manifest }))
  form.append('filename[0]', new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]), name)
  return form
}
