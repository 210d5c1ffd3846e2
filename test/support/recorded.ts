import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { openSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'

const CONTRACT = resolve(import.meta.dirname, '../../../shared/contract')

/** Whether the recorded conversations lie beside the project. */
export const areThere = existsSync(CONTRACT)
export const API = { '10.0': '/apirest.php', '11.0': '/api.php/v1' } as const

export interface Conversation {
  scenario: 'v1' | 'forms' | 'customer'
  /** The name of the recording. */
  golden: string
  /** The API’s path on the site. */
  api: string
  /** Whether the administrator makes first what it needs. */
  made?: boolean
}

/** A step of a conversation: what was asked, and what came. */
export interface Step {
  name: string
  status: number
  type: string
  location?: string
  answer: unknown
}

/** What the player says of a conversation with a fresh server: the steps that differ, and the count. */
export function played(options: SandboxOptions, conversation: Conversation): Promise<string> {
  return withServer(options, conversation, async (play) => {
    return (await play('check', goldenFile(conversation)).catch((failed) => failed)).stdout
  })
}

/** The same conversation as it was recorded, and as a fresh server holds it. */
export function recorded(
  options: SandboxOptions,
  conversation: Conversation,
): Promise<{ golden: Step[]; ours: Step[] }> {
  return withServer(options, conversation, async (play, folder) => {
    const file = join(folder, 'ours.json')
    await play('record', file)
    return { golden: await steps(goldenFile(conversation)), ours: await steps(file) }
  })
}

const room = ({ scenario }: Conversation): string => (scenario === 'v1' ? CONTRACT : resolve(CONTRACT, scenario))
const goldenFile = (conversation: Conversation): string => resolve(room(conversation), conversation.golden)
const steps = async (file: string): Promise<Step[]> => JSON.parse(await readFile(file, 'utf8'))

type Play = (mode: 'check' | 'record', file: string) => Promise<{ stdout: string }>

async function withServer<T>(
  options: SandboxOptions,
  conversation: Conversation,
  work: (play: Play, folder: string) => Promise<T>,
): Promise<T> {
  const { scenario, api, made = false } = conversation
  const sandbox = await openSandbox(options)
  const { url, close } = await serve(sandbox)
  const folder = await mkdtemp(join(tmpdir(), 'ipeos-'))
  const node = (name: string, ...words: string[]) =>
    promisify(execFile)('node', [resolve(room(conversation), name), ...words])
  try {
    // As on a real server, by its administrator.
    if (made) await node('fixtures.mjs', url + api, 'apply', '--state', join(folder, 'state.json'))
    return await work(
      (mode, file) => node('contract.mjs', mode, scenario, '--url', url + api, '--golden', file),
      folder,
    )
  } finally {
    await close()
    await sandbox.close()
    await rm(folder, { recursive: true })
  }
}
