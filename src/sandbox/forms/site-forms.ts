import type { CatalogueKind } from './catalogue-kind.ts'
import type { Catalogue } from './definition.ts'
import { arrival, printer } from './example-forms.ts'
import { numbered } from './make-form.ts'
import { manyForms, oddForms } from './odd-forms.ts'
import { stockForms } from './stock-forms.ts'

const CATEGORIES = [
  { id: 1, name: 'Ressources humaines', description: 'Arrivées et départs', parent: 0 },
  { id: 2, name: 'Matériel', description: 'Pannes et demandes', parent: 0 },
  { id: 3, name: 'Impression', description: 'Imprimantes et copieurs', parent: 2 },
]

/** The catalogue of a site of that kind. */
export function catalogueOf(kind: CatalogueKind): Catalogue {
  const usual = numbered([...stockForms, arrival, printer])
  const isStock = ({ id }: { id: number }) => id <= stockForms.length
  switch (kind) {
    case 'stock':
      return { categories: [], forms: usual.filter(isStock), isOff: false }
    case 'off':
      return { categories: CATEGORIES, forms: usual, isOff: true }
    case 'no-stock':
      return {
        categories: CATEGORIES,
        forms: usual.map((form) => (isStock(form) ? { ...form, active: false } : form)),
        isOff: false,
      }
    case 'empty':
      return { categories: CATEGORIES, forms: usual.map((form) => ({ ...form, active: false })), isOff: false }
    case 'categories':
      return {
        categories: CATEGORIES,
        forms: usual.map((form) => ({ ...form, category: form.category || 3 })),
        isOff: false,
      }
    case 'many':
      return {
        categories: CATEGORIES,
        forms: numbered([...stockForms, arrival, printer, ...manyForms()]),
        isOff: false,
      }
    case 'odd':
      return { categories: CATEGORIES, forms: numbered([...stockForms, arrival, printer, ...oddForms]), isOff: false }
    default:
      return { categories: CATEGORIES, forms: usual, isOff: false }
  }
}
