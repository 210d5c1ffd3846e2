import { describe, expect, test } from 'vitest'
import { languages } from '../../../src/i18n/translate.ts'
import { toTsv } from '../../../src/records/format/tsv.ts'
import { ticketRecord, ticketShape } from '../../../src/records/ticket/ticket.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { ticketTables } from '../../../src/views/ticket/ticket.ts'
import { listed, look } from '../sample.ts'

const widths = [40, 80, 200]

describe.each(languages)('the list in %s', (language) => {
  test.each(widths)('fits %d columns', (width) => {
    const lines = ticketTables(look(language, width))(listed).split('\n')
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width)
  })
})

describe('the list', () => {
  const heads = (width: number) =>
    ticketTables(look('fr', width))(listed)
      .split('\n')[0]
      ?.trim()
      .split(/\s{2,}/)

  test.each([
    [40, ['N°', 'Statut', 'Titre']],
    [80, ['N°', 'Statut', 'Urgence', 'Titre', 'Modifié']],
    [200, ['N°', 'Statut', 'Urgence', 'Titre', 'Catégorie', 'Modifié']],
  ])('at %d columns has %j', (width, expected) => {
    expect(heads(width)).toEqual(expected)
  })

  test('has its words in the language of the reader', () => {
    const rows = languages.map((language) => ticketTables(look(language, 200))(listed).split('\n')[2])
    expect(rows.map((row) => row?.split(/\s{2,}/).filter(Boolean)[2])).toEqual(['résolu', 'solved'])
  })

  test('marks what awaits an answer and what is late by a sign, not by a colour alone', () => {
    const [first] = listed
    const late = { ...first, id: 3, dueBy: new Date('2026-03-01T09:00:00Z') } as (typeof listed)[number]
    const rows = ticketTables(look('fr', 80))([late, ...listed]).split('\n')
    expect(rows.slice(1).map((row) => row.trim().split(/\s+/)[0])).toEqual(['!', '#15', '→', '#1204'])
  })

  test('has the number as a link, where there are links', () => {
    expect(ticketTables(look('fr', 80, { colors: true }))(listed)).toContain(`\u001b]8;;${listed[0]?.url}\u0007`)
  })

  test('is as wide with colours as without', () => {
    const [plainly, colored] = [false, true].map((colors) => ticketTables(look('fr', 80, { colors }))(listed))
    expect(colored?.split('\n').map(widthOf)).toEqual(plainly?.split('\n').map(widthOf))
  })

  test('has no escape sequence without colours, whatever the titles hold', () => {
    expect(ticketTables(look('fr', 200))(listed)).not.toMatch(/[\u001b\u202e]/)
  })
})

describe('the list for scripts', () => {
  const { dates } = look('fr', 80)
  const records = listed.map((ticket) => ticketRecord(ticket, ticket.url, dates))

  test('has words in English in every language, the platform’s numbers, and dates with their offset', () => {
    expect(records[0]).toMatchObject({
      id: 15,
      status: 'assigned',
      statusId: 2,
      urgency: 'very-high',
      urgencyId: 5,
      priority: 'major',
      priorityId: 6,
      type: 'incident',
      typeId: 1,
      category: 'Matériel > Imprimante',
      changed: '2026-03-05T07:00:00+01:00',
    })
  })

  test('in TSV is a line a ticket, full values, no head', () => {
    expect(toTsv(records, ticketShape.columns).split('\n')[1]?.split('\t')).toEqual([
      '9',
      'solved',
      'low',
      '网络故障  👩‍🚒 deux lignes',
      '',
      '2026-02-12T14:00:00+01:00',
      '2026-03-01T06:00:00+01:00',
      'https://support.example/front/ticket.form.php?id=9',
    ])
  })
})
