import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Fault } from '../../src/sandbox/faults.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { type BinResult, runBin } from '../support/bin.ts'
import { newDesk } from '../support/desk.ts'
import { opensTicket } from '../support/glpi-versions.ts'
import { expectOneSentence, plain } from '../support/refusal.ts'
import { openSite, type Site } from '../support/site.ts'

const whole = ['ticket', 'new', '--title', 'Imprimante', '--description', 'Plus rien ne sort.', '--attach', 'note.txt']

const faults: Array<[string, Fault]> = [
  ['a 502', { kind: 'status', status: 502 }],
  ['a 500', { kind: 'status', status: 500 }],
  ['a 429', { kind: 'status', status: 429, retryAfter: 7 }],
  ['a maintenance page', { kind: 'html' }],
  ['a body cut in the middle', { kind: 'truncated' }],
  ['a connection dropped before', { kind: 'drop-before' }],
  ['a connection dropped after', { kind: 'drop-after' }],
  ['no answer in time', { kind: 'delay', milliseconds: 5000 }],
]

/** Opens a ticket with a file, while this goes wrong with every request of one step. */
async function openTicket(step: Fault['match'], fault: Fault, language: 'fr' | 'en', more: string[] = []) {
  const site = await openSite({ glpi: '10.0' })
  writeFileSync(join(site.folder, 'note.txt'), 'Une note.')
  site.sandbox.faults.inject({ ...fault, ...(step ? { match: step } : {}), times: 99 })
  const words = [...whole, ...more, '--timeout', '1.5', '--lang', language]
  const result = await runBin(words, { env: site.env, folder: site.folder })
  return { site, result: { ...result, notes: plain(result.notes) } }
}

/** The same in this very process, where the minute during which what was sent is looked for takes no time. */
async function openTicketUntilTheEnd(step: Fault['match'], fault: Fault, language: 'fr' | 'en') {
  const sandbox = await openSandbox({ glpi: '10.0' })
  const desk = newDesk(sandbox)
  writeFileSync(join(desk.home, 'note.txt'), 'Une note.')
  sandbox.faults.inject({ ...fault, ...(step ? { match: step } : {}), times: 99 })
  const result = await desk.ipeos([...whole, '--lang', language])
  return { site: { sandbox }, result: { ...result, notes: plain(result.notes) } }
}

function writes({ sandbox }: Pick<Site, 'sandbox'>): string[] {
  return sandbox.writes.map(({ path }) => path.replace(/^.*\//, ''))
}

test.each([
  ['the look for the API', /^\/api\.php\/$/, 'drop-before', 'en'],
  ['the session', /initSession/, 'truncated', 'fr'],
  ['the limits', /getGlpiConfig/, 'drop-after', 'en'],
  ['the categories of the API', /ITILCategory/, 'html', 'fr'],
  ['the page of the form', /helpdesk\.public/, 'truncated', 'en'],
  ['the drop-down of the form', /getDropdownValue/, 'drop-before', 'fr'],
] as const)(
  'what breaks in %s leaves no ticket, and nobody believes that there is one',
  async (_step, path, kind, language) => {
    const { site, result } = await openTicket({ path }, { kind }, language)
    expectOneSentence(result)
    expect({ ...result, writes: writes(site) }).toEqual({
      code: 6,
      out: '',
      notes: expect.not.stringMatching(/peut-être|may have been/),
      writes: [],
    })
  },
)

test.each([
  ['the page of the form', /helpdesk\.public/],
  ['the drop-down of the form', /getDropdownValue/],
])('when %s is away for a while, no ticket leaves without what it makes mandatory', async (_step, path) => {
  for (const fault of [
    { kind: 'status', status: 503 },
    { kind: 'status', status: 429, retryAfter: 7 },
  ] as const) {
    const { site, result } = await openTicket({ path }, fault, 'fr')
    expect({ ...result, writes: writes(site) }).toMatchObject({ code: 6, out: '', writes: [] })
  }
})

const create = { method: 'POST', path: opensTicket }

const takesEffect = ['a body cut in the middle', 'a connection dropped after', 'no answer in time']

test.each(faults.filter(([name]) => takesEffect.includes(name)))(
  'when %s takes the place of the answer to the ticket, it is found there, once',
  async (_name, fault) => {
    const language = fault.kind === 'drop-after' ? 'en' : 'fr'
    const { site, result } = await openTicket(create, fault, language)
    const told = { fr: /Rien n’est parti deux fois\./, en: /Nothing was sent twice\./ }
    expect(result).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\n$/),
      notes: expect.stringMatching(told[language]),
    })
    expect(writes(site)).toEqual(['Ticket', 'Document'])
  },
)

