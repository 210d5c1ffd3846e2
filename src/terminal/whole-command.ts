/** The first words that more words follow: `ipeos ticket list`. */
const groups =
  'account|approval|config|contract|draft|entity|faq|form|password|preferences|profile|reservation|sandbox|ticket'
/** Those that stand alone: `ipeos login`. */
const alone = 'alert|catalog|contact|doctor|help|home|login|logout|news|version|whoami'
/** Where the words after it name a setting, its value, a topic: `config set language fr`, `help exit-codes`. */
const named = String.raw`(?:config|preferences) set [a-z][\w.-]* [a-z]\w*|config (?:get|unset) [a-z][\w.-]*|help [a-z][a-z-]*`
const others = String.raw`faq[ ]search [^\s.,'"]+|api[ ][A-Z]+ [^\s.,]+|completion[ ][a-z]+`
const words = `${named}|${others}|(?:${groups}) [a-z]+|${alone}`
const quote = String.raw`'[^'\n]*'|"[^"\n]*"`
/** A capital on the next line begins a sentence, and is no value. */
const option = String.raw`--?[a-z][\w-]*(?:(?:[ ]|\n(?!\p{Lu}\p{Ll}))(?:${quote}|[^\s'"·-][^\s'"·]*))?`
const value = String.raw`${quote}|-(?!\S)|#?\d[\w-]*|[0-9a-f]{8}|\p{Lu}{3,}[^\s.,;)]*|[^\s@]+@[^\s@]*[^\s@.,;)]|[<[]\S+`
/** `ipeos`, its words, then options with their values, numbers and placeholders: what is there to be copied. */
const command = new RegExp(String.raw`(\bipeos (?:${words})(?![\w-]))((?:[ \n](?:${option}|${value}))*)`, 'gu')
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

/** A text, wrapped or not, with its commands set off from its words. */
export function withCommands(
  text: string,
  paintWords: (words: string) => string,
  paintCommand: (command: string) => string,
): string {
  let painted = ''
  let end = 0
  const words = (until: number) => (until > end ? paintWords(text.slice(end, until)) : '')
  for (const { 0: found, index } of text.matchAll(command)) {
    painted += words(index) + paintCommand(found)
    end = index + found.length
  }
  return painted + words(text.length)
}
