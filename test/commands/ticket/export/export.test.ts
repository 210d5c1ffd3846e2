import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox, type SandboxTicket } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

const long = new Date(Date.now() - 3_600_000)

async function deskWith(glpi: '10.0' | '11.0' = '10.0', tickets: Array<Partial<SandboxTicket>> = []) {
  const site = await openSandbox({ glpi })
  const desk = newDesk(site)
  const ids = tickets.map((one) => site.addTicket({ title: 'Écran noir', opened: long, ...one }))
  const file = (...path: string[]) => readFileSync(join(desk.home, 'keep', ...path), 'utf8')
  const folder = (id: number | undefined) => `ticket-${String(id).padStart(6, '0')}`
  const fetched = () => site.requests.filter(({ path }) => /\/Ticket\/\d+$/.test(path.split('?')[0] ?? '')).length
  return {
    ...{ site, desk, ids, file, folder, fetched },
    run: (...words: string[]) => desk.ipeos(['ticket', 'export', ...words, '-o', 'keep']),
    names: (...path: string[]) => readdirSync(join(desk.home, 'keep', ...path)).sort(),
  }
}

const withFiles = {
  content: '<p>Plus <b>rien</b> ne s’affiche.</p>',
  documents: [
    { name: 'écran.png', bytes: 'image' },
    { name: 'écran.png', bytes: 'autre image' },
  ],
}

const documentPath = (glpi: '10.0' | '11.0') => (glpi === '10.0' ? /Document\/\d/ : /document\.send/)

