import { expect, test } from 'vitest'
import { documentIn, embeddedIn, imagesIn, saysNothing, withImageWords } from '../../../src/glpi/ticket/text-images.ts'
import type { TicketDocument } from '../../../src/itil/ticket.ts'

const address = (and: string, id = 13) => `/front/document.send.php?docid=${id}${and}itemtype=Ticket${and}items_id=4`
const link = (and: string) => `<a href="${address(and)}" target="_blank" ><img alt="TAG" src="${address(and)}" /></a>`

test.each(['&', '&amp;', '&#38;'])('an image and the link around it are one, with «%s» in its address', (and) => {
  const html = `<p>avant ${link(and)} après</p>`
  const [image, ...others] = imagesIn(html)
  expect([others, html.slice(image?.start, image?.end), documentIn(image?.source ?? '')]).toEqual([[], link(and), 13])
})

test('a link to something else stays around its image', () => {
  const html = `<a href="https://intranet.example/"><img src="${address('&')}"></a>`
  const [image] = imagesIn(html)
  expect(html.slice(image?.start, image?.end)).toBe(`<img src="${address('&')}">`)
})

test('an image that is commented out is none, and neither is one without an address', () => {
  expect(imagesIn(`<!-- <img src="${address('&')}"> --><img alt="x"><imgs src="a.png">`)).toEqual([])
})

test('a tag ends behind its quoted words', () => {
  expect(imagesIn('<img alt="a > b" src=\'x.png\'>')).toMatchObject([{ alt: 'a > b', source: 'x.png' }])
})

test.each([
  ['a page of another site', 'https://evil.example/front/document.send.php?docid=13'],
  ['a number that is none', '/front/document.send.php?docid=13e4'],
  ['a path in the number', '/front/document.send.php?docid=../13'],
  ['a number below 1', '/front/document.send.php?docid=0'],
  ['another page', '/front/document.form.php?docid=13'],
])('%s names no document', (_what, source) => {
  expect(documentIn(source, 'https://support.example')).toBeUndefined()
})

test('the whole address of the platform names its document, under a path of its own too', () => {
  const root = 'https://support.example/glpi'
  expect(documentIn(`${root}/front/document.send.php?itemtype=Ticket&docid=13`, root)).toBe(13)
})

test('only an image is taken out of a text', () => {
  expect(embeddedIn('data:image/png;base64,aWNp')).toEqual({ mime: 'image/png', bytes: Buffer.from('ici') })
  expect(embeddedIn('data:image/svg+xml,%3Csvg/%3E')?.bytes.toString()).toBe('<svg/>')
  expect(embeddedIn('data:text/html,<b>')).toBeUndefined()
})

test('words in the place of an image are words, whatever they hold', () => {
  const document: TicketDocument = {
    ...{ id: 13, fileName: 'a', mime: 'image/png', added: new Date(0) },
    inline: { number: 1, sources: [address('&')] },
  }
  const html = withImageWords(`<p>${link('&')}</p>`, [document], () => '"><script>x</script>')
  expect(html).toBe('<p><img alt="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"></p>')
})

test('a tag of GLPI, or of ipeos, says nothing; a word does', () => {
  const said = ['3f1c9a52-8d07e4b6-65a1f0c3d2b7e9.00000003', 'ipeos-0123456789abcdef0123456789abcdef.1', 'capture.png']
  expect(said.map(saysNothing)).toEqual([true, true, false])
})

test('a hundred thousand beginnings of images are looked through once', () => {
  const bytes = '<img src="'.repeat(100_000)
  expect(imagesIn(bytes).length).toBeLessThan(100_000)
})
