import type { WhileTyping } from './typing.ts'

/** Questions to a person, on stderr. Each rejects with `Cancelled` on Ctrl-C, the terminal restored. */
export interface Prompts {
  select<Value>(question: ChoiceQuestion<Value>): Promise<Value>
  /** For long lists: what is typed narrows the choices; accents and case do not matter. */
  search<Value>(question: ChoiceQuestion<Value>): Promise<Value>
  input(question: TextQuestion): Promise<string>
  password(question: PasswordQuestion): Promise<string>
  confirm(question: YesOrNoQuestion): Promise<boolean>
  /**
   * A text of several lines, typed or pasted: Enter begins a new line, Ctrl+D ends (the prompt says so), Ctrl+O goes
   * on in the person's editor when $VISUAL or $EDITOR is set. `default` stands there already, to be changed.
   */
  text(question: TextQuestion): Promise<string>
  /** Opens the person's editor on a temporary file (0600), and gives what was saved. */
  editor(question: TextQuestion): Promise<string>
}

export interface ChoiceQuestion<Value> {
  message: string
  choices: Choice<Value>[]
  default?: Value
}

export interface Choice<Value> {
  name: string
  value: Value
  description?: string
}

export interface TextQuestion {
  message: string
  default?: string
  validate?: Validate
  /** A wrong answer is not corrected but given anew: the line is empty again. */
  anew?: boolean
  /**
   * Told what stands there while it is typed, less than a second behind, so that it can be on disk; of `input` and `text`.
   * However the question ends, the last of it was told, and waited for, before that. Blanks are not told.
   */
  whileTyping?: WhileTyping
}

export interface PasswordQuestion {
  message: string
  validate?: Validate
}

export interface YesOrNoQuestion {
  message: string
  default: boolean
}

/** True, or what is wrong, as a sentence. */
export type Validate = (value: string) => true | string | Promise<true | string>
