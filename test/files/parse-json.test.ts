import { expect, test } from 'vitest'
import { parseJson } from '../../src/files/parse-json.ts'

const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`

test('what is JSON is read, however wide', () => {
  expect(parseJson(nested(100))).toBeDefined()
  expect(parseJson(`[${'1,'.repeat(100_000)}1]`)).toHaveLength(100_001)
})

test.each([
  ['not JSON', '{broken'],
  ['a level too deep', nested(102)],
  ['deeper than any stack', nested(200_000)],
])('%s is nothing', (_what, text) => {
  expect(parseJson(text)).toBeUndefined()
})
