import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { login } from '../../../sandbox/caller.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { type Answer, ctrlC } from '../../../support/scripted-prompts.ts'

/** A closed ticket of alice's. */
async function closed(glpi: '10.0' | '11.0' = '11.0') {
  const site = await openSandbox({ glpi })
  const id = site.addTicket({ title: 'Imprimante', status: 'closed' })
  return { site, id, desk: newDesk(site) }
}

const request = ['--title', 'Encore l’imprimante', '--description', 'Elle clignote.', '--category', '3', '--yes']
const linksSent = ({ writes }: Sandbox) => writes.filter(({ path }) => path.includes('Ticket_Ticket'))

async function linked(site: Sandbox, id: number): Promise<unknown[]> {
  const alice = await login(site, 'alice')
  const both = ['tickets_id_1', 'tickets_id_2'].map(
    async (end) => (await alice.get(`/Ticket_Ticket?searchText[${end}]=^${id}$`)).json as unknown[],
  )
  return (await Promise.all(both)).flat()
}

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('a new ticket is linked to the one that it follows, once', async () => {
    const { site, id, desk } = await closed(glpi)
    const { code, out, notes } = await desk.ipeos(['ticket', 'new', '--related', `${id}`, ...request])
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining(`and no. ${id} are linked`) })
    const links = await linked(site, id)
    expect(links).toHaveLength(1)
    expect(JSON.stringify(links)).toContain(out.trim())
  })

  test('where somebody writes on a closed ticket, a script is told how to open another one', async () => {
    const { id, desk } = await closed(glpi)
    for (const words of [
      ['comment', `${id}`, '-m', 'Encore.'],
      ['edit', `${id}`, '--title', 'x'],
    ]) {
      const { code, notes } = await desk.ipeos(['ticket', ...words])
      expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining(`ipeos ticket new --related ${id}`) })
    }
  })
})

test('a ticket that is another customer’s keeps the new one from being sent, before anything is asked', async () => {
  const { site, desk } = await closed()
  const theirs = site.addTicket({ title: 'Secret de bob', requester: 'bob' })
  const { code, notes } = await desk.ipeos(['ticket', 'new', '--related', `${theirs}`, ...request])
  expect({ code, notes }).toEqual({ code: 3, notes: expect.not.stringContaining('Secret') })
  expect(site.writes).toEqual([])
})

test('what must arrive goes without a link that cannot be', async () => {
  const { site, desk } = await closed()
  const { code, out, notes } = await desk.ipeos(['ticket', 'new', '--best-effort', '--related', '99999', ...request])
  expect({ code, out, notes }).toEqual({
    code: 0,
    out: expect.stringMatching(/^\d+\n$/),
    notes: expect.stringContaining('without the link'),
  })
  expect(linksSent(site)).toEqual([])
})

test('a link whose answer was lost after the answers of a form is not made twice', async () => {
  const { site, id, desk } = await closed('11.0')
  site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /Ticket_Ticket/ } })
  expect(await desk.ipeos(['ticket', 'new', '--related', `${id}`, ...request])).toMatchObject({ code: 0 })
  expect(await linked(site, id)).toHaveLength(1)
})

test('a link that the site refuses leaves the ticket, and says how to make it', async () => {
  const { site, id, desk } = await closed('11.0')
  site.faults.inject({ kind: 'status', status: 403, match: { method: 'POST', path: /Ticket_Ticket/ }, times: 9 })
  const { code, out, notes } = await desk.ipeos(['ticket', 'new', '--related', `${id}`, ...request])
  expect({ code, notes }).toEqual({
    code: 7,
    notes: expect.stringContaining(`ipeos ticket link ${out.trim()} ${id}`),
  })
})

test('a dry run says what it would be linked to', async () => {
  const { site, id, desk } = await closed()
  const { out } = await desk.ipeos([
    'ticket',
    'new',
    '--related',
    `${id}`,
    '--dry-run',
    '--json',
    'related',
    ...request,
  ])
  expect(JSON.parse(out)).toEqual({ related: id })
  expect(site.writes).toEqual([])
})

test('a person who writes on a closed ticket is offered another one, with what was said', async () => {
  const { site, id, desk } = await closed('10.0')
  const answers: Answer[] = [
    ['linked to it?', true],
    ['What do you need', ctrlC],
  ]
  const { notes } = await desk.ipeos(['ticket', 'comment', `${id}`, '-m', 'Elle clignote.'], { columns: 80, answers })
  expect(notes).toContain('The new ticket will be linked')
  expect(site.writes).toEqual([])
})

