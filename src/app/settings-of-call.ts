import { Failed, IpeosError } from '../errors/error.ts'
import { isClosed, isNowhere } from '../files/home.ts'
import type { Message } from '../i18n/translate.ts'
import { withoutRehearsal } from '../settings/account/saved-account.ts'
import { wrongFolders } from '../settings/checked-folders.ts'
import { machineSettingsPath } from '../settings/folders.ts'
import { defaultUrl } from '../settings/platform-address.ts'
import {
  type GlobalFlags,
  inForce,
  resolveSettings,
  type SettingsOrigin,
  withoutWrong,
  withoutWrongWords,
} from '../settings/resolve.ts'
import { givesSecret } from '../settings/secrets/environment-secret.ts'
import type { Folders, Settings } from '../settings/settings.ts'
import {
  type MachineSettings,
  readMachineSettings,
  readSettingsFile,
  type SettingsData,
} from '../settings/settings-file.ts'
import type { World } from './world.ts'

/** What is set for a call, and by which files. */
export interface SettingsOfCall {
  settings: Settings
  /** settings.json as it stands. */
  kept: SettingsData | undefined
  /** What counts of it. */
  file: SettingsData | undefined
  machine: MachineSettings | undefined
  /** What is left aside, and why. */
  leftAside: Message[]
  /** Paths of this computer’s settings that others can change: they do not count. */
  open: string[]
  /** Why nothing may be sent: where it would go is not known for certain. */
  stop?: IpeosError
  /** With `stop`: the platform that is meant is not known. */
  isNowhere?: boolean
}

interface Origin {
  world: World
  flags: GlobalFlags
  folders: Folders
}

/** What the command of a call makes of the settings. */
export interface CallKind {
  /** Values of settings.json that make no sense stop nothing: the command is there to put them right. */
  repairing?: boolean
  /** A login: it means the platform itself, though one rehearses on the embedded one, unless the call names that. */
  logsIn?: boolean
}

/** Rejects for files that cannot be read, and values that make no sense; of those of `repairing`, only for the first. */
export async function strictSettings(
  { world, flags, folders }: Origin,
  { repairing = false, logsIn = false }: CallKind,
): Promise<SettingsOfCall> {
  const { env, uid } = world
  const open: string[] = []
  const [kept, machine] = await Promise.all([
    readSettingsFile(folders.config),
    readMachineSettings(machineSettingsPath(world), { uid, onOpen: (path) => open.push(path) }),
  ])
  const right = kept && repairing ? withoutWrong(kept) : kept
  const file = right && logsIn ? withoutRehearsal(right) : right
  const given = { flags, env, file, folders, machine: repairing ? undefined : machine }
  const settings = resolveSettings(given)
  if (!repairing) refuseOpen(open, given)
  refuseUnknownPlatform(settings, env)
  return { settings, kept, file, machine, leftAside: [], open }
}

/**
 * The same for what must arrive: values that make no sense are left aside. Where it is not certain which platform is meant,
 * that is said by `stop`, so that the text can be kept.
 */
export async function bestSettings({ world, flags, folders }: Origin): Promise<SettingsOfCall> {
  const leftAside: Message[] = []
  const open: string[] = []
  let stop: IpeosError | undefined
  const stopped = (error: unknown): undefined => {
    if (!(error instanceof IpeosError)) throw error
    stop ??= error
  }
  const isInEnvironment = saysAll(world.env)
  const { config, ...others } = wrongFolders(world)
  for (const { text } of Object.values(others)) leftAside.push(text)
  // Another platform, and another login, may be in the folder that was meant.
  if (config && isInEnvironment) leftAside.push(config.text)
  else if (config) stopped(config)
  const kept = config ? undefined : await readSettingsFile(folders.config).catch(stopped)
  const machine = await readMachineSettings(machineSettingsPath(world), {
    uid: world.uid,
    onOpen: (path) => open.push(path),
  }).catch((error: unknown) => {
    if (!isInEnvironment || !(error instanceof IpeosError)) return stopped(error)
    leftAside.push(error.text)
    return undefined
  })
  const given = { flags, env: world.env, file: kept, folders, machine }
  const right = withoutWrongWords(given, (text) => leftAside.push(text))
  const { file } = right
  const whole = { kept, file, machine, leftAside, open }
  try {
    const settings = resolveSettings(right)
    refuseOpen(open, right)
    refuseUnknownPlatform(settings, right.env)
    if (!stop) return { ...whole, settings }
    return { ...whole, settings, stop, isNowhere: !right.flags.url && !right.flags.sandbox && !right.env.IPEOS_URL }
  } catch (error) {
    stopped(error)
    const { url: _url, sandbox: _sandbox, ...rest } = right.flags
    const env = { ...right.env, IPEOS_URL: undefined }
    const settings = resolveSettings({ flags: rest, env, file: undefined, folders })
    return { ...whole, settings, isNowhere: true, ...(stop && { stop }) }
  }
}

/** Whether the environment says both where to and as whom. */
function saysAll(env: World['env']): boolean {
  const isPerson = Boolean(env.IPEOS_USER) && givesSecret('IPEOS_PASSWORD', env)
  return Boolean(env.IPEOS_URL) && (isPerson || givesSecret('IPEOS_TOKEN', env))
}

/** Settings that others can change may name the platform: without them, a credential would go to another one. */
function refuseOpen([path]: string[], given: SettingsOrigin): void {
  if (path !== undefined && inForce('url', given).source === 'default')
    throw new Failed('machine-settings-open', { path })
}

/** What stands in a home that is closed to us may name the platform: without it, a credential would go to another one. */
function refuseUnknownPlatform({ url, folders }: Settings, { HOME: home }: World['env']): void {
  if (url !== defaultUrl || !home || !isNowhere(folders.config) || !isClosed(home)) return
  throw new Failed('home-closed', { home })
}