describe.each(glpiVersions)('an export of GLPI %s', (glpi) => {
  test('holds of each ticket a page, the record of show --json, and its documents', async () => {
    const { run, desk, ids, file, folder, names } = await deskWith(glpi, [withFiles])
    const [id] = ids
    expect(await run(String(id))).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${id}\texported\tÉcran noir`),
    })
    expect(names(folder(id))).toEqual(['documents', 'export.json', 'ticket.json', 'ticket.md'])
    const shown = await desk.ipeos(['ticket', 'show', String(id), '--json'])
    expect(JSON.parse(file(folder(id), 'ticket.json'))).toEqual(JSON.parse(shown.out))
    const documents = names(folder(id), 'documents')
    expect(documents).toHaveLength(2)
    expect(documents.map((name) => file(folder(id), 'documents', name)).sort()).toEqual(['autre image', 'image'])
    expect(file(folder(id), 'ticket.md')).toContain(`](<documents/${documents[0]}>)`)
  })

  test('takes all tickets, and fetches none again that did not change', async () => {
    const { run, names, fetched } = await deskWith(glpi)
    const first = await run('--all')
    expect(first.code).toBe(0)
    const count = names().filter((name) => name.startsWith('ticket-')).length
    expect(count).toBeGreaterThan(5)
    const before = fetched()
    const again = await run('--all', '--json', 'result')
    expect(new Set((JSON.parse(again.out) as Array<{ result: string }>).map(({ result }) => result))).toEqual(
      new Set(['unchanged']),
    )
    expect(fetched()).toBe(before)
  })

  test('fetches anew what changed', async () => {
    const { run, ids, desk, file, folder } = await deskWith(glpi, [{}, {}])
    await run('--all')
    await desk.ipeos(['ticket', 'comment', String(ids[1]), '-m', 'Toujours noir.'])
    const { out } = await run('--all', '--json', 'id,result')
    const changed = (JSON.parse(out) as Array<{ id: number; result: string }>).filter(
      (one) => one.result !== 'unchanged',
    )
    expect(changed).toEqual([{ id: ids[1], result: 'refreshed' }])
    expect(file(folder(ids[1]), 'ticket.md')).toContain('Toujours noir.')
  })

  test('keeps a document whole or not at all, names the ticket (7), and goes on by the same command', async () => {
    const { run, ids, names, folder, site } = await deskWith(glpi, [withFiles, {}])
    site.faults.inject({ kind: 'truncated', match: { path: documentPath(glpi) } })
    const broken = await run(String(ids[0]), String(ids[1]))
    expect(broken).toMatchObject({
      code: 7,
      notes: expect.stringContaining(`ipeos ticket export ${ids[0]} ${ids[1]} -o keep`),
    })
    expect(names(folder(ids[0]))).toEqual(['documents', 'ticket.json', 'ticket.md'])
    expect(names(folder(ids[0]), 'documents')).toHaveLength(1)
    const again = await run(String(ids[0]), String(ids[1]))
    expect(again.code).toBe(0)
    expect(names(folder(ids[0]), 'documents')).toHaveLength(2)
  })
})

test('a platform that is lost half-way ends it (6); run again, it goes on where it stopped', async () => {
  const { run, site, names } = await deskWith('10.0')
  const wanted = JSON.parse((await run('--all', '--json', 'id')).out).length
  rmSync(join((await deskWith('10.0')).desk.home), { recursive: true, force: true })
  const fresh = await deskWith('10.0')
  for (const path of [/Ticket\/\d/]) fresh.site.faults.inject({ kind: 'drop-before', times: 1000, match: { path } })
  const lost = await fresh.run('--all')
  expect(lost).toMatchObject({ code: 6, notes: expect.stringContaining('ipeos ticket export --all -o keep') })
  fresh.site.faults.clear()
  expect((await fresh.run('--all')).code).toBe(0)
  expect(fresh.names().filter((name) => name.startsWith('ticket-'))).toHaveLength(wanted)
  expect(names().length).toBe(wanted + 2)
  expect(site.writes).toEqual([])
})

test('an index names them all, the newest first, with links', async () => {
  const { run, file, ids, folder } = await deskWith('10.0', [{}])
  await run('--all')
  const { tickets } = JSON.parse(file('index.json')) as { tickets: Array<{ id: number; folder: string }> }
  expect(tickets[0]).toMatchObject({ id: ids[0], folder: folder(ids[0]) })
  expect(file('index.md')).toContain(`| [${ids[0]}](${folder(ids[0])}/ticket.md) |`)
})

test('a folder with tickets of another platform is left alone', async () => {
  const { run, desk, file } = await deskWith('10.0', [{}])
  await run('--all')
  const other = JSON.stringify({ ...JSON.parse(file('index.json')), platform: 'https://other.example' })
  writeFileSync(join(desk.home, 'keep', 'index.json'), other)
  expect(await run('--all')).toMatchObject({ code: 2, notes: expect.stringContaining('https://other.example') })
  expect(file('index.json')).toBe(other)
})

test('names from the platform stay in the folder of their ticket', async () => {
  const { run, ids, names, folder } = await deskWith('10.0', [
    { documents: [{ name: '../../../.bashrc', bytes: 'x' }] },
  ])
  await run(String(ids[0]))
  expect(names()).toEqual(['index.json', 'index.md', folder(ids[0])].sort())
  expect(names(folder(ids[0]), 'documents')).toEqual([expect.stringMatching(/^\d+-[^/]*bashrc$/)])
})

test('nothing that the platform sends is markup on the page', async () => {
  const content = '<p># not a title</p><p>&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://evil.example/x) [a](b)</p>'
  const { run, ids, file, folder } = await deskWith('10.0', [{ title: '<img src=x> *gras*', content }])
  await run(String(ids[0]))
  const page = file(folder(ids[0]), 'ticket.md')
  expect(page).toContain('\\# not a title')
  expect(page).toContain('\\<img src=x\\> \\*gras\\*')
  expect(page).not.toMatch(/(?<!\\)<(?!https?:)/)
  expect(page).not.toMatch(/(?<!\\)\[/)
})

test('a ticket that is not there is told (3), and does not keep the others back (7)', async () => {
  const { run, ids, names, folder } = await deskWith('10.0', [{}])
  expect((await run('99999')).code).toBe(3)
  expect(await run('99999', String(ids[0]))).toMatchObject({ code: 7, notes: expect.stringContaining('99999') })
  expect(names()).toContain(folder(ids[0]))
})

test.each([[[]], [['15', '--all']]])('with the words %j, which tickets is asked for (2)', async (words) => {
  const { run, site } = await deskWith()
  expect(await run(...words)).toMatchObject({ code: 2, notes: expect.stringContaining('ipeos ticket export --all') })
  expect(site.requests).toEqual([])
})

test('show --format markdown prints the same page', async () => {
  const { run, desk, ids, file, folder } = await deskWith('10.0', [{ content: '<p>Plus rien.</p>' }])
  await run(String(ids[0]))
  const { out } = await desk.ipeos(['ticket', 'show', String(ids[0]), '--format', 'markdown'])
  expect(out).toBe(file(folder(ids[0]), 'ticket.md'))
})

test('tells its schema without a ticket', async () => {
  const { run } = await deskWith()
  expect(await run('--json-schema')).toMatchObject({ code: 0, out: expect.stringContaining('"properties"') })
})

test('dates of the index have an offset, as those of show --json', async () => {
  const { desk, file } = await deskWith('10.0', [{}])
  const env = { TZ: 'Europe/Paris' }
  await desk.ipeos(['ticket', 'export', '15', '-o', 'keep'], { env })
  const shown = JSON.parse((await desk.ipeos(['ticket', 'show', '15', '--json', 'opened,changed'], { env })).out)
  expect(JSON.parse(file('index.json')).tickets).toMatchObject([shown])
  expect(file('index.md')).not.toMatch(/\d\.\d{3}Z/)
})

test('a ticket that had just changed is looked at again, and is refreshed only where it says something else', async () => {
  const { run, ids, desk, fetched } = await deskWith('10.0', [{ opened: new Date() }])
  const id = String(ids[0])
  await run(id)
  const before = fetched()
  expect((await run(id, '--json', 'result')).out).toContain('"unchanged"')
  expect(fetched()).toBeGreaterThan(before)
  await desk.ipeos(['ticket', 'comment', id, '-m', 'Encore.'])
  expect((await run(id, '--json', 'result')).out).toContain('"refreshed"')
})

test('what it holds is for its owner alone', async () => {
  const { run, desk, ids, names, folder } = await deskWith('10.0', [withFiles])
  await run(String(ids[0]))
  const modeOf = (...path: string[]): string => (statSync(join(desk.home, 'keep', ...path)).mode & 0o777).toString(8)
  const ticket = folder(ids[0])
  expect([modeOf(), modeOf(ticket), modeOf(ticket, 'documents')]).toEqual(['700', '700', '700'])
  const [document = ''] = names(ticket, 'documents')
  expect([modeOf('index.json'), modeOf(ticket, 'ticket.md'), modeOf(ticket, 'documents', document)]).toEqual(
    Array.from({ length: 3 }, () => '600'),
  )
})

test('a file where a folder is meant is named as such (2), and nothing is fetched', async () => {
  const { run, desk, ids, fetched } = await deskWith('10.0', [withFiles])
  writeFileSync(join(desk.home, 'keep'), 'mine')
  expect(await run(String(ids[0]))).toMatchObject({ code: 2, notes: expect.stringContaining('keep is not a folder.') })
  expect(fetched()).toBe(0)
  expect(readFileSync(join(desk.home, 'keep'), 'utf8')).toBe('mine')
})

test.each(['', '/documents'])('a link in the place of ticket-…%s is not followed', async (below) => {
  const { run, desk, ids, folder } = await deskWith('10.0', [withFiles])
  const [keep, victim] = [join(desk.home, 'keep', folder(ids[0])), join(desk.home, 'victim')]
  mkdirSync(below ? keep : join(desk.home, 'keep'), { recursive: true })
  mkdirSync(victim)
  symlinkSync(victim, keep + below)
  await run(String(ids[0]))
  expect(readdirSync(victim)).toEqual([])
})
