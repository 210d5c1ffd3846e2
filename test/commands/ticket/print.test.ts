import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'
import { fileForm, login } from '../../sandbox/caller.ts'
import { ipeos, newDesk } from '../../support/desk.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const story = {
  title: 'Onduleur <b>qui siffle</b>',
  content: '<p>Le sifflement est <strong>continu</strong>.<script>alert(1)</script></p>',
  status: 'closed',
  urgency: 4,
  equipment: ['Computer:3'],
  followups: [{ by: 'teo', content: '<p onclick="x()">Nous passons demain.</p>' }],
  tasks: [{ by: 'teo', content: 'Batterie changée', minutes: 75, state: 'done' }],
  solutions: [{ by: 'teo', content: '<p>Batterie neuve.</p>', status: 'accepted' }],
  documents: [{ name: 'son.png', bytes: 'octets' }],
}

function addStory(site: Sandbox): number {
  return site.addTicket(structuredClone(story) as unknown as Parameters<typeof site.addTicket>[0])
}

describe.each(['10.0', '11.0'] as const)('a ticket to be printed, on GLPI %s', async (glpi) => {
  const site = await openSandbox({ glpi })
  const id = addStory(site)

  test('is one page with all that is known of it, in the language of whoever asks', async () => {
    const { code, out } = await ipeos(site, ['ticket', 'show', String(id), '--html'], { env: { LANG: 'fr_FR.UTF-8' } })
    expect(code).toBe(0)
    expect(out).toContain('<html lang="fr">')
    expect(out).toContain('<h1>Onduleur &lt;b&gt;qui siffle&lt;/b&gt;</h1>')
    expect(out).toContain('<dt>Statut</dt><dd>clos</dd>')
    expect(out).toContain('<dt>Matériel</dt><dd>poste-alice</dd>')
    expect(out).toContain('<p>Le sifflement est <strong>continu</strong>.</p>')
    expect(out).toContain('<p>Nous passons demain.</p>')
    expect(out).toContain('Batterie changée')
    expect(out).toContain('<p>Batterie neuve.</p>')
    expect(out).toContain('<li>son.png</li>')
    expect(out).not.toMatch(/\b\d{4}-\d\d-\d\dT/)
  })

  test('loads nothing, and lets nothing be loaded', async () => {
    const { out } = await ipeos(site, ['ticket', 'show', String(id), '--html'])
    expect(out).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'`,
    )
    expect(out).not.toMatch(/<(?:script|link|iframe|object|base|form)\b|\bon\w+=|url\(|@import|\ssrc=(?!"data:)/i)
  })

  test('shows the pictures of its texts, which stand in the page themselves', async () => {
    const alice = await login(site, 'alice')
    const input = { name: 'Image', content: '<p>avant <img id="t.1" alt="x"> après</p>', _tag_filename: ['t.1'] }
    const { json } = await alice.call('POST', '/Ticket', { form: fileForm(input, 'écran.png', png) })
    const { code, out, notes } = await ipeos(site, ['ticket', 'show', String(json.id), '--html'])
    expect({ code, notes }).toEqual({ code: 0, notes: '' })
    expect(out).toContain(`<img src="data:image/png;base64,${png.toString('base64')}"`)
    expect(out).not.toContain('document.send.php')
  })
})

describe('a ticket to be printed', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const [first, second] = [addStory(site), addStory(site)]

  const toFile = ['ticket', 'show', String(first), '--html', '-o', 'page.html']

  test('goes to a file that is for its owner alone, and a script is told where it is', async () => {
    const desk = newDesk(site)
    expect(await desk.ipeos(toFile)).toEqual({ code: 0, out: 'page.html\n', notes: '' })
    expect(readFileSync(join(desk.home, 'page.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    expect(statSync(join(desk.home, 'page.html')).mode & 0o777).toBe(0o600)
  })

  test('overwrites no file: it gets a name beside it, as a download does', async () => {
    const desk = newDesk(site)
    writeFileSync(join(desk.home, 'page.html'), 'former')
    const { code, notes } = await desk.ipeos(toFile, { columns: 80 })
    expect(code).toBe(0)
    expect(notes).toContain('Saved: page (2).html')
    expect(readFileSync(join(desk.home, 'page.html'), 'utf8')).toBe('former')
    expect(readFileSync(join(desk.home, 'page (2).html'), 'utf8')).toContain('<!doctype html>')
  })

  test('overwrites a file where that is wanted', async () => {
    const desk = newDesk(site)
    writeFileSync(join(desk.home, 'page.html'), 'former')
    expect(await desk.ipeos([...toFile, '--force'])).toMatchObject({ code: 0, out: 'page.html\n' })
    expect(readFileSync(join(desk.home, 'page.html'), 'utf8')).toContain('<!doctype html>')
  })

  test('is not written beside a folder of that name: a file is asked for', async () => {
    const desk = newDesk(site)
    mkdirSync(join(desk.home, 'page.html'))
    const { code, notes } = await desk.ipeos(toFile)
    expect(code).toBe(2)
    expect(notes).toContain('page.html')
    expect(readdirSync(desk.home)).not.toContain('page (2).html')
  })

  test.each(['', 'a/', 'a/.'])('is not written to «%s», which names no file', async (path) => {
    const desk = newDesk(site)
    const { code, notes } = await desk.ipeos(['ticket', 'show', String(first), '--html', '-o', path])
    expect([code, notes]).toEqual([2, expect.stringContaining('is not a plain file')])
    expect(readdirSync(desk.home)).not.toContain('a')
  })

  test('takes the place of no device, pipe or socket, whatever is wanted', async () => {
    const desk = newDesk(site)
    const listening = createServer().listen(join(desk.home, 'page.html'))
    onTestFinished(() => void listening.close())
    await once(listening, 'listening')
    const { code, notes } = await desk.ipeos([...toFile, '--force'])
    expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('page.html is not a plain file') })
    expect(statSync(join(desk.home, 'page.html')).isSocket()).toBe(true)
  })

  test('does not fill a terminal: a file is asked for, with the command', async () => {
    const { code, out, notes } = await ipeos(site, ['ticket', 'show', String(first), '--html'], { columns: 80 })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(notes.replace(/\s+/g, ' ')).toContain(`ipeos ticket show ${first} --html -o ticket-${first}.html`)
  })

  test('is written on a terminal where that is said', async () => {
    const { code, out } = await ipeos(site, ['ticket', 'show', String(first), '--html', '-o', '-'], { columns: 80 })
    expect(code).toBe(0)
    expect(out).toMatch(/^<!doctype html>/)
  })

  test('has a sheet of its own beside others, and one that cannot be had is told', async () => {
    const { code, out, notes } = await ipeos(site, ['ticket', 'show', String(first), '999', String(second), '--html'])
    expect(code).toBe(7)
    expect(out.match(/<article>/g)).toHaveLength(2)
    expect(out.match(/<html/g)).toHaveLength(1)
    expect(notes).toContain('999')
  })

  test('that there is not is told, and no page is made', async () => {
    const desk = newDesk(site)
    const { code, out } = await desk.ipeos(['ticket', 'show', '999', '--html', '-o', 'page.html'])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(() => statSync(join(desk.home, 'page.html'))).toThrow('ENOENT')
  })

  test.each([
    ['--json'],
    ['--json', 'id'],
    ['--format', 'csv'],
    ['--columns', 'id'],
    ['--jq', '.id'],
    ['--template', '{{.id}}'],
    ['--web'],
  ])('comes in no other form at once: %s', async (...other) => {
    const { code, out, notes } = await ipeos(site, ['ticket', 'show', String(first), '--html', ...other])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(notes).toContain(other[0])
  })

  test.each([['-o', 'page.html'], ['--force']])('is what a file is named or overwritten for: %s', async (...words) => {
    const { code, notes } = await ipeos(site, ['ticket', 'show', String(first), ...words])
    expect(code).toBe(2)
    expect(notes).toContain(`${words[0]} is about the file of --html`)
  })

  test('names a picture that cannot be had, and says so', async () => {
    const id = site.addTicket({
      title: 'x',
      content: '<p><img src="/front/document.send.php?docid=9999" alt="plan"></p>',
    })
    const { code, out, notes } = await ipeos(site, ['ticket', 'show', String(id), '--html'])
    expect(code).toBe(0)
    expect(out).toContain('<span class="picture">[image 1: plan]</span>')
    expect(notes).toContain('a picture cannot be had')
  })

  test.each([
    ['many large pictures', (index: number) => index, /\d pictures cannot be had/],
    ['one large picture in many places', () => 0, /^$/],
  ])('with %s names those for which there is no room', async (_what, document, told) => {
    const large = Buffer.concat([png, Buffer.alloc(4_500_000)])
    const headers = { 'content-type': 'image/png', 'content-disposition': 'inline; filename="plan.png"' }
    const desk = newDesk({
      fetch: async (request) =>
        /(docid=|Document.)90/.test(request.url) ? new Response(large, { headers }) : site.fetch(request),
    })
    const image = (index: number) => `<img src="/front/document.send.php?docid=${9000 + document(index)}" alt="plan">`
    const content = `<p>${Array.from({ length: 30 }, (_, index) => image(index)).join('')}</p>`
    const id = site.addTicket({ title: 'x', content })
    const { code, out, notes } = await desk.ipeos(['ticket', 'show', String(id), '--html'])
    expect(notes).toMatch(told)
    const count = (words: string) => out.split(words).length - 1
    expect([code, count('<img src="data:') + count('<span class="picture">[image ')]).toEqual([0, 30])
    expect(count('<img src="data:')).toBeGreaterThan(20)
    expect(out.length).toBeLessThan(160_000_000)
  })
})
