import { contractLevels } from '../itil/contract-level.ts'
import { integer, listOf, maybe, object, oneOf, shape, text } from './record-shape.ts'

const source = oneOf(['platform', 'organisation'])
const day = { type: 'string', format: 'date' } as const
export const contactFields = object({ name: text, login: maybe(text), email: maybe(text) })

const fields = {
  number: text,
  name: text,
  level: maybe(oneOf(contractLevels)),
  begins: maybe(day),
  ends: maybe(day),
  categories: maybe(listOf(text)),
  hours: maybe(text),
  telephone: maybe(text),
  contact: maybe(contactFields),
  notes: maybe(text),
  id: maybe(integer),
  source,
}

const columns = ['number', 'name', 'level', 'begins', 'ends', 'hours', 'telephone', 'source'] as const

/** Contracts of support. `categories`: those that it takes in charge, all of them when null; `id`: on the platform. */
export const contractListShape = shape({ name: 'contract', fields, columns, list: true })

/** One of them. */
export const contractShape = shape({ name: 'contract', fields, columns: Object.keys(fields) as never[], list: false })

const reach = object({
  number: text,
  name: text,
  level: maybe(oneOf(contractLevels)),
  hours: maybe(text),
  telephone: maybe(text),
})

/** How support is reached. */
export const contactShape = shape({
  name: 'contact',
  fields: {
    support: maybe(text),
    platform: text,
    contact: maybe(contactFields),
    contracts: listOf(reach),
    recovery: maybe(object({ url: maybe(text), email: maybe(text) })),
    source,
  },
  columns: ['support', 'platform', 'contact', 'contracts', 'recovery', 'source'],
  list: false,
})
