import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../../src/glpi/http/fetch-http.ts'
import type { Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { afterPosts, csv, deskOf, lots, onPost, refusing } from './import-desk.ts'

describe.each(glpiVersions)('an import into GLPI %s', (glpi) => {
  test('opens a ticket for each line, tells each number, and forgets the import', async () => {
    const { run, desk, put, kept } = await deskOf(glpi)
    put(
      'lot.csv',
      'title,description,urgency,category,about,type,notify,email\n' +
        '"Lot, un","Deux\nlignes",haute,Site web,poste-alice,request,yes,chef@ipeos.example\n' +
        'Lot deux,Une,,,,,non,\n',
    )
    const { code, out } = await run(['lot.csv', '--json', 'line,result,id'], { env: { LANG: 'fr_FR.UTF-8' } })
    expect(code).toBe(0)
    const [first, second] = JSON.parse(out) as Array<{ line: number; result: string; id: number }>
    expect([first?.line, second?.line, first?.result]).toEqual([2, 4, 'created'])
    const shown = JSON.parse((await desk.ipeos(['ticket', 'show', String(first?.id), '--json'])).out)
    expect(shown).toMatchObject({
      ...{ title: 'Lot, un', description: 'Deux\nlignes', urgency: 'high', type: 'request' },
      ...{ category: expect.stringContaining('Site web'), equipment: [{ key: 'Computer:3' }] },
    })
    expect(kept()).toEqual([])
  })

  test('asks once for a hundred tickets', async () => {
    const { run, put, posts, titles } = await deskOf(glpi)
    put('lot.csv', csv(250))
    expect((await run(['lot.csv'])).code).toBe(0)
    expect(posts()).toBe(3)
    expect(await titles()).toEqual(lots(250))
  })

  test.each([
    ['the connection is cut after the server did it', { kind: 'drop-after' as const }],
    ['the connection is cut before', { kind: 'drop-before' as const }],
    ['the server answers an error', { kind: 'status' as const, status: 502 as const }],
    ['the answer is cut in the middle', { kind: 'truncated' as const }],
  ])('creates each once when %s', async (_what, fault) => {
    const { run, put, site, titles } = await deskOf(glpi)
    put('lot.csv', csv(120))
    site.faults.inject({ ...fault, match: onPost })
    expect((await run(['lot.csv'])).code).toBe(0)
    expect(await titles()).toEqual(lots(120))
  })

  test('that a lost network ends goes on by --resume, and creates none twice', async () => {
    const { run, put, site, titles } = await deskOf(glpi)
    put('lot.csv', csv(230))
    // The first batch arrives; the answer to the second is lost, and so is all that comes after.
    const stop = afterPosts(site, 1, () => {
      site.faults.inject({ kind: 'drop-after', match: onPost })
      site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /search\/Ticket/ } })
    })
    const lost = await run(['lot.csv', '--json', 'result'], { world: { http: stop } })
    expect(lost).toMatchObject({ code: 6, notes: expect.stringMatching(/ipeos ticket import --resume [0-9a-f]{8}/) })
    expect(counts(lost.out)).toEqual({ created: 100, waiting: 130 })
    site.faults.clear()
    const again = await run(['--resume', '--json', 'result'])
    expect(again.code).toBe(0)
    expect(counts(again.out)).toEqual({ created: 230 })
    expect(await titles()).toEqual(lots(230))
  })
})

function counts(out: string): Record<string, number> {
  const results = (JSON.parse(out) as Array<{ result: string }>).map(({ result }) => result)
  return Object.fromEntries(
    [...new Set(results)].map((one) => [one, results.filter((result) => result === one).length]),
  )
}

test('what the platform refuses (207) is told line by line, the rest is there, and --resume tries it again', async () => {
  const { run, put, site, titles, kept } = await deskOf()
  put('lot.csv', csv(3))
  const http = refusing(site, 'Lot 0001')
  const first = await run(['lot.csv'], { world: { http } })
  expect(first).toMatchObject({ code: 7, notes: expect.stringContaining('ipeos ticket import --resume') })
  expect(first.out).toContain('3\trefused\t\tLot 0001\tQuota atteint')
  expect((await run(['--resume'], { world: { http } })).code).toBe(7)
  expect((await run(['--resume'])).code).toBe(0)
  expect(await titles()).toEqual(lots(3))
  expect(kept()).toEqual([])
})

test('the same file again goes on with an import that is not done, and creates none twice', async () => {
  const { run, put, site, titles, kept } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'], { world: { http: refusing(site, 'Lot 0001') } })
  put('lot.csv', csv(3))
  expect(await run(['lot.csv', '--json', 'line,result'])).toMatchObject({ code: 0 })
  expect(await titles()).toEqual(lots(3))
  expect(kept()).toEqual([])
})

