/** The first line of a page; `date` as 2026-11-23. */
export function titleLine(name: string, chapter: number, date: string, source: string, manual: string): string {
  // mandoc knows a date by its bare hyphens.
  const [title, ...rest] = [name.toUpperCase(), source, manual].map(inQuotes)
  return ['.TH', title, `"${chapter}" "${date}"`, ...rest].join(' ')
}

export function section(title: string): string {
  return `.SH ${inQuotes(title)}`
}

export function paragraph(text: string): string {
  return `.PP\n${plainText(text)}`
}

/** A term, and what it means, set in. */
export function tagged(term: string, meaning: string): string {
  return `.TP\n${bold(term)}\n${plainText(meaning)}`
}

/** Lines that stay as they are. */
export function inLines(lines: readonly string[]): string {
  return ['.PP', '.nf', '.RS 4', ...lines.map(plainText), '.RE', '.fi'].join('\n')
}

export function bold(text: string): string {
  return `\\fB${plainText(text)}\\fR`
}

/**
 * Text in which roff finds nothing to obey. Hyphens are those that one types and looks for; what is not ASCII has its
 * name, so that a page reads well whatever the locale.
 */
export function plainText(text: string): string {
  return (
    text
      .replaceAll('\\', '\\e')
      .replaceAll('-', '\\-')
      .replaceAll('~', '\\(ti')
      .replaceAll('^', '\\(ha')
      .replaceAll('`', '\\(ga')
      .replaceAll("'", '\\(aq')
      .replaceAll('\u00a0', '\\ ')
      // Where the locale has none, groff warns of the character, and leaves it out.
      .replaceAll('…', '...')
      .replace(
        /[^\u0000-\u007f]/gu,
        (character) => `\\[u${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
      )
      .replace(/^(?=[.])/gm, '\\&')
  )
}

function inQuotes(text: string): string {
  return `"${plainText(text).replaceAll('"', '\\(dq')}"`
}
