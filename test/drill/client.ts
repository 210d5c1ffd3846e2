import { homedir } from 'node:os'
import { version } from '../../package.json'
import { run } from '../../src/app/run.ts'
import { drillTime, originVariable } from './world.ts'

/** `ipeos` as a process that the drill may kill: the same as bin/ipeos, but in the drill's time. */
async function start(): Promise<void> {
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
    holder: { pid: process.pid, isRunning: () => false },
    ...drillTime(Number(process.env[originVariable])),
  })
  process.exit()
}

void start()
