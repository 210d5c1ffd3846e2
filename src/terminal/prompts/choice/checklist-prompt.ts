import { createPrompt, useEffect, useKeypress, useMemo, useRef, useState } from '@inquirer/core'
import type { Output } from '../../stream.ts'
import { isShiftTab } from '../went-back.ts'
import { holdLine, moved, moveOf } from './choice-keys.ts'
import { isFoundBy, onResize, roomOf } from './choice-prompt.ts'
import {
  type ChoiceLook,
  type ChoiceState,
  drawAnswered,
  drawChoices,
  heldNote,
  longestDescription,
  pageSize,
  type ShownChoice,
} from './choice-screen.ts'

/** The indexes of those that are ticked, in the order of the list, or how the question was left. */
export type Ticked = number[] | 'back'

export interface ChecklistConfig {
  message: string
  /** The message once it is answered. */
  answered: string
  choices: ShownChoice[]
  /** Indexes of those that are ticked at first. */
  ticked: number[]
  /** What stands above them, and takes none of them; undefined where one is needed. */
  none: string | undefined
  mayGoBack: boolean
  help: string
  /** What the keys do: Enter takes the row in focus, as long as nothing is ticked. */
  hint(isTicked: boolean): string
  /** Said where somebody wants to go back, and cannot. */
  noWayBack: string
  /** Why these will not do; undefined where they will. */
  refusal(ticked: number[]): string | undefined
  /** How the answer reads. */
  answer(names: string[]): string
  output: Output
  look: ChoiceLook
  /** Called before the question is over: one that is left goes off the screen. */
  settled(isAnswered: boolean): void
}

/** The index of the row that takes none. */
const none = -1

/**
 * Several of a list: Space ticks what is in focus, Enter ends; what is typed narrows the list. As long as nothing is ticked,
 * Enter takes what is in focus.
 */
export const tickSome = createPrompt<Ticked, ChecklistConfig>((config, done) => {
  const { choices, look, message } = config
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(config.none === undefined ? 0 : (config.ticked[0] ?? none) + 1)
  const [ticked, setTicked] = useState<readonly number[]>(config.ticked)
  const [refusal, setRefusal] = useState('')
  const [isHeld, setHeld] = useState(false)
  const [isOver, setOver] = useState(false)
  const [, redraw] = useState(0)
  /** Something was ticked: what is typed next looks for something else. */
  const isFound = useRef(false)
  const room = roomOf(config.output)
  const fitting = useMemo(() => {
    const found = [...choices.keys()].filter((index) => isFoundBy(choices[index], typed))
    return config.none !== undefined && typed === '' ? [none, ...found] : found
  }, [typed])
  const descriptionRows = useMemo(() => longestDescription(choices, room), [room.columns])
  const state: ChoiceState = {
    message,
    choices: fitting.map((index) => choices[index] ?? { name: config.none ?? '' }),
    ticked: fitting.map((index) => (index === none ? undefined : ticked.includes(index))),
    active,
    typed,
    help: config.help,
    hint: config.hint(ticked.length > 0),
    note: refusal !== '' ? look.error(refusal) : isHeld ? heldNote(config.noWayBack, room, look) : undefined,
    descriptionRows,
  }

  useEffect(() => onResize(config.output, redraw), [])

  const lookFor = (text: string): void => {
    setTyped(text)
    setActive(0)
    isFound.current = false
  }
  const tick = (index: number | undefined): void => {
    if (index === undefined) return
    const others = ticked.filter((one) => one !== index)
    const more = [...others, index].sort((one, other) => one - other)
    setTicked(index === none ? [] : others.length < ticked.length ? others : more)
    isFound.current = true
  }
  const end = (): void => {
    const inFocus = fitting[active]
    if (ticked.length === 0 && inFocus === undefined) return
    const taken = ticked.length > 0 || inFocus === undefined ? [...ticked] : inFocus === none ? [] : [inFocus]
    const why = config.refusal(taken)
    if (why !== undefined) {
      setRefusal(why)
      return
    }
    config.settled(true)
    setTicked(taken)
    setOver(true)
    done(taken)
  }
  const leave = (): void => {
    if (!config.mayGoBack) {
      setHeld(true)
      return
    }
    config.settled(false)
    done('back')
  }

  useKeypress((key, readline) => {
    const hold = (text: string) => holdLine(readline, text)
    const move = moveOf(key)
    setRefusal('')
    setHeld(false)
    if (key.name === 'return' || key.name === 'enter') {
      hold(typed)
      end()
    } else if (isShiftTab(key)) leave()
    else if (key.name === 'escape') {
      hold('')
      if (typed === '') leave()
      else lookFor('')
    } else if (move) {
      hold(typed)
      setActive(moved(active, move, { count: fitting.length, page: pageSize(state, room, look) }))
    } else if (key.name === 'space') {
      hold(typed)
      tick(fitting[active])
    } else if (key.name === 'tab') hold(typed)
    else if (readline.line !== typed) {
      const isMore = isFound.current && readline.line.startsWith(typed)
      const looked = isMore ? readline.line.slice(typed.length) : readline.line
      if (isMore) hold(looked)
      lookFor(looked)
    }
  })

  if (isOver) {
    const names = ticked.map((index) => choices[index]?.name ?? '')
    return drawAnswered(config.answered, config.answer(names), room, look)
  }
  const [head, body] = drawChoices(state, room, look)
  return [head, body]
})
