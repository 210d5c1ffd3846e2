import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { named, readPage } from '../../src/glpi/form/dom.ts'
import { decodeEntities, markComment, plainSentence, textToHtml, withoutMark } from '../../src/glpi/html.ts'

test('our mark is taken out of HTML, and no other comment', () => {
  expect(withoutMark(`<p>Un.</p>${markComment('key-0b3e')}<!-- ipeos -->`)).toBe('<p>Un.</p><!-- ipeos -->')
})

/** What a browser shows of the HTML made here: paragraphs, line ends, spaces that stay. */
function shown(html: string): string {
  return html
    .split('</p>')
    .filter((part) => part !== '')
    .map((part) => decodeEntities(part.replace(/^<p>/, '').replaceAll('<br>', '\n')).replaceAll('\u00a0', ' '))
    .join('\n\n')
}

/** The same text as a person means it: tabs are spaces, ends of lines and empty lines in excess say nothing. */
function meant(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\s+$/g, '').replaceAll('\t', '    '))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n'),
    )
    .join('\n\n')
    .replaceAll('\u00a0', ' ')
}

describe('plain text as HTML', () => {
  test('a blank line starts a paragraph, a line end stays one', () => {
    expect(textToHtml('Bonjour,\nle site\n\nne répond plus.\r\n \r\nMerci')).toBe(
      '<p>Bonjour,<br>le site</p><p>ne répond plus.</p><p>Merci</p>',
    )
  })

  test('what looks like HTML is text', () => {
    expect(textToHtml('a < b && c > d <script>x</script>')).toBe(
      '<p>a &lt; b &amp;&amp; c &gt; d &lt;script&gt;x&lt;/script&gt;</p>',
    )
  })

  test('spaces and tabs at the start of a line stay, as do aligned columns', () => {
    expect(textToHtml('log:\n  a  1\n\tb')).toBe('<p>log:<br>&nbsp;&nbsp;a&nbsp; 1<br>&nbsp;&nbsp;&nbsp;&nbsp;b</p>')
  })

  test('any text is shown as it was meant, and none becomes a tag', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const html = textToHtml(text)
        expect(shown(html)).toBe(meant(text))
        expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })

  test('any text made of tags and entities is shown as it was meant', () => {
    const pieces = constantFrom(
      '<',
      '>',
      '&',
      '&lt;',
      '<b>',
      '</p>',
      '<!--',
      '-->',
      ' ',
      '\t',
      '\n',
      '\r\n',
      'é',
      '"',
      'x',
    )
    assert(
      property(array(pieces), (texts) => {
        const html = textToHtml(texts.join(''))
        expect(shown(html)).toBe(meant(texts.join('')))
        expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })

  test('a mark is a comment that shows nothing', () => {
    expect(named(readPage(`<p>x</p>${markComment('0b1f-2c')}`), 'p')).toHaveLength(1)
    expect(markComment('0b1f-2c')).toBe('<!-- ipeos:0b1f-2c -->')
  })

  test('a mark cannot end its comment', () => {
    expect(() => markComment('--><script>')).toThrow(TypeError)
  })
})

describe('text of the platform', () => {
  test.each([
    ['IPEOS &#62; IPEOS-WTC', 'IPEOS > IPEOS-WTC'],
    ['l&#039;écran &amp; le clavier', 'l’écran & le clavier'.replace('’', "'")],
    ['&#x1F600; &nbsp;', '\u{1F600} \u00a0'],
    ['&amp;lt;', '&lt;'],
    ['On lit &eacute; sur le site', 'On lit &eacute; sur le site'],
    ['&unknown; &#0; &#xD800; &', '&unknown; \ufffd \ufffd &'],
  ])('%s is decoded once', (encoded, decoded) => {
    expect(decodeEntities(encoded)).toBe(decoded)
  })

  test('a sentence is one plain line, without tags or control characters', () => {
    expect(plainSentence('Élément ajouté : <a href="/x">écran</a>\n&#27;[31m&#8206;')).toBe(
      'Élément ajouté : écran [31m\u200e',
    )
  })

  test('a sentence is no longer than a person reads', () => {
    expect(plainSentence('x'.repeat(5000))).toHaveLength(300)
  })
})
