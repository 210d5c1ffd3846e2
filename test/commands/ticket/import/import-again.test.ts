import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csv, deskOf, lots, refusing } from './import-desk.ts'

const memoryOf = (home: string): string => join(home, '.local/state/ipeos/imports/finished.json')

test('a file whose import is done is refused, with what was done, when, and how to do it again', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'], { world: { now: () => new Date('2026-11-23T02:10:00Z') } })
  const { code, notes } = await run(['lot.csv'])
  expect(code).toBe(2)
  expect(notes).toMatch(/imported already, on 23 Nov 2026, 03:10: 2 tickets, from no\. \d+ on/)
  expect(notes).toContain('ipeos ticket import lot.csv --again')
  expect(await titles()).toEqual(lots(2))
})

test('--again opens its tickets once more', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  expect((await run(['lot.csv', '--again'])).code).toBe(0)
  expect(await titles()).toEqual(['Lot 0000', 'Lot 0000'])
  expect((await run(['lot.csv'])).code).toBe(2)
})

test('the same lines in another file, saved in another way, are the same import', async () => {
  const { run, put, posts } = await deskOf()
  put('lot.csv', 'title,description\nLot un,Une\n')
  put('copie.csv', 'description;title\r\n"Une";"Lot un"\r\n')
  await run(['lot.csv'])
  expect((await run(['copie.csv'])).code).toBe(2)
  expect(posts()).toBe(1)
})

test('what comes through a pipe once more is refused too', async () => {
  const { run } = await deskOf()
  await run(['-'], { stdin: csv(1) })
  expect(await run(['-'], { stdin: csv(1) })).toMatchObject({
    code: 2,
    notes: expect.stringContaining('ipeos ticket import - --again'),
  })
})

test('a person is told and asked, and stopping is one Enter away', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  const asked = await run(['lot.csv'], { columns: 80, answers: [['Open one ticket', 'Stop here']] })
  expect(asked).toMatchObject({ code: 130, notes: expect.stringContaining('imported already') })
  expect((await run(['lot.csv'], { columns: 80, answers: [['Open one ticket', 'Send']] })).code).toBe(0)
  expect(await titles()).toEqual(['Lot 0000', 'Lot 0000'])
})

test('--yes is no wish to import the same twice', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv', '--yes'], { columns: 80 })
  expect((await run(['lot.csv', '--yes'], { columns: 80 })).code).toBe(2)
})

test('an import that --resume finished is remembered as well', async () => {
  const { run, put, site, titles } = await deskOf()
  put('lot.csv', csv(3))
  await run(['lot.csv'], { world: { http: refusing(site, 'Lot 0001') } })
  expect((await run(['--resume'])).code).toBe(0)
  expect((await run(['lot.csv'])).notes).toContain('imported already')
  expect(await titles()).toEqual(lots(3))
})

test('--dry-run looks at it as ever', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  expect(await run(['lot.csv', '--dry-run'])).toMatchObject({ code: 0, out: '2\tready\t\tLot 0000\t\n' })
})

test('another account may import the same file', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  expect((await run(['lot.csv'], { env: { IPEOS_USER: 'bob', IPEOS_PASSWORD: 'bob-secret' } })).code).toBe(0)
})

test('what is remembered is for its owner only, and holds no word of the tickets', async () => {
  const { run, put, desk } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  expect(statSync(memoryOf(desk.home)).mode & 0o777).toBe(0o600)
  expect(readFileSync(memoryOf(desk.home), 'utf8')).not.toContain('Lot')
})

test('after a year, and after five hundred others, an import is forgotten', async () => {
  const { run, put, desk } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'], { world: { now: () => new Date('2026-01-01T00:00:00Z') } })
  expect((await run(['lot.csv'], { world: { now: () => new Date('2026-12-31T00:00:00Z') } })).code).toBe(2)
  expect((await run(['lot.csv'], { world: { now: () => new Date('2027-01-03T00:00:00Z') } })).code).toBe(0)
  const memory = JSON.parse(readFileSync(memoryOf(desk.home), 'utf8'))
  expect(memory.imports).toHaveLength(1)
  const others = Array.from({ length: 600 }, (_, digest) => ({ ...memory.imports[0], digest: String(digest) }))
  writeFileSync(memoryOf(desk.home), JSON.stringify({ version: 1, imports: others }))
  put('autre.csv', csv(2))
  await run(['autre.csv'], { world: { now: () => new Date('2027-01-04T00:00:00Z') } })
  expect(JSON.parse(readFileSync(memoryOf(desk.home), 'utf8')).imports).toHaveLength(500)
})

test('a memory that cannot be read is put aside, and named', async () => {
  const { run, put, desk } = await deskOf()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  writeFileSync(memoryOf(desk.home), '{"version":1,"imp')
  expect(await run(['lot.csv'])).toMatchObject({ code: 0, notes: expect.stringMatching(/finished\.json\.corrupt/) })
})

test('of two commands that come at once with the same, one imports it', async () => {
  const { run, titles } = await deskOf()
  const as = (pid: number) => ({ stdin: csv(3), world: { holder: { pid, isRunning: () => true } } })
  const both = await Promise.all([run(['-'], as(1001)), run(['-'], as(1002))])
  expect(both.map(({ code }) => code).sort()).toEqual([0, 2])
  expect(await titles()).toEqual(lots(3))
})
