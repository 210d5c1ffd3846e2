import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { close, listen } from './loopback.ts'
import { bin } from './program.ts'

export interface StoryOptions {
  /** Variables beside, or in the place of, those of the story; `undefined` takes one away. */
  env?: Record<string, string | undefined>
  /** The version of the embedded platform that `up` starts first; a script may say `G=10.0 up` later. */
  glpi?: '10.0' | '11.0'
  /** Another person than the one who runs the tests. */
  uid?: number
  gid?: number
}

export interface Story {
  /** The exit code of the script; null where it was killed. */
  code: number | null
  out: string
  err: string
  /** What stands in the home of the script at its end, hidden files too: the path there, and its text. */
  files: Record<string, string>
  /** What the script wrote into a file as JSON. */
  json(name: string): unknown
}

/**
 * The functions that every story may call. The platform answers at the same address after each `up`, with what it had
 * at the last `down`; a story begins without it.
 */
const prelude = `
up() {
  : >"$STORY/sandbox.log"
  ipeos sandbox start --port "$PORT" --glpi "\${G:-11.0}" --data "$STORY/data" >"$STORY/sandbox.log" 2>&1 &
  S=$!
  until read -r line <"$STORY/sandbox.log"; do
    kill -0 $S 2>/dev/null || { cat "$STORY/sandbox.log" >&2; exit 99; }
    sleep 0.1
  done
}
down() { kill $S; wait $S || :; }
`

/**
 * Runs a whole shell script as an administrator would: plain sh, `ipeos` on PATH, a home of its own, alice's credential in
 * the environment, a platform that is down until the script says `up`. Whatever it started is gone when it ends.
 */
export async function shellStory(script: string, options: StoryOptions = {}): Promise<Story> {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-story-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  chmodSync(folder, 0o777)
  const home = join(folder, 'home')
  for (const name of ['home', 'bin']) mkdirSync(join(folder, name))
  chmodSync(home, 0o777)
  symlinkSync(bin, join(folder, 'bin', 'ipeos'))
  symlinkSync(process.execPath, join(folder, 'bin', 'node'))
  const port = await freePort()
  const { env = {}, glpi = '11.0', ...as } = options
  const ended = await runScript(prelude + script, {
    cwd: home,
    ...as,
    env: {
      PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
      TMPDIR: tmpdir(),
      ...{ STORY: folder, HOME: home, LC_ALL: 'C.UTF-8', PORT: String(port), G: glpi },
      ...{ IPEOS_URL: `http://127.0.0.1:${port}`, IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret' },
      ...env,
    },
  })
  const files = textsUnder(home)
  return { ...ended, files, json: (name) => JSON.parse(files[name] ?? '') }
}

/** Runs it in a process group of its own, which is ended with it. */
function runScript(
  script: string,
  options: { cwd: string; env: Record<string, string | undefined>; uid?: number; gid?: number },
): Promise<Pick<Story, 'code' | 'out' | 'err'>> {
  const child = spawn('sh', ['-c', script], { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const endAll = () => killGroup(child.pid)
  process.once('exit', endAll)
  onTestFinished(endAll)
  const printed = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    // What it left running may hold its streams open.
    child.once('exit', endAll)
    child.once('close', (code) => {
      process.off('exit', endAll)
      resolve({ code, ...printed })
    })
  })
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const url = await listen(server)
  await close(server)
  return Number(new URL(url).port)
}

function textsUnder(home: string): Record<string, string> {
  const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(home, path), readFileSync(path, 'utf8')]
    }),
  )
}
