import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { virtualTime } from '../../support/virtual-time.ts'

const title = 'R&amp;D shows &lt;br&gt; & <b> &#39;x&#39; \\\\srv "q"'
const fileName = 'R&D &amp; co.txt'
const words = 'a &amp; b < c'

/** A ticket with that title, opened by its requester with ipeos, and a file and an answer. */
async function opened(glpi: '10.0' | '11.0') {
  const site = await openSandbox({ glpi })
  const desk = newDesk(site)
  const run = async (...line: string[]): Promise<string> => {
    const { code, out, notes } = await desk.ipeos(['ticket', ...line])
    expect([code, notes]).toEqual([0, expect.any(String)])
    return out
  }
  const { out } = await desk.ipeos(['ticket', 'new', '--title', title, '-F', '-', '--yes'], { stdin: words })
  const id = out.trim()
  await desk.ipeos(['ticket', 'comment', id, '-m', words])
  return { site, desk, id, run }
}

describe.each(glpiVersions)('what was typed is read back as it was typed, on GLPI %s,', (glpi) => {
  test('in a list, as JSON, in a table, as CSV', async () => {
    const { run, desk, id } = await opened(glpi)
    expect(await run('list', '--columns', 'id,title')).toContain(`${id}\t${title}\n`)
    expect(JSON.parse(await run('list', '--json', 'id,title'))).toContainEqual({ id: Number(id), title })
    expect(await run('list', '--format', 'csv')).toContain(`"${title.replaceAll('"', '""')}"`)
    expect((await desk.ipeos(['ticket', 'list'], { columns: 200 })).out).toContain(title)
  })

  test('in one ticket, with its description and comments', async () => {
    const { run, id } = await opened(glpi)
    const page = await run('show', id)
    expect(page).toContain(`#${id} ${title}\n`)
    expect(page.split(words)).toHaveLength(3)
    const record = JSON.parse(await run('show', id, '--json'))
    expect([record.title, record.description, record.timeline[0].text]).toEqual([title, words, words])
  })

  test('and is found by any part of it', async () => {
    const { run, id } = await opened(glpi)
    for (const part of ['R&amp;D', '&lt;br&gt;', '& <b>', title, words])
      expect(await run('list', '--search', part, '--columns', 'id')).toBe(`${id}\n`)
    expect(await run('list', '--search', 'R&D', '--columns', 'id')).toBe('')
  })

  test('in an export, and on the first page', async () => {
    const { run, desk, id } = await opened(glpi)
    await run('export', id, '-o', 'keep')
    const folder = join(desk.home, 'keep', `ticket-${id.padStart(6, '0')}`)
    expect(JSON.parse(readFileSync(join(folder, 'ticket.json'), 'utf8'))).toMatchObject({ title, description: words })
    expect((await desk.ipeos(['home', '--json'])).out).toContain(JSON.stringify(title))
    expect((await desk.ipeos(['home'], { columns: 120 })).out).toContain(title.slice(0, 30))
  })

  test('in the name of a file', async () => {
    const { site, run } = await opened(glpi)
    const id = String(site.addTicket({ title: 'x', documents: [{ name: fileName, bytes: 'octets' }] }))
    expect(JSON.parse(await run('show', id, '--json')).documents).toMatchObject([{ fileName }])
    expect(await run('download', id, '--all', '-o', 'files')).toContain(fileName)
  })

  test('while tickets are watched', async () => {
    const start = new Date('2026-03-05T09:00:00Z')
    const time = virtualTime(start, { end: 10 * 60_000 })
    const site = await openSandbox({ glpi, clock: time.now })
    time.at(60_000, async () => void site.addTicket({ title, opened: time.now() }))
    const { out } = await newDesk(site).ipeos(['ticket', 'watch', '--json'], {
      world: { now: time.now, sleep: time.sleep },
    })
    expect(out).toContain(JSON.stringify(title))
  })
})
