import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csv, deskOf, lots, refusing } from './import-desk.ts'

const stateOf = (home: string): string => join(home, '.local/state/ipeos/imports')
const memoryOf = (home: string): string => {
  const name = readdirSync(stateOf(home)).find((one) => /^lines-\w+\.json$/.test(one)) ?? ''
  return join(stateOf(home), name)
}
/** As an older ipeos knew the lines of these titles, together. */
const oldDigest = (titles: string[]): string => {
  const lines = titles.map((title) => [
    ['description', 'Une description.'],
    ['title', title],
  ])
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex')
}
const at = (day: string) => ({ world: { now: () => new Date(`${day}T02:10:00Z`) } })

/** What became of each line, and the number of its ticket. */
function told(out: string): Array<{ result: string; id: number | null }> {
  return (JSON.parse(out) as Array<{ result: string; id: number | null }>).map(({ result, id }) => ({ result, id }))
}
const results = (out: string): string[] => told(out).map(({ result }) => result)

test('a file that grew by a line has the new line imported only, and the numbers of the others are told', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', csv(2))
  const first = told((await run(['lot.csv', '--json'])).out)
  put('lot.csv', csv(3))
  const second = await run(['lot.csv', '--json'])
  expect(second).toMatchObject({ code: 0, notes: expect.stringContaining('2 lines are imported already') })
  expect(told(second.out)).toEqual([
    ...first.map(({ id }) => ({ result: 'there', id })),
    { result: 'created', id: expect.any(Number) },
  ])
  expect(await titles()).toEqual(lots(3))
})

test('a file whose lines are all there sends nothing, says so, and ends well', async () => {
  const { run, put, posts } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'])
  const again = await run(['lot.csv'])
  expect(again).toMatchObject({ code: 0, notes: expect.stringMatching(/All 2 lines are imported already.*--again/) })
  expect(posts()).toBe(1)
})

test('lines in another order, in another file, saved in another way, are the same lines', async () => {
  const { run, put, posts } = await deskOf()
  put('lot.csv', 'title,description,urgency\nLot un,"Une\nchose",high\nLot deux,Deux,\n')
  put('copie.csv', 'Urgence;Description;Titre\r\n;Deux ;Lot deux\r\n"Haute";"Une\r\nchose";"Lot\u00a0un"\r\n')
  put(
    'copie.json',
    '[{"titre":"Lot deux","description":"Deux"},{"title":"Lot un","description":"Une\\nchose","urgency":4}]',
  )
  await run(['lot.csv'])
  expect(results((await run(['copie.csv', '--json'])).out)).toEqual(['there', 'there'])
  expect(results((await run(['copie.json', '--json'])).out)).toEqual(['there', 'there'])
  expect(posts()).toBe(1)
})

test('a line that says something else is a new one', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'])
  put('lot.csv', csv(2).replace('Lot 0001,Une', 'Lot 0001,Autre'))
  expect(results((await run(['lot.csv', '--json'])).out)).toEqual(['there', 'created'])
})

test('two lines that are the same are two tickets, and a third that comes later is one more', async () => {
  const { run, put, titles } = await deskOf()
  const same = (count: number) => `title,description\n${'Lot,Une\n'.repeat(count)}`
  put('lot.csv', same(2))
  await run(['lot.csv'])
  expect(await titles()).toHaveLength(2)
  put('lot.csv', same(3))
  expect(results((await run(['lot.csv', '--json'])).out)).toEqual(['there', 'there', 'created'])
  expect(await titles()).toHaveLength(3)
})

test.each(['key', 'Clé', 'ref', 'Référence', 'id'])(
  'a line is known by its column “%s”: what it says else is told as changed, and not imported (7)',
  async (name) => {
    const { run, put, titles } = await deskOf()
    put('lot.csv', `${name},title,description\nA1,Lot un,Une\nA2,Lot un,Une\n`)
    expect(results((await run(['lot.csv', '--json'])).out)).toEqual(['created', 'created'])
    put('lot.csv', `${name},title,description\nA2,Lot un,Autre\nA3,Lot trois,Une\nA1,Lot un,Une\n`)
    const second = await run(['lot.csv', '--json'])
    expect(second).toMatchObject({ code: 7, notes: expect.stringContaining('One line says something else') })
    expect(results(second.out)).toEqual(['changed', 'created', 'there'])
    expect(await titles()).toEqual(['Lot trois', 'Lot un', 'Lot un'])
  },
)

