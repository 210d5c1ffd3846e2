import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../src/terminal/html.ts'
import { plain } from '../../src/terminal/sanitize.ts'
import { wrapped } from '../../src/terminal/width.ts'

const size = 400_000
/** A second is ten times what each takes; a pattern that goes back over its text takes minutes. */
const patience = 1000

/** `unit` again and again, up to the size of a text that a hostile platform may send. */
function many(unit: string): string {
  return unit.repeat(Math.ceil(size / unit.length))
}

const hostile: Array<[what: string, text: string]> = [
  ['spaces', `a${many(' ')}b`],
  ['no-break spaces', `a${many('\u00a0')}b`],
  ['tabs', `a${many('\t')}b`],
  ['spaces in code', `<pre>a${many(' ')}b</pre>`],
  ['empty lines', `${many(' \n')}x`],
  ['control strings that never end', many('\u009d')],
  ['escape sequences that never end', many('\u001b]')],
  ['a sequence of numbers that never ends', `\u001b[${many('1;')}`],
  ['dashes before a text', `${many('- ').slice(size / 2)}${many('word ').slice(size / 2)}`],
  ['one word', many('x')],
  ['wide characters', many('网')],
  ['accents on one letter', `a${many('\u0301')}`],
  ['joined emoji', many('👩\u200d')],
  ['elements within elements', many('<div>')],
  ['quotes within quotes', `${many('<blockquote>')}x`],
  ['lists within lists', `${many('<ul><li>')}x`],
  ['tables within tables', `${many('<table><tr><td>')}x`],
  ['rows of a table', `<table>${many('<tr><td>x')}`],
  ['attributes', `<p ${many('a ')}>x`],
  ['comments that never end', many('<!--')],
  ['numbers of a list', '<ol type="i" start="999999999"><li>x</ol><ol type="a" start="1e300"><li>x</ol>'],
]

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

describe.each(hostile)('a text full of %s', (_what, text) => {
  test('is laid out within a second, for a terminal and for a pipe', () => {
    expect(milliseconds(() => htmlToText(text, 80))).toBeLessThan(patience)
    expect(milliseconds(() => htmlToText(text, Number.POSITIVE_INFINITY))).toBeLessThan(patience)
  })

  test('is made harmless and wrapped within a second', () => {
    expect(milliseconds(() => wrapped(plain(text), 80))).toBeLessThan(patience)
  })
})
