import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonRows, OutsizedJson, parseAround, parseJson } from '../../../src/glpi/http/json.ts'

test('any value is read as it was written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
      expect(parseJson(Buffer.from(JSON.stringify(value, null, indent)))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 2000 },
  )
})

test('brackets and commas in a text are no levels and no values', () => {
  const text = `["${'[{,'.repeat(300_000)}", "\\\\", "\\"${','.repeat(300_000)}"]`
  expect(parseJson(Buffer.from(text))).toHaveLength(3)
})

test.each([
  ['levels', `${'['.repeat(101)}${']'.repeat(101)}`],
  ['values', `[1${',1'.repeat(200_001)}]`],
  ['levels that never close', '{"a":'.repeat(100_000)],
])('more %s than anybody sends in good faith are not read', (_what, text) => {
  expect(() => parseJson(Buffer.from(text))).toThrow(OutsizedJson)
})

test('what is not JSON is told without quoting it: a session may stand in it', () => {
  const told = (text: string): string => {
    try {
      return String(parseJson(Buffer.from(text)))
    } catch (error) {
      return String(error)
    }
  }
  expect(told('{"session_token":"s3cr3t" oops}')).toBe('SyntaxError: not JSON, at position 26 of 31 bytes')
  expect(told('"s3cr3t')).not.toContain('s3cr3t')
  expect(told('s3cr3t')).not.toContain('s3cr')
})

describe('around a list', () => {
  const readAround = (text: string) => {
    const read = parseAround(Buffer.from(text), 'data') as { data?: unknown }
    return read.data instanceof JsonRows ? { ...read, data: [...read.data.some(3)].flat() } : read
  }

  test('the values that come some at a time are those that come at once', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
    const page = fc.record({ before: object, data: fc.array(fc.jsonValue({ maxDepth: 3 })), after: object })
    fc.assert(
      fc.property(page, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify({ ...value.before, data: value.data, ...value.after }, null, indent)
        expect(readAround(text)).toEqual(JSON.parse(text))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['of another name', '{"dat":[1,2],"x":"data"}'],
    ['that is deeper', '{"x":{"data":[1,2]}}'],
    ['that is named in a list', '["data",[1,2]]'],
    ['that is an object', '{"data":{"0":1}}'],
    ['that comes twice', '{"data":[1,2],"data":[3]}'],
    ['that is empty', '{"data":[ ]}'],
    ['whose values hold brackets, commas and quotes', '{"data":["],[", {"a":["\\"",1]}, [] ],"count":3}'],
  ])('one %s is read as ever', (_what, text) => {
    expect(readAround(text)).toEqual(JSON.parse(text))
  })

  test.each(['{"data":[1,2}', '{"data":[1,2]', '{"data":[1,oops]}', '{"data":[1,2],oops}', '{"data":[1,,2]}'])(
    '%s is no JSON',
    (text) => {
      expect(() => readAround(text)).toThrow(SyntaxError)
    },
  )
})
