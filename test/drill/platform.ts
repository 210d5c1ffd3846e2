import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'
import { type FaultSource, faultSource } from './fault-source.ts'
import type { Random } from './order.ts'

export type Version = '10.0' | '11.0'

/** What an order meets: a platform that fails, and is upgraded or put back now and then, until it is healed. */
export interface BadPlatform {
  url: string
  /** As it is now, without faults. */
  now(): Sandbox
  faults: FaultSource
  /** Runs a command; now and then the platform is of another version after it, never while one runs. */
  during<Result>(command: () => Promise<Result>): Promise<Result>
  /** No fault comes any more, and it takes all that may wait. */
  heal(): void
  versions(): number
  close(): Promise<void>
}

/** Commands between two versions. */
const commandsOfVersion = 120

export interface BadOptions {
  configuration?: SandboxOptions['configuration']
  /** It is neither upgraded nor put back. */
  staysAsItIs?: boolean
}

export async function badPlatform(
  glpi: Version,
  dice: Random,
  { configuration = {}, staysAsItIs = false }: BadOptions = {},
): Promise<BadPlatform> {
  const data = mkdtempSync(join(tmpdir(), 'ipeos-drill-data-'))
  const sandboxes = {
    '10.0': await openSandbox({ glpi: '10.0', data, configuration }),
    '11.0': await openSandbox({ glpi: '11.0', data, configuration }),
  }
  let version = glpi
  let changes = 0
  const now = (): Sandbox => sandboxes[version]
  const faults = faultSource(dice)
  let isHealed = false
  const fetch = (request: Request): Promise<Response> => {
    const sandbox = now()
    return isHealed ? sandbox.fetch(request) : faults.pass(request, sandbox)
  }
  const { url, close } = await serve({ ...now(), fetch })
  let commands = 0
  let running = 0
  let turn: Promise<void> | undefined
  const resting: Array<() => void> = []
  const enter = async (): Promise<void> => {
    while (turn) await turn
    running += 1
    commands += 1
  }
  const leave = async (): Promise<void> => {
    running -= 1
    if (running === 0) for (const wake of resting.splice(0)) wake()
    if (turn || staysAsItIs || commands < commandsOfVersion) return
    commands = 0
    let open: () => void = () => undefined
    turn = new Promise((resolve) => {
      open = resolve
    })
    if (running > 0) await new Promise<void>((resolve) => resting.push(resolve))
    version = version === '10.0' ? '11.0' : '10.0'
    changes += 1
    turn = undefined
    open()
  }
  return {
    ...{ url, now, faults },
    during: async (command) => {
      await enter()
      try {
        return await command()
      } finally {
        await leave()
      }
    },
    heal: () => {
      isHealed = true
      // What was filled by a form of the service catalogue waits for a platform that has one.
      version = '11.0'
    },
    versions: () => changes,
    close: async () => {
      await close()
      for (const sandbox of Object.values(sandboxes)) await sandbox.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
