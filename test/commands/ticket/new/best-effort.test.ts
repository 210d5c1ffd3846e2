import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import { type CallOptions, type Desk, newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

/** Bytes that no text holds. */
const picture = Buffer.from(Array(400).fill([0x89, 0x00, 0xff]).flat())

const whole = ['--title', 'Backup', '--description', 'It failed.']

async function deskAt(options: SandboxOptions = {}) {
  const site = await openSandbox(options)
  const desk = newDesk(site)
  const open = async (words: string[], call?: CallOptions) => {
    const { out, ...rest } = await desk.ipeos(['ticket', 'new', '--best-effort', ...words], call)
    return { ...rest, ticket: out === '' ? undefined : await shown(desk, out.trim()) }
  }
  return { site, desk, open, file: (name: string, content: string) => writeFileSync(join(desk.home, name), content) }
}

async function shown(desk: Desk, id: string) {
  return JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json'])).out)
}

test.each([
  ['category', ['--category', 'Nowhere'], '(ipeos: category asked for: “Nowhere”, which is not one of the form’s)'],
  ['equipment', ['--about', 'srv-99'], '(ipeos: equipment named: “srv-99”, which is not one that the form offers)'],
  ['urgency', ['--urgency', 'panic'], '(ipeos: urgency asked for: “panic”, which is not one of the form’s)'],
  ['type', ['--type', 'outage'], '(ipeos: type asked for: “outage”, which is not one of the form’s)'],
  ['address', ['--email', 'nobody'], '(ipeos: “nobody” is not an e-mail address)'],
])('an unknown %s becomes a note in the description, and a warning', async (_case, words, note) => {
  const { open } = await deskAt()
  const { code, notes, ticket } = await open([...whole, ...words])
  expect({ code, description: ticket.description }).toEqual({ code: 0, description: `It failed.\n\n${note}` })
  expect(notes).toContain(`! ${note.slice('(ipeos: '.length, -1)}`)
})

test('several things that are wrong are noted one a line', async () => {
  const { open } = await deskAt()
  const { ticket } = await open([...whole, '--category', 'Nowhere', '--urgency', 'panic'])
  expect(ticket.description.match(/^\(ipeos: .+\)$/gm)).toHaveLength(2)
})

test.each([
  ['is not there', () => undefined, 'there is no such file'],
  ['is a folder', (path: string) => mkdirSync(path), 'is a folder'],
  ['is a picture', (path: string) => writeFileSync(path, picture), 'is not UTF-8 text'],
  ['is empty', (path: string) => writeFileSync(path, ''), 'is empty'],
])('a log that %s opens the ticket, which says so', async (_case, make, words) => {
  const { desk, open } = await deskAt()
  make(join(desk.home, 'job.log'))
  const { code, ticket } = await open(['--title', 'Backup', '-F', 'job.log'])
  expect(code).toBe(0)
  expect(ticket.description).toMatch(new RegExp(`^\\(ipeos: .*job\\.log.*${words}.*\\)$`))
})

test('a log with a few bytes that are no text is mended', async () => {
  const { open, file } = await deskAt()
  file('job.log', 'disk\u0000 full\n')
  const { code, ticket } = await open(['--title', 'Backup', '-F', 'job.log'])
  expect({ code, description: ticket.description }).toEqual({ code: 0, description: 'disk full' })
})

test('what is no text on standard input opens the ticket, which says so', async () => {
  const { open } = await deskAt()
  const { code, ticket } = await open(['--title', 'Backup', '-F', '-'], { stdin: picture })
  expect({ code, description: ticket.description }).toEqual({
    code: 0,
    description: '(ipeos: What came on standard input is not UTF-8 text.)',
  })
})

test('a title that an empty variable left out is taken from the text, and one that is too long is cut', async () => {
  const { open } = await deskAt()
  expect((await open(['--title', '', '--description', '\nsda failed\nmore'])).ticket.title).toBe('sda failed')
  const { ticket } = await open(['--title', 'x'.repeat(300), '--description', 'Text'])
  expect(ticket.title).toBe(`${'x'.repeat(254)}…`)
  expect(ticket.description).toContain('x'.repeat(300))
})

test('an empty key opens a ticket of its own', async () => {
  const { open } = await deskAt()
  expect(await open([...whole, '--dedupe', ''])).toMatchObject({ code: 0, notes: expect.stringContaining('--dedupe') })
})

test('a file that is not there is noted, the others arrive, and the exit code is 7', async () => {
  const { open, file } = await deskAt()
  file('here.txt', 'text')
  const { code, ticket } = await open([...whole, '--attach', 'here.txt', '--attach', 'gone.txt'])
  expect(code).toBe(7)
  expect(ticket.description).toContain('(ipeos: a file could not be attached: gone.txt: there is no such file.)')
  expect(ticket.documents).toMatchObject([{ fileName: 'here.txt' }])
})

test('a clipboard that cannot be read costs the file alone', async () => {
  const { open } = await deskAt()
  const { ticket } = await open([...whole, '--attach', 'clipboard'])
  expect(ticket.description).toContain('There is no clipboard here')
})

test('an empty file is noted, and nothing is missing', async () => {
  const { open, file } = await deskAt()
  file('empty.txt', '')
  const { code, ticket } = await open([...whole, '--attach', 'empty.txt'])
  expect(code).toBe(0)
  expect(ticket.description).toContain('empty.txt is empty.')
})

test('a file that is too large for the form is noted', async () => {
  const { open, file } = await deskAt()
  file('huge.txt', 'x'.repeat(3 * 1024 * 1024))
  const { code, ticket } = await open([...whole, '--attach', 'huge.txt'])
  expect(code).toBe(7)
  expect(ticket).toMatchObject({ description: expect.stringContaining('huge.txt is 3 MB'), documents: [] })
})

test.each(glpiVersions)(
  'on GLPI %s a file that the platform refuses is noted in the ticket that is there',
  async (glpi) => {
    const { open, file } = await deskAt({ glpi })
    file('evil.exe', 'MZ')
    const { code, ticket } = await open([...whole, '--attach', 'evil.exe'])
    expect(code).toBe(7)
    expect(ticket.description).toMatch(/^It failed\.\n\n\(ipeos: evil\.exe was not attached: /)
  },
)

test('what a form of the site refuses is opened without the form, and says so', async () => {
  const site = await openSandbox({ glpi: '11.0' })
  const desk = newDesk({
    fetch: async (request) =>
      request.url.endsWith('/SubmitAnswers')
        ? Response.json({ errors: ['Catégorie fermée'] }, { status: 500 })
        : site.fetch(request),
  })
  const words = [...whole, '--category', 'Messagerie', '--urgency', '4']
  const { code, out } = await desk.ipeos(['ticket', 'new', '--best-effort', ...words])
  expect(code).toBe(0)
  const ticket = await shown(desk, out.trim())
  expect(ticket).toMatchObject({ title: 'Backup', urgency: 'high', category: 'Messagerie' })
  expect(ticket.description).toMatch(/^It failed\.\n\n\(ipeos: .*“Signaler un problème”.*Catégorie fermée/)
})

test('answers to a form that are wrong become the text of a ticket without it', async () => {
  const { open } = await deskAt({ glpi: '11.0' })
  const { code, ticket } = await open(['--form', 'imprimante', '--answer', 'Problème=Incendie', '--observer', 'Henri'])
  expect(code).toBe(0)
  expect(ticket).toMatchObject({ title: 'imprimante', description: expect.stringContaining('Problème=Incendie') })
  expect(ticket.description).toContain('“Incendie” is not offered')
  expect(ticket.description).toContain('observer named: “Henri”')
})

test('what a form was to take arrives without it, where the site fails of its forms', async () => {
  const { site, open } = await deskAt({ glpi: '11.0' })
  site.faults.inject({ match: { path: /Form.Render|ServiceCatalog/ }, kind: 'status', status: 500, times: 50 })
  const { code, ticket } = await open(['--form', '4', '--answer', 'Problème=Autre'])
  expect(code).toBe(0)
  expect(ticket.description).toContain('Problème=Autre')
  expect(ticket.description).toContain('(error 500)')
})

test('a category that is mandatory is taken from the form, and an equipment that is is not guessed', async () => {
  const { open } = await deskAt({ configuration: { mandatoryFields: ['description', 'category', 'equipment'] } })
  const { code, ticket } = await open([...whole, '--category', 'Nowhere'])
  expect(code).toBe(0)
  expect(ticket.category).not.toBeNull()
  expect(ticket.description).toContain(`“${ticket.category}” was taken`)
  expect(ticket.description).toContain('the form wants a piece of equipment')
})

test('what the platform refuses with a category is sent without it', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const desk = newDesk({
    fetch: async (request) => {
      const isRefused = request.method === 'POST' && request.url.endsWith('/Ticket')
      const body = isRefused ? await request.clone().text() : ''
      if (!body.includes('itilcategories_id')) return site.fetch(request)
      return Response.json(['ERROR_GLPI_ADD', 'Catégorie fermée'], { status: 400 })
    },
  })
  const { code, out } = await desk.ipeos(['ticket', 'new', '--best-effort', ...whole, '--category', '3'])
  expect(code).toBe(0)
  expect((await shown(desk, out.trim())).description).toMatch(
    /the platform refused the request with category “.+” .*Catégorie fermée/,
  )
})

test('what waited is sent later with what is wrong then as a note', async () => {
  const { site, desk, file } = await deskAt()
  file('job.log', 'lines')
  site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
  const words = ['ticket', 'new', '--best-effort', ...whole, '--category', 'Nowhere', '--attach', 'job.log']
  expect((await desk.ipeos(words)).code).toBe(6)
  site.faults.clear()
  rmSync(join(desk.home, 'job.log'))
  const { code, out, notes } = await desk.ipeos(['draft', 'send', '--all'])
  expect({ code, notes }).toEqual({ code: 0, notes: expect.not.stringContaining('was not sent') })
  const { description } = await shown(desk, out.trim())
  expect(description).toContain('category asked for: “Nowhere”')
  expect(description).toContain('job.log')
})

test('without --best-effort the same is refused, and nothing is sent', async () => {
  const { site, desk } = await deskAt()
  const { code } = await desk.ipeos(['ticket', 'new', ...whole, '--category', 'Nowhere'])
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
})

test('at a terminal a person is told what is wrong', async () => {
  const { desk } = await deskAt()
  const words = ['ticket', 'new', '--best-effort', ...whole, '--category', 'Nowhere', '--yes']
  expect((await desk.ipeos(words, { columns: 80 })).code).toBe(2)
})
