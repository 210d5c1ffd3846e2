import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type BinResult, runBin } from './bin.ts'
import { close, listen } from './loopback.ts'

/** Answers in the place of the platform; false leaves the answer to it. */
export type Hostility = (request: IncomingMessage, response: ServerResponse) => unknown

export interface HostileRun extends BinResult {
  /** Megabytes that the client held at most; undefined where the system does not say. */
  peak: number | undefined
  /** What it left in the folder that it ran in, by its path from there; no hidden folder of the person's. */
  files: string[]
}

const person = {
  glpiID: 8,
  glpiname: 'alice',
  glpifriendlyname: 'Durand Alice',
  glpilanguage: 'fr_FR',
  glpiactive_entity: 1,
  glpiactive_entity_name: 'IPEOS',
  glpiactiveprofile: { id: 1, name: 'Self-Service', interface: 'helpdesk' },
}

const date = '2026-01-15 12:00:00'

export const row = (id: number, values: object = {}) => ({
  1: `Ticket ${id}`,
  2: id,
  3: 3,
  7: null,
  10: 3,
  12: 1,
  14: 1,
  15: date,
  19: date,
  ...values,
})

export const followup = (id: number, content = 'Bonjour') => ({
  id,
  users_id: 'teo',
  content,
  date,
  date_creation: date,
  is_private: 0,
})

export const ticket = {
  id: 7,
  name: 'Panne',
  content: '<p>Rien ne va.</p>',
  status: 2,
  urgency: 3,
  priority: 3,
  type: 1,
  itilcategories_id: 0,
  entities_id: 'IPEOS',
  users_id_recipient: 'alice',
  date,
  date_creation: date,
  date_mod: date,
  solvedate: null,
  closedate: null,
  actiontime: 0,
  is_deleted: 0,
}

/** What the platform answers to whoever means well: a session, one ticket that nothing happened to, a form. */
const answers: Array<[path: RegExp, answer: unknown]> = [
  [/\/initSession/, { session_token: 'token-1', session: person }],
  [/\/getGlpiConfig/, { cfg_glpi: { version: '10.0.14', document_max_size: '2' } }],
  [/\/killSession/, true],
  [/\/search\/Ticket/, { totalcount: 1, data: [row(7)] }],
  [/\/Ticket\/7\?/, ticket],
  [/\/Ticket\/7\//, []],
  [/\/ITILCategory/, ['ERROR_RIGHT_MISSING', 'x']],
]

export function json(response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  const status = Array.isArray(value) && value[0] === 'ERROR_RIGHT_MISSING' ? 403 : 200
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value))
}

function behave(request: IncomingMessage, response: ServerResponse): void {
  const { url = '/' } = request
  const found = answers.find(([path]) => path.test(url))
  if (found) json(response, found[1])
  else if (url === '/') response.writeHead(200, { 'Set-Cookie': 'glpi_0123abcd=x; path=/' }).end('<html></html>')
  else response.writeHead(404, { 'Content-Type': 'text/html' }).end('<title>404</title>')
}

/** `bin/ipeos` against a platform that is hostile on some paths and well-behaved on all others. */
export async function againstHostile(
  words: string[],
  hostility: Record<string, Hostility>,
  more: Record<string, string> = {},
): Promise<HostileRun> {
  const server = createServer((request, response) => {
    response.on('error', () => undefined)
    const { url = '/' } = request
    const [, act] = Object.entries(hostility).find(([start]) => url.startsWith(start)) ?? []
    if (!act || act(request, response) === false) behave(request, response)
  })
  const url = await listen(server)
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-hostile-'))
  onTestFinished(async () => {
    await close(server)
    rmSync(folder, { recursive: true, force: true })
  })
  const peakFile = join(folder, 'peak')
  const measuring = process.platform === 'linux'
  const env = {
    HOME: folder,
    IPEOS_URL: url,
    IPEOS_USER: 'alice',
    IPEOS_PASSWORD: 'alice-secret',
    IPEOS_INSECURE_STORAGE: '1',
    LANG: 'en_GB.UTF-8',
    ...more,
    ...(measuring && {
      PEAK_MEMORY_FILE: peakFile,
      NODE_OPTIONS: `--require ${join(import.meta.dirname, 'peak-memory.cjs')}`,
    }),
  }
  const result = await runBin(words, { env, folder })
  const peak = measuring ? Number(readFileSync(peakFile, 'utf8')) / 1024 : undefined
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => !/^(peak$|\.)/.test(path))
  return { ...result, peak, files }
}
