import { linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBin } from '../../../support/bin.ts'
import { openSite } from '../../../support/site.ts'
import { afterPosts, csv, deskOf, lots, onPost, refusing } from './import-desk.ts'

/** Somebody who wants a report, and reads it. */
async function reporting() {
  const place = await deskOf()
  const read = (name: string): string => readFileSync(join(place.desk.home, name), 'utf8')
  const at = (name: string): string => join(place.desk.home, name)
  return { ...place, read, at }
}

test('the given lines are written back with what became of each, in the form in which they came', async () => {
  const { run, put, read, at } = await reporting()
  put(
    'lot.csv',
    'sep=;\r\nTitre;Description;Urgence;\r\n"Lot; un";"Deux\r\nlignes";Haute;\r\n;;;\r\nLot deux;Une;;\r\n',
  )
  const { out } = await run(['lot.csv', '--report', 'done.csv', '--json', 'id,url'])
  const [one, two] = JSON.parse(out) as [{ id: number; url: string }, { id: number; url: string }]
  expect(read('done.csv')).toBe(
    'sep=;\r\nTitre;Description;Urgence;;ticket;address;result;error\r\n' +
      `"Lot; un";"Deux\r\nlignes";Haute;;${one.id};${one.url};created;\r\n` +
      `Lot deux;Une;;;${two.id};${two.url};created;\r\n`,
  )
  expect(statSync(at('done.csv')).mode & 0o777).toBe(0o600)
})

test.each([
  [
    'NDJSON',
    '{"titre":"Lot","description":"Une","ref":7}\n',
    (text: string) =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  ],
  ['an array', '[{"titre":"Lot","description":"Une","ref":7}]', (text: string) => JSON.parse(text)],
])('%s comes back as it came, with four keys more', async (_form, content, parse) => {
  const { run, put, read } = await reporting()
  put('lot.json', content)
  await run(['lot.json', '--report', 'done.json'])
  const results = {
    ticket: expect.any(Number),
    address: expect.stringContaining('ticket.form.php'),
    result: 'created',
    error: null,
  }
  expect(parse(read('done.json'))).toEqual([{ titre: 'Lot', description: 'Une', ref: 7, ...results }])
})

test('what a spreadsheet needs a mark for gets one', async () => {
  const { run, put, read } = await reporting()
  put('lot.csv', Buffer.from('title;description\nÉté;Une\n', 'latin1'))
  await run(['lot.csv', '--report', 'done.csv'])
  expect(read('done.csv')).toMatch(/^\ufefftitle;description;ticket.*\nÉté;Une;\d+;/)
})

test('a report is a file like another: imported again it opens nothing, and its results are made anew', async () => {
  const { run, put, read, posts } = await reporting()
  put('lot.csv', csv(1))
  await run(['lot.csv', '--report', 'lot.csv'])
  const first = read('lot.csv')
  await run(['lot.csv', '--report', 'lot.csv'])
  expect(read('lot.csv')).toBe(first.replace('created', 'there'))
  expect(posts()).toBe(1)
})

test('a line that the platform refuses tells why, harmless to a spreadsheet, and the rest its ticket (7)', async () => {
  const { run, put, read, site } = await reporting()
  put('lot.csv', csv(2))
  const { code } = await run(['lot.csv', '--report', 'done.csv'], { world: { http: refusing(site, 'Lot 0001') } })
  expect(code).toBe(7)
  expect(read('done.csv')).toMatch(
    /\nLot 0000,Une description\.,\d+,http[^,]*,created,\nLot 0001,Une description\.,,,refused,Quota atteint\n$/,
  )
})

test('a lost network leaves a report of what is there and what waits (6); --resume writes it anew, of all lines', async () => {
  const { run, put, read, site } = await reporting()
  put('lot.csv', csv(1))
  await run(['lot.csv'])
  put('lot.csv', csv(130))
  const stop = afterPosts(site, 1, () =>
    site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /Ticket/ } }),
  )
  expect((await run(['lot.csv', '--report', 'done.csv'], { world: { http: stop } })).code).toBe(6)
  const count = (word: string): number => read('done.csv').split(`,${word},`).length - 1
  expect([count('there'), count('created'), count('waiting')]).toEqual([1, 100, 29])
  site.faults.clear()
  expect((await run(['--resume', '--report', 'done.csv'])).code).toBe(0)
  expect([count('there'), count('created'), count('waiting')]).toEqual([1, 129, 0])
})

