import { folded } from '../folded.ts'
import { plainText } from '../html-text.ts'
import type { Language } from '../messages.ts'
import type { Site } from '../site.ts'
import { entityTree, type Viewer } from '../viewer.ts'
import type { Catalogue, CatalogueCategory, FormDefinition } from './definition.ts'

/** The name of a form as this account reads it. */
export function titleOf(form: FormDefinition, language: Language): string {
  return (language === 'fr_FR' ? form.fr_FR?.name : undefined) ?? form.name
}

/** What a form is for, as this account reads it; HTML. */
export function descriptionOf(form: FormDefinition, language: Language): string {
  return (language === 'fr_FR' ? form.fr_FR?.description : undefined) ?? form.description
}

/** The forms that are listed for somebody: active, for all, of one of their entities or above it. Pinned ones come first. */
export function listedForms(site: Site, viewer: Viewer): FormDefinition[] {
  const { forms } = site.configuration.catalogue
  const own = viewer.session.entities_id
  return forms
    .filter(({ active, accessToken }) => active && accessToken === undefined)
    .filter(({ entity }) => entityTree(site.store, entity).includes(own))
    .sort((a, b) => Number(b.pinned) - Number(a.pinned))
}

/** What stands at one place of the catalogue. */
export interface Shelf {
  forms: FormDefinition[]
  categories: CatalogueCategory[]
}

/** What a category holds (0: the root); categories in which nothing is listed are left out. */
export function shelf(site: Site, viewer: Viewer, category: number): Shelf {
  const { categories } = site.configuration.catalogue
  const forms = listedForms(site, viewer)
  const isFilled = ({ id }: CatalogueCategory): boolean =>
    forms.some((form) => form.category === id) || categories.some((one) => one.parent === id && isFilled(one))
  return {
    forms: forms.filter((form) => form.category === category),
    categories: categories.filter((one) => one.parent === category && isFilled(one)),
  }
}

/** A category and those above it, the root's first. */
export function ancestorsOf({ categories }: Catalogue, id: number): CatalogueCategory[] {
  const own = categories.find((one) => one.id === id)
  return own ? [...ancestorsOf({ categories, forms: [], isOff: false }, own.parent), own] : []
}

/**
 * The forms that a search finds: by the stored words, never the translated ones; loosely, so that a word with a few wrong
 * letters is found; pinned ones always.
 */
export function foundForms(forms: FormDefinition[], text: string): FormDefinition[] {
  const wanted = folded(text).trim()
  if (wanted === '') return forms
  return forms.filter((form) => form.pinned || isLike(folded(`${form.name} ${plainText(form.description)}`), wanted))
}

function isLike(where: string, wanted: string): boolean {
  if (where.includes(wanted)) return true
  return where.split(/[^\p{L}\p{N}]+/u).some((word) => word.length > 3 && distance(word, wanted) <= 1)
}

/** How many letters must be changed, left out or added. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 1) return 2
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1]
    for (const [at, other] of [...b].entries())
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}

/** What became of somebody who asks for a form by its number. */
export type Found = { form: FormDefinition } | { refused: 'unknown' | 'not allowed' }

/** A form by its number: the entity restrains lists only; one that is not active is for nobody. */
export function formFor(site: Site, id: number, token: string | undefined): Found {
  const form = site.configuration.catalogue.forms.find((one) => one.id === id)
  if (!form) return { refused: 'unknown' }
  const isOpen = form.accessToken === undefined || form.accessToken === token
  return form.active && isOpen ? { form } : { refused: 'not allowed' }
}
