import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { version } from '../../package.json'
import { run } from '../../src/app/run.ts'
import type { World } from '../../src/app/world.ts'
import { Unreachable } from '../../src/errors/error.ts'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'
import { login } from '../sandbox/caller.ts'
import { random } from '../support/random.ts'
import { type Comparison, type Count, compare } from './compare.ts'
import { failing } from './fault-source.ts'
import { orderOf, type Random } from './order.ts'
import { type Client, type Ended, runOrder } from './run-order.ts'
import { drillFlags, drillTime, originVariable } from './world.ts'

export interface DrillOptions {
  runs: number
  seed: number
  /** A script that is `ipeos` in the drill's time: what is killed. */
  client: string
  glpi: '10.0' | '11.0'
}

export interface DrillResult extends Comparison {
  kills: number
  faults: Record<string, number>
  failures: string[]
}

/** Runs at once: each mostly waits. */
const atOnce = 16
/** One command in this many is a process of its own, most of which are killed. */
const killedOneIn = 8
/** One command in this many finds no platform at all. */
const aloneOneIn = 12
/** For how long after the last command a late server may still be at it (ms of the drill's time). */
const aftermath = 60_000

/** Opens tickets with files and comments on a platform that fails at random, by clients that are killed at random. */
export async function drill({ runs, seed, client, glpi }: DrillOptions): Promise<DrillResult> {
  const dice = random(seed)
  const origin = Date.now()
  const time = drillTime(origin)
  const sandbox = await openSandbox({ glpi })
  const { sandbox: bad, met } = failing(sandbox, dice)
  const served = await serve(bad)
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-drill-'))
  const orders = Array.from({ length: runs }, (_, index) => orderOf(`drill-${seed}-${index}`, dice))
  const tally = { kills: 0 }
  const told = new Map<string, number>()
  const failures: string[] = []
  const next = orders.entries()
  const worker = async (): Promise<void> => {
    for (const [index, order] of next) {
      const place = join(folder, String(index))
      const solve = solveAs(sandbox, 'teo')
      await runOrder(order, place, someClient({ url: served.url, script: client, dice, tally, origin }), solve).then(
        (id) => told.set(order.title, id),
        (error: Error) => failures.push(error.message),
      )
      rmSync(place, { recursive: true, force: true })
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
    // What nobody waits for any more may still be on its way.
    await time.sleep(aftermath)
    const compared = await compare(orders, told, sandbox)
    return { ...compared, kills: tally.kills, faults: Object.fromEntries(met), failures }
  } finally {
    await served.close()
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The drill in words, and whether nothing was lost nor made twice. */
export function report({ tickets, files, comments, wronglyConfirmed, failures, kills, faults }: DrillResult): {
  text: string
  ok: boolean
} {
  const line = (name: string, { asked, lost, duplicated }: Count) =>
    `${name} asked ${asked}, lost ${lost}, duplicated ${duplicated}`
  const text = [
    [line('tickets', tickets), line('files', files), line('comments', comments)].join('; '),
    `wrongly confirmed ${wronglyConfirmed}; clients killed ${kills}; faults ${Object.entries(faults)
      .map(([kind, times]) => `${kind} ${times}`)
      .join(', ')}`,
    ...failures,
  ].join('\n')
  const ok =
    failures.length + wronglyConfirmed === 0 &&
    [tickets, files, comments].every(({ lost, duplicated }) => lost + duplicated === 0)
  return { text, ok }
}

/** Proposes a solution, by a platform that does not fail. */
function solveAs(sandbox: Sandbox, name: string): (ticketId: number) => Promise<void> {
  return async (ticketId) => {
    const input = { itemtype: 'Ticket', items_id: ticketId, content: 'Fait.' }
    await (await login(sandbox, name)).post('/ITILSolution', { input })
  }
}

interface Surroundings {
  url: string
  script: string
  dice: Random
  tally: { kills: number }
  origin: number
}

function someClient({ url, script, dice, tally, origin }: Surroundings): Client {
  return (words, folder) => {
    const argv = [...words, ...drillFlags]
    const env = { ...environment(url, folder), [originVariable]: String(origin) }
    const isAlone = dice.below(aloneOneIn) === 0
    if (isAlone || dice.below(killedOneIn) > 0) return inProcess(argv, env, { folder, origin, isAlone })
    tally.kills += 1
    return killed(script, argv, { env, folder, after: 150 + dice.below(700) })
  }
}

function environment(url: string, folder: string): Record<string, string> {
  const own = ['CONFIG', 'STATE', 'CACHE', 'DATA'].map((name) => [
    `IPEOS_${name}_DIR`,
    join(folder, name.toLowerCase()),
  ])
  return { ...Object.fromEntries(own), IPEOS_URL: url, IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret', LANG: 'C' }
}

interface Place {
  folder: string
  origin: number
  /** There is no platform. */
  isAlone: boolean
}

async function nobody(): Promise<never> {
  throw new Unreachable('connection-refused', { host: 'sandbox.test' })
}

async function inProcess(
  argv: string[],
  env: Record<string, string>,
  { folder, origin, isAlone }: Place,
): Promise<Ended> {
  const output = collected()
  const errors = collected()
  const input = new PassThrough()
  input.end()
  const code = await run({
    argv,
    version,
    env,
    platform: 'linux',
    home: folder,
    nodeVersion: process.versions.node,
    folder,
    stdin: input as unknown as World['stdin'],
    stdout: output.stream as unknown as World['stdout'],
    stderr: errors.stream as unknown as World['stderr'],
    holder: { pid: process.pid, isRunning: () => false },
    ...drillTime(origin),
    ...(isAlone && { http: nobody }),
  })
  return { code, out: output.text(), notes: errors.text() }
}

function collected() {
  let text = ''
  const stream = new PassThrough()
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  return { stream, text: () => text }
}

function killed(
  script: string,
  argv: string[],
  { env, folder, after }: { env: Record<string, string>; folder: string; after: number },
): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...argv], { cwd: folder, env: { PATH: process.env.PATH, ...env } })
  child.stdin.end()
  const ended: Ended = { code: null, out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.notes += text
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ ...ended, code })
    }),
  )
}