test.skipIf(!existsSync('/proc/version'))('the name that was given to a file goes along to the other one', async () => {
  const { id, desk } = await closed('10.0')
  const answers: Answer[] = [
    ['linked to it?', true],
    ['Type', undefined],
    [/./, ctrlC],
  ]
  const words = ['ticket', 'attach', `${id}`, '/proc/version', '--attach-name', 'noyau.txt']
  await desk.ipeos(words, { columns: 80, answers })
  const { out } = await desk.ipeos(['draft', 'list', '--json', 'files'])
  expect(JSON.parse(out)).toMatchObject([{ files: [{ name: 'noyau.txt' }] }])
})

test.skipIf(!existsSync('/usr/bin/mkfifo'))(
  'what came by a pipe is read once, and goes along to the other one',
  async () => {
    const { id, desk } = await closed('10.0')
    const pipe = (name: string, text: string): string => {
      const path = join(desk.home, name)
      execFileSync('mkfifo', [path])
      const writer = spawn('sh', ['-c', 'printf %s "$1" >"$2"', 'sh', text, path], { stdio: 'ignore' })
      onTestFinished(() => void writer.kill())
      return path
    }
    const answers: Answer[] = [
      ['linked to it?', true],
      ['Type', undefined],
      [/./, ctrlC],
    ]
    const words = ['-F', pipe('texte', 'Elle clignote.'), '--attach', pipe('journal.txt', 'Bourrage')]
    await desk.ipeos(['ticket', 'comment', `${id}`, ...words], { columns: 80, answers })
    const [{ id: draft, files }] = JSON.parse((await desk.ipeos(['draft', 'list', '--json', 'id,files'])).out)
    const { text } = JSON.parse((await desk.ipeos(['draft', 'show', draft, '--json', 'text'])).out)
    expect({ text, files }).toMatchObject({ text: 'Elle clignote.', files: [{ name: 'journal.txt' }] })
    expect(readFileSync(files[0].path, 'utf8')).toBe('Bourrage')
  },
)

test('whoever declines is told what there is to do', async () => {
  const { site, id, desk } = await closed('10.0')
  const answers: Answer[] = [['linked to it?', false]]
  const { code, notes } = await desk.ipeos(['ticket', 'comment', `${id}`, '-m', 'x'], { columns: 80, answers })
  expect({ code, notes }).toEqual({ code: 1, notes: expect.stringContaining('ipeos ticket new --related') })
  expect(site.writes).toEqual([])
})

test.each<['10.0' | '11.0', string[], Answer[]]>([
  ['10.0', ['--type', 'incident', '--observer', 'none', '--location', 'none'], []],
  [
    '11.0',
    ['--form', '1'],
    [
      [/./, undefined],
      [/./, undefined],
    ],
  ],
])('on GLPI %s the last look before sending shows what it will be linked to', async (glpi, how, first) => {
  const { site, id, desk } = await closed(glpi)
  const words = [...request.slice(0, -1), '--about', 'none', '--urgency', 'medium', '--no-notify', '--no-suggest']
  const answers: Answer[] = [...first, ['File', ''], ['Send this request', 'stop']]
  const { notes } = await desk.ipeos(['ticket', 'new', '--related', `${id}`, ...how, ...words], {
    columns: 80,
    answers,
  })
  expect(stripVTControlCharacters(notes)).toMatch(new RegExp(`Linked to +#${id} Imprimante`))
  expect(site.writes).toEqual([])
})

test('of a ticket that is open about the same already, the link is made, once', async () => {
  const { site, id, desk } = await closed()
  const words = ['ticket', 'new', '--dedupe', 'imprimante', ...request]
  const first = (await desk.ipeos(words)).out.trim()
  for (const _again of [1, 2]) {
    const { code, out, notes } = await desk.ipeos([...words, '--related', `${id}`])
    expect([code, out.trim(), notes]).toEqual([
      0,
      first,
      expect.stringContaining(`no. ${first} and no. ${id} are linked`),
    ])
  }
  expect(await linked(site, id)).toHaveLength(1)
})

test('a link that is refused to a ticket that is open already keeps no text back, and is told', async () => {
  const { site, id, desk } = await closed()
  const words = ['ticket', 'new', '--dedupe', 'imprimante', ...request]
  const first = (await desk.ipeos(words)).out.trim()
  site.faults.inject({ kind: 'status', status: 403, match: { method: 'POST', path: /Ticket_Ticket/ }, times: 9 })
  const { code, notes } = await desk.ipeos([...words, '--related', `${id}`])
  expect({ code, notes }).toEqual({ code: 7, notes: expect.stringContaining(`ipeos ticket link ${first} ${id}`) })
  const { out } = await desk.ipeos(['ticket', 'show', first, '--json', 'timeline'])
  expect(out).toContain('Elle clignote.')
})
