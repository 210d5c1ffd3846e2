import { expect, test } from 'vitest'
import { dates } from '../../src/dates/dates.ts'
import type { TicketDraft } from '../../src/drafts/draft.ts'
import { createStyle } from '../../src/terminal/create-style.ts'
import { viewDraft } from '../../src/views/draft.ts'
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
