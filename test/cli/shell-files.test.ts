import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { man, version } from '../../package.json'
import { shellBook } from '../../src/cli/shell-book.ts'

const edition = { version, released: '2026-03-01' }
const book = await shellBook(edition, (name) => readFileSync(join('src/cli/completion/engine', name), 'utf8'))
const made = (start: string) => [...book.keys()].filter((path) => path.startsWith(start)).sort()

// Where one of these fails, a command or an option changed: `npm run completions`.

test('completions/ has a script for every shell in both languages, and nothing else', () => {
  const there = readdirSync('completions', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(there.map(({ parentPath, name }) => join(parentPath, name)).sort()).toEqual(made('completions/'))
})

test('completions/ says what the command tree says (else: npm run completions)', () => {
  expect(made('completions/').filter((path) => readFileSync(path, 'utf8') !== book.get(path))).toEqual([])
})

test('package.json names every English man page (else: npm run completions)', () => {
  expect(man).toEqual(made('man/man'))
})

test('every man page is there in French too', () => {
  expect(made('man/fr/').map((path) => path.replace('/fr/', '/'))).toEqual(made('man/man'))
})
