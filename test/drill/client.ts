import { open } from 'node:fs/promises'
import { homedir } from 'node:os'
import { version } from '../../package.json'
import { run } from '../../src/app/run.ts'
import { drillTime, holder, originVariable, writesVariable } from './world.ts'

/** `ipeos` as a process that the drill may kill: the same as bin/ipeos, but in the drill's time, perhaps on a full disk. */
async function start(): Promise<void> {
  const writes = process.env[writesVariable]
  if (writes !== undefined) await fillDiskAfter(Number(writes))
  process.exitCode = await run({
    argv: process.argv.slice(2),
    version,
    env: process.env,
    platform: process.platform,
    home: homedir(),
    nodeVersion: process.versions.node,
    folder: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    holder,
    ...drillTime(Number(process.env[originVariable])),
  })
  process.exit()
}

/** What is kept of drafts, imports and locks is written by file handles: after so many writes each fails as on a full disk. */
async function fillDiskAfter(writes: number): Promise<void> {
  const file = await open(process.execPath)
  const handles = Object.getPrototypeOf(file) as { writeFile(text: string): Promise<void> }
  await file.close()
  const write = handles.writeFile
  let left = writes
  handles.writeFile = async function (...given) {
    left -= 1
    if (left >= 0) return write.apply(this, given)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
}

void start()
