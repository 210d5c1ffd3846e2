import { join, posix, win32 } from 'node:path'
import type { Folders } from './settings.ts'

export interface FolderOrigin {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  /** The person's home folder. */
  home: string
  /** In the place of `/etc/ipeos`. */
  machineFolder?: string | undefined
}

/** What whoever administers this computer set for all its people; undefined where there is no such place. */
export function machineSettingsPath({ platform, machineFolder = '/etc/ipeos' }: FolderOrigin): string | undefined {
  return platform === 'win32' ? undefined : posix.join(machineFolder, 'settings.json')
}

/** What moves each of them. */
export const folderVariables = {
  config: 'IPEOS_CONFIG_DIR',
  state: 'IPEOS_STATE_DIR',
  cache: 'IPEOS_CACHE_DIR',
  data: 'IPEOS_DATA_DIR',
} as const

export const folderNames = ['config', 'state', 'cache', 'data'] as const

/**
 * Where this person's things are kept, by the customs of the system: XDG on Linux (and wherever XDG is set),
 * `Library` on macOS, `AppData` on Windows. IPEOS_CONFIG_DIR, IPEOS_STATE_DIR, IPEOS_CACHE_DIR and IPEOS_DATA_DIR
 * win over them, where they are absolute paths.
 * Our own, because env-paths reads the process by itself, so that a test could not move it.
 */
export function foldersOf({ env, platform, home }: FolderOrigin): Folders {
  const usual = platform === 'win32' ? windowsFolders(env, home) : unixFolders(env, home, platform)
  const { isAbsolute, normalize } = platform === 'win32' ? win32 : posix
  const chosen = (name: keyof Folders): string => {
    const value = env[folderVariables[name]]
    return value && isAbsolute(value) ? normalize(value) : usual[name]
  }
  return { config: chosen('config'), state: chosen('state'), cache: chosen('cache'), data: chosen('data') }
}

function unixFolders(env: FolderOrigin['env'], home: string, platform: NodeJS.Platform): Folders {
  const support = posix.join(home, 'Library', 'Application Support', 'ipeos')
  const usual: Folders =
    platform === 'darwin'
      ? {
          config: support,
          state: posix.join(support, 'state'),
          cache: posix.join(home, 'Library', 'Caches', 'ipeos'),
          data: posix.join(support, 'data'),
        }
      : {
          config: posix.join(home, '.config', 'ipeos'),
          state: posix.join(home, '.local', 'state', 'ipeos'),
          cache: posix.join(home, '.cache', 'ipeos'),
          data: posix.join(home, '.local', 'share', 'ipeos'),
        }
  // The XDG specification has relative paths ignored.
  const xdg = (name: string, otherwise: string) =>
    env[name] && posix.isAbsolute(env[name]) ? posix.join(env[name], 'ipeos') : otherwise
  return {
    config: xdg('XDG_CONFIG_HOME', usual.config),
    state: xdg('XDG_STATE_HOME', usual.state),
    cache: xdg('XDG_CACHE_HOME', usual.cache),
    data: xdg('XDG_DATA_HOME', usual.data),
  }
}

function windowsFolders(env: FolderOrigin['env'], home: string): Folders {
  const roaming = env.APPDATA || win32.join(home, 'AppData', 'Roaming')
  const local = win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'ipeos')
  return {
    config: win32.join(roaming, 'ipeos'),
    state: win32.join(local, 'state'),
    cache: win32.join(local, 'cache'),
    data: win32.join(local, 'data'),
  }
}

/** Where the embedded platform keeps its data, unless `sandbox start --data` says otherwise. */
export function sandboxFolder({ data }: Folders): string {
  return join(data, 'sandbox')
}

/** Where the mails lie that it would have sent: a file each. */
export function sandboxMail(folders: Folders): string {
  return join(sandboxFolder(folders), 'mail')
}
