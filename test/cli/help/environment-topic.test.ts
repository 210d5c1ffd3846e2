import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { topics } from '../../../src/cli/help/topic.ts'
import { translator } from '../../support/translator.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('i18n/') && !name.startsWith('cli/'))
  .map((name) => readFileSync(join('src', name), 'utf8'))

/** The embedded platform is told nothing by variables that people set. */
const read = [...new Set(sources.flatMap((text) => [...text.matchAll(/\bIPEOS_[A-Z_]+[A-Z]\b/g)].map(String)))].sort()

test('help environment names every variable that ipeos reads', () => {
  const topic = topics.find(({ name }) => name === 'environment')
  const parts = topic?.parts(translator('en'), {} as never) ?? []
  const told = parts.flatMap((part) => ('items' in part ? part.items.flatMap(([term]) => term.split(', ')) : []))
  expect(read).toContain('IPEOS_URL')
  expect(read.filter((name) => !told.includes(name))).toEqual([])
  expect(told.filter((name) => name.startsWith('IPEOS_') && !read.includes(name))).toEqual([])
})

test.each(['docs/scripting.md', 'docs/fr/scripting.md'])('%s names them too', (page) => {
  const text = readFileSync(page, 'utf8')
  expect(read.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})
