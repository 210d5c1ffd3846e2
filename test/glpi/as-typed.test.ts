import { describe, expect, test } from 'vitest'
import { asTyped, keptForms } from '../../src/glpi/as-typed.ts'
import { searchQuery } from '../../src/glpi/ticket/ticket-criteria.ts'

describe('a text of GLPI 10', () => {
  test.each([
    ['R&#38;D', 'R&D'],
    ['R&#38;amp;D', 'R&amp;D'],
    ['&#38;#60;', '&#60;'],
    ['&#60;p&#62;a &#38;lt; b&#60;/p&#62;', '<p>a &lt; b</p>'],
    ['R&#38;D > Site', 'R&D > Site'],
    ['l&#039;écran &amp; le &lt;clavier&gt;', "l'écran & le <clavier>"],
    ['On lit &eacute; sur le site', 'On lit &eacute; sur le site'],
    ['a & b', 'a & b'],
  ])('%s is decoded once', (kept, typed) => {
    expect(asTyped({ name: kept, _documents: [{ filename: kept }] }, '10.0.19')).toEqual({
      name: typed,
      _documents: [{ filename: typed }],
    })
  })

  test('is looked for as it may be kept', () => {
    expect(keptForms('R&D', '10.0.19')).toEqual(['R&D', 'R&#38;D'])
    expect(keptForms('écran', '10.0.19')).toEqual(['écran'])
  })
})

describe('a text of GLPI 11', () => {
  test.each(['R&amp;D', 'shows &lt;br&gt; and &amp;', '&#38;', '&#39;', '<p>l&#039;écran &lt;b&gt;</p>'])(
    '%s stays as it is kept',
    (kept) => {
      expect(asTyped([kept, { 1: kept }], '11.0.6')).toEqual([kept, { 1: kept }])
    },
  )

  test('that an older program escaped is decoded', () => {
    expect(asTyped({ 1: 'L&#039;écran &amp; le clavier' }, '11.0.2')).toEqual({ 1: "L'écran & le clavier" })
  })

  test('is looked for as it was typed', () => {
    expect(keptForms('R&D', '11.0.6')).toEqual(['R&D'])
  })
})

test('what GLPI made for a page stays HTML', () => {
  const answer = { data_html: [{ 1: '<a>R&#38;D</a>' }], 'content-range': null, totalcount: 1 }
  expect(asTyped(structuredClone(answer), '10.0.14')).toEqual(answer)
})

test('a key that objects have by nature is a key as any other', () => {
  const answer = asTyped(JSON.parse('{"__proto__":{"x":"&#38;"}}'), '10.0.14')
  expect(JSON.stringify(answer)).toBe('{"__proto__":{"x":"&"}}')
  expect(Object.getPrototypeOf(answer)).toBe(Object.prototype)
})

test('a search of GLPI 10 looks for a title in both forms, and for a description in both forms of its HTML', () => {
  const query = searchQuery({ first: 0, count: 1, text: 'R&D' }, { glpiVersion: '10.0.19', personId: 8, write: String })
  const values = [...new URLSearchParams(query)].flatMap(([name, value]) => (name.endsWith('[value]') ? [value] : []))
  expect(values).toEqual(['R&D', 'R&#38;D', 'R&amp;D', 'R&#38;amp;D'])
})
