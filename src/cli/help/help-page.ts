import { withWholeCommands } from '../../terminal/whole-command.ts'

/** What the help of one command says, whatever the width. */
export interface HelpPage {
  usage: string
  description: string
  /** Each with its title: terms and what they mean. */
  sections: Array<[title: string, items: Array<[term: string, meaning: string]>]>
  /** The keys of `--json`. */
  fields?: [title: string, names: string] | undefined
  examples?: [title: string, lines: readonly string[]] | undefined
  note?: string | undefined
}

/** The text of a help, its lines within `width` columns. */
export function helpText({ usage, description, sections, fields, examples, note }: HelpPage, width: number): string {
  const terms = sections.flatMap(([, items]) => items.map(([term]) => term.length))
  const termWidth = Math.max(0, ...terms)
  return [
    wrapAtSpaces(usage, width),
    '',
    wrapAtSpaces(description, width),
    '',
    ...sections.flatMap(([title, items]) =>
      items.length > 0 ? [title, ...items.map((one) => itemText(one, termWidth, width)), ''] : [],
    ),
    ...(fields ? [fields[0], wrapAtSpaces(fields[1], width - 2).replace(/^/gm, '  '), ''] : []),
    // To be copied: never broken.
    ...(examples ? [examples[0], ...examples[1].map((line) => `  ${line}`), ''] : []),
    ...(note ? [wrapAtSpaces(note, width), ''] : []),
  ].join('\n')
}

/** Beside its term where there is room; in a narrow terminal, the meaning stands below. */
export function itemText([term, meaning]: [string, string], termWidth: number, width: number): string {
  const besideWidth = width - termWidth - 4
  if (!meaning) return `  ${term}`
  if (besideWidth >= 30) {
    const lines = wrapAtSpaces(meaning, besideWidth).split('\n')
    return lines.map((line, index) => `  ${(index === 0 ? term : '').padEnd(termWidth)}  ${line}`).join('\n')
  }
  const below = wrapAtSpaces(meaning, Math.max(width - 6, 20)).split('\n')
  return [`  ${term}`, ...below.map((line) => `      ${line}`)].join('\n')
}

/** Never at a no-break space: in French one stands before every colon. */
export function wrapAtSpaces(text: string, width: number): string {
  return withWholeCommands(text, width, (whole) =>
    whole
      .split('\n')
      .map((paragraph) => wrapParagraph(paragraph, width))
      .join('\n'),
  )
}

function wrapParagraph(paragraph: string, width: number): string {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
