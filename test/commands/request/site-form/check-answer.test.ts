import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswer, checkFile } from '../../../../src/commands/request/site-form/check-answer.ts'
import { typedAnswer } from '../../../../src/commands/request/site-form/typed-answer.ts'
import type { FormQuestion } from '../../../../src/itil/site-form.ts'

function question(some: Partial<FormQuestion>): FormQuestion {
  return {
    ...{ block: 'question', id: 1, label: 'Nom', storedLabel: 'Nom', kind: 'text', mandatory: true },
    ...{ conditional: false, help: '', several: false, preset: '', choices: [] },
    ...some,
  }
}

const choices = [
  { value: '101', label: 'CDI', chosen: true },
  { value: '102', label: 'CDD', chosen: false },
]

describe('what is typed', () => {
  test.each([
    ['number', '12,5', '12.5'],
    ['number', ' 12 ', '12'],
    ['number', '-3', '-3'],
    ['number', '1 200,5', '1200.5'],
    ['date', '07/01/2030', '2030-01-07'],
    ['date', '2030-1-7', '2030-01-07'],
    ['date', '29/02/2028', '2028-02-29'],
    ['time', '8h30', '08:30'],
    ['time', '8h', '08:00'],
    ['time', '08:30:00', '08:30'],
    ['date-time', '2030-01-07 08:30', '2030-01-07T08:30'],
    ['date-time', '07/01/2030 à 8h30', '2030-01-07T08:30'],
    ['date-time', '2030-01-07T08:30', '2030-01-07T08:30'],
    ['email', ' a@b.fr ', 'a@b.fr'],
    ['text', 'une\nligne', 'une ligne'],
    ['long-text', '  deux\nlignes', '  deux\nlignes'],
    ['date', '  ', ''],
  ] as const)('as %s «%s» is %s for the site', (kind, typed, text) => {
    expect(typedAnswer(kind, typed)).toEqual({ answer: { text } })
  })

  test.each([
    ['number', 'douze', 'answer.not-number'],
    ['number', '1e3', 'answer.not-number'],
    ['number', '1,200,5', 'answer.not-number'],
    ['date', '31/02/2030', 'answer.no-such-date'],
    ['date', '2030-13-01', 'answer.no-such-date'],
    ['date', '0000-01-01', 'answer.no-such-date'],
    ['date', 'demain', 'answer.not-date'],
    ['date', '2030-01-07 08:30', 'answer.not-date'],
    ['time', '24:00', 'answer.no-such-time'],
    ['time', '8', 'answer.not-time'],
    ['date-time', '2030-01-07', 'answer.not-date-time'],
    ['date-time', '2030-02-30 08:30', 'answer.no-such-date'],
    ['email', 'alice', 'answer.not-email'],
  ] as const)('as %s «%s» is refused: %s', (kind, typed, key) => {
    expect(typedAnswer(kind, typed)).toMatchObject({ problem: { key } })
  })

  test('every real day is read back as itself, in either order', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10)
        const [year, month, day] = text.split('-')
        expect(typedAnswer('date', `${day}/${month}/${year}`)).toEqual({ answer: { text } })
        expect(typedAnswer('date', text)).toEqual({ answer: { text } })
      }),
    )
  })

  test('whatever is typed, what is taken is taken again as it is', () => {
    const kinds = fc.constantFrom('text', 'email', 'number', 'date', 'time', 'date-time', 'long-text' as const)
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d ,.:/hT-]{0,18}$/))
    fc.assert(
      fc.property(kinds, typed, (kind, text) => {
        const once = typedAnswer(kind, text)
        if ('answer' in once) expect(typedAnswer(kind, once.answer.text)).toEqual(once)
      }),
    )
  })
})

describe('an answer', () => {
  test.each([
    ['nothing', undefined, 'answer.needed'],
    ['blanks', { text: '  ' }, 'answer.needed'],
    ['0', { text: '0' }, 'answer.zero'],
    ['tags alone', { text: '<HP>' }, 'answer.only-tags'],
    ['a comment alone', { text: '<!-- x -->' }, 'answer.only-tags'],
  ])('that is %s does not do for a needed text', (_what, answer, key) => {
    expect(checkAnswer(question({}), answer)).toMatchObject({ key })
  })

  test.each([
    ['a word', question({}), { text: 'HP <3' }],
    ['nothing', question({ mandatory: false }), undefined],
    ['0', question({ mandatory: false, kind: 'number' }), { text: '0' }],
    ['tags in a long text, which are escaped', question({ kind: 'long-text' }), { text: '<HP>' }],
    ['a choice of the page', question({ kind: 'radio', choices }), { chosen: [{ value: '102', label: 'CDD' }] }],
    [
      'the root of entities, chosen',
      question({ kind: 'object', itemtype: 'Entity' }),
      { chosen: [{ value: '0', label: 'Racine' }] },
    ],
    ['a person', question({ kind: 'person' }), { chosen: [{ value: 'users_id-10', label: 'Nourel' }] }],
    ['what the form proposes', question({ kind: 'long-text' }), { html: '<p>&nbsp;</p>' }],
  ])('of %s will do', (_what, asked, answer) => {
    expect(checkAnswer(asked, answer)).toBeUndefined()
  })

  test.each([
    ['two of one', { chosen: choices }, 'answer.one-only'],
    ['something else', { chosen: [{ value: '999', label: 'Autre' }] }, 'answer.not-offered'],
    ['a text', { text: 'CDI' }, 'answer.other-kind'],
    ['a file', { files: [{ name: 'a.pdf', path: '/a.pdf' }] }, 'answer.other-kind'],
  ])('to a list that is %s is refused', (_what, answer, key) => {
    expect(checkAnswer(question({ kind: 'radio', choices }), answer)).toMatchObject({ key })
  })

  test('that is number 0 of anything but entities is none', () => {
    const category = question({ kind: 'object', itemtype: 'ITILCategory' })
    const answer = { chosen: [{ value: '0', label: '-----' }] }
    expect(checkAnswer(category, answer)).toMatchObject({ key: 'answer.not-offered' })
  })

  test('of a preset page with nothing but tags is missing', () => {
    expect(checkAnswer(question({ kind: 'long-text' }), { html: '<p><br></p>' })).toMatchObject({
      key: 'answer.needed',
    })
  })
})

describe('a file', () => {
  const contract = question({ kind: 'file', several: true, fileLimit: 10, extensions: ['.pdf'] })

  test('of a refused type is refused by its name, whatever its case', async () => {
    expect(checkAnswer(contract, { files: [{ name: 'a.exe', path: '/a.exe' }] })).toMatchObject({
      key: 'answer.file-type',
      parameters: { name: 'a.exe' },
    })
    expect(checkAnswer(contract, { files: [{ name: 'A.PDF', path: '/A.PDF' }] })).toBeUndefined()
  })

  test('is looked at with the limit of its question', async () => {
    const limits: Array<number | undefined> = []
    const check = async (path: string, limit?: number) => {
      limits.push(limit)
      const file = { name: 'a.exe', size: 1, open: () => process.stdin }
      return { file, path, fullPath: path, modified: new Date(0) }
    }
    expect(await checkFile(contract, '/a.exe', { check })).toMatchObject({ problem: { key: 'answer.file-type' } })
    expect(limits).toEqual([10])
  })
})
