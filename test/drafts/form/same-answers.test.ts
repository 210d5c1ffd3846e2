import { expect, test } from 'vitest'
import type { DraftForm } from '../../../src/drafts/form/form-draft.ts'
import { type Fit, fitOf } from '../../../src/drafts/form/same-answers.ts'

const mark = '3f2a9c41-0000-4000-8000-000000000000'

const form: Pick<DraftForm, 'questions' | 'answers'> = {
  questions: [
    { id: 1, label: 'Imprimante', storedLabel: 'Printer', kind: 'text' },
    { id: 2, label: 'Quand', storedLabel: 'When', kind: 'date-time' },
    { id: 3, label: 'Lieu', storedLabel: 'Place', kind: 'object' },
    { id: 4, label: 'Pourquoi', storedLabel: 'Why', kind: 'long-text' },
    { id: 5, label: 'Photo', storedLabel: 'Photo', kind: 'file' },
  ],
  answers: {
    1: { text: 'HP <2e>  & co' },
    2: { text: '2030-01-07T09:30' },
    3: { chosen: [{ value: '4', label: 'Siège > Étage 2' }] },
    4: { text: 'Elle fume.\n\nEt tousse.' },
    5: { files: [{ name: 'p.png', path: '/p.png' }] },
  },
}

const lines = {
  printer: '<b>1) Imprimante</b>: HP <2e>  & co<br>',
  when: '<b>2) Quand</b>: 2030-01-07 09:30<br>',
  place: '<b>3) Lieu</b>: Étage 2<br>',
  why: '<b>4) Pourquoi</b>: <p>Elle fume.</p><p>Et tousse.</p><br>',
  photo: '<b>5) Photo</b>: p.png<br>',
}

const contentOf = (changed: Partial<typeof lines> = {}): string =>
  `<p>${Object.values({ ...lines, ...changed }).join('')}</p>`

const cases: Array<[what: string, content: string, fit: Fit]> = [
  ['all answers, as the site prints them', contentOf(), 'fits'],
  ['labels as they are stored', contentOf({ printer: lines.printer.replace('Imprimante', 'Printer') }), 'fits'],
  ['the mark of these answers', `${contentOf()}<!-- ipeos:${mark} -->`, 'fits'],
  ['the mark of others', `${contentOf()}<!-- ipeos:00000000-1111 -->`, 'other'],
  ['a key that several share', `${contentOf()}<!-- ipeos:key-1 -->`, 'fits'],
  ['another text behind a label', contentOf({ printer: '<b>1) Imprimante</b>: HP <2e>  & cohue<br>' }), 'other'],
  ['another date', contentOf({ when: '<b>2) Quand</b>: 2030-01-07 09:31<br>' }), 'other'],
  ['another long text', contentOf({ why: '<b>4) Pourquoi</b>: <p>Rien.</p><br>' }), 'other'],
  [
    'another choice, which the site may have written so',
    contentOf({ place: '<b>3) Lieu</b>: Étage 3<br>' }),
    'unclear',
  ],
  ['one answer left out', contentOf({ when: '' }), 'unclear'],
  [
    'words of the site’s own, with all answers',
    'Panne de HP <2e> & co, le 2030-01-07 09:30, Siège > Étage 2 : Elle fume. Et tousse.',
    'fits',
  ],
  ['words of the site’s own alone', '<p>Une demande</p>', 'unclear'],
]

test.each(cases)('a ticket that holds %s is told for what it is', (_what, content, fit) => {
  expect(fitOf(content, mark, form)).toBe(fit)
})

test('of answers that are all files nothing can be told', () => {
  const { 5: files } = form.answers
  expect(fitOf(contentOf(), mark, { ...form, answers: files ? { 5: files } : {} })).toBe('unclear')
})
