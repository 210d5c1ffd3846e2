import { type ChildProcess, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import type { Translate } from '../../i18n/translate.ts'
import type { Environment } from '../create-style.ts'
import type { Output } from '../stream.ts'
import { widthOf } from '../width.ts'
import { childEnvironment } from './child-environment.ts'
import { programOf, words } from './editor-name.ts'

/** Lets a program that we started have Ctrl-C to itself, until what is given back is called; `end` ends that program. */
export type LendSignals = (end: () => void) => () => void

export interface PagerOptions {
  env: Environment
  output: Output
  lendSignals?: LendSignals | undefined
  settings?: { pagerCommand?: string } | undefined
  t: Translate
  /** Runs once it is clear that a pager is to be started. */
  beforeStart?: () => void
}

/**
 * Shows a text that is longer than the screen in the person's pager, until they leave it; false when it is not to be.
 * `more` are further pieces of it, each taken when the pager has room for it.
 */
export async function throughPager(text: string, options: PagerOptions, more?: Pieces): Promise<boolean> {
  const pager = pagerOf(options.env, options.settings?.pagerCommand)
  if (pager === undefined || !isLonger(text, options.output)) return false
  options.beforeStart?.()
  return show(pager, text, options, more)
}

/** A text that comes piece by piece. */
export type Pieces = AsyncIterable<string>

/** The person's pager, as a command line; undefined when theirs is none, or only copies what it reads. */
export function pagerOf(env: Environment, setting?: string): string | undefined {
  if (env.TERM === 'dumb') return undefined
  const pager = (env.IPEOS_PAGER ?? setting ?? env.PAGER)?.trim() ?? 'less -FRX'
  return pager === '' || programOf(pager) === 'cat' ? undefined : pager
}

/** Whether a text takes more rows than the screen has, one left for the next prompt. */
function isLonger(text: string, { rows, columns = 80 }: Output): boolean {
  if (!rows) return false
  let taken = 1
  for (const line of text.trimEnd().split('\n')) {
    taken += Math.max(1, Math.ceil(widthOf(line) / columns))
    if (taken > rows) return true
  }
  return false
}

/** Milliseconds. */
const farewell = 200

/** False when the pager does not start. */
async function show(pager: string, text: string, options: PagerOptions, more?: Pieces): Promise<boolean> {
  const child = await started(pager, options)
  if (!child) return false
  const takeBack = options.lendSignals?.(() => child.kill())
  const suited = (piece: string) => (isLess(pager) ? piece : withoutLinks(piece))
  const left = new Promise<void>((resolve) => child.once('close', () => resolve()))
  try {
    // Whoever has read enough leaves: the rest finds nobody, and that is no failure.
    child.stdin?.on('error', () => undefined)
    if (child.stdin) await feed(child.stdin, suited(text), left)
    for await (const piece of more ?? []) {
      if (!child.stdin?.writable || child.exitCode !== null) break
      await feed(child.stdin, suited(piece), left)
    }
  } finally {
    child.stdin?.end()
    await left
    // Ctrl-C in the very moment of leaving was meant for the pager, too.
    if (takeBack) setTimeout(takeBack, farewell).unref()
  }
  return true
}

/** Writes, and waits until there is room for more, or nobody reads any more. */
async function feed(input: Writable, piece: string, left: Promise<void>): Promise<void> {
  if (input.write(piece)) return
  await Promise.race([left, new Promise<void>((resolve) => input.once('drain', () => resolve()))])
}

function started(pager: string, { env, output, t }: PagerOptions): Promise<ChildProcess | undefined> {
  const [program = '', ...options] = words(pager)
  const child = spawn(program, options, {
    stdio: ['pipe', output.fd ?? 'ignore', 'inherit'],
    // As git has it: `less` by its bare name shows colours too. And what we write is UTF-8, whatever the locale says.
    env: { LESS: `FRX${promptOfLess(t)}`, LV: '-c', LESSCHARSET: 'utf-8', ...childEnvironment(env) },
  })
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(child))
    child.once('error', () => resolve(undefined))
  })
}

/** How to leave, and to go on: of itself less says neither. Whoever sets LESS has a prompt of their own. */
function promptOfLess(t: Translate): string {
  // These mean something in a prompt; a dollar sign would end it.
  const [more, end] = [t('terminal.pager-more'), t('terminal.pager-end')].map((text) =>
    text.replaceAll('$', '').replace(/[?:.%\\]/g, '\\$&'),
  )
  return `Ps?e${end}:${more}.$`
}

function isLess(pager: string): boolean {
  return /^less(\.exe)?$/.test(programOf(pager))
}

/** Links of a terminal are rubbish in most other pagers. */
function withoutLinks(text: string): string {
  return text.replace(/\u001b\]8;;[^\u0007\u001b]*\u0007/g, '')
}
