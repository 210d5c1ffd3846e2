import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { withWholeCommands } from '../../terminal/whole-command.ts'
import type { Look } from '../look.ts'

export type Field = [label: string, value: string]

/** Those that have a value. */
export function filled(fields: Array<[label: string, value: string | false | null | undefined]>): Field[] {
  return fields.filter((field): field is Field => Boolean(field[1]))
}

/**
 * Labels and values, a field a line, values aligned and wrapped beside their labels; in a narrow window, each value
 * stands below its label. Values may hold several lines and colours. `all`: with these they are aligned.
 */
export function viewFields(
  fields: Field[],
  { style, width }: Pick<Look, 'style' | 'width'>,
  all: readonly Field[] = fields,
): string {
  if (style.plain) return fields.map(([label, value]) => afterLabel(label, value)).join('\n')
  const labelWidth = Math.max(...all.map(([label]) => stringWidth(label))) + 2
  const beside = width - labelWidth >= 22
  return fields.map(([label, value]) => (beside ? besideLabel(label, value) : belowLabel(label, value))).join('\n')

  function afterLabel(label: string, value: string): string {
    return wrapped(style.labelled(label, value.includes('\n') ? `\n${value}` : value), width).join('\n')
  }

  function besideLabel(label: string, value: string): string {
    const lines = wrapped(value, width - labelWidth)
    const head = `${style.dim(label)}${' '.repeat(labelWidth - stringWidth(label))}`
    return lines.map((line, index) => `${index === 0 ? head : ' '.repeat(line ? labelWidth : 0)}${line}`).join('\n')
  }

  function belowLabel(label: string, value: string): string {
    return [style.dim(label), ...wrapped(value, width - 2).map((line) => (line ? `  ${line}` : ''))].join('\n')
  }
}

/** A blank with the colours that are set before or after it. */
const blankAtStart = /^((?:\u001b\[[\d;]{1,20}m){0,9}) /
const blankAtEnd = / ((?:\u001b\[[\d;]{1,20}m){0,9})$/

function wrapped(text: string, width: number): string[] {
  const room = Math.max(width, 10)
  const pieces = (line: string) =>
    withWholeCommands(line, room, (whole) => wrapAnsi(whole, room, { hard: true, trim: false })).split('\n')
  // The blank at which a line was broken belongs to neither part; those that begin a line of the text are its own.
  return text.split('\n').flatMap((line) => {
    const all = pieces(line)
    return all.map((piece, at) => {
      const begun = at === 0 ? piece : piece.replace(blankAtStart, '$1')
      return at === all.length - 1 ? begun : begun.replace(blankAtEnd, '$1')
    })
  })
}
