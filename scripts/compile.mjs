/** Runs the built `ipeos` once on its embedded platform, to keep what V8 compiles of it: see `src/compiled.ts`. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const bin = join(import.meta.dirname, '..', 'bin', 'ipeos')

/** Leaves out what it cannot make: `ipeos` is the same without it, and a little slower. */
export async function compile(dist) {
  const home = await mkdtemp(join(tmpdir(), 'ipeos-compile-'))
  const folders = ['CONFIG', 'STATE', 'CACHE', 'DATA'].map((name) => [`IPEOS_${name}_DIR`, join(home, name)])
  const env = { PATH: process.env.PATH, HOME: home, ...Object.fromEntries(folders), IPEOS_INSECURE_STORAGE: '1' }
  const platform = spawn(process.execPath, [bin, 'sandbox', 'start', '--tickets', '100'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const line = await new Promise((done, fail) => {
      createInterface({ input: platform.stdout }).once('line', done)
      platform.once('exit', (code) => fail(new Error(`the embedded platform ended (${code})`)))
    })
    const customer = { ...env, IPEOS_URL: line.replace('listening on ', ''), LANG: 'fr_FR.UTF-8' }
    await run(['login', '--user', 'alice', '--password-stdin'], customer, 'alice-secret')
    const folder = resolve(dist, `compiled-${process.version}-${process.platform}-${process.arch}`)
    const keep = join(import.meta.dirname, 'keep-compiled.cjs')
    for (const LANG of ['en_GB.UTF-8', 'fr_FR.UTF-8'])
      await run(['ticket', 'list'], { ...customer, LANG, COMPILED_FOLDER: folder, NODE_OPTIONS: `--require ${keep}` })
  } catch (error) {
    console.warn(`Nothing was compiled beforehand: ${error.message}`)
  } finally {
    platform.kill()
    await rm(home, { recursive: true, force: true })
  }
}

async function run(words, env, input = '') {
  const child = spawn(process.execPath, [bin, ...words], { env, stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(input)
  const code = await new Promise((done, fail) => child.once('error', fail).once('exit', done))
  if (code !== 0) throw new Error(`ipeos ${words.join(' ')} ended with ${code}`)
}
