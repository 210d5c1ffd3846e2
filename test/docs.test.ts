import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { scripts } from '../package.json'
import type { Context } from '../src/app/context.ts'
import { describeCommand, everyCommand } from '../src/cli/describe-command.ts'
import { buildProgram } from '../src/cli/program.ts'
import { blocks, codeIn, pages } from './support/docs.ts'
import { translator } from './support/translator.ts'

const root = await buildProgram({ t: translator('en') } as Partial<Context> as Context, '0', {
  write: () => undefined,
  columns: 80,
})
const commands = everyCommand(describeCommand(root))

/** Of all pages, each after its page's name. */
function inAll(find: (text: string, page: string) => string[]): string[] {
  return [...pages].flatMap(([page, text]) => find(text, page).map((found) => `${page}: ${found}`))
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)]
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test('every link leads to a page that is there, and to a heading that it has', () => {
  const wrong = inAll((text, page) =>
    [...text.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#')
        const there = path === '' ? page : normalize(join(dirname(page), path))
        return !existsSync(there) || (anchor !== undefined && !anchorsOf(pages.get(there) ?? '').includes(anchor))
      }),
  )
  expect(wrong).toEqual([])
})

test('every file and folder of the project that is named is there', () => {
  const ours = /^(src|test|docs|scripts|bench|bin|schema|completions|man|dist|\.ci)\/[\w./-]*$/
  const wrong = inAll((text) => codeIn(text).filter((code) => ours.test(code) && !existsSync(code)))
  expect(wrong).toEqual([])
})

test.each(['docs/architecture.md', 'CONTRIBUTING.md'])('%s names every function beside a file that has it', (page) => {
  const paragraphs = (pages.get(page) ?? '').split(/\n(?=\n|\d+\. |- |\|)/)
  expect(paragraphs.flatMap(lostFunctions)).toEqual([])
})

/** Of a paragraph that says `list()` in `src/x/y.ts`: the functions that no such file has. */
function lostFunctions(paragraph: string): string[] {
  const named = codeIn(paragraph)
  const sources = named.filter((path) => /^src\/.+\.ts$/.test(path) && existsSync(path))
  const texts = sources.map((path) => readFileSync(path, 'utf8'))
  const functions = named.flatMap((code) => /^(?:\w+\.)*(\w+)\(\)$/.exec(code)?.[1] ?? [])
  const made = (name: string) => new RegExp(`(function\\*?|async|const) ${name}\\b|^ +${name}[(<]|\\b${name}: `, 'm')
  return functions.filter((name) => !texts.some((text) => made(name).test(text)))
}

test('every room of src/ is on the map', () => {
  const map = pages.get('docs/architecture.md') ?? ''
  expect(readdirSync('src').filter((room) => !new RegExp(`^\\|.*\`src/${room}/?\``, 'm').test(map))).toEqual([])
})

test('every command that is named is one, with the options that it has', () => {
  const wrong = inAll((text) => codeIn(text).filter((code) => code.startsWith('ipeos ') && !isCommand(code)))
  expect(wrong).toEqual([])
})

/** Of `ipeos ticket show N --json`: whether there is such a command, and such an option of it. */
function isCommand(line: string): boolean {
  const [, ...words] = line.split(/[ |]+/)
  const named = words.filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('-'))
  const found = commands
    .filter(({ path, commands }) => path !== '' && (commands.length === 0 || named.length === path.split(' ').length))
    .find(({ path }) => `${named.join(' ')} `.startsWith(`${path} `))
  const options = [commands[0], found].flatMap((command) => command?.options.flatMap(({ names }) => names) ?? [])
  const given = words.filter((word) => /^--?[a-z]/.test(word))
  return (found !== undefined || named.length === 0) && given.every((word) => options.includes(word))
}

test('every option that is named is one of some command', () => {
  const options = commands.flatMap((command) => command.options.flatMap(({ names }) => names))
  const wrong = inAll((text) =>
    codeIn(text).filter((code) => /^--[a-z]/.test(code) && !options.includes(code.split(' ')[0] ?? '')),
  )
  expect(wrong).toEqual([])
})

test.each(['README.md', 'README.fr.md'])('the table of %s names all that can be done with a ticket', (page) => {
  const rows = (pages.get(page) ?? '').split('\n').filter((line) => line.startsWith('| `ipeos ticket '))
  const named = new Set(
    rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`(?:ipeos ticket )?([a-z]+)/g)].map(([, verb]) => verb),
    ),
  )
  const verbs = commands.flatMap(({ path }) => /^ticket (\S+)$/.exec(path)?.[1] ?? [])
  expect(verbs.length).toBeGreaterThan(20)
  expect(verbs.filter((verb) => !named.has(verb))).toEqual([])
})

test.each(['README.md', 'README.fr.md'])('%s begins with the two commands that set all up', (page) => {
  const first = blocks.find((block) => block.page === page)?.text ?? ''
  const lines = first.trimEnd().split('\n')
  expect(lines.map((line) => line.replace(/ +#.*/, ''))).toEqual(['npm ci && npm run demo', 'npm ci && npm test'])
  expect(scripts).toMatchObject({ demo: expect.any(String), test: expect.any(String) })
})

test.each([
  ['README.md', 9_000],
  ['README.fr.md', 9_500],
  ['CONTRIBUTING.md', 8_000],
  ['docs/architecture.md', 9_500],
])('%s is soon read: %d bytes at most', (page, most) => {
  expect(statSync(page).size).toBeLessThanOrEqual(most)
})

test('what users read in English is there in French too, part by part', () => {
  const forUsers = [...pages.keys()].filter((page) => /^docs\/(?!releasing|architecture)[^/]+$/.test(page))
  const parts = (page: string) => (pages.get(page) ?? '').match(/^#+ |^```.+$/gm)
  expect(forUsers.length).toBeGreaterThan(0)
  for (const page of forUsers) expect(parts(page.replace('docs/', 'docs/fr/')), page).toEqual(parts(page))
})

test('every decision is in the list of decisions', () => {
  const listed = pages.get('docs/decisions/README.md') ?? ''
  const decisions = [...pages.keys()].flatMap((page) => /^docs\/decisions\/(\d{4}-.*)/.exec(page)?.[1] ?? [])
  expect(decisions.filter((name) => !listed.includes(`](${name}) `))).toEqual([])
})
