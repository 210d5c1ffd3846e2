import { describe, expect, test } from 'vitest'
import { askCategories } from '../../../src/glpi/form/category-menu.ts'
import { FormHidden, type WebSite } from '../../../src/glpi/form/site.ts'
import type { HttpResponse } from '../../../src/glpi/http/http.ts'

const menu = { condition: 'c', idorToken: 'i', csrfToken: 't' }

/** A site whose drop-down answers this, page by page. */
function site(
  answer: (page: number) => unknown,
  type = 'application/json; charset=UTF-8',
  status = 200,
): Pick<WebSite, 'post'> {
  const post = async (_path: string, { page }: Record<string, string>): Promise<HttpResponse> => ({
    status,
    headers: { 'content-type': type },
    body: Buffer.from(JSON.stringify(answer(Number(page)))),
  })
  return { post }
}

describe('the drop-down of categories', () => {
  test('gives full names, without the comments that GLPI puts after them', async () => {
    const children = [
      { id: 2, text: 'Hébergement', level: 1, title: 'Hébergement - Tout ce qui tourne' },
      { id: 4, text: 'DNS & domaines', level: 2, title: 'Hébergement > DNS & domaines' },
      { id: 9, text: 'Orphelin', level: 3, title: 'Ailleurs > Loin > Orphelin' },
    ]
    expect(
      await askCategories(
        site(() => ({ results: [{ text: 'IPEOS', children }], count: 3 })),
        menu,
      ),
    ).toEqual([
      { id: 2, name: 'Hébergement', fullName: 'Hébergement', level: 1 },
      { id: 4, name: 'DNS & domaines', fullName: 'Hébergement > DNS & domaines', level: 2 },
      { id: 9, name: 'Orphelin', fullName: 'Ailleurs > Loin > Orphelin', level: 3 },
    ])
  })

  test('is read page after page, until one is not full', async () => {
    const entries = Array.from({ length: 230 }, (_, index) => ({ id: index + 1, text: `c${index}`, level: 1 }))
    const paged = site((page) => ({ results: [{ children: entries.slice((page - 1) * 100, page * 100) }] }))
    expect(await askCategories(paged, menu)).toHaveLength(230)
  })

  test('leaves out what is no category', async () => {
    const results = [{ id: 0, text: '-----' }, { id: '', text: 'x' }, { text: 'vide' }]
    expect(
      await askCategories(
        site(() => ({ results })),
        menu,
      ),
    ).toEqual([])
  })

  test('does not go on for ever', async () => {
    const endless = site(() => ({
      results: Array.from({ length: 100 }, (_, index) => ({ id: index + 1, text: 'x', level: 1 })),
    }))
    expect((await askCategories(endless, menu)).length).toBeLessThanOrEqual(5000)
  })

  test.each([
    ['a page of refusal', site(() => 'x', 'text/html')],
    ['an error', site(() => ({ results: [] }), 'application/json', 403)],
    ['something else', site(() => ({ nothing: true }))],
  ])('that answers %s gives none', async (_what, refusing) => {
    await expect(askCategories(refusing, menu)).rejects.toThrow(FormHidden)
  })
})
