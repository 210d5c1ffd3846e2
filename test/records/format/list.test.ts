import { describe, expect, test } from 'vitest'
import { toJson } from '../../../src/records/format/json.ts'
import { type ListForm, listText } from '../../../src/records/format/list.ts'
import { translator } from '../../support/translator.ts'

const records = [
  { id: 1, title: 'un\u202e' },
  { id: 2, title: 'deux "x"' },
  { id: 3, title: 'trois' },
]
const fields = ['id', 'title']
const sheet = { t: translator('en'), locale: 'en_GB.UTF-8' }

async function written(form: ListForm, pages: object[][], chosen = fields): Promise<string> {
  const text = await listText(form, chosen, (record: object) => ({ ...record }), { sheet })
  return pages.map((page) => text.page(page)).join('') + text.end()
}

const whole = [records]
const inPages = [records.slice(0, 2), [], records.slice(2)]

describe('a list that is written page by page', () => {
  test.each<ListForm>(['json', 'ndjson', 'tsv', 'csv', 'csv-excel', 'markdown'])(
    'as %s is the same as in one piece',
    async (form) => {
      expect(await written(form, inPages)).toBe(await written(form, whole))
    },
  )

  test('as JSON is the array that it would be as a whole, and [] when there is none', async () => {
    expect(await written('json', inPages)).toBe(`${toJson(records, true, fields)}\n`)
    expect(await written('json', [[]])).toBe('[]\n')
  })

  test('has no character that a terminal would obey', async () => {
    expect(await written('ndjson', inPages)).toContain('un\\u202e')
  })

  test('has the chosen fields alone', async () => {
    expect(await written('ndjson', inPages, ['id'])).toBe('{"id":1}\n{"id":2}\n{"id":3}\n')
  })

  test('has its head once', async () => {
    expect((await written('csv', inPages)).match(/id,title/g)).toHaveLength(1)
  })
})
