import { listOf, maybe, oneOf, shape, text } from './record-shape.ts'

const value = { type: ['string', 'number', 'boolean', 'array', 'null'] } as const

const fields = {
  key: text,
  value,
  source: oneOf(['flag', 'environment', 'file', 'account', 'organisation', 'locale', 'default']),
  origin: maybe(text),
  default: value,
  kind: oneOf(['platform', 'page', 'email', 'choice', 'switch', 'seconds', 'count', 'names', 'command', 'file']),
  values: maybe(listOf(text)),
  flag: maybe(text),
  variable: maybe(text),
  about: text,
  wrong: maybe(text),
}

const columns = ['key', 'value', 'source', 'origin'] as const

/** The settings, each with its value in force and where that comes from; `wrong` is what settings.json says in vain. */
export const settingListShape = shape({ name: 'setting', fields, columns, list: true })

/** One of them. */
export const settingShape = shape({ name: 'setting', fields, columns: Object.keys(fields) as never[], list: false })
