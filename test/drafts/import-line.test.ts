import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineMark, recognise } from '../../src/drafts/import/import-line.ts'

test('a line has the same mark however its blanks, accents and line ends are written', () => {
  const one = lineMark({ title: 'Café  noir', description: 'a\nb', category: 'Hébergement > Site web' }, undefined)
  const other = lineMark(
    { description: 'a\r\nb ', category: 'hebergement>site WEB', title: 'Cafe\u0301\u00a0noir', email: undefined },
    undefined,
  )
  expect(other).toEqual(one)
})

test('another title, and a field more, are another line', () => {
  const marks = [{ title: 'a' }, { title: 'A' }, { title: 'a', urgency: 'high' }, { title: 'a', notify: false }]
  expect(new Set(marks.map((fields) => lineMark(fields, undefined).content)).size).toBe(4)
})

test('in whatever order, as many lines are new as there are more of them than were known', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (lines, known) => {
      const found = recognise(
        lines.map((content) => ({ content })),
        known.map((content) => ({ content })),
      )
      for (const word of ['a', 'b', 'c']) {
        const of = (list: string[]) => list.filter((one) => one === word).length
        const fresh = lines.filter((line, place) => line === word && !found[place]).length
        expect(fresh).toBe(Math.max(0, of(lines) - of(known)))
      }
      const used = found.flatMap((one) => (one ? [one.known] : []))
      expect(new Set(used).size).toBe(used.length)
    }),
  )
})

test('twenty thousand lines that are the same are looked at in one step each', () => {
  const same = Array.from({ length: 20_000 }, () => ({ content: 'a' }))
  expect(recognise(same, same.slice(1)).filter((one) => !one)).toHaveLength(1)
})
