import type { Key } from 'node:readline'
import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core'
import type { Output } from '../../stream.ts'
import { wrapped } from '../../width.ts'
import { isShiftTab } from '../went-back.ts'
import { drawFiles, drawTaken, type FileLook, type FileState } from './file-screen.ts'
import type { TakenLine } from './files-so-far.ts'

/** How the question ended; `failed` by what the question itself knows. */
export type FilesEnd = 'done' | 'back' | 'failed'

export interface FilesConfig {
  /** The files so far, by their names. */
  names(): string[]
  message(count: number): Pick<FileState, 'message' | 'aside'>
  colon: string
  /** What is said once it is answered. */
  answered(names: string[]): string
  hint(count: number, isFocused: boolean): string
  looking: string
  nothingBegins: string
  more(count: number): string
  /** Why it cannot end without a file; empty where it can. */
  needed: string
  hasBack: boolean
  noWayBack: string
  /** Each of the following gives undefined where it failed: the question is over then. `signal`: it was left. */
  take(line: string, signal: AbortSignal): Promise<TakenLine | undefined>
  fromClipboard(signal: AbortSignal): Promise<TakenLine | undefined>
  remove(index: number): Promise<TakenLine | undefined>
  complete(line: string): { line: string; candidates: string[] } | undefined
  output: Output
  look: FileLook
  /** Called before the question is over: one that is left goes off the screen. */
  settled(isAnswered: boolean): void
}

/** What readline has beside what Inquirer says of it. */
interface Line {
  line: string
  cursor: number
  clearLine(direction: 0): void
  write(text: string | undefined, key?: Pick<Key, 'name'>): void
}

/** What is typed while something takes its time. */
interface Ahead {
  /** Those that were ended: as of pasted ones, the ends are blanks. */
  lines: string
  line: string
  /** Where it begins in the line of readline. */
  from: number
  /** An empty line: no more files, if there is nothing wrong. */
  ends: boolean
}

const nothing: Pick<FileState, 'problems' | 'candidates'> = { problems: [], candidates: [] }

