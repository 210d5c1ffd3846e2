import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'

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