test.each(faults.filter(([name]) => name !== 'a 429' && !takesEffect.includes(name)))(
  'when %s takes the place of the ticket for good, nothing is there, and the person is told how to go on',
  async (_name, fault) => {
    const { site, result } = await openTicketUntilTheEnd(create, fault, 'fr')
    expectOneSentence(result)
    const told = /\n {2}[→ ] Rien n’est perdu ; pour reprendre : ipeos ticket new --resume \w{8}/
    expect(result).toEqual({ code: 6, out: '', notes: expect.stringMatching(told) })
    expect(writes(site)).toEqual([])
  },
)

test('when it cannot be known whether the ticket is there, that is what is said', async () => {
  const site = await openSite({ glpi: '10.0' })
  site.sandbox.faults.inject({ kind: 'drop-after', match: create })
  site.sandbox.faults.inject({ kind: 'status', status: 503, match: { path: /search/ }, times: 99 })
  const words = ['ticket', 'new', '--title', 'x', '--description', 'y', '--timeout', '1.5', '--lang', 'fr']
  const { code, notes } = await runBin(words, { env: site.env, folder: site.folder })
  expect({ code, notes: plain(notes) }).toEqual({
    code: 6,
    notes: expect.stringMatching(/Le ticket est peut-être enregistré.*\n {2}→ .*ipeos ticket new --resume \w{8}/),
  })
})

test('a ticket whose answer was lost is in the list that the person is sent to', async () => {
  const { site } = await openTicket(create, { kind: 'drop-after' }, 'fr')
  const { out } = await runBin(['ticket', 'list', '--json', 'title'], { env: site.env, folder: site.folder })
  expect(JSON.parse(out)).toContainEqual({ title: 'Imprimante' })
})

test('a platform that asks to slow down did not take the ticket, and says when to come back', async () => {
  const { site, result } = await openTicketUntilTheEnd(create, { kind: 'status', status: 429, retryAfter: 7 }, 'fr')
  expect({ ...result, writes: writes(site) }).toEqual({
    code: 6,
    out: '',
    notes: expect.stringMatching(
      /ralentir.*\n {2}→ Rien n’est perdu ; pour reprendre : ipeos ticket new --resume \w{8}/,
    ),
    writes: [],
  })
})

function expectFileMissing(result: BinResult, language: 'fr' | 'en'): void {
  const id = result.out.trim()
  const told = {
    fr: `Le ticket n° ${id} est enregistré, mais un fichier n’a pas été joint.\n  → Pour renvoyer : ipeos ticket new --resume `,
    en: `Ticket no. ${id} is saved, but one file was not attached.\n  → To send again: ipeos ticket new --resume `,
  }
  expect(result).toEqual({ code: 7, out: `${id}\n`, notes: expect.stringContaining(told[language]) })
}

test.each(faults.filter(([name]) => !takesEffect.includes(name)))(
  'when %s meets the file, the ticket is there, and the command to send the rest',
  async (_name, fault) => {
    const language = fault.kind === 'status' ? 'en' : 'fr'
    const { result } = await openTicketUntilTheEnd({ method: 'POST', path: /\/Document$/ }, fault, language)
    expectOneSentence(result)
    expectFileMissing(result, language)
  },
)

test.each(faults.filter(([name]) => takesEffect.includes(name)))(
  'when %s takes the place of the answer to the file, it is found there, once',
  async (_name, fault) => {
    const { site, result } = await openTicket({ method: 'POST', path: /\/Document$/ }, fault, 'fr')
    expect(result).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
    expect(writes(site)).toEqual(['Ticket', 'Document'])
  },
)

test('a ticket that cannot be read back for --json is said to be there', async () => {
  const { site, result } = await openTicket(
    { method: 'GET', path: /\/Ticket\/\d+/ },
    { kind: 'status', status: 502 },
    'fr',
    ['--json'],
  )
  expect(writes(site)).toEqual(['Ticket', 'Document'])
  expect(result).toEqual({
    code: 7,
    out: '',
    notes: expect.stringMatching(/est enregistré, mais n’a pas pu être relu\.","hint":".*ipeos ticket show \d+/),
  })
})

test('a session that cannot be closed at the end is not worth a word', async () => {
  const { result } = await openTicket({ path: /killSession/ }, { kind: 'drop-before' }, 'fr')
  expect(result).toEqual({ code: 0, out: expect.stringMatching(/^\d+\n$/), notes: expect.not.stringContaining('✗') })
})