test('--key names the column by which lines are known, a field or another', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', 'Numéro,title,description\n1,Lot un,Une\n')
  expect((await run(['lot.csv', '--key', 'numero'])).code).toBe(0)
  put('lot.csv', 'title,description,Numéro\nLot deux,Une,1\n')
  expect((await run(['lot.csv', '--key', 'Numéro'])).code).toBe(7)
  put('titles.csv', 'title,description\nLot trois,Une\n')
  expect((await run(['titles.csv', '--key', 'title'])).code).toBe(0)
  put('titles.csv', 'title,description\nLot trois,Autre\n')
  expect(results((await run(['titles.csv', '--key', 'title', '--json'])).out)).toEqual(['changed'])
  expect(await titles()).toEqual(['Lot trois', 'Lot un'])
})

test.each([
  ['a column for --key that is not there', ['--key', 'nummer'], 'title,description\na,b\n', '“nummer”'],
  ['two columns that may be the key', [], 'id,ref,title,description\n1,2,a,b\n', '(id, ref)'],
  [
    'a key that stands there twice',
    [],
    'key,title,description\n1,a,b\n1,c,d\n',
    'line 3: the key “1” is that of line 2',
  ],
  ['no key of JSON for --key', ['--key', 'nr'], '{"title":"a","description":"b"}\n', '“nr”'],
])('%s is told, and nothing is sent (2)', async (_what, words, content, said) => {
  const { run, put, site } = await deskOf()
  put('lot.csv', content)
  expect(await run(['lot.csv', ...words])).toMatchObject({ code: 2, notes: expect.stringContaining(said) })
  expect(site.writes).toEqual([])
})

test('a key that is given later, or taken away, makes no ticket twice', async () => {
  const { run, put, titles } = await deskOf()
  const plain = 'title,description\nLot un,Une\nLot deux,Deux\n'
  const keyed = 'key,title,description\n1,Lot un,Une\n2,Lot deux,Deux\n'
  for (const content of [plain, keyed, plain]) {
    put('lot.csv', content)
    expect((await run(['lot.csv'])).code).toBe(0)
  }
  expect(await titles()).toEqual(['Lot deux', 'Lot un'])
})

test('--again opens the tickets of all lines once more, and remembers the new ones', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', csv(1))
  const first = told((await run(['lot.csv', '--json'])).out)
  const second = told((await run(['lot.csv', '--again', '--json'])).out)
  expect(await titles()).toEqual(['Lot 0000', 'Lot 0000'])
  expect(second).not.toEqual(first)
  expect(told((await run(['lot.csv', '--json'])).out)).toEqual([{ result: 'there', id: second[0]?.id }])
})

test('--dry-run says what the real run does, and which lines are there', async () => {
  const { run, put, site } = await deskOf()
  put('lot.csv', csv(1))
  const [first] = told((await run(['lot.csv', '--json'])).out)
  put('lot.csv', csv(2))
  const writes = site.writes.length
  expect(await run(['lot.csv', '--dry-run'])).toMatchObject({
    code: 0,
    out: `2\tthere\t${first?.id}\tLot 0000\t\n3\tready\t\tLot 0001\t\n`,
    notes: expect.stringContaining('One ticket is to be opened; one line is left alone.'),
  })
  expect(site.writes).toHaveLength(writes)
})

test('a person is asked about the new lines only, and about nothing where there is none', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  const nothing = await run(['lot.csv'], { columns: 80 })
  expect(nothing).toMatchObject({ code: 0, notes: expect.stringMatching(/^Its line is imported already/) })
  put('lot.csv', csv(2))
  const question = 'Open one ticket, “Lot 0001” (one line is left alone)'
  expect((await run(['lot.csv'], { columns: 80, answers: [[question, 'Stop here']] })).code).toBe(130)
  expect((await run(['lot.csv'], { columns: 80, answers: [[question, 'Send']] })).code).toBe(0)
  expect(await titles()).toEqual(lots(2))
})

test('what comes through a pipe once more is known, too', async () => {
  const { run, posts } = await deskOf()
  await run(['-'], { stdin: csv(1) })
  expect(await run(['-'], { stdin: csv(1) })).toMatchObject({ code: 0, notes: expect.stringContaining('already') })
  expect(posts()).toBe(1)
})

