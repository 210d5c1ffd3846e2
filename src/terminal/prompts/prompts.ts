import type { FilesQuestion } from './files/files-question.ts'
import type { WhileTyping } from './typing.ts'

/**
 * Questions to a person, on stderr. Each rejects with `Cancelled` on Ctrl-C, the terminal restored. One that may be left
 * for the question before it (`back`) rejects with `WentBack` on ⇧Tab, and on Escape where nothing else is to be closed
 * (of a search: what is typed is emptied first); in lines, on a line that is «<» alone. Without `back` both say how to leave.
 */
export interface Prompts {
  /** A menu gives undefined when it is left, by Escape, Ctrl-C or Ctrl-D; what ends the command rejects as everywhere. */
  select<Value>(question: MenuQuestion<Value>): Promise<Value | undefined>
  /** Arrows, Home, End, PageUp and PageDown move; a letter chooses what has it as its `key`, digits go to what has that `number`; others do nothing. */
  select<Value>(question: ChoiceQuestion<Value>): Promise<Value>
  /** For long lists: what is typed narrows the choices; accents and case do not matter. */
  search<Value>(question: MenuQuestion<Value>): Promise<Value | undefined>
  search<Value>(question: ChoiceQuestion<Value>): Promise<Value>
  /**
   * Several of a list: Space ticks, Enter ends, what is typed narrows. Gives those that are ticked, in the order of the
   * list; where nothing is, what is in focus.
   */
  checklist<Value>(question: ChecklistQuestion<Value>): Promise<Value[]>
  /**
   * One of those that are found elsewhere while one types: asked for once the keys rest, further ones as one goes down.
   * What goes wrong with that is said in place, and costs nothing of what was typed; all but an `IpeosError` rejects.
   */
  lookUp<Value>(question: LookupQuestion<Value>): Promise<Value>
  input(question: TextQuestion): Promise<string>
  password(question: PasswordQuestion): Promise<string>
  confirm(question: YesOrNoQuestion): Promise<boolean>
  /**
   * A text of several lines, typed, pasted and edited in place: Enter begins a new line, Ctrl+D ends (the prompt says so),
   * Ctrl+O goes on in the person's editor. `default` stands there already, to be changed.
   */
  text(question: TextQuestion): Promise<string>
  /**
   * Files: Tab completes a path, Ctrl+V takes the image that was copied, the up arrow goes to those that are there, to be
   * removed; an empty line ends. Gives all of them.
   */
  files<Taken>(question: FilesQuestion<Taken>): Promise<Taken[]>
}

interface Question {
  message: string
  /** How it reads once it is answered; by default, as it was asked. Of questions with choices, of `input` and `text`. */
  answered?: string
  /** Said below the question for as long as it is asked; of questions with choices, of `input` and `text`. */
  help?: string
  /** There is a question before this one, and the person may go back to it. */
  back?: boolean
}

export interface ChoiceQuestion<Value> extends Question {
  choices: Choice<Value>[]
  default?: Value
}

/** A choice of what to do next, which one may leave without choosing. */
export interface MenuQuestion<Value> extends ChoiceQuestion<Value> {
  leave: true
}

export interface Choice<Value> {
  name: string
  value: Value
  /** Small letter or digit that chooses it at once, shown before its name; of `select` alone. */
  key?: string
  /** The number that it is: digits go to it, and in lines they choose it; its name says it. Of all choices or none, of `select` alone. */
  number?: number
  /** A word about it, seen while it is in focus. */
  description?: string
  /** Other words by which `search` and `checklist` find it. */
  words?: string
}

export interface ChecklistQuestion<Value> extends Question {
  choices: Choice<Value>[]
  /** Those that are ticked at first. */
  ticked: readonly Value[]
  /** What stands first, and takes none; without it, one is needed. In lines, Enter alone takes none. */
  none?: string | undefined
  /** True, or why these will not do, as a sentence. */
  validate?(ticked: Value[]): true | string
}

export interface LookupQuestion<Value> extends Question {
  /** Choices of one's own, above those that are found while nothing is typed. */
  own: Choice<Value>[]
  /** Of those, the one in focus first. */
  default?: Value
  /** Letters that must be typed before anything is looked for; 0 shows the first ones at once. */
  fewest: number
  /** What is found by these words, page by page from 1. */
  find(words: string, page: number, signal: AbortSignal): Promise<FoundChoices<Value>>
}

export interface FoundChoices<Value> {
  choices: Choice<Value>[]
  /** There is a page after this one. */
  more: boolean
}

export interface TextQuestion extends Question {
  default?: string
  /** It may be left empty: whoever erases the default means that. In lines, «-» says it. Of `input`. */
  mayBeEmpty?: boolean
  validate?: Validate
  /**
   * Told what stands there while it is typed, less than a second behind, so that it can be on disk; of `input` and `text`.
   * However the question ends, the last of it was told, and waited for, before that. Blanks are not told.
   */
  whileTyping?: WhileTyping
}

export interface PasswordQuestion extends Question {
  validate?: Validate
}

export interface YesOrNoQuestion extends Question {
  default: boolean
}

/** True, or what is wrong, as a sentence. */
export type Validate = (value: string) => true | string | Promise<true | string>
