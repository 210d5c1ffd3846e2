import { cut, widthOf, wrapped } from '../../width.ts'

/** A choice, all of its text harmless. */
export interface ShownChoice {
  name: string
  /** Its letter. */
  key?: string
  /** The number that it is. */
  number?: number
  description?: string
  /** Other words by which it is found. */
  words?: string
}

/** Of the terminal, as it is now. */
export interface Room {
  columns: number
  rows: number
}

export interface ChoiceLook {
  question(text: string): string
  answered(text: string): string
  answer(text: string): string
  typed(text: string): string
  focus(text: string): string
  letter(text: string): string
  description(text: string): string
  hint(text: string): string
  nothing(): string
  error(text: string): string
  tick: { on: string; off: string }
  prefix: { idle: string; done: string }
  /** Turns while something is looked for. */
  spinner: string[]
}

/** What a question with choices shows. */
export interface ChoiceState {
  message: string
  /** Those that fit what is typed. */
  choices: ShownChoice[]
  /** Index of the one in focus. */
  active: number
  /** What the person is looking for; undefined where nothing can be looked for. */
  typed?: string | undefined
  /** Whether each of them is ticked; undefined where nothing is to be, and of one that has no box. */
  ticked?: Array<boolean | undefined> | undefined
  /** Said below the question, for as long as it is asked. */
  help?: string | undefined
  /** What the keys do. */
  hint: string
  /** What is wrong, or being done: in the place of the hint, on lines of their own. */
  note?: string | undefined
  /** In the place of an empty list; by default, that nothing matches. */
  nothing?: string | undefined
  /** The rows that the longest description may take: the list does not jump while one moves in it. */
  descriptionRows: number
}

const mostListed = 10
const fewest = 3
const roomyRows = 12
const longestHelp = 6

/** Columns before a name: the mark of the one in focus, and a space. */
const indent = 2

/** The question above, and below it as much of list, description and hint as the window has room for, in this order. */
export function drawChoices(state: ChoiceState, room: Room, look: ChoiceLook): [head: string, body: string] {
  const head = headOf(state, room, look)
  const parts = shareRoom(state, room, look, head.split('\n').length)
  const { choices, active } = state
  const list = choices.length === 0 ? [state.nothing ?? look.nothing()] : listed(state, parts.size, room, look)
  const description = parts.description > 0 ? descriptionOf(choices[active], parts.description, room) : []
  const body = [
    ...helpLines(state, room).slice(0, parts.help).map(look.hint),
    ...list,
    ...(parts.gap > 0 ? [' '] : []),
    ...description.map(look.description),
    ...(parts.hint > 0 ? hintLines(state, room, look) : []),
  ]
  return [head, body.join('\n')]
}

/** The answered question on one line, in a narrow window with its answer below. */
export function drawAnswered(message: string, name: string, { columns }: Room, look: ChoiceLook): string {
  const question = fitted(message, columns)
  const head = `${look.prefix.done} ${look.answered(question)}`
  const room = columns - widthOf(lastLine(`  ${question}`)) - 2
  const isBeside = room >= Math.min(10, widthOf(name))
  return isBeside ? `${head} ${look.answer(cut(name, room))}` : `${head}\n  ${look.answer(cut(name, columns - 3))}`
}

/** How many choices there is room for: a page, as PageDown goes. */
export function pageSize(state: ChoiceState, room: Room, look: ChoiceLook): number {
  return shareRoom(state, room, look, headOf(state, room, look).split('\n').length).size
}

/** The rows that the longest of the descriptions takes. */
export function longestDescription(choices: readonly ShownChoice[], room: Room): number {
  return Math.max(0, ...choices.map((choice) => descriptionOf(choice, mostListed, room).length))
}

function headOf({ message, typed }: ChoiceState, { columns, rows }: Room, look: ChoiceLook): string {
  const lines = fitted(message, columns).split('\n')
  const shown = lines.slice(-Math.max(1, rows - 2)).join('\n')
  const head = `${look.prefix.idle} ${look.question(shown)}`
  return typed ? `${head} ${look.typed(typed)}` : head
}

function shareRoom(state: ChoiceState, room: Room, look: ChoiceLook, taken: number) {
  const count = Math.max(1, state.choices.length)
  const wanted = Math.min(count, fewest)
  let left = Math.max(1, room.rows - taken)
  const share = (rows: number, isWanted = rows > 0) => {
    const given = isWanted && left - rows >= wanted ? rows : 0
    left -= given
    return given
  }
  const description = share(state.descriptionRows) || share(Math.min(1, state.descriptionRows))
  const hint = share(hintLines(state, room, look).length)
  const help = share(helpLines(state, room).length)
  const gap = share(1, room.rows >= roomyRows)
  return { description, hint, help, gap, size: Math.min(mostListed, count, left) }
}

/** As many as there is room for; an arrow in the margin says that there are more above, or below. */
function listed({ choices, active, ticked }: ChoiceState, size: number, { columns }: Room, look: ChoiceLook): string[] {
  const start = Math.max(0, Math.min(active - Math.floor(size / 2), choices.length - size))
  const hasKeys = choices.some(({ key }) => key !== undefined)
  return choices.slice(start, start + size).map(({ name, key = ' ' }, row) => {
    const index = start + row
    const tick = tickOf(ticked?.[index], look)
    const shown = cut(name, columns - indent - widthOf(tick) - (hasKeys ? 3 : 0) - 1)
    const isActive = index === active
    const letter = hasKeys ? `${isActive ? key : look.letter(key)}  ` : ''
    if (isActive) return look.focus(`❯ ${letter}${tick}${shown}`)
    const isMoreAbove = row === 0 && start > 0
    const isMoreBelow = row === size - 1 && index < choices.length - 1
    return `${isMoreAbove ? look.hint('↑') : isMoreBelow ? look.hint('↓') : ' '} ${letter}${tick}${shown}`
  })
}

function tickOf(isTicked: boolean | undefined, { tick }: ChoiceLook): string {
  return isTicked === undefined ? '' : `${isTicked ? tick.on : tick.off} `
}

function descriptionOf(choice: ShownChoice | undefined, rows: number, { columns }: Room): string[] {
  if (!choice?.description) return []
  const lines = wrapped(choice.description, columns - indent - 1).split('\n')
  const shown = lines.slice(0, rows)
  if (lines.length > rows) shown.push(`${shown.pop() ?? ''} …`)
  return shown.map((line) => `${' '.repeat(indent)}${cut(line, columns - indent - 1)}`)
}

/** What is said in the place of the hint, on lines that fit. */
export function heldNote(sentence: string, { columns }: Room, look: Pick<ChoiceLook, 'hint'>): string {
  return wrapped(sentence, columns - 1)
    .split('\n')
    .map(look.hint)
    .join('\n')
}

function hintLines({ hint, note }: ChoiceState, { columns }: Room, look: ChoiceLook): string[] {
  return (
    note?.split('\n') ??
    wrapped(hint, columns - 1)
      .split('\n')
      .map(look.hint)
  )
}

function helpLines({ help }: ChoiceState, { columns }: Room): string[] {
  if (!help) return []
  const lines = wrapped(help, columns - indent - 1).split('\n')
  const shown = lines.slice(0, longestHelp)
  if (lines.length > longestHelp) shown.push(`${shown.pop() ?? ''} …`)
  return shown.map((line) => `${' '.repeat(indent)}${cut(line, columns - indent - 1)}`)
}

function fitted(message: string, columns: number): string {
  return wrapped(message, columns - 4)
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? ''
}
