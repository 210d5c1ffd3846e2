import type { Problem } from '../../../errors/error.ts'
import type { RequestFlags } from '../request.ts'

/** What the options of `ticket new` say beside those of the form as before. */
export interface FormFlags {
  /** A form of the site, by its name or number. */
  form?: string
  /** `Label=Value`, once for each value. */
  answer?: string[]
  /** A file of answers, or `-`. */
  answers?: string
  /** Whom the request is for, of those for whom the form may be sent. */
  onBehalfOf?: string
}

/** What the options name, as it was when it was read: what waits is understood by a later command, from another folder. */
export interface ReadWords {
  /** What the file of answers holds. */
  answersText?: string
  /** What came by standard input for an answer. */
  piped?: string
  /** Absolute: where paths begin. */
  folder?: string
}

/** All that they say, in a person's words: only the form that it is held against tells what they mean. */
export interface NewWords extends RequestFlags, FormFlags, ReadWords {}

/** The same, and why the text that they name cannot be had. */
export interface GivenFlags {
  flags: NewWords
  problems: Problem[]
  /** How many of the files that they name could not be had. */
  lostFiles?: number
}

/** Whether a form is named, or a question of one answered. */
export function speaksOfForm({ form, answer, answers, answersText }: NewWords): boolean {
  return [form, answer, answers, answersText].some((word) => word !== undefined)
}
