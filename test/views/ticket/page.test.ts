import { describe, expect, test } from 'vitest'
import { languages } from '../../../src/i18n/translate.ts'
import { ticketPageRecord } from '../../../src/records/ticket/page.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { inPipe } from '../../../src/views/look.ts'
import { ticketPage } from '../../../src/views/ticket/page.ts'
import { look, ticket, timeline, url } from '../sample.ts'

const shown = { ticket, timeline, url }
const page = async (language: 'fr' | 'en', width: number, changes: Partial<typeof shown> = {}) => {
  const people = look(language, width)
  return (await ticketPage({ ...shown, ...changes }, people)).replace(/\u00a0|\u202f/g, ' ')
}

describe.each(languages)('a ticket in %s', (language) => {
  test.each([40, 80, 200])('fits %d columns, but for its address', async (width) => {
    const lines = (await page(language, width)).split('\n').filter((line) => !line.includes(url))
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width)
  })
})

describe('a ticket', async () => {
  test('begins with its number and its title', async () => {
    expect((await page('fr', 80)).split('\n')[0]).toBe('#15 Imprimante en panne')
  })

  test('names its equipment, by its key where the platform gives no name', async () => {
    expect(await page('fr', 80)).toMatch(/Matériel +imprimante-accueil\n +Computer:3/)
  })

  test('tells what happened in order', async () => {
    const kinds = [...(await page('fr', 200)).matchAll(/● (\p{L}+)/gu)].map(([, kind]) => kind)
    expect(kinds).toEqual(['Document', 'Suivi', 'Suivi', 'Tâche', 'Solution', 'Solution'])
  })

  test('has the heads of what happened hang below their marks, where they are too long for a line', async () => {
    const lines = (await page('fr', 40)).split('\n')
    const heads = lines.flatMap((line, at) => (line.startsWith('● ') && !/\)$|\d\d$/.test(line) ? [at] : []))
    expect(heads.length).toBeGreaterThan(0)
    for (const at of heads) expect(lines[at + 1]).toMatch(/^ {2}\S/)
  })

  test('says what support did and for how long', async () => {
    expect(await page('fr', 200)).toContain('● Tâche · faite · 30 min — teo')
  })

  test('says «vous» of what its reader wrote', async () => {
    expect(await page('fr', 200)).toContain('● Suivi — vous,')
    expect(await page('en', 200)).toContain('● Followup — you,')
  })

  test('says when, in the reader’s zone and from now', async () => {
    expect(await page('fr', 200)).toContain('teo, 4 mars 2026, 04:00 (hier)')
  })

  test('says who answered a solution, and how', async () => {
    expect(await page('fr', 200)).toContain('→ refusée par alice, 5 mars 2026, 07:00')
  })

  test('says that a solution waits, and how to answer it', async () => {
    expect((await page('fr', 200)).split('\n').at(-1)).toBe('Pour la refuser : ipeos ticket refuse 15')
  })

  test('that is closed waits for nothing', async () => {
    expect(await page('fr', 200, { ticket: { ...ticket, status: 'closed' } })).not.toContain('répondez-y')
  })

  test('to which nothing happened says so', async () => {
    expect(await page('fr', 80, { timeline: [] })).toContain('Rien de nouveau sur ce ticket pour l’instant.')
  })

  test('shows neither the mark of its request nor anything that hides', async () => {
    expect(await page('fr', 80)).not.toMatch(/ipeos:0b3e|[\u001b\u202e]/)
  })

  test.each([
    ['fr', 'engagement : Résolu en 4 h', 'engagement : Pris en charge en 1 h'],
    ['en', 'service level: Résolu en 4 h', 'service level: Pris en charge en 1 h'],
  ] as const)('calls the name of a service level one, in %s', async (language, solve, take) => {
    const soon = new Date('2026-03-06T09:00:00Z')
    const promised = {
      ...ticket,
      ...{ status: 'new' as const, dueBy: soon, solveLevel: 'Résolu en 4 h' },
      ...{ takeBy: soon, takeLevel: 'Pris en charge en 1 h' },
    }
    const text = await page(language, 200, { ticket: promised })
    expect(text).toContain(` — ${solve}\n`)
    expect(text).toContain(` — ${take}\n`)
  })

  test('in a pipe has whole lines and dates for scripts', async () => {
    const text = await ticketPage(
      { ...shown, ticket: { ...ticket, description: 'mot '.repeat(100) } },
      inPipe(look('fr', 80)),
    )
    expect(text).toContain('mot '.repeat(99))
    expect(text).toContain('2026-03-04T04:00:00+01:00')
  })
})

describe('a ticket for scripts', async () => {
  const record = await ticketPageRecord(shown, look('fr', 80).dates)

  test('has its description as text and as HTML', () => {
    expect(record).toMatchObject({
      description: 'Plus rien ne sort & ça clignote.',
      descriptionHtml: ticket.description,
      timeSpent: 4500,
      dueBy: null,
    })
  })

  test('has its timeline, each entry with what belongs to its kind', () => {
    expect(record.timeline).toMatchObject([
      { kind: 'document', mime: 'image/png' },
      { kind: 'followup', text: 'Bonjour,\nnous regardons.', html: '<p>Bonjour,<br>nous regardons.</p>' },
      { kind: 'followup', mine: true },
      { kind: 'task', state: 'done', timeSpent: 1800 },
      { kind: 'solution', status: 'refused', answeredBy: 'alice', author: null },
      { kind: 'solution', status: 'waiting', answered: null, text: '• Rouleau neuf' },
    ])
  })
})
