import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { inShell } from './program.ts'
import { type Person, personBefore } from './pty.ts'
import type { Site } from './site.ts'

/** Somebody at bash, as at a terminal of their own: jobs can be stopped and continued. */
export interface JobShell extends Person {
  /** Runs a command line. */
  runs(line: string): void
  /** Presses Ctrl-Z, and waits until the shell says that the command is stopped. */
  stops(): Promise<void>
  /** Waits until the shell says so, whoever stopped it. */
  isStopped(): Promise<void>
  /** What the shell finds: whether what is typed shows. */
  looks(): Promise<'shown' | 'hidden'>
  /** Continues the command, and waits until it shows this again. */
  continues(shown: string): Promise<void>
}

const script = `PS1='$ '
look() { case "$(stty -a)" in *" -echo "*) echo "[$1 hidden]" ;; *) echo "[$1 shown]" ;; esac; }
`

/** Needs bash and stty. */
export async function openJobShell({ env, folder }: Site): Promise<JobShell> {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin', 'ipeos'), `#!/bin/sh\nexec ${inShell} "$@"\n`, { mode: 0o755 })
  writeFileSync(join(folder, 'rc'), script)
  const path = `${join(folder, 'bin')}:${process.env.PATH}`
  const person = personBefore('bash', ['--noprofile', '--rcfile', join(folder, 'rc'), '-i'], {
    env: { ...env, PATH: path, HISTFILE: '' },
    folder,
    columns: 100,
  })
  onTestFinished(() => person.isKilled())
  let stops = 0
  let looks = 0
  const isStopped = async (): Promise<void> => {
    stops += 1
    await person.sees(new RegExp(`(\\n\\[1\\]\\+  [^\\n]*ipeos[\\s\\S]*){${stops}}\\$ *$`))
  }
  await person.sees(/^\$/)
  return {
    ...person,
    runs: (line) => person.types(`${line}\r`),
    isStopped,
    stops: async () => {
      person.types('\u001a')
      await isStopped()
    },
    looks: async () => {
      looks += 1
      person.types(`look ${looks}\r`)
      await person.sees(new RegExp(`\\[${looks} (shown|hidden)\\]`))
      return person.screen().includes(`[${looks} shown]`) ? 'shown' : 'hidden'
    },
    continues: async (shown) => {
      person.types('fg\r')
      await person.sees(new RegExp(`fg\\n[^\\n]*ipeos[^\\n]*\\n[\\s\\S]*${shown}[^$]*$`))
    },
  }
}
