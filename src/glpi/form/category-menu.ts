import * as z from 'zod/mini'
import type { Category } from '../../itil/ticket-form.ts'
import { parseIfJson } from '../http/json.ts'
import { isJson } from '../http/transport.ts'
import { integer, label } from '../wire.ts'
import { FormHidden, scriptHeaders, type WebSite } from './site.ts'
import type { TreeMenu } from './web-form.ts'

const pageLimit = 100
const mostPages = 50
/** Groups come within a page, so that one may hold more than its limit; a site has some hundred categories. */
const mostCategories = 5_000

const entry = z.object({
  id: z.optional(z.union([integer, z.literal('')])),
  text: z.optional(label),
  title: z.optional(label),
  level: z.optional(integer),
  get children() {
    return z.optional(z.array(entry))
  },
})
type Entry = z.output<typeof entry>

const menuPage = z.object({ results: z.array(entry) })

/** The categories of the form's drop-down, all pages of it. Rejects with `FormHidden` when it gives none of them. */
export function askCategories(site: Pick<WebSite, 'post'>, menu: TreeMenu): Promise<Category[]> {
  return askTree(site, 'ITILCategory', menu)
}

/** The places of the form's drop-down, as categories are asked for. */
export function askLocations(site: Pick<WebSite, 'post'>, menu: TreeMenu): Promise<Category[]> {
  return askTree(site, 'Location', menu)
}

async function askTree(site: Pick<WebSite, 'post'>, itemtype: string, menu: TreeMenu): Promise<Category[]> {
  const categories: Category[] = []
  for (let page = 1; page <= mostPages; page += 1) {
    const found = (await askPage(site, itemtype, menu, page)).flatMap(leaves)
    if (categories.length + found.length > mostCategories) throw new FormHidden('form.too-many-categories')
    for (const one of found) categories.push(readCategory(one, categories))
    if (found.length < pageLimit) break
  }
  return categories
}

async function askPage(
  site: Pick<WebSite, 'post'>,
  itemtype: string,
  { condition, idorToken, csrfToken }: TreeMenu,
  page: number,
): Promise<Entry[]> {
  const fields = {
    itemtype,
    // Of places GLPI 10 has none, and answers nothing to an empty one (GLPI-CUSTOMER.md, b).
    ...(condition !== '' && { condition }),
    _idor_token: idorToken,
    display_emptychoice: '0',
    emptylabel: '-----',
    entity_restrict: '-1',
    permit_select_parent: '0',
    page: String(page),
    page_limit: String(pageLimit),
  }
  const response = await site.post('ajax/getDropdownValue.php', fields, scriptHeaders(csrfToken))
  // Without a valid CSRF token GLPI answers an HTML refusal, of whatever status.
  if (response.status !== 200 || !isJson(response)) throw new FormHidden('form.categories-refused')
  const answer = menuPage.safeParse(parseIfJson(response.body))
  if (!answer.success) throw new FormHidden('form.categories-refused')
  return answer.data.results
}

type Leaf = Entry & { id: number }

/** Entries are grouped by entity; a group has children and no number. */
function leaves(one: Entry): Leaf[] {
  const own = typeof one.id === 'number' && one.id > 0 ? [{ ...one, id: one.id }] : []
  return [...own, ...(one.children ?? []).flatMap(leaves)]
}

/** The title is the full name, with the category's comment after it where there is one: the tree says where to cut. */
function readCategory({ id, text = '', title, level = 1 }: Leaf, before: Category[]): Category {
  const parent = level > 1 ? before.findLast((one) => one.level === level - 1) : undefined
  const path = parent ? `${parent.fullName} > ${text}` : text
  const fullName = !title || title === path || title.startsWith(`${path} - `) ? path : title
  return { id, name: text || fullName, fullName, level }
}
