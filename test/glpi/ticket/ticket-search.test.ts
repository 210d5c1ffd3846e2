import { describe, expect, test } from 'vitest'
import { searchQuery } from '../../../src/glpi/ticket/ticket-criteria.ts'
import { ticketOf } from '../../../src/glpi/ticket/ticket-search.ts'
import type { TicketQuery } from '../../../src/itil/ticket-query.ts'

const asker = {
  glpiVersion: '11.0.6',
  personId: 8,
  write: (date: Date) => date.toISOString().slice(0, 19).replace('T', ' '),
}

function asked(query: Partial<TicketQuery>): Record<string, string> {
  const parameters = new URLSearchParams(searchQuery({ first: 0, count: 30, ...query }, asker))
  return Object.fromEntries([...parameters].filter(([name]) => !name.startsWith('forcedisplay')))
}

function criteria(query: Partial<TicketQuery>): string[] {
  return Object.entries(asked(query)).flatMap(([name, value]) =>
    name.startsWith('criteria') ? [`${name}=${value}`] : [],
  )
}

describe('a search for tickets', () => {
  test('asks for newest changes first', () => {
    expect(asked({})).toEqual({ sort: '19', order: 'DESC' })
  })

  test('sorts as it is told', () => {
    expect(asked({ sort: { by: 'opened', order: 'ascending' } })).toMatchObject({ sort: '15', order: 'ASC' })
  })

  test.each([
    [['new', 'assigned', 'planned', 'pending'] as const, 'notold'],
    [['pending', 'new', 'assigned', 'planned', 'solved'] as const, 'notclosed'],
    [['closed', 'solved'] as const, 'old'],
    [['closed'] as const, '6'],
  ])('%j is the status %s', (statuses, value) => {
    expect(criteria({ statuses: [...statuses] })).toContain(`criteria[0][value]=${value}`)
  })

  test('any other set of statuses is a group of alternatives', () => {
    expect(criteria({ statuses: ['pending', 'new'] })).toEqual([
      'criteria[0][link]=AND',
      'criteria[0][criteria][0][link]=OR',
      'criteria[0][criteria][0][field]=12',
      'criteria[0][criteria][0][searchtype]=equals',
      'criteria[0][criteria][0][value]=1',
      'criteria[0][criteria][1][link]=OR',
      'criteria[0][criteria][1][field]=12',
      'criteria[0][criteria][1][searchtype]=equals',
      'criteria[0][criteria][1][value]=4',
    ])
  })

  test.each([[[]], [['new', 'assigned', 'planned', 'pending', 'solved', 'closed'] as const]])(
    '%j asks for no status',
    (statuses) => {
      expect(criteria({ statuses: [...statuses] })).toEqual([])
    },
  )

  test('of one ticket asks for its number, exactly', () => {
    expect(criteria({ id: 15 })).toEqual([
      'criteria[0][link]=AND',
      'criteria[0][field]=2',
      'criteria[0][searchtype]=equals',
      'criteria[0][value]=15',
    ])
  })

  test('looks for text in titles as it is, and in descriptions as HTML holds it', () => {
    const group = criteria({ urgencies: ['high'], text: 'R&D' })
    expect(group).toContain('criteria[1][criteria][0][value]=R&D')
    expect(group).toContain('criteria[1][criteria][1][value]=R&amp;D')
  })
})

describe('a search that narrows', () => {
  const values = (query: Partial<TicketQuery>) => criteria(query).map((part) => part.replace(/^criteria\[\d\]/, ''))

  test('to categories asks for those under them, too', () => {
    expect(values({ categories: [3] })).toEqual(['[link]=AND', '[field]=7', '[searchtype]=under', '[value]=3'])
  })

  test('to a period counts both of its ends, which GLPI leaves out', () => {
    const period = { from: new Date('2026-03-01T00:00:00Z'), until: new Date('2026-03-01T23:59:59Z') }
    expect(values({ changed: period })).toEqual([
      '[link]=AND',
      '[field]=19',
      '[searchtype]=morethan',
      '[value]=2026-02-28 23:59:59',
      '[link]=AND',
      '[field]=19',
      '[searchtype]=lessthan',
      '[value]=2026-03-02 00:00:00',
    ])
  })

  test('to numbers says the comparison in the value, as GLPI reads it', () => {
    expect(values({ below: 1000 })).toContain('[value]=<1000')
    expect(values({ above: 7 })).toContain('[value]=>7')
    expect(values({ above: 7 })).toContain('[searchtype]=contains')
  })

  test('to what waits for me asks for solved tickets of mine', () => {
    expect(values({ awaitsMe: true })).toEqual(
      expect.arrayContaining([
        '[value]=5',
        '[criteria][0][field]=4',
        '[criteria][0][value]=8',
        '[criteria][1][field]=22',
      ]),
    )
  })
})

describe('a row', () => {
  const date = '2026-01-15 12:00:00'
  const usual = {
    1: 'Titre',
    2: 7,
    3: 3,
    7: 'A > B',
    10: 3,
    12: 1,
    14: 1,
    15: date,
    16: null,
    17: null,
    18: null,
    19: date,
  }

  const readDate = (text: string | null | undefined) => (text ? new Date(`${text.replace(' ', 'T')}Z`) : undefined)
  const ticket = (values: object) => ticketOf({ ...usual, ...values }, readDate)
  const moment = new Date('2026-01-15T12:00:00Z')

  test('as GLPI gives it is a ticket', () => {
    expect(ticket({})).toEqual({
      ...{ id: 7, title: 'Titre', status: 'new', urgency: 'medium', priority: 'medium', type: 'incident' },
      ...{ category: 'A > B', opened: moment, changed: moment },
    })
  })

  test.each([
    ['numbers as text', { 2: '7' }, { id: 7 }],
    ['an ampersand that is none', { 7: 'DNS & domaines' }, { category: 'DNS & domaines' }],
    ['several categories', { 7: ['A', null, 'B'] }, { category: 'A, B' }],
    ['no title', { 1: null }, { title: '' }],
    ['no date of a change', { 19: null }, { changed: moment }],
    ['a solution, and when it was taken', { 17: date, 150: 90 }, { solved: moment, takenAfter: 90 }],
  ])('with %s is read', (_name, values, fields) => {
    expect(ticket(values)).toMatchObject(fields)
  })

  test('of no category, priority or type says none', () => {
    const bare = ticket({ 3: null, 7: null, 14: undefined })
    expect(Object.keys(bare).sort()).toEqual(['changed', 'id', 'opened', 'status', 'title', 'urgency'])
  })

  test('cuts a name without end', () => {
    expect(ticket({ 1: 'x'.repeat(5000) }).title).toHaveLength(2001)
  })

  test.each([
    ['no number', { 2: null }, '2'],
    ['a title that is an object', { 1: {} }, '1'],
    ['a status between two', { 12: 1.5 }, '12'],
    ['something else in the place of a date', { 17: {} }, '17'],
    ['no date at all', { 15: null, 19: null }, '19'],
  ])('with %s is an answer that nobody expects, and the field is named', (_name, values, where) => {
    expect(() => ticket(values)).toThrow(
      expect.objectContaining({ text: expect.objectContaining({ parameters: { what: 'search/Ticket', where } }) }),
    )
  })
})
