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
