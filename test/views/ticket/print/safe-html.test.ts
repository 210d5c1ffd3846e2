import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { safeHtml } from '../../../../src/views/ticket/print/safe-html.ts'

const base = 'https://support.example/front/ticket.form.php?id=7'
const pictures = new Map<string, string>()
const rebuilt = (html: string) => safeHtml(html, { base, pictures }).html

describe('what is hostile does not come through', () => {
  test.each<[what: string, given: string, comes: string]>([
    ['a script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['a script that never ends', '<p>a</p><script>alert(1)', '<p>a</p>'],
    ['a script in capitals, with a blank in its end', '<p>a<SCRIPT>x</SCRIPT >b</p>', '<p>ab</p>'],
    [
      'what runs when a picture fails',
      '<p><img src=x onerror=alert(1) alt=y></p>',
      '<p><span class="picture">[y]</span></p>',
    ],
    ['what runs when it is clicked', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['a link that runs', '<p><a href="javascript:alert(1)">a</a></p>', '<p>a</p>'],
    ['the same, disguised by a tab and an entity', '<p><a href="java&#9;script&colon;alert(1)">a</a></p>', '<p>a</p>'],
    ['the same in capitals, after a control', '<p><a href="\u0001JaVaScRiPt:alert(1)">a</a></p>', '<p>a</p>'],
    ['a link to data', '<p><a href="data:text/html,<script>alert(1)</script>">a</a></p>', '<p>a</p>'],
    ['a link to a file', '<p><a href="file:///etc/passwd">a</a></p>', '<p>a</p>'],
    ['a link with a password', '<p><a href="https://support.example:x@evil.example/">a</a></p>', '<p>a</p>'],
    ['a style that fetches', '<p style="background:url(http://evil.example/x)">a</p>', '<p>a</p>'],
    ['a sheet of styles', '<p>a<style>@import url(http://evil.example)</style>b</p>', '<p>ab</p>'],
    ['a drawing that runs', '<p>a<svg onload=alert(1)><script>alert(1)</script><text>b</text></svg></p>', '<p>ab</p>'],
    [
      'formulas',
      '<p>a<math><mtext><style>x</style><img src=x onerror=y alt=z></mtext></math></p>',
      '<p>a<span class="picture">[z]</span></p>',
    ],
    ['what leads away by itself', '<meta http-equiv=refresh content="0;url=http://evil.example"><p>a</p>', '<p>a</p>'],
    [
      'what moves the base of links',
      '<base href="http://evil.example/"><p><a href="/x">a</a></p>',
      '<p><a href="https://support.example/x" rel="noopener noreferrer">a</a> <span class="address">(https://support.example/x)</span></p>',
    ],
    [
      'a form',
      '<form action="http://evil.example"><p>a</p><input name=password><button>b</button></form>',
      '<p>a</p>b',
    ],
    ['a frame', '<p>a</p><iframe src="http://evil.example" srcdoc="<script>alert(1)</script>"></iframe>', '<p>a</p>'],
    ['an object', '<p>a</p><object data="http://evil.example"><embed src="http://evil.example"></object>', '<p>a</p>'],
    [
      'a picture from elsewhere',
      '<p><img src="http://evil.example/p.png" srcset="http://evil.example/2 2x" alt="p"></p>',
      '<p><span class="picture">[p]</span></p>',
    ],
    [
      'a picture of the kinds that run',
      '<p><img src="data:image/svg+xml;base64,PHN2Zz4=" alt="p"></p>',
      '<p><span class="picture">[p]</span></p>',
    ],
    [
      'a picture that is none',
      '<p><img src="data:image/png;base64,PHNjcmlwdD4=" alt="p"></p>',
      '<p><span class="picture">[p]</span></p>',
    ],
    [
      'a name that ends its quotes',
      `<p><img src=x alt='"><script>alert(1)</script>'></p>`,
      '<p><span class="picture">[&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;]</span></p>',
    ],
    [
      'an address that ends its quotes',
      `<p><a href='https://x.example/"onclick="alert(1)'>a</a></p>`,
      '<p><a href="https://x.example/%22onclick=%22alert(1)" rel="noopener noreferrer">a</a> <span class="address">(https://x.example/%22onclick=%22alert(1))</span></p>',
    ],
    [
      'media',
      '<p>a<video src="http://evil.example" poster="http://evil.example"></video><audio src="x" autoplay></audio></p>',
      '<p>a</p>',
    ],
    [
      'a page in the page',
      '<html><head><title>t</title><link rel=stylesheet href=http://evil.example></head><body background="http://evil.example"><p>a</p></body></html>',
      '<p>a</p>',
    ],
    [
      'the background of a table',
      '<table background="http://evil.example"><tr><td background=x>a</td></tr></table>',
      '<table><tr><td>a</td></tr></table>',
    ],
    ['names that stand for the page', '<p id="x" class="number" name="y">a</p>', '<p>a</p>'],
    ['what reverses text, and controls', '<p>a\u202eb\u0007\u001b[31mc</p>', '<p>abc</p>'],
    [
      'a tag in entities',
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>',
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>',
    ],
    ['a tag in a tag', '<p><<script>script>alert(1)<</script>/script></p>', '<p></p>'],
    [
      'a comment that ends early',
      '<p>a<!--><img src=x onerror=alert(1) alt=q>--></p>',
      '<p>a<span class="picture">[q]</span>--&gt;</p>',
    ],
    ['the names of what all objects have', '<p>a<constructor>b</constructor><valueof>c</p>', '<p>abc</p>'],
  ])('%s', (_what, given, comes) => {
    expect(rebuilt(given)).toBe(comes)
  })

  test('whatever is put together, only elements and attributes that are ours come out, each closed', () => {
    const scrap = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<a href="https://x.example">',
        '</a>',
        '<a href=javascript:x>',
        '<table>',
        '<tr>',
      ],
      ...[
        '<td colspan=99>',
        '</table>',
        '<script>',
        '</script>',
        '<svg>',
        '</svg>',
        '<math>',
        '<style>',
        '</style>',
        '<!--',
      ],
      ...[
        '-->',
        "<img src=x alt='\">' onerror=x>",
        '<',
        '>',
        '"',
        "'",
        '&lt;',
        '&#60;',
        '<textarea>',
        '</textarea>',
        'x',
        ' ',
      ],
      ...[
        '<title>',
        '</title>',
        '<template>',
        '<plaintext>',
        '<xmp>',
        '<noscript>',
        '<li>',
        '<ul>',
        '</ul>',
        '<![CDATA[',
        ']]>',
      ],
    )
    const allowed = /^(?:p|div|br|hr|ul|li|table|tr|td|strong|a|img|span)$/
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
        const html = rebuilt(`<p>${scraps.join('')}`)
        const open: string[] = []
        const parser = new Parser({
          onopentag(name, attributes) {
            expect(name).toMatch(allowed)
            expect(Object.keys(attributes).filter((key) => !/^(?:href|rel|class|alt|src|colspan)$/.test(key))).toEqual(
              [],
            )
            expect(attributes.href ?? 'https://x.example/').toBe('https://x.example/')
          },
          oncomment: () => expect.unreachable(),
          onprocessinginstruction: () => expect.unreachable(),
        })
        parser.end(html)
        for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z]+)[^<>]*>/g)) {
          if (end) expect(open.pop()).toBe(name)
          else if (!/^(?:br|hr|img)$/.test(name)) open.push(name)
        }
        expect(open).toEqual([])
      }),
    )
  })
})

