import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../src/terminal/html.ts'
import { widthOf } from '../../src/terminal/width.ts'

describe('htmlToText', () => {
  test('keeps paragraphs and line breaks apart', () => {
    expect(htmlToText('<p>Bonjour,<br>ça bloque.</p><p>Merci &amp; à bientôt</p>', 80)).toBe(
      'Bonjour,\nça bloque.\n\nMerci & à bientôt',
    )
  })

  test('never shows a comment', () => {
    const text = htmlToText('<p>Panne</p><!-- ipeos:0b3e4a10-1111-4222-8333-444455556666 -->', 80)
    expect(text).toBe('Panne')
  })

  test('never shows a comment of a text that is not HTML otherwise', () => {
    expect(htmlToText('Panne\n<!-- ipeos:0b3e4a10 -->', 80)).toBe('Panne')
  })

  test('shows text that is not HTML with its line breaks and its angle brackets', () => {
    const text = 'Bonjour,\n\n  si a < b et c > d :\n<alice@ipeos.example> a écrit\n<https://ipeos.example>'
    expect(htmlToText(text, 80)).toBe(text)
  })

  test('makes lists, nested ones too', () => {
    expect(htmlToText('<ul><li>un</li><li>deux<ol><li>a</li><li>b</li></ol></li></ul>', 80)).toBe(
      '• un\n• deux\n  1. a\n  2. b',
    )
  })

  test('shows where a link goes, whatever its text pretends', () => {
    expect(htmlToText('<a href="https://evil.example">https://ipeos.example</a>', 80)).toBe(
      'https://ipeos.example (https://evil.example)',
    )
  })

  test('shows an address once when it is its own text', () => {
    expect(htmlToText('<a href="https://ipeos.example/a">https://ipeos.example/a</a>', 80)).toBe(
      'https://ipeos.example/a',
    )
  })

  test('leaves out the address that the platform wraps around an image, and no other', () => {
    const address = '/front/document.send.php?docid=4&amp;itemtype=Ticket&amp;items_id=17'
    expect(htmlToText(`<p>Voici <a href="${address}" target="_blank" ><img src="${address}" /></a></p>`, 80)).toBe(
      'Voici [image]',
    )
    expect(htmlToText('<a href="https://ipeos.example/plan"><img src="plan.png"></a>', 80)).toBe(
      '[plan.png] (https://ipeos.example/plan)',
    )
  })

  test('names images, and never spells out an embedded one', () => {
    const html =
      '<img alt="Écran" src="x.png"> <img src="/front/capture.png?docid=3"> <img src="data:image/png;base64,AAAA">'
    expect(htmlToText(html, 80)).toBe('[Écran] [capture.png] [image]')
  })

  test('keeps code as it is, long lines too', () => {
    const line = `const x = ${'1 + '.repeat(30)}1`
    expect(htmlToText(`<p>Voir :</p><pre>if (a) {\n  ${line}\n}</pre>`, 40)).toBe(
      `Voir :\n\n    if (a) {\n      ${line}\n    }`,
    )
  })

  test('lays tables out', () => {
    expect(
      htmlToText('<table><tr><th>Poste</th><th>État</th></tr><tr><td>alice</td><td>en panne</td></tr></table>', 80),
    ).toBe('Poste   État\nalice   en panne')
  })

  test('tells a table row by row where it is wider than the terminal', () => {
    const cell = 'mots '.repeat(8).trim()
    const text = htmlToText(`<table><tr><td>${cell}</td><td>${cell}</td></tr></table>`, 40)
    expect(text.split('\n').every((line) => widthOf(line) <= 40)).toBe(true)
  })

  test('marks quotes, on each line that they take', () => {
    const text = htmlToText(`<blockquote>${'citation '.repeat(8)}</blockquote>`, 40)
    expect(text.split('\n').every((line) => line.startsWith('> '))).toBe(true)
  })

  test('wraps a list item under its text', () => {
    expect(htmlToText('<ul><li>un deux trois quatre cinq six</li></ul>', 20)).toBe('• un deux trois\n  quatre cinq six')
  })

  test('wraps wide characters by the columns that they take', () => {
    const text = htmlToText(`<p>${'网络 '.repeat(20)}</p>`, 40)
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(40)
  })

  test('leaves lines whole where there is no width', () => {
    const long = 'mot '.repeat(100).trim()
    expect(htmlToText(`<p>${long}</p>`, Number.POSITIVE_INFINITY)).toBe(long)
  })

  test('headings keep their case', () => {
    expect(htmlToText('<h1>Procédure</h1><p>Redémarrer.</p>', 80)).toBe('Procédure\n\nRedémarrer.')
  })

  test('drops scripts and styles', () => {
    expect(htmlToText('<style>p{}</style><script>alert(1)</script><p>ok</p>', 80)).toBe('ok')
  })

  test('is harmless even when the harm is written as entities', () => {
    expect(htmlToText('<p>&#27;[31mrouge\u009b2J &#x202e;fdp</p>', 80)).toBe('rouge fdp')
  })

  test('is harmless for any HTML', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<td colspan="-1">',
      '<table>',
      '<tr>',
      '<li>',
      '<ul>',
      '&#27;',
      '&#x9b;',
      '&#x2028;',
      '\u001b[',
      '<pre>',
      '<!--',
      '<a href="\u001b]8">',
      'mot',
      '<',
      '&#8238;',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(htmlToText(pieces.join(''), 40)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u202e]/)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['a hundred thousand nested elements', '<div>'.repeat(100_000)],
    ['a cell of a thousand million columns', '<table><tr><td colspan="1000000000">a</td></tr></table>'],
    ['a cell of minus one row', '<table><tr><td rowspan="-1" colspan="-7">a</td></tr><tr><td>b</td></tr></table>'],
    ['fifty thousand rows', `<table>${'<tr><td>a</td></tr>'.repeat(50_000)}</table>`],
    ['nested tables', '<table><tr><td>'.repeat(5_000)],
    ['nested quotes', '<blockquote>'.repeat(20_000)],
    ['nested lists', '<ul><li>'.repeat(20_000)],
    ['an endless comment', `<p>a</p>${'<!--'.repeat(50_000)}`],
    ['an endless tag', `<p ${'a '.repeat(100_000)}`],
    ['megabytes', '<p>mot</p>'.repeat(500_000)],
  ])('comes to an end with %s', (_what, html) => {
    const lines = htmlToText(html, 80).split('\n')
    expect(lines.some((line) => widthOf(line) > 80)).toBe(false)
  })
})

test('tables whose cells span many places are told row by row, whatever they have of cells', () => {
  const row = `<tr>${'<td colspan=30>x</td>'.repeat(10)}</tr>`
  const text = htmlToText(`<table>${row.repeat(100)}</table>`.repeat(3), 80)
  // Drawn as grids they would be padded to three hundred columns.
  expect(text.length).toBeLessThan(3 * 100 * 10 * 10)
})
