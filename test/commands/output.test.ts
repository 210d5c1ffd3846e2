import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { describeCommand, everyCommand } from '../../src/cli/describe-command.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'
import { translator } from '../support/translator.ts'

async function desk() {
  return newDesk(await openSandbox())
}

const list = ['ticket', 'list', '--sort', 'id:asc', '--limit', '2']

describe('a list', () => {
  test('is TSV in a pipe without being asked, and with --format tsv on a terminal', async () => {
    const { ipeos } = await desk()
    const [piped, asked] = [await ipeos(list), await ipeos([...list, '--format', 'tsv'], { columns: 80 })]
    expect([piped.out.split('\n')[0]?.split('\t').length, asked.out]).toEqual([8, piped.out])
  })

  test('as CSV has a head, and quotes what would end a cell', async () => {
    const { out } = await (await desk()).ipeos([...list, '--format', 'csv', '--columns', 'id,title'])
    expect(out).toMatch(/^id,title\n\d+,.+\n\d+,.+\n$/)
  })

  test('as NDJSON is an object a line, with every field or those chosen', async () => {
    const { ipeos } = await desk()
    const lines = (await ipeos([...list, '--format', 'ndjson'])).out.trim().split('\n')
    const chosen = (await ipeos([...list, '--format', 'ndjson', '--json', 'id'])).out.split('\n')[0] ?? ''
    expect([lines.length, Object.keys(JSON.parse(lines[0] ?? '')).length]).toEqual([2, 18])
    expect(Object.keys(JSON.parse(chosen))).toEqual(['id'])
  })

  test('as Markdown is a table', async () => {
    const { out } = await (await desk()).ipeos([...list, '--format', 'markdown', '--columns', 'status,id'])
    expect(out).toMatch(/^\| status \| id \|\n\| --- \| --- \|\n\| [a-z]+ \| \d+ \|\n/)
  })

  test('as a table in a pipe is what a person sees', async () => {
    const { ipeos } = await desk()
    const [piped, seen] = [await ipeos([...list, '--format', 'table']), await ipeos(list, { columns: 80 })]
    expect(piped.out.split('\n').length).toBe(seen.out.split('\n').length)
  })

  test('tells its schema without a platform', async () => {
    const { ipeos } = newDesk({ fetch: () => Promise.reject(new Error('the platform was asked')) })
    const { code, out } = await ipeos(['ticket', 'list', '--json-schema'])
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { type: 'array', items: { properties: { id: { type: 'integer' } } } },
    ])
  })

  test.each([
    [['--columns', 'id,nope'], 'nope'],
    [['--columns', 'id', '--json'], '--columns'],
    [['--json', '--format', 'csv'], 'csv'],
    [['--format', 'xml'], 'xml'],
  ])('%j is refused before the platform is asked', async (flags, named) => {
    const { ipeos } = newDesk({ fetch: () => Promise.reject(new Error('the platform was asked')) })
    const { code, notes } = await ipeos([...list, ...flags])
    expect([code, notes]).toEqual([2, expect.stringContaining(named)])
  })
})

test('one thing as TSV is a field a line, as CSV one line under a head', async () => {
  const { ipeos } = await desk()
  const [tsv, csv] = [await ipeos(['whoami']), await ipeos(['whoami', '--format', 'csv', '--columns', 'login,entity'])]
  expect(tsv.out).toContain('\nlogin\talice\n')
  expect(csv.out).toBe('login,entity\nalice,IPEOS > IPEOS-WTC\n')
})

test('a list for Excel has heads in the language of the call', async () => {
  const { ipeos } = await desk()
  const { out } = await ipeos([...list, '--format', 'csv-excel', '--columns', 'id,opened,title', '--lang', 'fr'])
  expect(out).toMatch(/^\ufeffNuméro;Ouvert le;Titre\r\n(\d+;\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;.+\r\n){2}$/)
})

test('every column of a list has a head for Excel', async () => {
  const program = await buildProgram({ t: translator('en') } as Partial<Context> as Context, '0', {
    write: () => undefined,
    columns: 80,
  })
  const listing = everyCommand(describeCommand(program)).filter(({ options }) =>
    options.some(({ names }) => names.includes('--columns')),
  )
  const fields = listing.flatMap(({ shape }) => Object.keys(shape?.fields ?? {}))
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter((field) => !translator('en').has(`field.${field}`))).toEqual([])
})

test('a line of the past begins with the number, as in the list', async () => {
  const { ipeos } = await desk()
  const { out } = await ipeos(['ticket', 'history', '--limit', '1'])
  const { out: shown } = await ipeos(['ticket', 'history', '--limit', '1', '--json', 'id,year'])
  const [{ id, year }] = JSON.parse(shown)
  expect(out.split('\t').slice(0, 2)).toEqual([String(id), String(year)])
})
