import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk, siteUrl } from '../../../support/desk.ts'
import { ctrlC } from '../../../support/scripted-prompts.ts'
import { shortForm } from '../../../support/short-form.ts'

const whole = ['--title', 'Imprimante', '--description', 'Plus rien ne sort.']

async function deskAt(options: SandboxOptions = shortForm) {
  const site = await openSandbox(options)
  const desk = newDesk(site)
  return { site, desk, file: (name: string, content: string) => writeFileSync(join(desk.home, name), content) }
}

async function shown(desk: Desk, id: string) {
  const { out } = await desk.ipeos(['ticket', 'show', id, '--json'])
  return JSON.parse(out)
}

test('in a script, the number of the new ticket is all that goes to stdout', async () => {
  const { desk } = await deskAt()
  const { code, out, notes } = await desk.ipeos(['ticket', 'new', ...whole])
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+\n$/)
  expect(notes).toContain(`ipeos ticket show ${out.trim()}`)
})

test('every flag arrives on the platform', async () => {
  const { desk, file } = await deskAt()
  file('écran.png', 'image')
  const { out, code } = await desk.ipeos([
    ...['ticket', 'new', ...whole, '--urgency', 'haute', '--category', 'dns', '--about', 'poste-alice'],
    ...['--type', 'request', '--email', 'alice@perso.example', '--attach', 'écran.png', '--lang', 'fr'],
  ])
  expect(code).toBe(0)
  expect(await shown(desk, out.trim())).toMatchObject({
    title: 'Imprimante',
    urgency: 'high',
    type: 'request',
    category: 'Hébergement > DNS & domaines',
    documents: [expect.objectContaining({ fileName: 'écran.png' })],
  })
})

test.each(['4', 'high', 'HIGH'])('the urgency may be said as %s', async (urgency) => {
  const { desk } = await deskAt()
  const { out } = await desk.ipeos(['ticket', 'new', ...whole, '--urgency', urgency, '--dry-run', '--json', 'urgency'])
  expect(JSON.parse(out)).toEqual({ urgency: 'high' })
})

test('--json gives the ticket, with the fields that were asked for', async () => {
  const { desk } = await deskAt()
  const { out } = await desk.ipeos(['ticket', 'new', ...whole, '--json', 'title,status'])
  expect(JSON.parse(out)).toEqual({ title: 'Imprimante', status: 'new' })
})

test('an unknown field of --json is refused before anything is sent', async () => {
  const { desk, site } = await deskAt()
  const { code, notes } = await desk.ipeos(['ticket', 'new', ...whole, '--json', 'titel'])
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
  expect(notes).toContain('title')
})

test('--dry-run shows the whole request and sends nothing', async () => {
  const { desk, site } = await deskAt()
  const { code, out } = await desk.ipeos(['ticket', 'new', ...whole, '--category', '3', '--dry-run'])
  expect(code).toBe(0)
  expect(out).toContain('Hébergement > Site web')
  expect(site.writes).toEqual([])
})

test('without a terminal everything missing is named at once, and nothing is sent', async () => {
  const { desk, site } = await deskAt({ glpi: '10.0', configuration: { mandatoryFields: ['description', 'category'] } })
  const { code, out, notes } = await desk.ipeos(['ticket', 'new'])
  expect({ code, out, writes: site.writes }).toEqual({ code: 2, out: '', writes: [] })
  for (const flag of ['--title', '--description', '--category']) expect(notes).toContain(flag)
})

test('all that is wrong and all that is missing come in one error', async () => {
  const { desk, site } = await deskAt()
  const { code, notes } = await desk.ipeos([
    ...['ticket', 'new', '--title', 'x', '--urgency', 'hgh', '--category', 'mesagerie', '--about', 'poste-henri'],
  ])
  expect(code).toBe(2)
  expect(notes).toMatch(/hgh.*High/)
  expect(notes).toMatch(/mesagerie.*Messagerie/)
  expect(notes).toMatch(/poste-henri.*poste-alice/)
  expect(notes).toContain('--description')
  expect(site.writes).toEqual([])
})

