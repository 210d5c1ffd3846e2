import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../src/terminal/html.ts'
import { plain } from '../../src/terminal/sanitize.ts'
import { wrapped } from '../../src/terminal/width.ts'

const size = 400_000
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

/** The first character that a terminal would obey. */
const harm = (text: string) => /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.exec(text)?.[0]

// A pattern that goes back over its text takes minutes for one of these, and a test has one.
describe.each(hostile)('a text full of %s', (_what, text) => {
  test('is laid out, for a terminal and for a pipe', () => {
    expect(harm(htmlToText(text, 80))).toBeUndefined()
    expect(harm(htmlToText(text, Number.POSITIVE_INFINITY))).toBeUndefined()
  })

  test('is made harmless and wrapped', () => {
    expect(harm(wrapped(plain(text), 80))).toBeUndefined()
  })
})
