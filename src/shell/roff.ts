/** The first line of a page. */
export function titleLine(name: string, chapter: number, source: string, manual: string): string {
  return `.TH ${[name.toUpperCase(), String(chapter), '', source, manual].map(inQuotes).join(' ')}`
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
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
    .replaceAll('`', '\\(ga')
    .replaceAll("'", '\\(aq')
    .replaceAll('\u00a0', '\\ ')
    .replace(
      /[^\u0000-\u007f]/gu,
      (character) => `\\[u${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^(?=[.])/gm, '\\&')
}

function inQuotes(text: string): string {
  return `"${plainText(text).replaceAll('"', '\\(dq')}"`
}