test('--again waits for an import of the same lines that is not done', async () => {
  const { run, put, site, titles } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'], { world: { http: refusing(site, 'Lot 0001') } })
  const again = await run(['lot.csv', '--again'])
  expect(again).toMatchObject({ code: 2, notes: expect.stringContaining('ipeos ticket import --resume') })
  expect((await run(['--discard'])).code).toBe(0)
  expect((await run(['--resume'])).code).toBe(3)
  expect(await titles()).toEqual(['Lot 0000'])
})

test('all lines that are wrong are named with their numbers, and nothing is sent (2)', async () => {
  const { run, put, site } = await deskOf()
  put(
    'lot.csv',
    'title,description,urgency,category,email,notify\n' +
      'Un,Bon,,,,\n' +
      ',"Sans\ntitre",,,,\n' +
      'Trois,Urgence,foudroyante,,,\n' +
      'Quatre,Adresse,,,pas-une-adresse,peut-être\n' +
      'Cinq,x,,,,,,,,z\n',
  )
  const { code, notes } = await run(['lot.csv'])
  expect(code).toBe(2)
  expect(notes).toContain('line 3: the title is missing')
  expect(notes).toContain('line 5: there is no urgency “foudroyante”')
  expect(notes).toContain('line 6: “pas-une-adresse”')
  expect(notes).toContain('line 6: notify is “peut-être”')
  expect(notes).toContain('line 7: there are 10 cells for 6 columns')
  expect(notes).not.toContain('line 2:')
  expect(site.writes).toEqual([])
})

test.each([
  ['an unknown column', 'titel,description\na,b\n', 'nearest: title'],
  ['no head', 'a,b\nc,d\n', '“title”'],
  ['an open quotation mark', 'title,description\n"a,b\n', 'line 2'],
  ['nothing', '', 'no line'],
  ['a broken line of JSON', '{"title":"a","description":"b"}\n{"title":\n', 'line 2'],
  ['an unknown key of JSON', '{"title":"a","description":"b","urgenc":3}\n', 'nearest: urgency'],
])('a file with %s is told (2)', async (_what, content, told) => {
  const { run, put, site } = await deskOf()
  put('lot.csv', content)
  expect(await run(['lot.csv'])).toMatchObject({ code: 2, notes: expect.stringContaining(told) })
  expect(site.writes).toEqual([])
})

test('NDJSON comes from a pipe', async () => {
  const { run, titles } = await deskOf()
  const stdin =
    '{"title":"Lot un","description":"Une","urgency":4}\n\n{"title":"Lot deux","description":"Deux","notify":false}\n'
  expect(await run(['-', '--format', 'ndjson', '--json', 'line,result'], { stdin })).toMatchObject({
    code: 0,
    out: '{"line":1,"result":"created"}\n{"line":3,"result":"created"}\n',
  })
  expect(await titles()).toEqual(['Lot deux', 'Lot un'])
})

test('--dry-run checks, and sends nothing', async () => {
  const { run, put, site, titles } = await deskOf()
  put('lot.csv', csv(2))
  expect(await run(['lot.csv', '--dry-run'])).toMatchObject({
    code: 0,
    out: '2\tready\t\tLot 0000\t\n3\tready\t\tLot 0001\t\n',
  })
  expect(site.writes).toEqual([])
  expect(await titles()).toEqual([])
})

test('a person is asked before anything leaves', async () => {
  const { run, put, site } = await deskOf()
  put('lot.csv', csv(2))
  const refused = await run(['lot.csv'], { columns: 80, answers: [['Open 2 tickets', 'Stop here']] })
  expect(refused.code).toBe(130)
  expect(site.writes).toEqual([])
  expect((await run(['lot.csv'], { columns: 80, answers: [['Open 2 tickets', 'Send']] })).code).toBe(0)
})

test('an import goes on for its own account only', async () => {
  const { run, put, site } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'], { world: { http: refusing(site, 'Lot 0001') } })
  const other = { IPEOS_USER: 'bob', IPEOS_PASSWORD: 'bob-secret' }
  expect((await run(['--resume'], { env: other })).code).toBe(3)
})

/** A server that dies in the middle of its work: a part of what it was asked for is there, and no answer comes. */
function dyingOnce(site: Sandbox, after: number) {
  let isDead = false
  return fetchHttp(async (request) => {
    if (isDead || request.method !== 'POST' || !request.url.endsWith('/Ticket')) return site.fetch(request)
    isDead = true
    const { input } = (await request.json()) as { input: unknown[] }
    const body = JSON.stringify({ input: input.slice(0, after) })
    await site.fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }))
    throw new TypeError('terminated')
  })
}

test.each(glpiVersions)('after a server of GLPI %s that died half-way, only the other half is sent', async (glpi) => {
  const { run, put, site, titles } = await deskOf(glpi)
  put('lot.csv', csv(60))
  const { code, out } = await run(['lot.csv', '--json', 'result'], { world: { http: dyingOnce(site, 25) } })
  expect(code).toBe(0)
  expect(counts(out)).toEqual({ created: 60 })
  expect(await titles()).toEqual(lots(60))
})

