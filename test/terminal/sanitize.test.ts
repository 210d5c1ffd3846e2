import { basename } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileName, plain } from '../../src/terminal/sanitize.ts'

const forbidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u{e0000}-\u{e00ff}\ufff9-\ufffb]/u

/** Ordinary text with, in between, all that a hostile platform could try. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        '\u001b',
        '\u001b[',
        '\u001b]8;;',
        '\u0007',
        '\u009b',
        '\u009d',
        '\u001b\\',
        '\u001bP',
        '31m',
        '2J',
      ),
      fc.constantFrom('\u200d', '\u200c', '\ufe0f', '\u202e', '\u{e0041}', '\ud83d', '👩', '🏳️‍🌈', '\r', '\n', '\t'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const runs = { numRuns: 5000 }

describe('plain', () => {
  test('lets nothing through that a terminal obeys, reorders or hides', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plain(text, { multiline: true })).not.toMatch(forbidden)
      }),
      runs,
    )
  })

  test('leaves one line of what is meant for one line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plain(text)).not.toMatch(/[\n\t\r]/)
      }),
      runs,
    )
  })

  test('gives well-formed text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(plain(text)).not.toMatch(/\p{Cs}/u)
      }),
      runs,
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, multiline) => {
        const once = plain(text, { multiline })
        expect(plain(once, { multiline })).toBe(once)
      }),
      runs,
    )
  })

  test('changes nothing of printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(plain(text)).toBe(text)
      }),
      runs,
    )
  })

  test.each([
    ['a colour', 'rouge \u001b[31;1mvif\u001b[0m', 'rouge vif'],
    ['a title of the window', 'a\u001b]0;pwned\u0007b', 'ab'],
    ['a link', '\u001b]8;;http://evil.example\u001b\\ici\u001b]8;;\u001b\\', 'ici'],
    ['a device control string', 'a\u001bPq#0;2\u001b\\b', 'ab'],
    ['a C1 sequence', 'a\u009b2Jb', 'ab'],
    ['an unfinished sequence, whose text stays to be seen', 'a\u001b]0;hidden', 'a0;hidden'],
    ['a carriage return that would overwrite', 'safe\rEVIL', 'safe EVIL'],
    ['backspaces', 'abc\b\b\bxyz', 'abcxyz'],
    ['a right-to-left override', 'facture\u202efdp.exe', 'facturefdp.exe'],
    ['isolates', '\u2066a\u2069', 'a'],
    ['zero-width spaces', 'pass\u200bword\u2060\ufeff', 'password'],
    ['text hidden in tags', 'ok\u{e0068}\u{e0069}', 'ok'],
    ['text hidden in variation selectors', 'ok\u{e0150}\u{e0151}\ufe01', 'ok'],
    ['half of a character', 'a\ud83db', 'a\ufffdb'],
    ['line separators', 'a\u2028b\u2029c', 'a b c'],
  ])('removes %s', (_what, text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  test.each([
    ['accents, composed or not', 'Élodie Noe\u0308l'],
    ['emoji of several characters', '👩‍🚒 👨‍👩‍👧‍👦 ❤️ 👍🏽 🏳️‍🌈 1️⃣'],
    ['flags of countries', '🇫🇷 🇧🇪'],
    ['Persian with its non-joiner', 'می\u200cخواهم'],
    ['Sinhala with its joiner', 'ශ්\u200dරී'],
    ['Japanese names with their variants', '葛\u{e0100}城'],
    ['Chinese, Arabic, Hebrew', '网络 شبكة רשת'],
    ['no-break spaces', 'Tout va bien\u00a0?'],
  ])('keeps %s', (_what, text) => {
    expect(plain(text)).toBe(text)
  })

  test('keeps lines and tabs of text of several lines', () => {
    expect(plain('un\r\ndeux\rtrois\u2028\tquatre', { multiline: true })).toBe('un\ndeux\ntrois\n\tquatre')
  })
})

describe('fileName', () => {
  test('never leaves its folder, hides, or passes for an option', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: fc.constantFrom('.', '/', '\\', '-', ' ', 'a', ':', '~') })),
        (text) => {
          const name = fileName(text)
          expect(name).toBe(basename(name))
          expect(name).not.toMatch(/^[.\-~\s]|[/\\:*?"<>|]|[.\s]$/)
          expect(name).not.toMatch(forbidden)
        },
      ),
      runs,
    )
  })

  test('is never empty, and never longer than file systems take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 300 }), (text) => {
        const size = Buffer.byteLength(fileName(text))
        expect(size).toBeGreaterThan(0)
        expect(size).toBeLessThanOrEqual(200)
      }),
      runs,
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(fileName(fileName(text))).toBe(fileName(text))
      }),
      runs,
    )
  })

  test.each([
    ['capture d’écran n° 1.png', 'capture d’écran n° 1.png'],
    ['../../etc/passwd', 'etc-passwd'],
    ['*\ufe0f', 'document'],
    ['*\ufe0f.a', 'a'],
    ['C:\\Windows\\x.exe', 'C--Windows-x.exe'],
    ['.bashrc', 'bashrc'],
    ['-rf', 'rf'],
    ['NUL.txt', '_NUL.txt'],
    ['...', 'document'],
    ['', 'document'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(98)}.pdf`],
  ])('of %j is %j', (text, expected) => {
    expect(fileName(text)).toBe(expected)
  })
})

test('a letter has no more marks than any script sets on it', () => {
  expect(plain(`a${'\u0301'.repeat(114)}b`)).toBe(`a${'\u0301'.repeat(8)}b`)
  expect(plain('Việt ế שָׁ')).toBe('Việt ế שָׁ')
})

test.each(['COM¹', 'CONIN$', 'conout$.txt', 'con .txt', 'LPT³.log'])(
  '%s, a device of Windows, is no name of a file',
  (name) => {
    expect(fileName(name)).toBe(`_${name}`)
  },
)
