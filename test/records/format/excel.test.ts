import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { excelWriter } from '../../../src/records/format/excel.ts'
import { translator } from '../../support/translator.ts'

const [en, fr] = [translator('en'), translator('fr')]
const british = excelWriter({ t: en, locale: 'en_GB.UTF-8' })
const french = excelWriter({ t: fr, locale: 'fr_FR.UTF-8' })

test('it begins with the mark of UTF-8, and each line ends with CRLF', () => {
  expect(british([{ id: 1 }, { id: 2 }], ['id'], { head: true })).toBe('\ufeffNumber\r\n1\r\n2\r\n')
})

test('a page after the first has neither mark nor head', () => {
  expect(british([{ id: 3 }], ['id'], { head: false })).toBe('3\r\n')
})

test('in French the heads are French, and semicolons stand between', () => {
  expect(french([{ id: 1, title: 'Café; crème' }], ['id', 'title'], { head: true })).toBe(
    '\ufeffNuméro;Titre\r\n1;"Café; crème"\r\n',
  )
})

test.each([
  ['en_GB.UTF-8', ','],
  ['en_US', ','],
  ['de_DE.UTF-8', ';'],
  ['it_IT@euro', ';'],
  ['C.UTF-8', ','],
  ['', ','],
])('where %j is spoken, %s stands between', (locale, separator) => {
  expect(excelWriter({ t: en, locale })([{ id: 1, title: 'a' }], ['id', 'title'], { head: false })).toBe(
    `1${separator}a\r\n`,
  )
})

test('a moment is one for Excel too, at the hour of the reader’s clock', () => {
  expect(french([{ opened: '2026-11-22T10:00:00+01:00' }], ['opened'], { head: false })).toBe('2026-11-22 10:00:00\r\n')
})

test('yes, no and parts of numbers are as the reader’s Excel has them', () => {
  const record = { yes: true, no: false, half: 0.5, none: null }
  expect(french([record], Object.keys(record), { head: false })).toBe('VRAI;FAUX;0,5;\r\n')
  expect(british([record], Object.keys(record), { head: false })).toBe('TRUE,FALSE,0.5,\r\n')
})

test('a text of several lines stays in its cell', () => {
  const text = british([{ a: 'one\ntwo', b: 'three' }], ['a', 'b'], { head: false })
  expect(parse(text, { record_delimiter: '\r\n' })).toEqual([['one\ntwo', 'three']])
})

test('what Excel would take for a formula has an apostrophe before it', () => {
  expect(french([{ title: "=cmd|'/C calc'!A0" }], ['title'], { head: false })).toBe("'=cmd|'/C calc'!A0\r\n")
})