test.each([[[]], [['--dry-run']]])(
  'where a line is wrong nothing is sent, and the report says which and why (%j)',
  async (more) => {
    const { run, put, read, site } = await reporting()
    put('lot.csv', csv(1))
    await run(['lot.csv', '--report', 'lot.csv'])
    const [head, first] = read('lot.csv').split('\n')
    const before = site.writes.length
    put('lot.csv', `${head}\n${first}\nLot 2,,,,,\nLot 3,Trois,,,,\n`)
    expect((await run(['lot.csv', '--report', 'lot.csv', ...more])).code).toBe(2)
    expect(read('lot.csv')).toBe(
      `${head}\n${first?.replace('created', 'there')}\nLot 2,,,,refused,the description is missing\nLot 3,Trois,,,ready,\n`,
    )
    expect(site.writes).toHaveLength(before)
  },
)

test('a key that is there twice is in the report', async () => {
  const { run, put, read } = await reporting()
  put('lot.csv', 'title,description,key\nLot,Une,A\nLot,Deux,A\n')
  expect((await run(['lot.csv', '--report', 'done.csv'])).code).toBe(2)
  expect(read('done.csv')).toMatch(/\nLot,Une,A,,,ready,\nLot,Deux,A,,,refused,.*line 2.*\n$/)
})

test.each([
  ['a cell too many', 'title,description\nLot,Une\nLot,Deux,Trois\n'],
  ['a quote that never ends', 'title,description\nLot,Une\nLot,"Deux\n'],
  ['no object of JSON', '{"title":"Lot","description":"Une"}\nLot\n'],
])('a report takes no place where it would lose a line: %s', async (_what, content) => {
  const { run, put, read } = await reporting()
  put('lot.csv', content)
  expect(await run(['lot.csv', '--report', 'lot.csv'])).toMatchObject({
    code: 2,
    notes: expect.stringContaining('No report'),
  })
  expect(read('lot.csv')).toBe(content)
})

test('--dry-run --report tells what would be', async () => {
  const { run, put, read, site } = await reporting()
  put('lot.csv', csv(1))
  await run(['lot.csv', '--dry-run', '--report', 'plan.csv'])
  expect(read('plan.csv')).toBe('title,description,ticket,address,result,error\nLot 0000,Une description.,,,ready,\n')
  expect(site.writes).toEqual([])
})

test('--report - is standard output, and nothing else is there', async () => {
  const { run } = await reporting()
  const { code, out } = await run(['-', '--report', '-'], { stdin: csv(1) })
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(
      /^title,description,ticket,address,result,error\nLot 0000,Une description\.,\d+,http.*,created,\n$/,
    ),
  })
  expect((await run(['-', '--report', '-', '--json'], { stdin: csv(2) })).code).toBe(2)
})

test.each([
  ['another name of the file, by a hard link', 'hard.csv', 'by another name'],
  ['another name of the file, by a link', 'soft.csv', 'by another name'],
  ['another way to write its name', './lot.csv', 'by another name'],
  ['a folder', '.', 'folder'],
  ['a folder that is not there', 'nowhere/done.csv', 'nowhere/done.csv'],
])('a report into %s is refused before anything is sent (2)', async (_what, name, said) => {
  const { run, put, read, at, site } = await reporting()
  put('lot.csv', csv(1))
  linkSync(at('lot.csv'), at('hard.csv'))
  symlinkSync('lot.csv', at('soft.csv'))
  expect(await run(['lot.csv', '--report', name])).toMatchObject({ code: 2, notes: expect.stringContaining(said) })
  expect(site.writes).toEqual([])
  expect(read('lot.csv')).toBe(csv(1))
})

test('a report that cannot be written at the end is told, and the tickets are there (7)', async () => {
  const { run, put, at, site, titles } = await reporting()
  put('lot.csv', csv(1))
  // There is a folder of that name by the time it is written.
  const blocked = afterPosts(site, 1, () => mkdirSync(join(at('done.csv'), 'full'), { recursive: true }))
  const { code, notes } = await run(['lot.csv', '--report', 'done.csv'], { world: { http: blocked } })
  expect({ code, notes }).toEqual({
    code: 7,
    notes: expect.stringMatching(/One ticket saved[\s\S]*The report .*done\.csv could not be written/),
  })
  expect(await titles()).toEqual(lots(1))
})

test('a command that is stopped half-way has written its report', async () => {
  const { sandbox, env, folder } = await openSite()
  writeFileSync(join(folder, 'lot.csv'), csv(250))
  sandbox.faults.inject({ kind: 'delay', milliseconds: 1500, times: 3, match: onPost })
  const child = startBin(['ticket', 'import', 'lot.csv', '--report', 'done.csv'], { env, folder })
  await child.until(({ out }) => out.includes('\n'))
  child.signal('SIGTERM')
  expect(await child.left).toBe(143)
  const report = readFileSync(join(folder, 'done.csv'), 'utf8')
  expect([report.split(',created,').length - 1, report.split(',waiting,').length - 1]).toEqual([100, 150])
})
