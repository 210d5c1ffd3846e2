import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellError } from '../../src/app/tell-error.ts'
import type { World } from '../../src/app/world.ts'
import type { Draft } from '../../src/drafts/draft.ts'
import { Failed } from '../../src/errors/error.ts'
import { refused } from '../../src/glpi/refusal.ts'
import type { Person } from '../../src/itil/person.ts'
import type { Ticket, TimelineEntry } from '../../src/itil/ticket.ts'
import type { TicketEvent } from '../../src/itil/ticket-event.ts'
import type { TicketForm } from '../../src/itil/ticket-form.ts'
import { identityRecord } from '../../src/records/account.ts'
import { draftRecord, draftShape } from '../../src/records/draft.ts'
import { toJson } from '../../src/records/format/json.ts'
import { toTsv } from '../../src/records/format/tsv.ts'
import { eventRecord } from '../../src/records/ticket/event.ts'
import { formRecord } from '../../src/records/ticket/form.ts'
import { ticketPageRecord } from '../../src/records/ticket/page.ts'
import { type CompleteRequest, requestRecord } from '../../src/records/ticket/request.ts'
import { ticketRecord, ticketShape } from '../../src/records/ticket/ticket.ts'
import { fileName } from '../../src/terminal/sanitize.ts'
import { StreamTerminal } from '../../src/terminal/stream-terminal.ts'
import { viewIdentity } from '../../src/views/account.ts'
import { draftTable, viewDraft } from '../../src/views/draft.ts'
import { inPipe } from '../../src/views/look.ts'
import { eventLines } from '../../src/views/ticket/event.ts'
import { viewForm } from '../../src/views/ticket/form.ts'
import { ticketMarkdown } from '../../src/views/ticket/markdown.ts'
import { ticketPage } from '../../src/views/ticket/page.ts'
import { viewRequest } from '../../src/views/ticket/request.ts'
import { ticketTables } from '../../src/views/ticket/ticket.ts'
import { hostileText, unfit } from '../support/hostile-text.ts'
import { translator } from '../support/translator.ts'
import { FakeOutput } from '../terminal/fake-stream.ts'
import { listed, look, ticket, timeline, url } from './sample.ts'

const french = look('fr', 60)
const { t, dates } = french

/** The same thing with this text wherever the platform (or whoever wrote a file of ours) could have put a text. */
function filled<Thing>(thing: Thing, text: string, kept: string[] = []): Thing {
  if (typeof thing === 'string') return text as Thing
  if (Array.isArray(thing)) return thing.map((one) => filled(one, text, kept)) as Thing
  if (thing === null || typeof thing !== 'object' || thing instanceof Date) return thing
  const entries = Object.entries(thing).map(([key, value]) => [
    key,
    kept.includes(key) ? value : filled(value, text, kept),
  ])
  return Object.fromEntries(entries) as Thing
}

const words = [
  'kind',
  'status',
  'urgency',
  'priority',
  'type',
  'state',
  'from',
  'to',
  'url',
  'key',
  'source',
  'storage',
]
const hostileTicket = (text: string): Ticket => ({
  ...filled(ticket, text, words),
  equipment: [{ key: text }, { key: text, name: text }],
})
const hostileTimeline = (text: string): TimelineEntry[] => filled(timeline, text, words)
const shown = (text: string) => ({ ticket: hostileTicket(text), timeline: hostileTimeline(text), url })
const hostileList = (text: string) => filled(listed.slice(0, 2), text, words)

const form: TicketForm = {
  source: 'web-form',
  types: ['incident', 'request'],
  urgencies: ['low', 'medium'],
  defaultUrgency: 'medium',
  categories: [{ id: 1, name: 'a', fullName: 'a', level: 1 }],
  equipment: [{ key: 'Computer:3', name: 'a', label: 'a' }],
  locations: [{ id: 1, name: 'a', fullName: 'a', level: 1 }],
  mandatory: ['title'],
  fileLimit: 1,
  email: 'a',
}
const formWords = ['source', 'types', 'urgencies', 'defaultUrgency', 'mandatory']

