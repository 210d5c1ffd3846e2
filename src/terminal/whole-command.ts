/** Where the words after it name a setting, its value, a topic: `config set language fr`, `help exit-codes`. */
const named = String.raw`(?:config|preferences) set [a-z][\w.-]* [a-z]\w*|config (?:get|unset) [a-z][\w.-]*|help [a-z][a-z-]*`
const option = String.raw`--?[a-z][\w-]*(?: [^\s-]\S*)?`
const value = String.raw`#?\d[\w-]*|[0-9a-f]{8}|\p{Lu}{3,}\S*|\S+@\S+|[<[]\S+`
/** `ipeos`, its words, then options with their values, numbers and placeholders: what is there to be copied. */
const command = new RegExp(
  String.raw`(\bipeos(?: (?:${named}|[a-z]+(?: [a-z]+)?))?)((?: (?:${option}|${value}))*)`,
  'gu',
)
/** Private use: no text has it by accident. */
const glue = '\ue003'

/** Wraps a text so that a command line that fits on a line is never broken; of a longer one, at least its words are not. */
export function withWholeCommands(text: string, width: number, wrap: (text: string) => string): string {
  if (!text.includes('ipeos ')) return wrap(text)
  const kept = text.replace(command, (found: string, words: string, rest: string) =>
    found.length <= width ? glued(found) : glued(words) + rest,
  )
  return wrap(kept).replaceAll(glue, ' ')
}

function glued(text: string): string {
  return text.replaceAll(' ', glue)
}
