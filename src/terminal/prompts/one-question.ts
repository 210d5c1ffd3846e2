import type { Key } from 'node:readline'
import type { MessageKey } from '../../i18n/translate.ts'
import type { Input, Output } from '../stream.ts'
import type { Style } from '../style.ts'
import { DrawnOutput } from './drawn-output.ts'
import { longestLine } from './longest-text.ts'
import { isStop, markPastes, type PasteRule } from './paste/pasted-keys.ts'
import { PastingInput } from './paste/pasting-input.ts'
import type { PromptOptions } from './prompt-options.ts'
import { untilCancelled } from './until-cancelled.ts'
import { isBackKey, WentBack } from './went-back.ts'

/** Where a question is asked; whether it goes off the screen may change until it is over. */
export interface Place {
  input: Input
  output: Output
  signal?: AbortSignal
  clearPromptOnDone: boolean
}

/** A prompt of Inquirer. */
export type Ask<Config, Value> = (config: Config, place: Place) => Promise<Value>

export interface AskOptions {
  /** What becomes of pasted lines; joined by default. */
  rule?: PasteRule
  /** Characters that are taken of one line. */
  most?: number
  /** The question may be left for the one before, with what is `typed` then. */
  back?: boolean | undefined
  typed?: () => string
  /** Tab is no answer: Inquirer's Yes or No takes it for the other one, unseen by who wanted to go back. */
  ignoresTab?: boolean
}

/** `isStray`: a key that is not for this question; `drawn`: told the rows that are left of it, where that is known. */
type Surroundings = PromptOptions & { style: Style; isStray(key: Key): boolean; drawn(rows: number): void }

const pasteNotes = {
  join: 'terminal.lines-joined',
  first: 'terminal.first-line-pasted',
  none: 'terminal.no-line-pasted',
  word: 'terminal.no-line-pasted',
} as const satisfies Record<PasteRule, MessageKey>

/** Asks one question by Inquirer, until its answer or until it is left. */
export async function askOne<Config, Value>(
  prompt: Ask<Config, Value>,
  config: Config,
  { input, output, env, t, signal, holdTerminal, style, isStray, drawn }: Surroundings,
  { rule = 'join', most = longestLine, back = false, typed = () => '', ignoresTab = false }: AskOptions = {},
): Promise<Value> {
  const backwards = new AbortController()
  const ended = new AbortController()
  const screen = new DrawnOutput(output)
  let unmark = markPastes(output, env)
  const held = holdTerminal?.({
    giveBack: () => {
      screen.leaveBelow()
      unmark()
      input.setRawMode?.(false)
    },
    takeAgain: () => {
      input.setRawMode?.(true)
      unmark = markPastes(output, env)
      screen.drawAgain()
    },
    leave: () => ended.abort(),
  })
  const isElsewhere = (key: Key): boolean => {
    if (isStray(key)) return true
    // Of itself readline would stop, and after that listen no more.
    if (isStop(key)) {
      held?.stop()
      return true
    }
    // Of what is stopped the question stays, and no word about keys that do nothing any more.
    if (key.ctrl && key.name === 'c' && !place.clearPromptOnDone) screen.leaveBare()
    if (!back || !isBackKey(key)) return ignoresTab && key.name === 'tab'
    place.clearPromptOnDone = true
    backwards.abort()
    return true
  }
  const keyboard = new PastingInput(input, rule, isElsewhere, most)
  const place: Place = { input: keyboard, output: screen, clearPromptOnDone: false }
  const ends = AbortSignal.any([backwards.signal, ended.signal, ...(signal ? [signal] : [])])
  try {
    return await untilCancelled(input, ends, (stop) => prompt(config, Object.assign(place, { signal: stop })))
  } catch (error) {
    throw backwards.signal.aborted ? new WentBack(typed()) : error
  } finally {
    keyboard.letGo()
    unmark()
    if (!keyboard.pastedLines && !keyboard.isCut) drawn(screen.height)
    held?.letGo()
    if (keyboard.pastedLines) output.write(`${style.dim(t(pasteNotes[rule]))}\n`)
    if (keyboard.isCut) output.write(`${style.dim(t('terminal.line-cut', { most }))}\n`)
  }
}
