import type { Stats } from 'node:fs'
import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Context } from '../../app/context.ts'
import { isWaiting } from '../../drafts/describe.ts'
import { Failed } from '../../errors/error.ts'
import { hasCode } from '../../files/has-code.ts'
import { isNowhere } from '../../files/home.ts'
import { folderNames } from '../../settings/folders.ts'
import { quoted } from '../../terminal/quoted.ts'
import { type Check, type Finding, fine, warned } from './check.ts'

/** This computer: what ipeos runs on, keeps things in, and shows them on. */
export function computerChecks(context: Context): Check[] {
  return [
    { id: 'node', look: async () => lookAtNode(context.machine.nodeVersion) },
    { id: 'settings', look: async () => lookAtSettings(context) },
    { id: 'folders', look: () => lookAtFolders(context) },
    { id: 'drafts', look: () => lookAtDrafts(context) },
    { id: 'terminal', look: async () => lookAtTerminal(context) },
  ]
}

const oldest = [20, 18, 1]

function lookAtNode(version: string): Finding {
  const parts = version.split('.').map(Number)
  const place = oldest.findIndex((part, at) => part !== parts[at])
  const isEnough = place < 0 || (parts[place] ?? 0) > (oldest[place] ?? 0)
  if (isEnough) return fine('doctor.seen.value', { value: version })
  const needed = oldest.join('.')
  throw new Failed('old-node', { version, needed })
}

/** A name that is mistyped changes nothing, and nobody says so. */
function lookAtSettings({ configuration }: Context): Finding {
  const unknown = configuration.unknown()
  if (unknown.length === 0) return fine('doctor.seen.settings')
  const paths = [...new Set(unknown.map(({ path }) => path))].join(', ')
  const keys = unknown.map(({ key }) => key).join(', ')
  return warned(
    { key: 'doctor.seen.unknown-settings', parameters: { keys } },
    { key: 'doctor.repair.unknown-settings', parameters: { paths } },
  )
}

async function lookAtFolders(context: Context): Promise<Finding> {
  const { settings, machine } = context
  const { config } = settings.folders
  const places = folderNames.filter((name) => !isNowhere(settings.folders[name]))
  const files = places.includes('config') ? [join(config, 'settings.json'), join(config, 'secrets.json')] : []
  const paths = [...places.map((name) => settings.folders[name]), ...files]
  const states = await Promise.all(paths.map((path) => folderState(path, machine.platform)))
  const those = (wanted: FolderState) => paths.filter((_path, place) => states[place] === wanted)
  const [unwritable] = [...those('unwritable'), ...(await takenPlaces(places.map((name) => settings.folders[name])))]
  if (unwritable !== undefined) throw new Failed('unwritable-folder', { path: unwritable })
  for (const path of paths) if (await isFull(path)) throw new Failed('full-disk', { path })
  if (places.length < folderNames.length) return homeless(context)
  const open = those('open')
  if (open.length === 0) return fine('doctor.seen.folders', { path: config })
  const seen = { key: 'doctor.seen.open-folders', parameters: { paths: open.join(', ') } } as const
  return warned(seen, { key: 'doctor.repair.folders', parameters: { paths: open.map(quoted).join(' ') } })
}

/** Commands work all the same, as the environment says: it is worth a warning, and what is not kept is named. */
function homeless({ settings, t }: Context): Finding {
  const lost = folderNames.filter((name) => isNowhere(settings.folders[name]))
  const things = lost.map((name) => t(`doctor.kept.${name}`)).join(', ')
  const variables = lost.map((name) => `IPEOS_${name.toUpperCase()}_DIR`).join(', ')
  return warned(
    { key: 'doctor.seen.no-home', parameters: { things } },
    { key: 'doctor.repair.no-home', parameters: { variables } },
  )
}

/** What waits to be sent, and since when. */
async function lookAtDrafts({ drafts, imports, dates }: Context): Promise<Finding> {
  const { imports: begun, given, leftAside: importsAside } = await (await imports()).list()
  const { drafts: kept, leftAside } = await drafts.list()
  const waiting = [...kept.filter(isWaiting), ...begun.map(({ plan }) => plan), ...given]
  const aside = leftAside + importsAside
  if (aside > 0)
    return warned({ key: 'draft.left-aside', parameters: { count: aside } }, { key: 'doctor.repair.left-aside' })
  if (waiting.length === 0) return fine('doctor.seen.nothing-waits')
  const first = waiting
    .map(({ created }) => Date.parse(created))
    .reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const since = dates().relative(new Date(first))
  return warned(
    { key: 'doctor.seen.waiting', parameters: { count: waiting.length, imports: begun.length + given.length, since } },
    { key: 'doctor.repair.waiting' },
  )
}

function lookAtTerminal({ terminal, machine, settings, t }: Context): Finding {
  if (!terminal.outputIsTerminal) return fine('doctor.seen.pipe', { language: settings.language })
  const hasColours = terminal.style.red('x') !== 'x'
  const colours = t(hasColours ? 'doctor.seen.colours' : 'doctor.seen.no-colours')
  const parameters = { width: terminal.width, colours, language: settings.language }
  const isOther = machine.platform !== 'win32' && machine.locale !== '' && !/utf-?8/i.test(machine.locale)
  if (!isOther) return fine('doctor.seen.terminal', parameters)
  const seen = { key: 'doctor.seen.locale', parameters: { locale: machine.locale } } as const
  return warned(seen, { key: 'doctor.repair.locale' })
}

/** How a folder of ours, or a file in it, is found. */
type FolderState =
  | 'private'
  /** Others than its owner can read it. */
  | 'open'
  /** Not there yet; it can be made. */
  | 'absent'
  /** There, or above where it would be, and nothing can be written. */
  | 'unwritable'

/** Looks at a path, and changes nothing. Windows has no such modes: there, the person's profile folder is private. */
export async function folderState(path: string, platform: NodeJS.Platform): Promise<FolderState> {
  const found = await statOf(path)
  if (!found) return (await canBeMade(path)) ? 'absent' : 'unwritable'
  if (!(await isWritable(path))) return 'unwritable'
  return platform !== 'win32' && (found.mode & 0o077) !== 0 ? 'open' : 'private'
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return undefined
    throw error
  }
}

/** Whether the nearest thing above that is there is a folder in which something can be made. */
async function canBeMade(path: string): Promise<boolean> {
  const above = dirname(path)
  const found = await statOf(above)
  if (found) return found.isDirectory() && isWritable(above)
  return above !== path && canBeMade(above)
}

/** Those in the place of which something stands that is no folder. */
async function takenPlaces(folders: string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((path) => statOf(path)))
  return folders.filter((_path, place) => found[place]?.isDirectory() === false)
}

/** Bytes: less is no room for a draft. */
const leastRoom = 64 * 1024

/** Whether nothing more can be kept where this is, or would be. */
async function isFull(path: string): Promise<boolean> {
  try {
    const { bavail, bsize, files, ffree } = await statfs(path)
    return bavail * bsize < leastRoom || (files > 0 && ffree === 0)
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) return false
    return dirname(path) !== path && isFull(dirname(path))
  }
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
