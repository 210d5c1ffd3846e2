import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OutsizedJson, parseJson } from '../../../src/glpi/http/json.ts'

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
