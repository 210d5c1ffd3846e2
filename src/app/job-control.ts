import { readFileSync } from 'node:fs'

/**
 * Whether a shell started this process as a job, which its `fg` continues: such a job is a group of its own in the session of
 * the terminal. Where the system does not tell (macOS), there nearly always is one.
 */
export function hasJobControl(stat = statOfProcess()): boolean {
  // Behind the name, which may hold anything: state, parent, group, session.
  const [, , group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat === '' || group !== session
}

function statOfProcess(): string {
  try {
    return readFileSync('/proc/self/stat', 'utf8')
  } catch {
    return ''
  }
}
