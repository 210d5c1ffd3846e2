import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core'
import type { Output } from '../../stream.ts'
import { isShiftTab } from '../went-back.ts'
import { holdLine, type Move, moved, moveOf } from './choice-keys.ts'
import { isFoundBy, onResize, roomOf } from './choice-prompt.ts'
import {
  type ChoiceLook,
  type ChoiceState,
  drawAnswered,
  drawChoices,
  heldNote,
  pageSize,
  type ShownChoice,
} from './choice-screen.ts'
import type { LookedUp } from './looked-up.ts'

/** What was chosen, how the question was left, or what made it impossible. */
export type LookupEnd<Choice> = { chosen: Choice } | 'back' | { failed: unknown }

export interface LookupConfig<Choice extends ShownChoice> {
  message: string
  /** The message once it is answered. */
  answered: string
  /** Above what is found, while nothing is typed. */
  own: Choice[]
  /** Of those, the one in focus first. */
  first: number
  lookup: LookedUp<Choice>
  mayGoBack: boolean
  help: string
  hint: string
  /** Said where somebody wants to go back, and cannot. */
  noWayBack: string
  words: {
    /** While it looks. */
    busy: string
    /** How much must be typed. */
    short: string
    /** What went wrong, and how to try again; undefined for what ends the question. */
    trouble(error: unknown): string | undefined
  }
  output: Output
  look: ChoiceLook
  /** Called before the question is over: one that is left goes off the screen. */
  settled(isAnswered: boolean): void
}

/** Milliseconds between two pictures of what turns. */
const turn = 80

/** A question whose choices are found elsewhere while one types. */
export const lookUp = createPrompt<LookupEnd<ShownChoice>, LookupConfig<ShownChoice>>((config, done) => {
  const { own, lookup, look, message, words } = config
  const [typed, setTyped] = useState('')
  const [focus, setFocus] = useState(own[config.first])
  const [chosen, setChosen] = useState<ShownChoice | undefined>(undefined)
  const [isHeld, setHeld] = useState(false)
  const [, redraw] = useState(0)
  /** Enter was pressed before anything was there: the only one that is found is meant. */
  const isAwaited = useRef(false)
  const room = roomOf(config.output)
  const { found, isBusy, isShort, trouble } = lookup
  const isOfBefore = isBusy && !lookup.isCurrent
  const choices = [
    ...(typed.trim() === '' ? own : []),
    // Until the site has answered, those that were there before are narrowed.
    ...(isOfBefore ? found.filter((choice) => isFoundBy(choice, typed)) : found),
  ]
  const active = Math.max(0, focus ? choices.findIndex(({ name }) => name === focus.name) : 0)
  const state: ChoiceState = {
    message,
    choices,
    active,
    typed,
    help: config.help,
    hint: isShort && choices.length > 0 ? `${words.short}\n${config.hint}` : config.hint,
    note: noteOf(config) ?? (isHeld ? heldNote(config.noWayBack, room, look) : undefined),
    nothing:
      isShort && trouble === undefined ? look.hint(words.short) : isBusy || trouble !== undefined ? ' ' : undefined,
    descriptionRows: 0,
  }

  useEffect(() => onResize(config.output, redraw), [])
  useEffect(() => {
    // Another count than that of the window: both only have to differ from what was before.
    let count = 0
    const again = () => redraw(--count)
    lookup.onChange = () => (settle() ? undefined : again())
    const turning = setInterval(() => lookup.isBusy && again(), turn)
    lookup.is('')
    return () => {
      clearInterval(turning)
      lookup.close()
    }
  }, [])

  const choose = (choice: ShownChoice | undefined): void => {
    if (!choice) return
    config.settled(true)
    setChosen(choice)
    done({ chosen: choice })
  }
  /** True when what came ends the question. */
  function settle(): boolean {
    if (lookup.trouble !== undefined && words.trouble(lookup.trouble) === undefined) {
      config.settled(false)
      done({ failed: lookup.trouble })
      return true
    }
    if (lookup.isBusy || !isAwaited.current) return false
    isAwaited.current = false
    const only = lookup.found.length === 1 && lookup.trouble === undefined ? lookup.found[0] : undefined
    choose(only)
    return only !== undefined
  }
  const leave = (): void => {
    if (!config.mayGoBack) {
      setHeld(true)
      return
    }
    config.settled(false)
    done('back')
  }
  const lookFor = (text: string): void => {
    isAwaited.current = false
    setTyped(text)
    setFocus(text.trim() === '' ? own[config.first] : undefined)
    lookup.is(text)
  }
  const enter = (): void => {
    if (choices.length > 0) choose(choices[active])
    else if (lookup.trouble !== undefined) lookup.again()
    else isAwaited.current = isBusy
  }

  const go = (move: Move): void => {
    const to = moved(active, move, { count: choices.length, page: pageSize(state, room, look) })
    setFocus(choices[to])
    if (to < choices.length - 1 || !['down', 'pagedown', 'end'].includes(move)) return
    if (lookup.trouble === undefined) lookup.further()
    else lookup.again()
  }

  useKeypress((key, readline) => {
    const hold = (text: string) => holdLine(readline, text)
    const move = moveOf(key)
    setHeld(false)
    if (key.name === 'return' || key.name === 'enter') {
      hold(typed)
      enter()
    } else if (isShiftTab(key)) leave()
    else if (key.name === 'escape') {
      hold('')
      if (typed === '') leave()
      else lookFor('')
    } else if (move) {
      hold(typed)
      go(move)
    } else if (key.name === 'tab') hold(typed)
    else if (readline.line !== typed) lookFor(readline.line)
  })

  if (chosen) return drawAnswered(config.answered, chosen.name, room, look)
  const [head, body] = drawChoices(state, room, look)
  return [head, body]
})

/** What is being done, or went wrong; undefined for neither. */
function noteOf({ lookup, look, words }: LookupConfig<ShownChoice>): string | undefined {
  if (lookup.trouble !== undefined) return look.error(words.trouble(lookup.trouble) ?? '')
  if (!lookup.isBusy) return undefined
  const frame = Math.floor(performance.now() / turn) % look.spinner.length
  return `${look.spinner[frame]} ${look.hint(words.busy)}`
}
