import { describe, expect, test } from 'vitest'
import { searchQuery } from '../../src/glpi/ticket-criteria.ts'
import type { TicketQuery } from '../../src/glpi/ticket-query.ts'

const asker = { personId: 8, write: (date: Date) => date.toISOString().slice(0, 19).replace('T', ' ') }

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
  test('asks for newest changes first, and the rows that are wanted', () => {
    expect(asked({ first: 60, count: 30 })).toEqual({ sort: '19', order: 'DESC', range: '60-89' })
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
