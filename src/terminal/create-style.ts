import { Chalk } from 'chalk'
import type { Style } from './style.ts'
import { withCommands } from './whole-command.ts'

/** When there are colours; `auto` where a terminal shows them. */
export type ColorChoice = 'auto' | 'always' | 'never'

export type Environment = Record<string, string | undefined>

/** Whether a stream gets colours: `--color` > NO_COLOR > FORCE_COLOR, CLICOLOR_FORCE > TERM=dumb, CLICOLOR=0 > being a terminal. */
export function hasColors(isTerminal: boolean, env: Environment, setting: ColorChoice): boolean {
  if (setting !== 'auto') return setting === 'always'
  if (env.NO_COLOR) return false
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return true
  return isTerminal && env.TERM !== 'dumb' && env.CLICOLOR !== '0'
}

/** Whether the terminal is one of those that are known to show OSC 8 links; others may print rubbish. */
export function hasLinks(env: Environment): boolean {
  const forced = env.FORCE_HYPERLINK
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env.CI || env.TMUX || env.STY) return false
  if (env.WT_SESSION || env.KITTY_WINDOW_ID || env.DOMTERM) return true
  return isKnownProgram(env)
}

function isKnownProgram(env: Environment): boolean {
  const programs = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'rio', 'Tabby', 'Hyper']
  if (programs.includes(env.TERM_PROGRAM ?? '')) return true
  if (/^(xterm-kitty|xterm-ghostty|foot|alacritty)/.test(env.TERM ?? '')) return true
  // VTE crashed on links before 0.50, Konsole ignored them before 20.12.
  return Number(env.VTE_VERSION ?? 0) >= 5000 || Number(env.KONSOLE_VERSION ?? 0) >= 201200
}

export interface Looks {
  colors: boolean
  links: boolean
  plain?: boolean | undefined
  /** As the person's language writes it after a label. */
  colon?: string | undefined
}

export function createStyle({ colors, links, plain = false, colon = ':' }: Looks): Style {
  const chalk = new Chalk({ level: colors ? 1 : 0 })
  const command = (text: string) => chalk.bold.cyan(text)
  return {
    plain,
    command,
    offering: (sentence, paint = (words) => words) => withCommands(sentence, paint, command),
    labelled: (label, value) => `${label}${colon} ${value}`,
    drawn: (mark, instead = '') => (plain ? instead : mark),
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    red: (text) => chalk.red(text),
    green: (text) => chalk.green(text),
    yellow: (text) => chalk.yellow(text),
    blue: (text) => chalk.blue(text),
    cyan: (text) => chalk.cyan(text),
    magenta: (text) => chalk.magenta(text),
    link: (text, url) =>
      colors && links && !plain && isWebAddress(url) ? `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : text,
  }
}

/** Only what may stand in an escape sequence: printable ASCII, and nothing that a click could run. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[!-~]+$/.test(url)
}