test('an ambiguous category names those that it may be', async () => {
  const { desk } = await deskAt()
  const { code, notes } = await desk.ipeos(['ticket', 'new', ...whole, '--category', 'héb'])
  expect(code).toBe(2)
  expect(notes).toContain('Hébergement > Site web')
  expect(notes).toContain('Hébergement > DNS & domaines')
})

test('a category that customers do not see is unknown to them', async () => {
  const { desk } = await deskAt()
  expect(await desk.ipeos(['ticket', 'new', ...whole, '--category', '7'])).toMatchObject({ code: 2 })
})

test('the description may come from a file, or from standard input, but not from two places', async () => {
  const { desk, file, site } = await deskAt()
  file('texte.txt', 'ligne une\nligne deux')
  const dry = ['ticket', 'new', '--title', 'x', '--dry-run', '--json', 'description']
  expect(JSON.parse((await desk.ipeos([...dry, '-F', 'texte.txt'])).out).description).toBe('ligne une\nligne deux')
  expect(JSON.parse((await desk.ipeos([...dry, '-F', '-'], { stdin: 'par le tuyau' })).out).description).toBe(
    'par le tuyau',
  )
  const both = await desk.ipeos([...dry, '-F', 'texte.txt', '--description', 'y'])
  expect(both.code).toBe(2)
  expect(site.requests.filter(({ path }) => path.includes('helpdesk'))).toHaveLength(1)
})

test('every file is looked at before anything is sent', async () => {
  const { desk, file, site } = await deskAt()
  file('vide.txt', '')
  file('gros.bin', 'x'.repeat(3 * 1_048_576))
  mkdirSync(join(desk.home, 'dossier'))
  const files = ['nulle-part.png', 'vide.txt', 'dossier'].flatMap((name) => ['--attach', name])
  const { code, notes } = await desk.ipeos(['ticket', 'new', ...whole, ...files])
  expect(code).toBe(2)
  for (const name of ['nulle-part.png', 'vide.txt', 'dossier']) expect(notes).toContain(name)
  const tooBig = await desk.ipeos(['ticket', 'new', ...whole, '--attach', 'gros.bin'])
  expect(tooBig.code).toBe(2)
  expect(tooBig.notes).toMatch(/gros\.bin.*3 MB.*2 MB/)
  expect(site.writes).toEqual([])
})

test('a file of a refused type leaves the ticket, says so with 7, and proposes an archive', async () => {
  const { desk, file } = await deskAt()
  file('mon virus.exe', 'MZ')
  const { code, out, notes } = await desk.ipeos(['ticket', 'new', ...whole, '--attach', 'mon virus.exe'])
  expect(code).toBe(7)
  expect(notes).toContain(`Put it in a .zip, then: ipeos ticket attach ${out.trim()} FILE.zip`)
  expect(await shown(desk, out.trim())).toMatchObject({ documents: [] })
})

test('no notification is asked for with --no-notify', async () => {
  const { desk } = await deskAt()
  const dry = await desk.ipeos(['ticket', 'new', ...whole, '--no-notify', '--dry-run', '--json', 'notify,email'])
  expect(JSON.parse(dry.out)).toEqual({ notify: false, email: null })
  const contradiction = await desk.ipeos(['ticket', 'new', ...whole, '--no-notify', '--email', 'a@b.example'])
  expect(contradiction.code).toBe(2)
})

test('a text is sent as text: its tags and ampersands stay what they are', async () => {
  const { desk } = await deskAt()
  const text = 'a < b && c > d <script>alert(1)</script>\n\n  indented\n&amp; é 😀'
  const { out } = await desk.ipeos(['ticket', 'new', '--title', 'a & <b>', '--description', text])
  const ticket = await shown(desk, out.trim())
  expect(ticket.title).toBe('a & <b>')
  expect(ticket.description).toContain('a < b && c > d <script>alert(1)</script>')
  expect(ticket.description).toContain('&amp; é 😀')
})

