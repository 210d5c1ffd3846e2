import { describe, expect, test } from 'vitest'
import { firstWords, htmlToText, readText } from '../../src/terminal/html.ts'
import { readableHtml, readableText } from '../../src/terminal/readable-html.ts'

const wide = Number.POSITIVE_INFINITY
const picture = 'QUJD'.repeat(150_000)

describe('text behind what nobody reads', () => {
  test.each([
    ['a picture in the text', `<img src="data:image/png;base64,${picture}">`],
    ['a picture in single quotes', `<img src='data:image/png;base64,${picture}'>`],
    ['a picture without quotes', `<img src=data:image/png;base64,${picture}>`],
    ['a style of its own', `<span style="background: url(data:image/png;base64,${picture})"></span>`],
    ['a sheet of styles', `<STYLE>${'p{color:red}'.repeat(60_000)}</Style>`],
    ['a script', `<script>if (a < b) { "${'x'.repeat(600_000)}" }</script>`],
    ['a comment', `<!-- ${'<p>x'.repeat(200_000)} -->`],
  ])('is read: %s', async (_what, unread) => {
    const { text, left } = await readText(`<p>avant</p>${unread}<p>après</p>`, wide)
    expect(text.replace(/\s*\[image\]\s*/, '\n\n')).toBe('avant\n\naprès')
    expect(left).toBe(0)
  })

  test('keeps what is read of a long tag', () => {
    const link = `<a class="${'x'.repeat(1_000)}" title='>' href = "https://acme.example/?a=1&amp;b=2">ici</a>`
    expect(htmlToText(`<p>${link}</p>`, wide)).toBe('ici (https://acme.example/?a=1&b=2)')
  })

  test('a long closing tag closes', () => {
    expect(htmlToText(`<ul><li>a</li></ul${' '.repeat(400)}><p>b</p>`, wide)).toBe('• a\n\nb')
  })
})

describe('a text without end', () => {
  test.each([
    ['words', 'mot '],
    ['tags', '<br>a'],
    ['lines in code', 'a\n'],
    ['entities', '&amp;'],
    ['elements in one another', '<div>a'],
    ['lists in one another', '<ul><li>a'],
    ['tables in one another', '<table><tr><td>a'],
  ])('is cut at the same place, however much comes after it: %s', (_what, piece) => {
    const [once, twice] = [300_000, 600_000].map((count) => readableHtml(`<pre>${piece.repeat(count)}`))
    expect(twice?.text).toBe(once?.text)
    expect(once?.text.length).toBeLessThanOrEqual(500_000)
    expect(once?.text.match(/<\w|\n/g)?.length).toBeLessThanOrEqual(60_000)
    expect(twice?.left).toBeGreaterThan(once?.left ?? 0)
  })

  test('says how much is left out, and ends in a whole sign', async () => {
    const { text, left } = await readText(`<p>x${'🖨'.repeat(300_000)}</p>`, wide)
    expect(text).toMatch(/^x(?:🖨)+$/u)
    expect(text.length + left).toBe(600_001)
  })

  test('does not say so of tags alone', () => {
    expect(readableHtml(`<p>a</p>${'<br>'.repeat(40_000)}`).left).toBe(0)
  })

  test('that is no HTML is cut by its lines, too', () => {
    const { text, left } = readableText('a\n'.repeat(40_000))
    expect([text.split('\n').length, left]).toEqual([30_000, 20_001])
  })

  test('keeps three thousand lines of a log', () => {
    const log = Array.from({ length: 3_000 }, (_, index) => `line ${index}`)
    expect(htmlToText(`<p>${log.join('<br>')}</p>`, wide).split('\n')).toEqual(log)
  })

  test('of which only the first words are wanted is not converted', () => {
    expect(firstWords(`<p>${'mot '.repeat(200_000)}</p>`, 100).length).toBeLessThanOrEqual(1_000)
  })
})

describe('elements in one another', () => {
  test('keep their words, as deep as they are', () => {
    const deep = htmlToText(`${'<div><b>x</b>'.repeat(1_000)}`, wide)
    expect(deep.match(/x/g)).toHaveLength(1_000)
  })

  test('are no deeper for being many', () => {
    expect(readableHtml('<p>a<li>b<br>'.repeat(1_000)).text).toContain('<p>a<li>b<br>'.repeat(1_000))
    const siblings = '<div><b>a</b></div>'.repeat(1_000)
    expect(readableHtml(siblings).text).toBe(siblings)
  })

  test('of more than forty levels are laid out as one', () => {
    const { text } = readableHtml(`${'<b>'.repeat(500)}x${'</b>'.repeat(500)}`)
    expect(text).toBe(`${'<b>'.repeat(40)}x${'</b>'.repeat(40)}`)
  })
})

test('between two texts, what waits is heard', async () => {
  const order: string[] = []
  setImmediate(() => order.push('heard'))
  await readText('<p>a</p>', wide)
  order.push('next')
  expect(order).toEqual(['heard', 'next'])
})
