import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import type { Context } from '../../../../src/app/context.ts'
import { addList, type ListOptions } from '../../../../src/commands/ticket/list/list.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { widthOf } from '../../../../src/terminal/width.ts'
import { ipeos, newDesk } from '../../../support/desk.ts'
import { translator } from '../../../support/translator.ts'

const site = await openSandbox({ glpi: '10.0' })
for (const [title, status, urgency] of [
  ['Baleine ouverte', 'new', 2],
  ['Baleine prise', 'assigned', 5],
  ['Baleine résolue', 'solved', 3],
  ['Baleine close', 'closed', 3],
] as const) {
  site.addTicket({ title, status, urgency, category: 3 })
}

const whales = async (...words: string[]) => {
  const { out } = await ipeos(site, ['ticket', 'list', '--search', 'Baleine', '--json', 'title', ...words])
  return (JSON.parse(out) as Array<{ title: string }>).map(({ title }) => title.replace('Baleine ', '')).sort()
}

describe('the flags', () => {
  const read = (...words: string[]): ListOptions => {
    let options: ListOptions = {}
    const program = new Command()
    addList(program, { t: translator('en') } as unknown as Context, async (given) => {
      options = given
    })
    program.parse(['list', ...words], { from: 'user' })
    return options
  }

  test('say nothing when none is given', () => {
    expect(read()).toEqual({})
  })

  test('become options', () => {
    expect(
      read('-s', 'new', '-s', 'solved', '-u', '4', '-S', 'disque', '--sort', 'opened', '-L', '5', '--json'),
    ).toEqual({
      status: ['new', 'solved'],
      urgency: ['high'],
      search: 'disque',
      sort: { by: 'opened', order: 'descending' },
      limit: 5,
      json: true,
    })
  })
})

describe('which tickets', () => {
  test('are those that are not closed', async () => {
    expect(await whales()).toEqual(['ouverte', 'prise', 'résolue'])
  })

  test.each([
    ['closed', ['close']],
    ['solved', ['résolue']],
    ['all', ['close', 'ouverte', 'prise', 'résolue']],
  ])('with --status %s', async (status, expected) => {
    expect(await whales('--status', status)).toEqual(expected)
  })

  test('with several --status are those of any', async () => {
    expect(await whales('-s', 'new', '-s', 'closed')).toEqual(['close', 'ouverte'])
  })

  test('with --urgency', async () => {
    expect(await whales('--urgency', 'very-high')).toEqual(['prise'])
  })

  test('are only one’s own', async () => {
    const { out } = await ipeos(site, ['ticket', 'list', '--status', 'all', '--json', 'title'], { user: 'bob' })
    expect(out).toContain('title')
    expect(out).not.toContain('Baleine')
  })

  test('never come in different numbers on the two versions of the platform', async () => {
    const newer = await openSandbox({ glpi: '11.0' })
    const count = async (each: typeof site) => {
      const { out } = await ipeos(each, ['ticket', 'list', '--status', 'all', '--all', '--json', 'id'])
      return (JSON.parse(out) as unknown[]).length
    }
    expect((await count(newer)) + 4).toBe(await count(site))
  })
})

describe('the order', () => {
  test('is the latest change first', async () => {
    const { out } = await ipeos(site, ['ticket', 'list', '--json', 'changed'])
    const times = (JSON.parse(out) as Array<{ changed: string }>).map(({ changed }) => Date.parse(changed))
    expect(times).toEqual([...times].sort((one, other) => other - one))
  })

  test('is that of --sort', async () => {
    const { out } = await ipeos(site, ['ticket', 'list', '--sort', 'id:asc', '--json', 'id'])
    const ids = (JSON.parse(out) as Array<{ id: number }>).map(({ id }) => id)
    expect(ids).toEqual([...ids].sort((one, other) => one - other))
  })
})

describe('how many', () => {
  test('are told when there are more, on stderr', async () => {
    const { out, notes } = await ipeos(site, ['ticket', 'list', '--search', 'Baleine', '--limit', '2'])
    expect(notes).toContain('2 of 3')
    expect(out.trimEnd().split('\n').length).toEqual(2)
  })

  test('are all of them with --all, page after page', async () => {
    const large = await openSandbox({ glpi: '10.0', tickets: 1300 })
    const { out, notes } = await ipeos(large, ['ticket', 'list', '--status', 'all', '--all'])
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0])
    expect([...new Set(ids)]).toEqual(ids)
    expect(ids.length).toBeGreaterThan(500)
    expect(notes).toBe('')
  })
})

