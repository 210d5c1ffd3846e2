import { expect, test } from 'vitest'
import { dataOf } from '../../../../src/views/ticket/print/picture.ts'

test.each([
  ['image/png', Buffer.from('89504e470d0a1a0a00', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ffe000', 'hex')],
  ['image/gif', Buffer.from('GIF89a')],
  ['image/webp', Buffer.from('RIFF____WEBP')],
])('%s is known by how it begins', (kind, bytes) => {
  expect(dataOf(bytes)).toBe(`data:${kind};base64,${bytes.toString('base64')}`)
})

test.each([
  ['a drawing, which may run', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['a page', '<html><script>alert(1)</script>'],
  ['nothing', ''],
])('%s is no picture', (_what, text) => {
  expect(dataOf(Buffer.from(text))).toBeUndefined()
})
