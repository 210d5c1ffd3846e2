import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlacedJson } from '../../src/settings/json-place.ts'

test('what JSON says is what JSON.parse says, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 4 }), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const read = readPlacedJson(text)
      expect('value' in read && read.value).toEqual(JSON.parse(text))
    }),
    { numRuns: 300 },
  )
})

test('what JSON.parse refuses is refused, at a place within the text', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', '\\', '\u0000'), (json, at, put) => {
      const cut = at % (json.length + 1)
      const text = json.slice(0, cut) + put + json.slice(cut + 1)
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      const read = readPlacedJson(text)
      expect('value' in read).toBe(isJson)
      if ('brokenAt' in read) expect(read.brokenAt.line).toBeLessThanOrEqual(text.split('\n').length)
    }),
    { numRuns: 500 },
  )
})

test('each part is found where it begins', () => {
  const read = readPlacedJson('{\n  "a": 1,\n  "b": [true,\n    {"c\\n": null}]\n}')
  const placeOf = (...path: PropertyKey[]) => ('placeOf' in read ? read.placeOf(path) : undefined)
  expect([placeOf('a'), placeOf('b', 1, 'c\n'), placeOf('b', 0), placeOf()]).toEqual([
    { line: 2, column: 8 },
    { line: 4, column: 13 },
    { line: 3, column: 9 },
    { line: 1, column: 1 },
  ])
})
