import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestArticles, tellingWords } from '../../src/commands/choice/article-match.ts'
import type { Article } from '../../src/itil/article.ts'
import type { ReservableItem, Reservation } from '../../src/itil/reservation.ts'
import { articlePageRecord, articlePageShape } from '../../src/records/article.ts'
import { toJson } from '../../src/records/format/json.ts'
import { toTsv } from '../../src/records/format/tsv.ts'
import { reservationRecord, reservationShape } from '../../src/records/reservation.ts'
import { articleFinds, articlePage, articleTable } from '../../src/views/article.ts'
import { itemTable, planView, reservationTable } from '../../src/views/reservation.ts'
import { hostileText, unfit } from '../support/hostile-text.ts'
import { look } from './sample.ts'

const french = look('fr', 60)
const { dates } = french
const url = 'https://support.example/front/helpdesk.faq.php?id=3'
const moment = new Date('2026-11-23T13:00:00Z')
const later = new Date('2026-11-23T15:00:00Z')

const article = (text: string): Article => ({
  ...{ id: 3, title: text, category: text, changed: moment, answer: `<p>${text}</p>${text}` },
  documents: [{ id: 1, fileName: text, mime: text }],
})
const finds = (text: string) =>
  bestArticles([article(text), article(`panne ${text}`)], ['panne', ...tellingWords(text)]).map((found) => ({
    ...found.article,
    ...{ excerpt: found.excerpt, url },
  }))
const item = (text: string): ReservableItem => ({ id: 1, name: text, kind: text, key: text, comment: text })
const reservation = (text: string): Reservation & { url: string } => ({
  ...{ id: 2, itemName: text, start: moment, end: later, mine: false, by: text, comment: text, url },
})

const outputs: Record<string, (text: string) => string | Promise<string>> = {
  'the FAQ on a terminal': (text) => articleTable([{ ...article(text), url }], french),
  'what was found in it': (text) => articleFinds(finds(text), french),
  'an article on a terminal': (text) => articlePage(article(text), url, french),
  'an article as JSON': async (text) => toJson(await articlePageRecord(article(text), url, dates), true),
  'an article in a pipe': async (text) =>
    toTsv([await articlePageRecord(article(text), url, dates)], articlePageShape.columns),
  'reservations on a terminal': (text) => reservationTable([reservation(text)], french),
  'reservations in a pipe': (text) =>
    toTsv([reservationRecord(reservation(text), url, dates)], reservationShape.columns),
  'what can be reserved': (text) => itemTable([item(text)], () => [reservation(text)], french),
  'what is about to be reserved': (text) =>
    planView({ item: item(text), slots: [{ start: moment, end: later }], comment: text, repeats: false }, french),
}

test.each(Object.entries(outputs))(
  'nothing that a platform writes commands the terminal: %s',
  async (_name, output) => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        expect(await output(text)).not.toMatch(unfit)
      }),
      { numRuns: 500 },
    )
  },
)
