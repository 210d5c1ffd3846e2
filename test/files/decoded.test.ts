import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decoded } from '../../src/files/decoded.ts'

const text = 'L’élève a noté : « 12 € »'
/** Of Windows-1252, what Latin-1 does not have. */
const windows = Buffer.from(text.replace('’', '\u0092').replace('€', '\u0080'), 'latin1')

test.each([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16'],
  ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16'],
  ['Windows-1252', windows, 'windows-1252'],
])('%s is read as what it is', (_name, bytes, as) => {
  expect(decoded(bytes)).toEqual({ text, as })
})

test('UTF-8 of which a letter was cut stays UTF-8', () => {
  expect(decoded(Buffer.from('été, là').subarray(0, -1))).toEqual({ text: 'été, l\ufffd', as: 'utf-8' })
})

test('the mark of what could not be read is UTF-8 like any other', () => {
  expect(decoded(Buffer.from('l\ufffd'))).toEqual({ text: 'l\ufffd', as: 'utf-8' })
})

test('an archive is no text of Windows', () => {
  const archive = gzipSync(Buffer.from(Array.from({ length: 4000 }, (_none, at) => (at * at * 31) % 251)))
  expect(decoded(archive)).toMatchObject({ as: 'utf-8', text: expect.stringContaining('\ufffd') })
})
