import { join } from 'node:path'
import type { Context } from '../../context.ts'
import { Failed } from '../../errors.ts'
import { type FolderState, folderState } from '../../settings/folder-state.ts'
import { type Check, type Finding, fine, warned } from './check.ts'

/** This computer: what ipeos runs on, keeps things in, and shows them on. */
export function computerChecks(context: Context): Check[] {
  return [
    { id: 'node', look: async () => lookAtNode(context.machine.nodeVersion) },
    { id: 'folders', look: () => lookAtFolders(context) },
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
  throw new Failed('doctor.seen.old-node', { version, needed }, { hint: { key: 'doctor.repair.node' } })
}

async function lookAtFolders({ settings, machine }: Context): Promise<Finding> {
  const { config, state, cache, data } = settings.folders
  const paths = [config, state, cache, data, join(config, 'settings.json'), join(config, 'secrets.json')]
  const states = await Promise.all(paths.map((path) => folderState(path, machine.platform)))
  const those = (wanted: FolderState) => paths.filter((_path, place) => states[place] === wanted)
  const [unwritable] = those('unwritable')
  if (unwritable !== undefined) {
    const hint = { key: 'settings.file-trouble.hint' } as const
    throw new Failed('doctor.seen.unwritable', { path: unwritable }, { hint })
  }
  const open = those('open')
  if (open.length === 0) return fine('doctor.seen.folders', { path: config })
  const seen = { key: 'doctor.seen.open-folders', parameters: { paths: open.join(', ') } } as const
  return warned(seen, { key: 'doctor.repair.folders', parameters: { paths: open.map(quoted).join(' ') } })
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
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
