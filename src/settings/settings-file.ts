import { join } from 'node:path'
import * as z from 'zod/mini'
import { Failed } from '../errors/error.ts'
import type { Holder } from '../files/lock.ts'
import { parseJson } from '../files/parse-json.ts'
import { holding, isNewer, readText, setAside, writePrivately } from '../files/private-file.ts'

const named = z.object({ id: z.int(), name: z.string() })

const savedAccount = z.looseObject({
  /** The platform's address as the person gave it. */
  url: z.string(),
  user: z.string(),
  storage: z.enum(['keychain', 'file']),
  /** The person accepted that what is sent can be read on the way. */
  allowHttp: z.optional(z.boolean()),
  /** The profile and the entity that this account takes in place of the platform's choice. */
  profile: z.optional(named),
  entity: z.optional(z.union([z.literal('all'), z.object({ ...named.shape, alone: z.optional(z.boolean()) })])),
})

/** What settings.json holds. No secrets. Unknown keys stay: an older ipeos must not lose what a newer one wrote. */
const settingsData = z.looseObject({
  version: z.literal(1),
  // Each setting stands under its key, and is judged by whoever reads it (setting.ts), who can say what is wrong with it.
  /** By name: `alice@support.ipeos.com`. */
  accounts: z.record(z.string(), savedAccount),
  /** The account last logged in, by the platform's address. */
  current: z.record(z.string(), z.string()),
})

export type SavedAccount = z.infer<typeof savedAccount>
export type SettingsData = z.infer<typeof settingsData>

/**
 * What settings.json of this folder says; undefined when there is none. A file that cannot be understood is moved
 * aside, and `Failed` says where to; a file of a newer ipeos stays where it is.
 */
export async function readSettingsFile(folder: string): Promise<SettingsData | undefined> {
  const path = join(folder, 'settings.json')
  const text = await readText(path)
  if (text === undefined) return undefined
  const value = parseJson(text)
  const read = settingsData.safeParse(value)
  if (read.success) return read.data
  if (isNewer(value)) throw new Failed('settings-newer', { path })
  const movedTo = await setAside(path, text)
  if (movedTo === undefined) return readSettingsFile(folder)
  throw new Failed('settings-corrupt', { path, aside: movedTo })
}

/**
 * Changes settings.json of this folder, and gives what it says now; no change of another `ipeos` that runs at the same
 * time is lost.
 */
export async function updateSettingsFile(
  folder: string,
  change: (data: SettingsData) => SettingsData,
  holder?: Holder,
): Promise<SettingsData> {
  const path = join(folder, 'settings.json')
  const update = async (): Promise<SettingsData> => {
    const data = change((await readSettingsFile(folder)) ?? { version: 1, accounts: {}, current: {} })
    await writePrivately(path, `${JSON.stringify(data, undefined, 2)}\n`)
    return data
  }
  return holding(path, update, holder)
}
