/** What the measurements are made with: a folder of their own, platforms, `ipeos` and other programs as processes. */
import { fork, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { install, pack } from './package.mjs'

const root = join(import.meta.dirname, '..')
export const folder = mkdtempSync(join(tmpdir(), 'ipeos-bench-'))
const started = []

process.once('exit', () => {
  for (const child of started) child.kill()
  rmSync(folder, { recursive: true, force: true })
})

// As node starts for whoever runs this: NODE_EXTRA_CA_CERTS, say, adds 30 ms to every process.
const usual = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(IPEOS_|CI$|npm_)/.test(name))),
  HOME: folder,
  LANG: 'fr_FR.UTF-8',
  NO_PROXY: '127.0.0.1',
}

let platformCode
let installed

/** The folder of the package that is measured; packed here, unless another one was said. */
export function program() {
  installed ??= install(pack(folder), folder)
  return installed
}

/** Measures this package (a file) from now on. */
export function measure(file) {
  installed = install(file, folder)
}

/** A platform on loopback, with alice logged in. `requests()` gives what it was asked since the last time. */
export async function startPlatform(options) {
  platformCode ??= await bundlePlatform()
  const child = fork(platformCode, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  started.push(child)
  const next = () =>
    new Promise((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', (code) => reject(new Error(`the platform ended (${code})`)))
    })
  const { url } = await next()
  const home = join(folder, String(new URL(url).port))
  const env = {
    ...usual,
    IPEOS_CONFIG_DIR: join(home, 'config'),
    IPEOS_STATE_DIR: join(home, 'state'),
    IPEOS_CACHE_DIR: join(home, 'cache'),
    IPEOS_INSECURE_STORAGE: '1',
    IPEOS_URL: url,
  }
  await run(ipeos('login', '--user', 'alice', '--password-stdin'), { env, input: 'alice-secret' })
  return {
    url,
    env,
    token: await sessionToken(url),
    requests: async () => {
      const answer = next()
      child.send('requests')
      return (await answer).requests
    },
    /** From now on each page of a search takes longer: so much a request, so much for 1,000 rows (ms). */
    takePace: (pace) => child.send(pace),
    stop: () => child.kill(),
  }
}

async function bundlePlatform() {
  const parent = join(root, 'node_modules', '.cache')
  mkdirSync(parent, { recursive: true })
  const output = mkdtempSync(join(parent, 'bench-'))
  process.once('exit', () => rmSync(output, { recursive: true, force: true }))
  const bundle = await rolldown({
    cwd: root,
    input: { platform: 'bench/platform.ts' },
    platform: 'node',
    onLog: () => undefined,
  })
  await bundle.write({ dir: output, format: 'cjs', exports: 'named', dynamicImportInCjs: false })
  await bundle.close()
  const start = join(output, 'start.cjs')
  writeFileSync(start, "require('./platform.js').run(process)")
  return start
}

async function sessionToken(url) {
  const answer = await fetch(`${url}/apirest.php/initSession`, { headers: { Authorization: 'user_token alice-token' } })
  return (await answer.json()).session_token
}

/** The words that start `ipeos`. */
export function ipeos(...words) {
  return [process.execPath, join(program(), 'bin', 'ipeos'), ...words]
}

/**
 * Runs a program to its end: how long it took (ms), what it printed (its output where that is `kept`). Throws when it fails.
 * `peak`: also the most memory that it ever held (MB), which is looked at by a module loaded before it.
 */
export async function run([program, ...words], { env = usual, input, kept = false, peak = false } = {}) {
  const memory = join(folder, 'peak')
  const preload = join(root, 'test', 'support', 'peak-memory.cjs')
  const own = peak ? { ...env, PEAK_MEMORY_FILE: memory, NODE_OPTIONS: `--require ${preload}` } : env
  const start = performance.now()
  const child = spawn(program, words, {
    env: own,
    cwd: folder,
    stdio: [input === undefined ? 'ignore' : 'pipe', kept ? 'pipe' : 'ignore', 'pipe'],
  })
  child.stdin?.end(input)
  let [output, errors] = ['', '']
  // What nobody wants goes to /dev/null: a reader of ours would take the processor from what is measured.
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  const time = performance.now() - start
  if (code !== 0) throw new Error(`${[program, ...words].join(' ').slice(0, 300)} ended with ${code}: ${errors}`)
  return { time, output, errors, ...(peak ? { peak: Number(readFileSync(memory, 'utf8')) / 1024 } : {}) }
}

/** Runs a program to its end, without its output; gives the time that it took, and that of the processor (both ms). */
export async function effort(program, { env = usual } = {}) {
  const timed = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>&1'
  const { errors } = await run(['bash', '-c', timed, 'bash', ...program], { env })
  const [wall, user, system] = errors
    .trim()
    .split(' ')
    .map((seconds) => Number(seconds) * 1000)
  return { wall, processor: user + system }
}

/** Runs programs in turn, so that a busy moment of the machine falls on all of them alike; gives their medians (ms). */
export async function medians(programs, rounds, options = {}) {
  const names = Object.keys(programs)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) {
      const program = typeof programs[name] === 'function' ? programs[name](round) : programs[name]
      times[name].push((await run(program, options)).time)
    }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]))
}

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
