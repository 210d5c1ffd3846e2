import { createPrompt, isBackspaceKey, useEffect, useKeypress, useMemo, useState } from '@inquirer/core'
import type { Output } from '../../stream.ts'
import { matches } from '../matching.ts'
import { isShiftTab } from '../went-back.ts'
import { holdLine, moved, moveOf } from './choice-keys.ts'
import {
  type ChoiceLook,
  type ChoiceState,
  drawAnswered,
  drawChoices,
  heldNote,
  longestDescription,
  pageSize,
  type Room,
  type ShownChoice,
} from './choice-screen.ts'

/** The index of what was chosen, or how the question was left. */
export type Picked = number | 'back' | 'away'

export interface ChoiceConfig {
  message: string
  /** The message once it is answered. */
  answered: string
  choices: ShownChoice[]
  /** Index of the choice that is in focus first. */
  first: number
  /** Said below the question. */
  help: string
  /** What is typed narrows the choices; elsewhere a letter takes the choice whose `key` it is. */
  searches: boolean
  /** ⇧Tab and Escape: to the question before, or out of a menu. */
  leaving: 'back' | 'away' | undefined
  hint: string
  /** Said where somebody wants to go back, and cannot. */
  noWayBack: string
  /** What is said of digits that are no choice's number. */
  noNumber(digits: string): string
  output: Output
  look: ChoiceLook
  /** Called before the question is over: one that is left goes off the screen. */
  settled(isChosen: boolean): void
}

const hiddenCursor = '\u001b[?25l'

/** A question with choices. Escape and ⇧Tab never move in it, and leave it only where there is somewhere to go; else they say so. */
export const pickOne = createPrompt<Picked, ChoiceConfig>((config, done) => {
  const { choices, searches, leaving, look, message } = config
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(config.first)
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const [digits, setDigits] = useState('')
  const [note, setNote] = useState('')
  const [isHeld, setHeld] = useState(false)
  const [, redraw] = useState(0)
  const room = roomOf(config.output)
  const fitting = useMemo(() => [...choices.keys()].filter((index) => isFoundBy(choices[index], typed)), [typed])
  const descriptionRows = useMemo(() => longestDescription(choices, room), [room.columns])
  const state: ChoiceState = {
    message,
    choices: fitting.flatMap((index) => choices[index] ?? []),
    active,
    typed: searches ? typed : undefined,
    help: config.help,
    hint: config.hint,
    note: note ? look.error(note) : isHeld ? heldNote(config.noWayBack, room, look) : undefined,
    descriptionRows,
  }

  useEffect(() => onResize(config.output, redraw), [])

  const lookFor = (text: string): void => {
    setTyped(text)
    setActive(text === '' ? config.first : 0)
  }
  const choose = (position: number): void => {
    const index = fitting[position]
    // Who typed a number that is none does not mean the choice in focus.
    if (index === undefined || note !== '') return
    config.settled(true)
    setChosen(index)
    done(index)
  }
  const leave = (): void => {
    if (!leaving) {
      setHeld(true)
      return
    }
    config.settled(false)
    done(leaving)
  }

  useKeypress((key, readline) => {
    const hold = (text: string) => holdLine(readline, text)
    const move = moveOf(key)
    setHeld(false)
    if (key.name === 'return' || key.name === 'enter') {
      if (state.choices.length === 0) hold(typed)
      choose(active)
    } else if (isShiftTab(key)) leave()
    else if (key.name === 'escape') {
      if (typed === '') leave()
      else {
        hold('')
        lookFor('')
      }
    } else if (move) {
      hold(typed)
      forgetDigits()
      setActive(moved(active, move, { count: fitting.length, page: pageSize(state, room, look) }))
    } else if (!searches) {
      const text = readline.line
      hold('')
      takeTyped(text, isBackspaceKey(key))
    } else if (key.name === 'tab') {
      const name = state.choices[active]?.name ?? typed
      hold(name)
      lookFor(name)
    } else if (readline.line !== typed) lookFor(readline.line)
  })

  function takeTyped(text: string, isErasing: boolean): void {
    if (isErasing) forgetDigits()
    else if (isNumbered(choices) && /^\d+$/.test(text)) goToNumber(text)
    else takeKeyed(text)
  }

  /** By these digits behind those before them, else by these alone. */
  function goToNumber(more: string): void {
    const meant = [digits + more, more].find((text) => indexOf(text) >= 0)
    setDigits(meant ?? '')
    setNote(meant === undefined ? config.noNumber(more) : '')
    if (meant !== undefined) setActive(indexOf(meant))
  }

  function indexOf(text: string): number {
    return choices.findIndex(({ number }) => String(number) === text)
  }

  function forgetDigits(): void {
    setDigits('')
    setNote('')
  }

  /** A letter that is nobody's does nothing: who types on would not see where it went. */
  function takeKeyed(letter: string): void {
    const keyed = choices.findIndex(({ key }) => key !== undefined && key === letter.toLowerCase())
    if (keyed >= 0) choose(keyed)
  }

  if (chosen !== undefined) return drawAnswered(config.answered, choices[chosen]?.name ?? '', room, look)
  const [head, body] = drawChoices(state, room, look)
  return [searches ? head : `${head}${hiddenCursor}`, body]
})

/** Whether the choices have numbers of their own. */
export function isNumbered([first]: readonly { number?: number }[]): boolean {
  return first?.number !== undefined
}

/** Whether what is typed finds a choice: by its name, or by its other words. */
export function isFoundBy(choice: ShownChoice | undefined, typed: string): boolean {
  return typed === '' || matches([choice?.name, choice?.words].join('\n'), typed)
}

/** Calls with another number each time that the window has another size; gives how to end that. */
export function onResize(output: Output, redraw: (count: number) => void): () => void {
  let count = 0
  const drawAgain = () => redraw(++count)
  output.on('resize', drawAgain)
  return () => void output.off('resize', drawAgain)
}

export function roomOf({ columns, rows }: Output): Room {
  return { columns: columns || 80, rows: rows || 24 }
}
