import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../src/i18n/en.ts'

const keys = new Set(Object.keys(en))
const areas = new Set([...keys].map((key) => key.replace(/\..*/, '.')))

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => name.endsWith('.ts') && !/^src\/(i18n|errors)\//.test(name))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }))

/** What each file has of a pattern, as far as its first group, if it has one, is a sentence's key or how one begins. */
function found(pattern: RegExp): string[] {
  return sources.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)]
      .filter(([, key]) => key === undefined || keys.has(key) || areas.has(key))
      .map(([match]) => `${name}: ${match}`),
  )
}

test('nobody reads the key of the sentence of an error: its code says what it is', () => {
  expect([...found(/\.text\??\.key\b/g), ...found(/\{[^{}]*\bkey\b[^{}]*\} = \w[\w.]*\.text\b/g)]).toEqual([])
})

test('nobody compares the key of a sentence, nor cuts it', () => {
  const compared = found(/(?:[=!]==|\bcase|\b(?:startsWith|endsWith|includes|has)\() ?['"`]([\w.-]+)['"`]/g)
  expect([...compared, ...found(/\(\{ key \}\) => key\.\w+\(/g)]).toEqual([])
})

test('nothing is looked up by the key of a sentence', () => {
  expect(found(/^ *'([\w-]+\.[\w.-]+)':/gm)).toEqual([])
})
