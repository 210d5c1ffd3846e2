import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { Failed } from '../errors/error.ts'
import type { Holder } from '../files/lock.ts'
import { parseJson } from '../files/parse-json.ts'
import { holding, isNewer, readText, writePrivately } from '../files/private-file.ts'

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
  version: z._default(z.literal(1), 1),
  // Each setting stands under its key, and is judged by whoever reads it (setting.ts), who can say what is wrong with it.
  /** By name: `alice@support.ipeos.com`. */
  accounts: z._default(z.record(z.string(), savedAccount), {}),
  /** The account last logged in, by the platform's address. */
  current: z._default(z.record(z.string(), z.string()), {}),
  /** The accounts that were ever logged in here, the last first, by the platform's address; they stay after a logout. */
  known: z.optional(z.record(z.string(), z.array(z.string()))),
  /** The last login was to the embedded platform: it is used until another login. */
  rehearsal: z.optional(z.boolean()),
})

export type SavedAccount = z.infer<typeof savedAccount>
export type SettingsData = z.infer<typeof settingsData>

/**
 * What settings.json of this folder says, by whatever hand; undefined when there is none. A file that cannot be understood
 * stays where it is, and is refused with `Failed` each time: without it, a credential would go to another platform.
 */
export function readSettingsFile(folder: string): Promise<SettingsData | undefined> {
  return readSettings(join(folder, 'settings.json'))
}

/**
 * The settings of a computer, for all its people, and where they stand; none, and their path told to `onOpen`, where others
 * than root and ourselves (`uid`) can change them: they may name a program. Their accounts are nobody's. Rejects as above.
 */
export async function readMachineSettings(
  path: string | undefined,
  { uid, onOpen }: { uid: number | undefined; onOpen(path: string): void },
): Promise<MachineSettings | undefined> {
  if (!path) return undefined
  if ((await isOpen(path, uid)) || (await isOpen(dirname(path), uid))) {
    onOpen(path)
    return undefined
  }
  const data = await readSettings(path)
  return data ? { path, data } : undefined
}

async function isOpen(path: string, uid: number | undefined): Promise<boolean> {
  // What is not there is told, or not missed, by whoever reads it.
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && ((found.mode & 0o022) !== 0 || (found.uid !== 0 && found.uid !== uid))
}

export interface MachineSettings {
  path: string
  data: SettingsData
}

async function readSettings(path: string): Promise<SettingsData | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  // Editors of Windows begin a file with a mark.
  const value = parseJson(text.replace(/^\ufeff/, ''))
  const read = settingsData.safeParse(value)
  if (read.success) return read.data
  if (isNewer(value)) throw new Failed('settings-newer', { path })
  const [issue] = read.error.issues
  throw new Failed('settings-corrupt', { path, reason: value === undefined ? 'JSON' : issue?.path.join('.') || 'JSON' })
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