describe('what people write stays', () => {
  test.each<[what: string, given: string, comes: string]>([
    ['paragraphs and stress', '<p>a <b>b</b> <em>c</em><br>d</p>', '<p>a <strong>b</strong> <em>c</em><br>d</p>'],
    [
      'lists',
      '<ul><li>a<li>b<ol start=3><li>c</ol></ul>',
      '<ul><li>a</li><li>b<ol start="3"><li>c</li></ol></li></ul>',
    ],
    ['headings, below those of the page', '<h1>a</h1><h3>b</h3>', '<h4>a</h4><h5>b</h5>'],
    [
      'tables',
      '<table><tr><th colspan=2>a<tr><td>b<td>c</table>',
      '<table><tr><th colspan="2">a</th></tr><tr><td>b</td><td>c</td></tr></table>',
    ],
    ['code', '<pre>a\n  b</pre>', '<pre>a\n  b</pre>'],
    [
      'a link, and where it leads',
      '<p><a href="mailto:bob@acme.example">Bob</a></p>',
      '<p><a href="mailto:bob@acme.example" rel="noopener noreferrer">Bob</a> <span class="address">(mailto:bob@acme.example)</span></p>',
    ],
    [
      'a link that says where it leads',
      '<p><a href="https://x.example/">https://x.example/</a></p>',
      '<p><a href="https://x.example/" rel="noopener noreferrer">https://x.example/</a></p>',
    ],
    ['what was never closed', '<p>a <b>b', '<p>a <strong>b</strong></p>'],
    [
      'what is no HTML',
      'a < b\n\n  c & d <bob@acme.example>',
      '<p class="typed">a &lt; b\n\n  c &amp; d &lt;bob@acme.example&gt;</p>',
    ],
  ])('%s', (_what, given, comes) => {
    expect(rebuilt(given)).toBe(comes)
  })

  test('a picture is shown where it is at hand, by the words that stand for it', () => {
    const data = 'data:image/png;base64,iVBORw0KGgo='
    const found = new Map([['image 1: "a".png', data]])
    const html = '<p><img alt="image 1: &quot;a&quot;.png" src="http://evil.example/p.png"><img alt="image 2"></p>'
    expect(safeHtml(html, { base, pictures: found }).html).toBe(
      `<p><img src="${data}" alt="image 1: &quot;a&quot;.png"><span class="picture">[image 2]</span></p>`,
    )
  })

  test('of an endless text, what is left out is counted', () => {
    const { html, left } = safeHtml(`<p>${'x'.repeat(600_000)}</p>`, { base, pictures })
    expect(left).toBeGreaterThan(90_000)
    expect(html.length).toBeLessThan(510_000)
  })

  test('ten thousand elements in one another are no deeper than a browser likes', () => {
    const html = rebuilt(`${'<div>'.repeat(10_000)}a${'</div>'.repeat(10_000)}`)
    expect(html.match(/<div>/g)?.length).toBeLessThan(50)
  })
})