/** A question to which files are the answer: a line after the other, until one is empty. */
export const askFiles = createPrompt<FilesEnd, FilesConfig>((config, done) => {
  const { look, output } = config
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<number | undefined>(undefined)
  const [told, tell] = useState(nothing)
  const [isBusy, setBusy] = useState(false)
  const [isOver, setOver] = useState(false)
  const [, redraw] = useState(0)
  // `useRef` keeps the first alone.
  const { current: left } = useRef(new AbortController())
  const ahead = useRef<Ahead>({ lines: '', line: '', from: 0, ends: false })
  const names = config.names()
  const room = { columns: output.columns || 80, rows: output.rows || 24 }

  useEffect(() => {
    let count = 0
    const onResize = () => redraw(++count)
    output.on('resize', onResize)
    return () => {
      left.abort()
      output.off('resize', onResize)
    }
  }, [])

  const end = (how: FilesEnd): void => {
    config.settled(how === 'done')
    if (how === 'done') setOver(true)
    done(how)
  }

  useKeypress(async (key, own) => {
    const readline = own as unknown as Line
    const hold = (text: string) => {
      readline.clearLine(0)
      if (text !== '') readline.write(text)
      setTyped(text)
    }
    /** Runs what takes time; what is typed meanwhile is the beginning of the next line. */
    const changing = async (work: Promise<TakenLine | undefined>, rest = '') => {
      ahead.current = { lines: '', line: '', from: readline.line.length, ends: false }
      setBusy(true)
      const taken = await work
      if (left.signal.aborted) return
      if (!taken) return end('failed')
      const { lines, line, ends } = ahead.current
      if (ends && taken.problems.length === 0) return end('done')
      const before = taken.rest || rest
      hold(`${before}${before !== '' && lines + line !== '' ? ' ' : ''}${lines}${line}`)
      setActive(undefined)
      tell({ ...nothing, problems: taken.problems })
      setBusy(false)
    }
    const actions: Record<Action, () => unknown> = {
      back: () => {
        hold(typed)
        if (config.hasBack) end('back')
        else tell({ problems: [], candidates: wrapped(config.noWayBack, room.columns - 4).split('\n') })
      },
      complete: () => {
        // readline has put the tab in.
        const before = typed.slice(0, Math.max(0, readline.cursor - 1))
        const after = typed.slice(before.length)
        const found = completed(before, config)
        hold(typed)
        if (!found) return tell({ problems: [], candidates: [config.nothingBegins] })
        hold(`${found.line}${after}`)
        for (let count = after.length; count > 0; count--) readline.write(undefined, { name: 'left' })
        tell({ problems: [], candidates: found.candidates })
      },
      clipboard: () => changing(config.fromClipboard(left.signal), typed),
      enter: () => {
        if (typed.trim() !== '') return changing(config.take(typed, left.signal))
        if (names.length > 0 || config.needed === '') return end('done')
        tell({ ...nothing, problems: [config.needed] })
      },
      unfocus: () => {
        hold(typed)
        setActive(undefined)
      },
      empty: () => {
        hold('')
        tell(nothing)
      },
      up: () => {
        hold(typed)
        setActive(names.length === 0 ? undefined : Math.max(0, (active ?? names.length) - 1))
      },
      down: () => {
        hold(typed)
        // Down from the last is the line that is typed.
        setActive(active === undefined || active + 1 >= names.length ? undefined : active + 1)
      },
      remove: () => {
        hold(typed)
        return changing(config.remove(active ?? 0), typed)
      },
      type: () => {
        if (readline.line === typed) return
        setTyped(readline.line)
        setActive(undefined)
        tell(nothing)
      },
    }
    const isOpen = typed !== '' || told.problems.length + told.candidates.length > 0
    if (isBusy) noteAhead(ahead.current, key, readline.line)
    else await actions[actionOf(key, { isFocused: active !== undefined, isOpen })]()
  })

  if (isOver) return drawTaken(config.answered(names), room, look)
  const { message, aside } = config.message(names.length)
  const hint = isBusy ? config.looking : config.hint(names.length, active !== undefined)
  const shown = isBusy ? nothing : told
  const { colon, more } = config
  return drawFiles({ message, aside, colon, names, active, typed, ...shown, hint, more }, room, look)
})

/** Undefined also where it fails: what only helps to type takes nothing away. */
function completed(line: string, { complete }: Pick<FilesConfig, 'complete'>) {
  try {
    return complete(line)
  } catch {
    return undefined
  }
}

type Action = 'back' | 'clipboard' | 'complete' | 'down' | 'empty' | 'enter' | 'remove' | 'type' | 'unfocus' | 'up'

const actionOfKey: Record<string, Action> = {
  tab: 'complete',
  return: 'enter',
  enter: 'enter',
  up: 'up',
  down: 'down',
}

function noteAhead(ahead: Ahead, { name }: Pick<Key, 'name'>, line: string): void {
  const { lines, line: before } = ahead
  if (name !== 'return' && name !== 'enter') ahead.line = line.slice(ahead.from)
  else if (lines + before === '') Object.assign(ahead, { ends: true, from: 0 })
  else Object.assign(ahead, { lines: `${lines}${before} `, line: '', from: 0 })
}

/** Escape closes what is open, empties what is typed, and then only goes back. */
function actionOf(key: Pick<Key, 'name' | 'ctrl' | 'shift'>, { isFocused = false, isOpen = false }): Action {
  const { name = '', ctrl } = key
  if (isShiftTab(key)) return 'back'
  if (ctrl && name === 'v') return 'clipboard'
  if (name === 'escape') return isFocused ? 'unfocus' : isOpen ? 'empty' : 'back'
  if (isFocused && (name === 'backspace' || name === 'delete')) return 'remove'
  if (isFocused && (name === 'return' || name === 'enter')) return 'unfocus'
  return actionOfKey[name] ?? 'type'
}
