/** Text without accents, case or ligatures, for comparing what people type with what is written. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
}

/** Whether each word that was typed stands somewhere in the name, in any order. */
export function matches(name: string, typed: string): boolean {
  const where = folded(name)
  return folded(typed)
    .split(/[\s>]+/)
    .every((word) => where.includes(word))
}
