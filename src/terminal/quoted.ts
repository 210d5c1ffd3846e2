/** A word as a POSIX shell reads it, in quotes only where it needs them: names of people and paths hold blanks and «>». */
export function quoted(text: string): string {
  return /^[\w.@:+/-]+$/.test(text) ? text : inQuotes(text)
}

/** In single quotes nothing means anything to a shell but the quote itself. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
