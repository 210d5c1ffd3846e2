import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const sources = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== basename(import.meta.filename))
  .map((name) => [name, readFileSync(join('test', name), 'utf8')] as const)

/** The lines that this is found in, by file and number. */
function found(pattern: RegExp): string[] {
  return sources.flatMap(([name, text]) =>
    [...text.matchAll(pattern)].map(({ index }) => `${name}:${text.slice(0, index).split('\n').length}`),
  )
}

test('no test measures time: a bound in milliseconds fails on a busy machine', () => {
  const difference = /(?<!new Date\()\bDate\.now\(\) ?-|new Date\(\)\.getTime\(\) ?-/
  const clock = /\bperformance\.now\b|\bhrtime\b|\bcpuUsage\b|\bprocess\.uptime\b|console\.time/
  expect(found(new RegExp(`${clock.source}|${difference.source}`, 'g'))).toEqual([])
})

test('no test compares a list of facts with a list of true and false, which fails without saying which', () => {
  expect(found(/\]\)\.(toEqual|toStrictEqual)\(\[[^\][{]*\b(true|false)\b/g)).toEqual([])
})
