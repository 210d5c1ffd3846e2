/** A word as a shell reads it: names of people and entities hold blanks, quotes and «>». */
export function quoted(text: string): string {
  return /^[\w.@:+/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