const person: Person = {
  id: 8,
  login: 'a',
  name: 'a',
  email: 'a',
  profile: { id: 1, name: 'a' },
  interface: 'a',
  entity: { id: 1, name: 'a' },
  language: 'a',
}
const identity = (text: string) =>
  identityRecord({
    person: filled(person, text),
    email: text,
    glpiVersion: text,
    url: text,
    source: 'keychain',
    credential: 'token',
    signIn: undefined,
  })

const request: CompleteRequest = {
  type: 'incident',
  urgency: 'high',
  notify: true,
  email: 'a',
  equipment: [{ key: 'a', name: 'a' }],
  category: { id: 1, fullName: 'a' },
  observers: [{ name: 'a', user: 1 }],
  location: { id: 1, fullName: 'a' },
  title: 'a',
  description: 'a',
  files: [{ name: 'a', size: 1 }],
}
const hostileRequest = (text: string) => filled(request, text, ['type', 'urgency'])

const moment = '2026-01-15T12:00:00.000Z'
const draft: Draft = {
  version: 1,
  kind: 'ticket',
  id: 'b59e5b84-9b6e-4a2e',
  owner: { platform: 'https://support.example', user: 'a' },
  created: moment,
  changed: moment,
  filesDone: true,
  files: [{ path: 'a', name: 'a', size: 1, modified: moment, sha1: 'a' }],
  answers: {
    email: 'a',
    equipment: { key: 'a', name: 'a' },
    category: { id: 1, fullName: 'a' },
    observers: [{ name: 'a', email: 'a' }],
    location: { id: 1, fullName: 'a' },
    title: 'a',
    description: 'a',
  },
}
const hostileDraft = (text: string) => filled(draft, text, ['kind', 'created', 'changed', 'modified', 'id', 'platform'])

const events = (text: string): TicketEvent[] => {
  const head = { ticket: { id: 7, title: text, status: 'new' }, date: new Date(moment), author: text } as const
  return [
    { ...head, kind: 'followup', id: 1, html: text },
    { ...head, kind: 'document', id: 1, fileName: text, mime: text },
    { ...head, kind: 'solution-refused', id: 1 },
  ]
}

/** All that a terminal was sent while it was used. */
function sent(use: (terminal: StreamTerminal) => void): string {
  const [output, error] = [new FakeOutput({ columns: 60 }), new FakeOutput({ columns: 60 })]
  const input = Readable.from([])
  use(new StreamTerminal({ input, output, error, env: {}, settings: { color: 'never', input: true }, t }))
  return output.text + error.text
}

/** What `main` tells of an error, with --debug. */
function told(error: unknown): string {
  const stream = new FakeOutput()
  const world = { argv: [], env: {}, stdin: Readable.from([]), stdout: stream, stderr: stream } as unknown as World
  tellError(error, { world, flags: { debug: true }, t: translator('fr') })
  return stream.text
}

type Output = (text: string) => string | Promise<string>