describe('the settings', () => {
  const desk = newDesk(site)

  test('say how many tickets are shown, unless the command does', async () => {
    await desk.ipeos(['config', 'set', 'page-length', '2'])
    const count = async (...words: string[]) =>
      (await desk.ipeos(['ticket', 'list', '-S', 'Baleine', ...words])).out.trimEnd().split('\n').length
    expect([await count(), await count('--limit', '3'), await count('--all')]).toEqual([2, 3, 3])
  })

  test('say the columns on a terminal, and change nothing for a script', async () => {
    await desk.ipeos(['config', 'set', 'columns', 'id,priority'])
    const head = async (options: { columns?: number }, ...words: string[]) =>
      (await desk.ipeos(['ticket', 'list', ...words], { env: { NO_COLOR: '1' }, ...options })).out.split('\n')[0]
    expect(await head({ columns: 80 })).toMatch(/^ *No\. +Priority *$/)
    expect(await head({ columns: 80 }, '--columns', 'title')).toMatch(/^Title *$/)
    expect((await head({}))?.split('\t')).toHaveLength(8)
  })
})

describe('what is printed', () => {
  test('in a pipe is a line a ticket: number, words in English, full values, dates with their offset', async () => {
    const { out } = await ipeos(site, ['ticket', 'list', '-S', 'Baleine prise', '--lang', 'fr'])
    expect(out).toMatch(
      /^\d+\tassigned\tvery-high\tBaleine prise\tHébergement > Site web\t(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00\t){2}https:\/\/support\.example\/\S+\n$/,
    )
  })

  test.each([40, 80, 200])('on a terminal fits %d columns', async (columns) => {
    const { out } = await ipeos(site, ['ticket', 'list'], { columns, env: { NO_COLOR: '1' } })
    expect(Math.max(...out.split('\n').map(widthOf))).toBeLessThanOrEqual(columns)
  })

  test.each([
    ['fr', /N° +Statut[\s\S]*pris en charge +Baleine prise/],
    ['en', /No\. +Status[\s\S]*taken +Baleine prise/],
  ])('on a terminal speaks %s', async (lang, expected) => {
    const { out } = await ipeos(site, ['ticket', 'list', '--lang', lang], { columns: 50, env: { NO_COLOR: '1' } })
    expect(out).toMatch(expected)
  })

  test('has colours on a terminal, and none with --color never', async () => {
    const colored = await ipeos(site, ['ticket', 'list'], { columns: 80 })
    const plainly = await ipeos(site, ['ticket', 'list', '--color', 'never'], { columns: 80 })
    expect(colored.out).toContain('\u001b[31m')
    expect(plainly.out).not.toContain('\u001b')
  })

  test('never carries out what a title holds', async () => {
    const hostile = await openSandbox({ glpi: '10.0' })
    hostile.addTicket({ title: 'Piège \u001b]0;pwned\u0007\u202e fin' })
    const { out } = await ipeos(hostile, ['ticket', 'list', '-S', 'Piège'], { columns: 200, env: { NO_COLOR: '1' } })
    expect(out).toContain('Piège  fin')
    expect(out).not.toMatch(/[\u001b\u202e]/)
  })

  test('is nothing when nothing is found, with a word on stderr', async () => {
    const result = await ipeos(site, ['ticket', 'list', '--search', 'introuvable'])
    expect(result).toMatchObject({ code: 0, out: '' })
    expect(result.notes).toContain('ipeos ticket list --status all')
  })

  test('is an empty list in JSON when nothing is found', async () => {
    expect(await ipeos(site, ['ticket', 'list', '-S', 'introuvable', '--json'])).toMatchObject({ code: 0, out: '[]\n' })
  })
})

test.each([
  [['--json', 'id,nom'], 'id, title, status'],
  [['--status', 'résolu'], 'solved, closed, open, all'],
  [['--urgency', '9'], 'very-low, low'],
  [['--sort', 'date'], 'changed, opened'],
  [['--limit', 'dix'], '--all'],
  [['--all', '--limit', '3'], '--limit'],
  [['--search', ' '], '--search'],
])('ticket list %j is wrong usage that says what would do, and asks the platform nothing', async (words, hint) => {
  const quiet = await openSandbox({ glpi: '10.0' })
  const result = await ipeos(quiet, ['ticket', 'list', ...words])
  expect(result).toMatchObject({ code: 2, out: '' })
  expect(result.notes).toContain(hint)
  expect(quiet.requests).toEqual([])
})

describe('--all', () => {
  const told = async (words: string[], columns?: number) =>
    (await ipeos(site, ['ticket', 'list', '--all', '--search', 'Baleine', ...words], columns ? { columns } : {})).notes

  test('says to a person that closed tickets are not among them, and how to see those', async () => {
    expect(await told([], 120)).toContain('ipeos ticket list --all --status all')
  })

  test.each([[['--status', 'all']], [['--status', 'open']], [['--overdue']]])(
    '%j says which ones are meant',
    async (words) => {
      expect(await told(words, 120)).not.toContain('--all --status all')
    },
  )

  test('says nothing of it in a pipe', async () => {
    expect(await told([])).toBe('')
  })
})
