import { spawn } from 'node:child_process'
import type { Environment } from '../create-style.ts'
import { childEnvironment } from './child-environment.ts'
import { programOf, words } from './editor-name.ts'

export interface BrowserOptions {
  env: Environment
  platform: NodeJS.Platform
}

/** How long a browser may take to say that it cannot (ms): one that goes on running is open. */
const patience = 1000
/** These show a page in the terminal itself. */
const inTerminal = /^(w3m|lynx|e?links2?|www-browser|browsh|carbonyl)$/

/**
 * Opens an address of the web in the person's browser: $BROWSER (several with colons between; `%s` stands for the
 * address), else what the system opens such with. False where there is none, as over SSH or in a console: there the
 * usual packages start something all the same, which nobody sees.
 */
export async function openInBrowser(url: string, options: BrowserOptions): Promise<boolean> {
  if (!/^https?:\/\/[!-~]+$/.test(url)) return false
  return startsOne(url, options)
}

/** Begins a mail in the person's mail program, from a `mailto:` address. False where there is none, as over SSH. */
export async function openInMailProgram(url: string, { env, platform }: BrowserOptions): Promise<boolean> {
  if (!/^mailto:[!-~]+$/.test(url)) return false
  const { BROWSER: _, ...others } = env
  return startsOne(url, { env: others, platform })
}

/** Tries one program after the other, until one takes this address, or path; false where none does. */
export async function startsOne(target: string, options: BrowserOptions): Promise<boolean> {
  for (const command of commandsFor(target, options)) if (await starts(command, options.env)) return true
  return false
}

/** Command lines to try, each as its words; never through a shell: the address comes from outside. */
export function commandsFor(url: string, { env, platform }: BrowserOptions): string[][] {
  const chosen = env.BROWSER?.split(platform === 'win32' ? ';' : ':').filter((command) => command.trim() !== '') ?? []
  if (chosen.length > 0) return chosen.map((command) => withAddress(words(command), url))
  if (env.SSH_CONNECTION && !env.DISPLAY) return []
  if (platform === 'darwin') return [['open', url]]
  // `start` is a word of cmd.exe, which takes & and ^ of an address for its own; this one takes it as it stands.
  if (platform === 'win32') return [['rundll32.exe', 'url.dll,FileProtocolHandler', url]]
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY && !env.WSL_DISTRO_NAME) return []
  return [['xdg-open', url], ...(env.WSL_DISTRO_NAME ? [['wslview', url]] : [])]
}

function withAddress(command: string[], url: string): string[] {
  const placed = command.map((word) => word.replaceAll('%s', url))
  return command.some((word) => word.includes('%s')) ? placed : [...command, url]
}

function starts([program = '', ...options]: string[], env: Environment): Promise<boolean> {
  return new Promise((resolve) => {
    const staysHere = inTerminal.test(programOf(program))
    // The others' own words have no place in ours; they go on when we are gone.
    const child = spawn(program, options, {
      detached: !staysHere,
      stdio: staysHere ? 'inherit' : 'ignore',
      env: childEnvironment(env),
    })
    const timer = staysHere ? undefined : setTimeout(() => resolve(true), patience)
    const settle = (isOpen: boolean) => {
      clearTimeout(timer)
      resolve(isOpen)
    }
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
    if (!staysHere) child.unref()
  })
}
