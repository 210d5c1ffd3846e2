/**
 * How long `ipeos` takes to start, as ratios to `node -e 0` in the same run: medians of 20, interleaved so that a busy
 * moment of the machine falls on all of them alike. Ends with 1 when a bound is passed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const rounds = 20
const bin = join(import.meta.dirname, '..', 'bin', 'ipeos')
const folder = mkdtempSync(join(tmpdir(), 'ipeos-bench-'))
// As node starts for whoever runs this: an environment with NODE_EXTRA_CA_CERTS, say, adds 30 ms to every process.
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('IPEOS_'))),
  HOME: folder,
  LANG: 'fr_FR.UTF-8',
  IPEOS_CONFIG_DIR: join(folder, 'config'),
  IPEOS_INSECURE_STORAGE: '1',
}

const platform = spawn(
  process.execPath,
  [bin, 'sandbox', 'start', '--data', join(folder, 'platform'), '--tickets', '50'],
  { env },
)
try {
  env.IPEOS_URL = await new Promise((resolve, reject) => {
    createInterface({ input: platform.stdout }).once('line', (line) => resolve(line.replace('listening on ', '')))
    platform.once('exit', (code) => reject(new Error(`the sandbox did not start (${code})`)))
  })
  run([bin, 'login', '--user', 'alice', '--password-stdin'], 'alice-secret')
  run([bin, 'ticket', 'list', '--limit', '50'])

  const bare = ['-e', '0']
  const cases = {
    '--version': [bin, '--version'],
    '--help': [bin, '--help'],
    'ticket list': [bin, 'ticket', 'list', '--limit', '50'],
  }
  const medians = measure({ bare, ...cases })
  const base = medians.bare
  const slow = process.env.NODE_EXTRA_CA_CERTS ? ', with NODE_EXTRA_CA_CERTS' : ''
  console.log(`${cpus()[0]?.model}, node ${process.version}${slow}; medians of ${rounds}`)
  console.log(`node -e 0     ${base.toFixed(1)} ms`)
  report('--version', medians['--version'], medians['--version'] / base, 1.15)
  report('--help', medians['--help'], medians['--help'] / base, 1.35)
  const more = medians['ticket list'] - base
  console.log(
    `ticket list   ${medians['ticket list'].toFixed(1)} ms   node -e 0 + ${more.toFixed(0)} ms (at most + 130 ms)${more > 130 ? '  ✗' : ''}`,
  )
  if (more > 130) process.exitCode = 1
} finally {
  platform.kill()
  rmSync(folder, { recursive: true, force: true })
}

function run(args, input) {
  const { status, stderr } = spawnSync(process.execPath, args, { env, input: input ?? '' })
  if (status !== 0) throw new Error(`${args.slice(1).join(' ')} ended with ${status}: ${stderr}`)
}

function measure(cases) {
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]))
  for (const args of Object.values(cases)) run(args)
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(cases)) {
      const start = process.hrtime.bigint()
      run(args)
      times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  return (sorted[rounds / 2 - 1] + sorted[rounds / 2]) / 2
}

function report(name, time, ratio, most) {
  console.log(
    `${name.padEnd(13)} ${time.toFixed(1)} ms   ${ratio.toFixed(2)} × node -e 0 (at most ${most} ×)${ratio > most ? '  ✗' : ''}`,
  )
  if (ratio > most) process.exitCode = 1
}
