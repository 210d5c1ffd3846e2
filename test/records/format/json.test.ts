import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toJson } from '../../../src/records/format/json.ts'
import { toTsv } from '../../../src/records/format/tsv.ts'

const fields = ['id', 'title', 'status'] as const
const record = { id: 15, title: 'Panne', status: 'solved' }

describe('JSON', () => {
  test('of a list is a list, of one thing that thing', () => {
    expect([JSON.parse(toJson([record], true)), JSON.parse(toJson(record, true))]).toEqual([[record], record])
  })

  test('of nothing found is an empty list', () => {
    expect(toJson([], 'id,title', fields)).toBe('[]')
  })

  test('has only the fields that were asked for', () => {
    expect(JSON.parse(toJson(record, 'title, id'))).toEqual({ id: 15, title: 'Panne' })
  })

  test('says null for what is not known', () => {
    expect(JSON.parse(toJson({ id: 1, title: undefined }, true))).toEqual({ id: 1, title: null })
  })

  test('loses nothing of a hostile text, and has nothing raw that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const json = toJson({ title }, true)
        expect(JSON.parse(json)).toEqual({ title })
        expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066\u200b\u{e0041}]/u)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('TSV', () => {
  test('keeps one record a line and one value a cell, whatever the values hold', () => {
    const hostile = fc.string({ unit: fc.constantFrom('a', '\t', '\n', '\r', '\u2028', '\u0085', '\u001b[1m', '\v') })
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1 }), (titles) => {
        const lines = toTsv(
          titles.map((title, id) => ({ id, title })),
          ['id', 'title'],
        ).split('\n')
        expect(lines.map((line) => line.split('\t').length)).toEqual(titles.map(() => 2))
      }),
    )
  })

  test('leaves a cell empty where nothing is known', () => {
    expect(toTsv([{ id: 1, category: null, title: 'a' }], ['id', 'category', 'title'])).toBe('1\t\ta')
  })
})