test('in a terminal only what was not given is asked', async () => {
  const { desk } = await deskAt()
  const { code, notes } = await desk.ipeos(['ticket', 'new', ...whole, '--urgency', '2', '--category', '5'], {
    columns: 80,
    answers: [
      ['Type', undefined],
      ['Keep me informed', undefined],
      ['My e-mail address', undefined],
      ['The ticket is about', undefined],
      ['File to attach', ''],
      ['Send this request', 'send'],
    ],
  })
  expect(code).toBe(0)
  expect(notes).toMatch(/Ticket no\. \d+ saved/)
})

test('an address is asked for only by who wants to be informed', async () => {
  const { desk } = await deskAt()
  const { code } = await desk.ipeos(
    ['ticket', 'new', ...whole, '--type', 'incident', '--urgency', '2', '--category', '5', '--about', 'none'],
    {
      columns: 80,
      answers: [
        ['Keep me informed', 'No'],
        ['File to attach', ''],
        ['Send this request', 'send'],
      ],
    },
  )
  expect(code).toBe(0)
})

test('who looks at what may be changed can go back without changing it', async () => {
  const { desk } = await deskAt()
  const { code, notes } = await desk.ipeos(
    [
      ...['ticket', 'new', ...whole, '--type', 'request', '--urgency', '2', '--category', '5'],
      ...['--about', 'none', '--no-notify'],
    ],
    {
      columns: 80,
      answers: [
        ['File to attach', ''],
        ['Send this request', 'change'],
        ['What would you like to change', 'Go back, and change nothing'],
        ['Send this request', 'send'],
      ],
    },
  )
  expect([code, notes]).toEqual([0, expect.stringMatching(/Ticket no\. \d+ saved/)])
})

test('with --yes a person is asked only for what cannot be done without', async () => {
  const { desk } = await deskAt()
  const { code } = await desk.ipeos(['ticket', 'new', '--yes', '--title', 'x'], {
    columns: 80,
    answers: [['Description', 'y']],
  })
  expect(code).toBe(0)
})

test('Ctrl-C at a question sends nothing', async () => {
  const { desk, site } = await deskAt()
  const { code } = await desk.ipeos(['ticket', 'new'], { columns: 80, answers: [['Type', ctrlC]] })
  expect({ code, writes: site.writes }).toEqual({ code: 130, writes: [] })
})

test('where the form cannot be had, numbers are typed by hand, and a note says why', async () => {
  const { desk } = await deskAt({ glpi: '10.0', configuration: { formAvailable: false } })
  const { code, out, notes } = await desk.ipeos(['ticket', 'new', ...whole, '--category', '3', '--about', 'Computer:3'])
  expect(code).toBe(0)
  expect(notes).toContain('type the numbers')
  expect(await shown(desk, out.trim())).toMatchObject({ category: 'Hébergement > Site web' })
})

test('with --quiet the number is all that is said, at a terminal too', async () => {
  const { desk } = await deskAt()
  const { code, out, notes } = await desk.ipeos(['ticket', 'new', ...whole, '--yes', '--quiet'], { columns: 80 })
  expect({ code, out, notes }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/), notes: '' })
})

test('--debug is heard, --quiet or not', async () => {
  const { desk } = await deskAt()
  const { notes } = await desk.ipeos(['ticket', 'new', ...whole, '--quiet', '--debug'])
  expect(notes).toContain('initSession')
})

test.each([
  ['10.0', 'alice', '/front/helpdesk.public.php?create_ticket=1'],
  ['11.0', 'alice', '/ServiceCatalog'],
  ['11.0', 'teo', '/front/ticket.form.php'],
] as const)('--web on GLPI %s gives %s the page of her own form, and sends nothing', async (glpi, user, page) => {
  const site = await openSandbox({ glpi })
  const { code, out } = await newDesk(site, { user }).ipeos(['ticket', 'new', '--web'])
  expect({ code, out, writes: site.writes }).toEqual({ code: 0, out: `${siteUrl}${page}\n`, writes: [] })
})

test('--web beside a request is refused, for what it says would be lost', async () => {
  const { desk, site } = await deskAt()
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--web', ...whole])
  expect({ code, notes, writes: site.writes }).toEqual({
    code: 2,
    notes: expect.stringContaining('would be lost'),
    writes: [],
  })
})
