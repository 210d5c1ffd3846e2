import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { patternsOf } from './support/literals.ts'
import { StepCounter } from './support/regexp-steps.ts'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const patterns = files.flatMap((name) => {
  const file = join('src', name)
  return patternsOf(file, readFileSync(file, 'utf8')).map((pattern) => ({ file, ...pattern }))
})

/** Characters: twice as many take no more than thrice the steps, where a pattern looks at each a few times only. */
const size = 120

/** What looks at a text that was cut before. */
const cutBefore = [
  "(?:argument|value) '([^']*)' is invalid(?: for argument '([^']*)')?\\. Allowed choices are (.+)\\.$",
]

test('a text that is twice as long costs no pattern more than about twice the work', () => {
  expect(patterns.length).toBeGreaterThan(100)
  expect(patterns.map(({ source }) => source)).toContainEqual(expect.stringContaining('Script=Malayalam'))
  const dear = patterns.flatMap(({ file, source, flags }) => {
    if (cutBefore.includes(source)) return []
    const counter = new StepCounter(source, flags)
    const [short, long] = [counter.hostile(size), counter.hostile(2 * size)]
    const worst = short.findIndex(
      (text, place) => counter.count(long[place] ?? '').steps > 3 * counter.count(text).steps + size,
    )
    return worst < 0 ? [] : [`${file}: /${source}/${flags} on ${JSON.stringify(long[worst]?.slice(0, 40))}`]
  })
  expect(dear).toEqual([])
})

test('whoever counts the steps finds what Node finds', () => {
  const wrong = patterns.flatMap(({ file, source, flags }) => {
    const counter = new StepCounter(source, flags)
    const differs = counter
      .hostile(12)
      .some((text) => JSON.stringify(counter.count(text).found) !== JSON.stringify(counter.native(text)))
    return differs ? [`${file}: /${source}/${flags}`] : []
  })
  expect(wrong).toEqual([])
})