test('an import of which nobody knows how far it got is put aside, and never sent again', async () => {
  const { run, put, site, desk, kept, titles } = await deskOf()
  put('lot.csv', csv(2))
  await run(['lot.csv'], { world: { http: refusing(site, 'Lot 0001') } })
  const state = kept().find((name) => /^[0-9a-f-]+\.json$/.test(name)) ?? ''
  writeFileSync(join(desk.home, '.local/state/ipeos/imports', state), '{"version":1,"tick')
  expect(await run(['--resume'])).toMatchObject({ code: 3, notes: expect.stringContaining('corrupt') })
  expect(await titles()).toEqual(['Lot 0000'])
})

test('an import goes on in the entity where it began, and nowhere else', async () => {
  const { run, put, site, titles } = await deskOf()
  const henri = { IPEOS_USER: 'henri', IPEOS_PASSWORD: 'henri-secret' }
  put('lot.csv', csv(2))
  const began = await run(['lot.csv', '--profile', 'Self-Service'], {
    env: henri,
    world: { http: refusing(site, 'Lot 0001') },
  })
  expect(began.code).toBe(7)
  const elsewhere = await run(['--resume', '--profile', 'Observer'], { env: henri })
  expect(elsewhere).toMatchObject({ code: 2, notes: expect.stringMatching(/--resume [0-9a-f]{8} --entity \d+/) })
  expect(await titles()).toEqual([])
})

test('tells its schema without a file', async () => {
  const { run } = await deskOf()
  expect(await run(['--json-schema'])).toMatchObject({ code: 0, out: expect.stringContaining('"properties"') })
})

test('the last cells of a line may be left out', async () => {
  const { run, put, titles } = await deskOf()
  put('lot.csv', 'title,description,urgency,email\nLot un,Une,high\nLot deux,Une\n')
  expect((await run(['lot.csv'])).code).toBe(0)
  expect(await titles()).toEqual(['Lot deux', 'Lot un'])
})

test('a mandatory cell that is left out is named', async () => {
  const { run, put, posts } = await deskOf()
  put('lot.csv', 'urgency,title,description\nhigh,Lot un,Une\nhigh\n')
  const { code, notes } = await run(['lot.csv'])
  expect(code).toBe(2)
  expect(notes).toContain('line 3: the title is missing')
  expect(posts()).toBe(0)
})

test('a quotation mark that stays open hides nothing that is wrong before it', async () => {
  const { run, put, posts } = await deskOf()
  put('lot.csv', 'title,description,urgency\nLot un,Une,foudroyante\nLot deux,Une\n"Lot trois,Une\nLot quatre,Une\n')
  const { code, notes } = await run(['lot.csv'])
  expect(code).toBe(2)
  expect(notes).toContain('line 2: there is no urgency “foudroyante”')
  expect(notes).toContain('line 4: a quotation mark is opened and not closed')
  expect(posts()).toBe(0)
})

test('an unknown column hides no open quotation mark', async () => {
  const { run, put } = await deskOf()
  put('lot.csv', 'titel,description\nLot un,Une "fois\n')
  const { notes } = await run(['lot.csv'])
  expect(notes).toContain('“titel”')
  expect(notes).toContain('line 2: a quotation mark')
})

test('without any import to go on with, says just that', async () => {
  const { run } = await deskOf()
  const { code, notes } = await run(['--resume'])
  expect(code).toBe(3)
  expect(notes).toMatch(/There is no import to go on with\.$/m)
})

test('an import that is not done is named by the list of drafts', async () => {
  const { site, desk, run, put } = await deskOf()
  put('lot.csv', csv(3))
  site.faults.inject({ kind: 'drop-before', times: 1000, match: onPost })
  expect((await run(['lot.csv'])).code).not.toBe(0)
  site.faults.clear()
  expect((await desk.ipeos(['draft', 'list'])).notes).toMatch(/One import is not done yet: \w{8} \(lot\.csv\)/)
})

test('standard input is called so where an import from it is named', async () => {
  const { site, desk, run } = await deskOf()
  site.faults.inject({ kind: 'drop-before', times: 1000, match: onPost })
  await run(['-'], { stdin: csv(1) })
  site.faults.clear()
  expect((await desk.ipeos(['draft', 'list'])).notes).toMatch(/One import is not done yet: \w{8} \(standard input\)/)
  const french = await run(['--resume', '0000'], { env: { LANG: 'fr_FR.UTF-8' } })
  expect(french.notes).toMatch(/\w{8} \(l’entrée standard\)/)
})

test('what is not text on standard input is told so', async () => {
  const { run } = await deskOf()
  expect((await run(['-'], { stdin: 'title,description\n\u0000,x\n' })).notes).toContain('What came on standard input')
})

test('a line of a hundred thousand levels is a line that is not JSON', async () => {
  const { run, put } = await deskOf()
  put('lot.ndjson', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)},"description":"x"}\n`)
  expect(await run(['lot.ndjson'])).toMatchObject({ code: 2, notes: expect.stringContaining('line 1: ') })
})
