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

/** The same of a name with its places above, whatever blanks are around it: «Hébergement>site WEB» is «hebergement > site web». */
export function foldedPath(name: string): string {
  return folded(name).replace(/\s+/g, ' ').replace(/ ?> ?/g, ' > ').trim()
}
