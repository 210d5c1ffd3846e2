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
  about?: string[]
  observer?: string[]
  location?: string
}

/** All that they say, in a person's words: only the form that it is held against tells what they mean. */
export interface NewWords extends Omit<RequestFlags, 'about'>, FormFlags {}

/** The same, and why the text that they name cannot be had. */
export interface GivenFlags {
  flags: NewWords
  problems: Problem[]
  /** How many of the files that they name could not be had. */
  lostFiles?: number
}
