import { NotAllowed } from '../../errors/error.ts'
import type { SiteForm } from '../../itil/site-form.ts'
import { type Element, hasClass, named, type Page, readPage, textOf } from '../form/dom.ts'
import { type AskFormSite, textOfPage } from './form-site.ts'

/** A catalogue of a hundred categories is large; one that goes in a circle has no end. */
const mostPlaces = 500
const mostForms = 5_000

/**
 * All forms of the site: its home page's search gives them all at once, where it may be asked (GLPI-11-FORMS.md, 3); the
 * catalogue, place by place, tells besides in which category each one stands.
 */
export async function listForms(ask: AskFormSite): Promise<SiteForm[]> {
  const walked = await walk(ask)
  const answer = await ask('Helpdesk/Search?filter=')
  const all = answer.status === 200 ? searchHits(readPage(textOfPage(answer))) : []
  const known = new Map(walked.map((form) => [form.id, form]))
  for (const form of all) if (!known.has(form.id)) known.set(form.id, form)
  if (known.size === 0 && answer.status === 403) throw new NotAllowed('forms-refused')
  return [...known.values()].slice(0, mostForms)
}

interface Place {
  category: number
  path: string[]
}

async function walk(ask: AskFormSite): Promise<SiteForm[]> {
  const forms = new Map<number, SiteForm>()
  const places: Place[] = [{ category: 0, path: [] }]
  const seen = new Set([0])
  let asked = 0
  for (const place of places) {
    for (let page = 1, pages = 1; page <= pages && asked < mostPlaces; page += 1) {
      asked += 1
      const answer = await ask(
        `ServiceCatalog/Items?category=${place.category}&page=${page}&sort_strategy=alphabetical`,
      )
      // What a profile may not walk through, its search may still list.
      if (answer.status !== 200) break
      const cards = readCards(readPage(textOfPage(answer)), place.path)
      for (const form of cards.forms) if (!forms.has(form.id)) forms.set(form.id, form)
      for (const one of cards.places.filter(({ category }) => !seen.has(category))) {
        seen.add(one.category)
        places.push(one)
      }
      pages = cards.pages
    }
  }
  return [...forms.values()]
}

interface Cards {
  forms: SiteForm[]
  places: Place[]
  pages: number
}

function readCards(page: Page, path: string[]): Cards {
  const links = named(page, 'a')
  const forms = links.flatMap((link) => {
    const id = formIn(link)
    // Expanded categories hold theirs in a card with their name.
    const within = categoryAround(link)
    return id === undefined ? [] : [{ id, ...words(link), path: within === undefined ? path : [...path, within] }]
  })
  const places = links.flatMap((link) => {
    const category = /(?:^|&)category=(\d+)/.exec(link.attributes['data-children-url-parameters'] ?? '')?.[1]
    return category === undefined ? [] : [{ category: Number(category), path: [...path, words(link).title] }]
  })
  // The «next» of the last page points past the end: the last link tells the number of pages.
  const last = links.filter(({ attributes }) => 'data-pagination-item' in attributes).at(-1)
  const pages = Number(/page=(\d+)/.exec(last?.attributes.href ?? '')?.[1] ?? 1)
  return { forms, places, pages }
}

function formIn({ attributes }: Element): number | undefined {
  const id = /\/Form\/Render\/(\d{1,9})(?:[?#]|$)/.exec(attributes.href ?? '')?.[1]
  return id === undefined ? undefined : Number(id)
}

/** How far above a card the category that holds it is looked for. */
const highestCategory = 8

function categoryAround(link: Element): string | undefined {
  let above = link.parent
  for (let height = 0; above && height < highestCategory; height += 1, above = above.parent) {
    if (above.name !== 'section' || !hasClass(above, 'card')) continue
    const title = above.inner.find(({ name }) => name === 'h2')
    return title ? textOf(title) : undefined
  }
  return undefined
}

function words(card: Element): Pick<SiteForm, 'title' | 'description'> {
  const title = card.inner.find(({ name }) => name === 'h2')
  const about = card.inner.find(({ attributes }) => attributes['data-testid'] === 'service-catalog-description')
  return { title: title ? textOf(title) : textOf(card), description: about ? textOf(about) : '' }
}

function searchHits(page: Page): SiteForm[] {
  return named(page, 'a').flatMap((link) => {
    const id = formIn(link)
    if (id === undefined) return []
    const about = link.parent?.inner.find(({ attributes }) => attributes.class?.includes('text-secondary'))
    const title = link.attributes['aria-label']?.trim() || textOf(link)
    return [{ id, title, description: about ? textOf(about) : '', path: [] }]
  })
}