test('what --resume finished is remembered as well', async () => {
  const { run, put, site, titles } = await deskOf()
  put('lot.csv', csv(3))
  await run(['lot.csv'], { world: { http: refusing(site, 'Lot 0001') } })
  expect((await run(['--resume'])).code).toBe(0)
  expect((await run(['lot.csv'])).notes).toContain('imported already')
  expect(await titles()).toEqual(lots(3))
})

test('another account may import the same file', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  const bob = { IPEOS_USER: 'bob', IPEOS_PASSWORD: 'bob-secret' }
  expect(results((await run(['lot.csv', '--json'], { env: bob })).out)).toEqual(['created'])
})

test('what is remembered is for its owner only, and holds no word of the tickets', async () => {
  const { run, put, desk } = await deskOf()
  put('lot.csv', 'key,title,description\nserveur-9,Lot 0000,Une\n')
  await run(['lot.csv'])
  expect(statSync(memoryOf(desk.home)).mode & 0o777).toBe(0o600)
  expect(readFileSync(memoryOf(desk.home), 'utf8')).not.toMatch(/Lot|serveur/)
})

test('a line is forgotten after a year, unless it still stands in a file that is imported', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'], at('2026-01-01'))
  put('lot.csv', csv(1))
  await run(['lot.csv'], at('2026-12-01'))
  put('lot.csv', csv(2))
  expect(results((await run(['lot.csv', '--json'], at('2027-02-01'))).out)).toEqual(['there', 'created'])
})

test('after a hundred thousand others the oldest lines are forgotten', async () => {
  const { run, put, desk } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'], at('2026-11-01'))
  const memory = JSON.parse(readFileSync(memoryOf(desk.home), 'utf8'))
  const others = Array.from({ length: 100_001 }, (_, n) => ({
    content: String(n),
    ticket: n + 1000,
    seen: '2026-11-02',
  }))
  writeFileSync(memoryOf(desk.home), JSON.stringify({ version: 1, lines: [...others, ...memory.lines] }))
  put('autre.csv', csv(2).replace('Lot 0000,Une description.\n', ''))
  await run(['autre.csv'], at('2026-11-03'))
  expect(JSON.parse(readFileSync(memoryOf(desk.home), 'utf8')).lines).toHaveLength(100_000)
})

test('a memory that cannot be read is put aside, and named', async () => {
  const { run, put, desk } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  writeFileSync(memoryOf(desk.home), '{"version":1,"lin')
  expect(await run(['lot.csv'])).toMatchObject({ code: 0, notes: expect.stringMatching(/lines-\w+\.json\.corrupt/) })
})

test('what an older ipeos imported is known by its whole file, also when lines came after it, and line by line from then on', async () => {
  const { run, put, desk, titles } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  const owner = { platform: 'https://support.example', user: 'alice' }
  const old = {
    owner,
    digest: oldDigest(['Lot 0001', 'Lot 0002']),
    finished: new Date().toISOString(),
    count: 2,
    first: 7,
  }
  writeFileSync(join(stateOf(desk.home), 'finished.json'), JSON.stringify({ version: 1, imports: [old] }))
  const lines = csv(4).split('\n')
  put('lot.csv', `${lines[0]}\n${lines[2]}\n${lines[3]}\n${lines[4]}\n`)
  expect(results((await run(['lot.csv', '--json'])).out)).toEqual(['there', 'there', 'created'])
  put('lot.csv', `${lines[0]}\n${lines[4]}\n${lines[3]}\n${lines[2]}\n`)
  expect(results((await run(['lot.csv', '--json'])).out)).toEqual(['there', 'there', 'there'])
  expect(await titles()).toEqual(['Lot 0000', 'Lot 0003'])
})

test('of two commands that come at once with the same, one imports it, and the other says so (1)', async () => {
  const { run, titles } = await deskOf()
  const as = (pid: number) => ({ stdin: csv(3), world: { holder: { pid, isRunning: () => true } } })
  const both = await Promise.all([run(['-'], as(1001)), run(['-'], as(1002))])
  expect([
    [0, 0],
    [0, 1],
  ]).toContainEqual(both.map(({ code }) => code).sort())
  expect(await titles()).toEqual(lots(3))
})

test('of two commands that come at once with files that share lines, each line is imported once', async () => {
  const { run, titles } = await deskOf()
  const as = (count: number, pid: number) => ({
    stdin: csv(count),
    world: { holder: { pid, isRunning: () => true } },
  })
  await Promise.all([run(['-'], as(3, 1001)), run(['-'], as(5, 1002))])
  expect(await titles()).toEqual(lots(5))
})
