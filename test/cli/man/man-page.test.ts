import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { version } from '../../../package.json'
import { plainText } from '../../../src/cli/man/man-page.ts'
import { shellBook } from '../../../src/cli/shell-book.ts'
import { needs } from '../../support/left-out.ts'

const edition = { version, released: '2026-03-01' }
const book = await shellBook(edition, (name) => readFileSync(join('src/cli/completion/engine', name), 'utf8'))
const pages = [...book].filter(([path]) => path.startsWith('man/'))

function page(path: string): string {
  return book.get(path) ?? ''
}

function mandoc(text: string, ...options: string[]): string {
  const { stdout, stderr } = spawnSync('mandoc', options, { input: text, encoding: 'utf8' })
  return stdout + stderr
}

test('a page has a name, a synopsis, options, examples and what to see also', () => {
  const text = page('man/man1/ipeos-ticket-new.1')
  const titles = [...text.matchAll(/^\.SH "(.*)"$/gm)].map(([, title]) => title)
  expect(titles.join(', ')).toBe('NAME, SYNOPSIS, DESCRIPTION, OPTIONS, FIELDS, EXAMPLES, SEE ALSO')
})

test('nothing but ASCII stands in a page, so that it reads well in every locale', () => {
  expect(pages.filter(([, text]) => /[^\n\u0020-\u007e]/.test(text)).map(([path]) => path)).toEqual([])
})

test('nothing in a page makes a formatter warn of its date or of an ellipsis', () => {
  const text = page('man/man1/ipeos-ticket-new.1')
  expect(text).toMatch(/^\.TH "\S+" "1" "2026-03-01" /)
  expect(pages.filter(([, one]) => one.includes('[u2026]')).map(([path]) => path)).toEqual([])
})

test('a page that is named has a page', () => {
  const named = pages.flatMap(([path, text]) =>
    [...text.matchAll(/^\\fB(ipeos[\w\\-]*)\((\d)\)/gm)].map(([, name = '', chapter]) =>
      join(path.startsWith('man/fr/') ? 'man/fr' : 'man', `man${chapter}`, `${name.replaceAll('\\-', '-')}.${chapter}`),
    ),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((path) => !book.has(path))).toEqual([])
})

describe('as mandoc reads them', () => {
  needs('mandoc')

  test('the pages have no error', () => {
    const told = pages.flatMap(([path, text]) => {
      const complaints = mandoc(text, '-Tlint', '-Wwarning').split('\n')
      return complaints.filter((line) => line !== '').map((line) => `${path} ${line}`)
    })
    expect(told).toEqual([])
  })

  test('the pages fit 80 columns, but for what is copied', () => {
    const wide = pages.flatMap(([path, text]) =>
      mandoc(text, '-Tutf8', '-Owidth=78')
        .replace(/.\u0008/g, '')
        .split('\n')
        .filter((line) => line.length > 80 && !/ipeos (ticket|alert|api|reservation|account)/.test(line))
        .map((line) => `${path}: ${line}`),
    )
    expect(wide).toEqual([])
  })

  test.each([
    "a \\ backslash, 'quotes', `ticks`, ^ and ~",
    '.SH not a title',
    '--option -x',
    "'br no request",
    'né à Évry « ici » — 漢字',
  ])('%s says just that', (text) => {
    const shown = mandoc(`.TH X 1\n.SH "X"\n${plainText(text)}\n`, '-Tutf8').replace(/.\u0008/g, '')
    expect(shown).toContain(text)
  })
})
