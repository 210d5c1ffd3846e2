import { expect, test } from 'vitest'
import { dates } from '../../src/dates/dates.ts'
import type { TicketDraft } from '../../src/drafts/draft.ts'
import { createStyle } from '../../src/terminal/create-style.ts'
import { draftTable, subjectOf, viewDraft } from '../../src/views/draft.ts'
import { translator } from '../support/translator.ts'

test('a file that answers a question stands there alone, and one that answers none among the files', async () => {
  const t = translator('en')
  await t.ready()
  const file = (name: string) => ({ name, path: `/tmp/${name}`, size: 2, modified: '2030-01-07T08:00:00Z' })
  const draft = {
    ...{ kind: 'ticket', answers: {}, filesDone: true },
    files: [{ ...file('signed.pdf'), question: 4 }, file('plan.png')],
    form: {
      ...{ id: 3, title: 'Arrival', storedTitle: 'Arrival' },
      questions: [{ id: 4, label: 'Contract', storedLabel: 'Contract', kind: 'file' }],
      answers: { 4: { files: [{ name: 'signed.pdf', path: '/tmp/signed.pdf' }] } },
    },
  } as unknown as TicketDraft
  const look = {
    ...{ t, width: 80, style: createStyle({ colors: false, links: false }) },
    dates: dates({ language: 'en', now: new Date(), timeZone: 'Europe/Paris' }),
  }
  expect(viewDraft(draft, look).trim().split('\n')).toEqual([
    expect.stringMatching(/^Form +Arrival$/),
    expect.stringMatching(/^Contract +signed\.pdf \(\d+ \w+\)$/),
    expect.stringMatching(/^Files +plan\.png \(\d+ \w+\)$/),
  ])
})

test('a draft whose title was left empty is called untitled, by its form where it has one', () => {
  const t = translator('fr')
  const form = (text: string) => ({
    ...{ id: 1, title: 'Signaler un problème', storedTitle: 'Report an issue' },
    questions: [{ id: 4, label: 'Titre', storedLabel: 'Title', kind: 'text' }],
    answers: { 4: { text } },
  })
  const draft = (content: object) =>
    ({ ...{ id: 'a'.repeat(36), kind: 'ticket', answers: {}, files: [] }, ...content }) as unknown as TicketDraft
  expect(subjectOf(draft({ form: form(' \n') }), t)).toBe('Signaler un problème – sans titre')
  expect(subjectOf(draft({ form: form('Le VPN\ntombe') }), t)).toBe('Signaler un problème – Le VPN')
  const look = {
    ...{ t, width: 80, style: createStyle({ colors: false, links: false }) },
    dates: dates({ language: 'fr', now: new Date(), timeZone: 'Europe/Paris' }),
  }
  const blank = { ...draft({ answers: { title: ' ' } }), changed: new Date().toISOString() }
  expect(draftTable([blank as TicketDraft], look, false)).toContain('sans titre')
})
