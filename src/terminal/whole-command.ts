/** `ipeos`, its words, then options with their values, numbers and placeholders: what is there to be copied. */
const command =
  /\bipeos(?: [a-z]+){0,2}(?: (?:--?[a-z][\w-]*(?: [^\s-]\S*)?|#?\d[\w-]*|[0-9a-f]{8}|\p{Lu}{3,}\S*|\S+@\S+|[<[]\S+))*/gu
/** Private use: no text has it by accident. */
const glue = '\ue003'

/** Wraps a text so that a command line that fits on a line of its own is never broken. */
export function withWholeCommands(text: string, width: number, wrap: (text: string) => string): string {
  if (!text.includes('ipeos ')) return wrap(text)
  const glued = text.replace(command, (found) => (found.length <= width ? found.replaceAll(' ', glue) : found))
  return wrap(glued).replaceAll(glue, ' ')
}
