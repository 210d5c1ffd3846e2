import { plain } from '../terminal/sanitize.ts'
import { cut, padded, widthOf } from '../terminal/width.ts'
import type { Look } from './look.ts'

/** A thing in a list that one is chosen from. */
export interface ChoiceFacts {
  /** `#12`. */
  number: string
  /** What state it is in, or what kind of thing it is. */
  state: string
  title: string
  /** How long ago. */
  age: string
}

/** The prompt has its mark before each line. */
const mark = 3
const gap = '  '
/** A title that is shorter than this tells nothing: the age goes, then the state. */
const leastTitle = 16

/** One line for each, one below the other; in plain mode a sentence. */
export function choiceLines(facts: ChoiceFacts[], { style, width }: Pick<Look, 'style' | 'width'>): string[] {
  const lines = facts.map(({ number, state, title, age }) => [number, state, title, age].map((text) => plain(text)))
  if (style.plain) return lines.map((cells) => cells.filter(Boolean).join(', '))
  const widest = (column: number) => Math.max(0, ...lines.map((cells) => widthOf(cells[column] ?? '')))
  const [number, state, age] = [widest(0), widest(1), widest(3)]
  const room = (...taken: number[]) => width - mark - taken.reduce((sum, one) => sum + one + gap.length, 0)
  const states = state > 0 ? [state] : []
  const hasAge = age > 0 && room(number, ...states, age) >= leastTitle
  const hasState = state > 0 && (hasAge || room(number, state) >= leastTitle)
  const titleRoom = room(number, ...(hasState ? [state] : []), ...(hasAge ? [age] : []))
  return lines.map(([its = '', stateWord = '', title = '', when = '']) =>
    [
      padded(its, number),
      ...(hasState ? [padded(stateWord, state)] : []),
      hasAge ? padded(cut(title, titleRoom), Math.min(titleRoom, widest(2))) : cut(title, titleRoom),
      ...(hasAge ? [when] : []),
    ]
      .join(gap)
      .trimEnd(),
  )
}
