import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { version } from '../../package.json'
import { run } from '../../src/app/run.ts'
import type { World } from '../../src/app/world.ts'
import { Unreachable } from '../../src/errors/error.ts'
import type { Random } from './order.ts'
import type { Client, Ended } from './run-order.ts'
import { drillFlags, drillTime, holder, originVariable, writesVariable } from './world.ts'

/** One command in this many is a process of its own, most of which are killed. */
const killedOneIn = 8
/** One of those in this many is not killed: its disk is full before it ends. */
const fullOneIn = 4
/** One command in this many finds no platform at all. */
const aloneOneIn = 12

export interface Surroundings {
  url: string
  /** A script that is `ipeos` in the drill's time. */
  script: string
  dice: Random
  tally: { kills: number; fullDisks: number }
  origin: number
  /** True once nothing bad happens any more. */
  isHealed(): boolean
}

/** A client as the dice choose it. */
export function someClient({ url, script, dice, tally, origin, isHealed }: Surroundings): Client {
  return (words, folder, { whole = false } = {}) => {
    const argv = [...words, ...drillFlags]
    const env = { ...environment(url, folder), [originVariable]: String(origin) }
    if (isHealed()) return inProcess(argv, env, { folder, origin, isAlone: false })
    const isAlone = dice.below(aloneOneIn) === 0
    if (isAlone || whole || dice.below(killedOneIn) > 0) return inProcess(argv, env, { folder, origin, isAlone })
    if (dice.below(fullOneIn) === 0) {
      tally.fullDisks += 1
      // What can be kept nowhere is sent all the same: the first two writes keep it.
      const writes = String(2 + dice.below(8))
      return ownProcess(script, argv, { env: { ...env, [writesVariable]: writes }, folder })
    }
    tally.kills += 1
    return ownProcess(script, argv, { env, folder, after: 150 + dice.below(700) })
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
    holder,
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

/** `after`: killed then (ms). */
function ownProcess(
  script: string,
  argv: string[],
  { env, folder, after }: { env: Record<string, string>; folder: string; after?: number },
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
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ ...ended, code })
    }),
  )
}
