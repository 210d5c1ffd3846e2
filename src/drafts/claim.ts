import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failed } from '../errors.ts'

/** This very process, and how to tell whether another one still runs. */
export interface Claimant {
  pid: number
  isRunning(pid: number): boolean
}

/** After a restart of the machine another program may bear the number: a claim this old (ms) is nobody's. */
const longestClaim = 24 * 3600 * 1000

/**
 * Claims a draft for this process, so that two `ipeos` never send the same one at once; gives what ends the claim, or
 * undefined when another one that runs has it. Each process has a claim file of its own and looks at the others' once
 * its own is there: of two that come at the same time, one at least sees the other; a killed one leaves nothing to wait for.
 */
export async function claim(
  folder: string,
  id: string,
  { pid, isRunning }: Claimant,
): Promise<(() => Promise<void>) | undefined> {
  const own = `${id}.${pid}.claim`
  await writeFile(join(folder, own), '', { mode: 0o600 })
  const release = (): Promise<void> => rm(join(folder, own), { force: true })
  for (const { name, pid: other } of await claimsOn(folder, id)) {
    if (name === own) continue
    if (isRunning(other) && !(await isOld(join(folder, name)))) {
      await release()
      return undefined
    }
    await rm(join(folder, name), { force: true })
  }
  return release
}

/** The first writing of what is claimed. Where it fails, as on a full disk, the claim goes: on nothing it would stay for good. */
export async function writtenOrReleased(write: () => Promise<void>, release: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    await release()
    throw error
  }
}

/** For how long one waits for the others (ms): each may itself be waiting for a platform that is slow. */
const longestTurn = 5 * 60_000

/** The same, but waits until the others have ended theirs. Rejects with `Failed` when they do not. */
export async function claimInTurn(folder: string, id: string, claimant: Claimant): Promise<() => Promise<void>> {
  const since = performance.now()
  while (performance.now() - since < longestTurn) {
    const release = await claim(folder, id, claimant)
    if (release) return release
    // Two that step back for each other must not come back together.
    await pause(50 + Math.random() * 250)
  }
  throw new Failed('draft.no-turn', undefined, { hint: { key: 'draft.in-use-hint' } })
}

/** True when a process that runs is at this draft. */
export async function isClaimed(folder: string, id: string, { pid, isRunning }: Claimant): Promise<boolean> {
  return (await claimsOn(folder, id)).some((one) => one.pid !== pid && isRunning(one.pid))
}

async function claimsOn(folder: string, id: string): Promise<Array<{ name: string; pid: number }>> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${id}.`) && name.endsWith('.claim'))
  return names.map((name) => ({ name, pid: Number(name.slice(id.length + 1, -'.claim'.length)) }))
}

async function isOld(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > longestClaim
  } catch (error) {
    // Released meanwhile.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true
    throw error
  }
}
