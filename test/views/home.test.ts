import { beforeAll, expect, test } from 'vitest'
import { dates } from '../../src/dates/dates.ts'
import type { Draft } from '../../src/drafts/draft.ts'
import type { TicketStatus } from '../../src/itil/ticket-words.ts'
import type { HomePage, HomeTicket, News } from '../../src/records/home.ts'
import { createStyle } from '../../src/terminal/create-style.ts'
import { widthOf } from '../../src/terminal/width.ts'
import { viewHome } from '../../src/views/home.ts'
import { translator } from '../support/translator.ts'

const translators = { fr: translator('fr'), en: translator('en') }
beforeAll(() => Promise.all([translators.fr.ready(), translators.en.ready()]).then(() => undefined))

const now = new Date('2026-06-01T10:00:00Z')
const hostile = 'Panne \u001b[31m\u202e générale, \u4e2d\u6587 et 👩‍👩‍👧, et encore bien d’autres mots pour finir'

function ticket(id: number, status: TicketStatus): HomeTicket {
  const summary = { id, title: `${hostile} ${id}`, status, urgency: 'medium' as const, opened: now, changed: now }
  const news: News = { kind: 'followup', date: now, mine: false, author: 'Téo', text: hostile }
  return { ticket: summary, url: 'https://support.example/t', news }
}

function draft(id: string): Draft {
  const moment = now.toISOString()
  return {
    ...{ version: 1, id: `3f2a9c4${id}-b1c2`, created: moment, changed: moment, files: [], kind: 'ticket' },
    ...{ owner: { platform: 'https://support.example', user: 'alice' }, filesDone: false, answers: { title: hostile } },
  }
}

/** All that there may be, at once. */
const full: HomePage = {
  person: {
    ...{ id: 8, login: 'alice', name: 'Alice Durand', interface: 'helpdesk', language: 'fr_FR' },
    profile: { id: 1, name: 'Self-Service' },
    entity: { id: 1, name: 'IPEOS > IPEOS-WTC' },
    reach: 'all',
  },
  open: 1234,
  counts: { new: 1000, assigned: 100, planned: 100, pending: 30, solved: 4 },
  awaiting: [ticket(12, 'solved'), ticket(13, 'solved')],
  awaitingTotal: 4,
  drafts: [draft('1'), draft('2')],
  tickets: [1, 2, 3, 4].map((id) => ticket(id, 'assigned')),
  reservations: [1, 2].map((id) => ({
    ...{ id, itemName: hostile, start: now, end: new Date(now.getTime() + 3_600_000), mine: true, url: 'https://r' },
  })),
  toRate: [ticket(5, 'closed')],
  toRateTotal: 2,
  approvals: [1, 2].map((id) => ({
    ...{
      id,
      ticketId: 20 + id,
      ticketTitle: hostile,
      status: 'waiting',
      question: '',
      answer: '',
      asked: now,
      mine: true,
    },
  })),
  leftOut: ['news', 'reservations'],
  announcements: [1, 2].map((id) => ({ id, title: hostile, text: '', since: now, url: 'https://r' })),
}

function page(given: HomePage, width: number, language: 'fr' | 'en', aboveMenu = false): string[] {
  const style = createStyle({ colors: false, links: false })
  return viewHome(
    given,
    {
      style,
      t: translators[language],
      width,
      dates: dates({ language, now, timeZone: 'UTC' }),
    },
    aboveMenu,
  ).split('\n')
}

test.each([
  [80, 'fr'],
  [80, 'en'],
] as const)('with all that there may be, it fits 24 lines of %d columns (%s)', (width, language) => {
  const lines = page(full, width, language)
  expect(lines.length).toBeLessThanOrEqual(23)
  expect(lines.filter((line) => widthOf(line) > width)).toEqual([])
})

test('in 40 columns no line is too long, and one ticket stays at least', () => {
  const lines = page(full, 40, 'fr')
  expect(lines.filter((line) => widthOf(line) > 40)).toEqual([])
  expect(lines.some((line) => line.startsWith('#1 '))).toBe(true)
})

test('whatever the platform says obeys nothing', () => {
  expect(page(full, 80, 'fr').join('\n')).not.toMatch(/[\u001b\u202e]/)
})

test('without a ticket it says so, and how to open one', () => {
  const empty = {
    ...full,
    open: 0,
    awaiting: [],
    tickets: [],
    drafts: [],
    reservations: [],
    toRate: [],
    approvals: [],
    announcements: [],
    leftOut: [],
  }
  expect(page(empty, 80, 'en')).toEqual([
    expect.stringContaining('Alice Durand'),
    '',
    'You have no open ticket. All is well?',
    '',
    'To open a ticket: ipeos ticket new',
  ])
})

test('how to open a ticket is said even when not all of them fit', () => {
  expect(page(full, 80, 'en')).toContain('To open a ticket: ipeos ticket new')
})

test('what was begun and not sent is there with the command that goes on; of several, where they are', () => {
  const one = page({ ...full, drafts: [draft('1')] }, 80, 'en').join(' ')
  expect(one).toMatch(/Not sent yet: New ticket \(Panne .*…\)\. To go on: +ipeos ticket new --resume 3f2a9c41/)
  expect(page(full, 80, 'en')).toContain('Not sent yet: 2 drafts. To see them: ipeos draft list')
})

test('a ticket that awaits an answer is told once, with its news, in the columns of the others', () => {
  const waiting = { ...ticket(12, 'solved'), news: undefined }
  const both = {
    ...full,
    awaiting: [waiting],
    awaitingTotal: 1,
    tickets: [ticket(12, 'solved'), ticket(3, 'assigned')],
  }
  const lines = page(both, 80, 'en')
  const at = lines.findIndex((line) => line.startsWith('#12'))
  expect(lines.filter((line) => line.startsWith('#12'))).toHaveLength(1)
  expect(lines[at + 1]).toContain('Téo')
  const dateAt = (start: string) => lines.find((line) => line.startsWith(start))?.indexOf('now')
  expect(dateAt('#12')).toBe(dateAt('#3 '))
})

test('of more that await an answer than there is room for, it says how many, and where they are', () => {
  const calm: HomePage = { ...full, drafts: [], reservations: [], announcements: [], leftOut: [] }
  expect(page(calm, 80, 'fr')).toContain('et 2 autres\u00a0: ipeos ticket list --awaiting-me')
  expect(page({ ...calm, awaitingTotal: 3 }, 80, 'en')).toContain('and another one: ipeos ticket list --awaiting-me')
})

test('above a menu it leaves room for it, and tells no command that the menu has', () => {
  const usual: HomePage = {
    ...full,
    awaiting: [ticket(12, 'solved')],
    awaitingTotal: 1,
    drafts: [draft('1')],
    // The menu leads to a survey by its ticket alone.
    toRate: [],
    leftOut: [],
  }
  const lines = page({ ...usual, reservations: [] }, 80, 'fr', true)
  expect(lines.length).toBeLessThanOrEqual(14)
  expect(lines.join('\n')).not.toContain('ipeos ')
})

test('what waits for an approval is told with its ticket; of several, how many', () => {
  const [first] = full.approvals
  const one = { ...full, approvals: first ? [{ ...first, ticketTitle: 'Nouveau poste' }] : [] }
  expect(page(one, 80, 'en')).toContain('Support asks for your approval on #21 (Nouveau poste): ipeos approval list')
  expect(page(full, 80, 'fr')).toContain('2 demandes attendent votre accord\u00a0: ipeos approval list')
  expect(page({ ...full, approvals: [] }, 80, 'en').join('\n')).not.toContain('approval')
})