/** Every way in which a text of the platform comes out; a new command adds its own here. */
const outputs: Record<string, [cases: number, output: Output]> = {
  'the list on a terminal': [8_000, (text) => ticketTables(french)(hostileList(text))],
  'the list in a pipe': [
    21_000,
    (text) =>
      toTsv(
        hostileList(text).map((one) => ticketRecord(one, url, dates)),
        ticketShape.columns,
      ),
  ],
  'the list as JSON': [
    21_000,
    (text) =>
      toJson(
        hostileList(text).map((one) => ticketRecord(one, url, dates)),
        true,
      ),
  ],
  'a ticket on a terminal': [1_500, (text) => ticketPage(shown(text), french)],
  'a ticket in a pipe': [1_500, (text) => ticketPage(shown(text), inPipe(french))],
  'a ticket as a page of Markdown': [1_500, (text) => ticketMarkdown(shown(text), { t, dates })],
  'a ticket as JSON': [1_500, async (text) => toJson(await ticketPageRecord(shown(text), dates), true)],
  'an event on a terminal': [
    2_000,
    (text) =>
      events(text)
        .map((event) => eventLines(event, { titled: true, url }, french))
        .join('\n'),
  ],
  'an event as JSON': [
    5_000,
    async (text) => toJson(await Promise.all(events(text).map((event) => eventRecord(event, url, dates))), true),
  ],
  'the form on a terminal': [6_000, (text) => viewForm(filled(form, text, formWords), french)],
  'the form as JSON': [6_000, (text) => toJson(formRecord(filled(form, text, formWords)), true)],
  'who one is, on a terminal': [4_000, (text) => viewIdentity(identity(text), french)],
  'who one is, in a pipe': [
    9_000,
    (text) => toTsv([identity(text)], ['name', 'email', 'profile', 'entity', 'platform']),
  ],
  'a request before it leaves': [5_000, (text) => viewRequest(hostileRequest(text), french)],
  'a request as JSON': [9_000, (text) => toJson(requestRecord(hostileRequest(text)), true)],
  'a draft on a terminal': [2_000, (text) => viewDraft(hostileDraft(text), french)],
  'the list of drafts': [
    1_000,
    (text) =>
      draftTable([hostileDraft(text)], french) + toTsv([draftRecord(hostileDraft(text), dates)], draftShape.columns),
  ],
  'notes, warnings and progress': [
    4_000,
    (text) =>
      sent((terminal) => {
        terminal.note('login.done', { name: text, platform: text, profile: text, entity: text })
        terminal.warn('new.file-refused', { name: text, reason: text })
        const bar = terminal.progress(text, 10)
        bar.at(5)
        bar.end()
      }).replace(/\r\u001b\[2K/g, ''),
  ],
  'an error in the platform’s words': [
    3_000,
    (text) => told(refused({ status: 400, headers: {}, json: ['ERROR', text], url: 'http://a.example/', size: 0 })),
  ],
  'an error with its lines, its hint and what caused it': [
    3_000,
    (text) => {
      const message = { key: 'platform.refused', parameters: { message: text } } as const
      return told(
        new Failed('refused', { message: text }, { lines: [message], hint: message, cause: new TypeError(text) }),
      )
    },
  ],
  'a bug that quotes the platform': [2_000, (text) => told(new Error(text, { cause: text }))],
  'an error that names a file': [2_000, (text) => told(new Failed('upload-type', { name: text, ticket: text }))],
}

describe('no text of the platform obeys, hides or reorders anything in', () => {
  test.each(Object.entries(outputs))('%s', async (_name, [cases, output]) => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const shown = await output(text)
        const found = unfit.exec(shown)
        if (found) throw new Error(`U+${found[0].codePointAt(0)?.toString(16)} in ${JSON.stringify(shown)}`)
      }),
      { numRuns: cases },
    )
  })

  test('the name of a file', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const name = fileName(text)
        return !unfit.test(name) && !/[\n\t/\\]/.test(name)
      }),
      { numRuns: 5_000 },
    )
  })
})

test('all of it together was tried a hundred thousand times', () => {
  const cases = Object.values(outputs).reduce((sum, [count]) => sum + count, 0)
  expect(cases).toBeGreaterThanOrEqual(100_000)
})

test('a text with tabs and line ends stays in its cell', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const lines = toTsv(
        hostileList(text).map((one) => ticketRecord(one, url, dates)),
        ticketShape.columns,
      ).split('\n')
      expect(lines.map((line) => line.split('\t').length)).toEqual([
        ticketShape.columns.length,
        ticketShape.columns.length,
      ])
    }),
    { numRuns: 1_000 },
  )
})

test('JSON loses nothing of what it makes harmless', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const [first] = JSON.parse(
        toJson(
          hostileList(text).map((one) => ticketRecord(one, url, dates)),
          'title',
        ),
      )
      expect(first.title).toBe(text)
    }),
    { numRuns: 2_000 },
  )
})
