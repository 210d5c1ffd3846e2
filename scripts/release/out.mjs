/** The folder that a release goes into. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Makes `folder`, empty; throws, deleting nothing, where there is something else in it than an earlier release. */
export function emptied(folder) {
  mkdirSync(folder, { recursive: true })
  const names = readdirSync(folder)
  if (names.length > 0 && !existsSync(join(folder, 'SHA256SUMS')))
    throw new Error(`${folder} holds something else than a release: empty it, or name another one (--out).`)
  for (const name of names) rmSync(join(folder, name), { recursive: true })
}
