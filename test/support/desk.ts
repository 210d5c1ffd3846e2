import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { version } from '../../package.json'
import { run } from '../../src/app/run.ts'
import type { World } from '../../src/app/world.ts'
import { fetchHttp } from '../../src/glpi/http/fetch-http.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Secrets } from '../../src/settings/account/account.ts'
import type { SecretStore } from '../../src/settings/secrets/store.ts'
import { type Answer, scriptedPrompts } from './scripted-prompts.ts'

export interface Result {
  code: number
  /** stdout: data. */
  out: string
  /** stderr: notes, errors. */
  notes: string
}

export interface CallOptions {
  /** What the person answers, in order; a question that is not expected fails the test, as does an answer too many. */
  answers?: Answer[]
  /** Real prompts in the place of these answers: the keys come by the world's stdin. */
  byKeys?: boolean
  /** A terminal of this many columns; without it, pipes. */
  columns?: number
  env?: Record<string, string>
  stdin?: string | Uint8Array
  /** What of the world is to be other than usual: its clock, its sleep. */
  world?: Partial<World>
}

/** A person's place: a home folder, a keychain, a platform; `ipeos` runs in this very process. */
export interface Desk {
  home: string
  keychain: Map<string, Secrets>
  ipeos(words: string[], options?: CallOptions): Promise<Result>
}

export const siteUrl = 'https://support.example'

/** A desk whose account is in the environment (`user: null`: nobody's yet). */
export function newDesk(site: Pick<Sandbox, 'fetch'>, { user = 'alice' }: { user?: string | null } = {}): Desk {
  const home = mkdtempSync(join(tmpdir(), 'ipeos-desk-'))
  const keychain = new Map<string, Secrets>()
  const login: Record<string, string> = user ? { IPEOS_USER: user, IPEOS_PASSWORD: `${user}-secret` } : {}
  return {
    home,
    keychain,
    ipeos: async (words, options = {}) => {
      const output = stream(options.columns)
      const errors = stream(options.columns)
      const prompts = scriptedPrompts(options.answers ?? [])
      const code = await run({
        argv: words,
        version,
        env: { IPEOS_URL: siteUrl, LANG: 'en_GB.UTF-8', TERM: 'xterm', ...login, ...options.env },
        platform: 'linux',
        ...(process.getuid && { uid: process.getuid() }),
        home,
        nodeVersion: process.versions.node,
        folder: home,
        stdin: input(options) as unknown as World['stdin'],
        stdout: output.stream as unknown as World['stdout'],
        stderr: errors.stream as unknown as World['stderr'],
        now: () => new Date(),
        // Nobody waits in a test.
        sleep: async () => undefined,
        random: () => 0.5,
        holder: { pid: process.pid, isRunning: () => false },
        timeZone: 'Europe/Paris',
        http: fetchHttp((request) => site.fetch(request)),
        ...(!options.byKeys && { prompts }),
        keychain: memoryStore(keychain),
        ...options.world,
      })
      prompts.finish()
      return { code, out: output.text(), notes: errors.text() }
    },
  }
}

/** One command of a person whose credentials are in the environment. */
export function ipeos(
  site: Pick<Sandbox, 'fetch'>,
  words: string[],
  options?: CallOptions & { user?: string },
): Promise<Result> {
  return newDesk(site, options?.user ? { user: options.user } : {}).ipeos(words, options)
}

function stream(columns: number | undefined) {
  const chunks: Buffer[] = []
  // Where a machine is slow, a spinner turns.
  const terminal = { isTTY: true, columns, cursorTo: () => true, moveCursor: () => true, clearLine: () => true }
  const pass = Object.assign(new PassThrough(), columns ? terminal : {})
  pass.on('data', (chunk: Buffer) => chunks.push(chunk))
  return { stream: pass, text: () => Buffer.concat(chunks).toString('utf8') }
}

function input({ stdin, columns }: CallOptions): PassThrough {
  const pass = Object.assign(new PassThrough(), columns && stdin === undefined ? { isTTY: true } : {})
  pass.end(stdin ?? '')
  return pass
}

function memoryStore(entries: Map<string, Secrets>): SecretStore {
  return {
    get: async (account) => structuredClone(entries.get(account)),
    set: async (account, secrets) => void entries.set(account, structuredClone(secrets)),
    remove: async (account) => entries.delete(account),
  }
}
