/** A piece of JSON Schema (2020-12): what a value may be. */
export interface FieldSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | number | null)[]
  readonly format?: string
  readonly items?: FieldSchema
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly required?: readonly string[]
  readonly description?: string
}

/** What scripts get of one kind of thing: each key with what it may hold. Keys stay, new ones come last. */
export interface RecordShape<Key extends string = string> {
  /** `ticket`: the title of its schema. */
  readonly name: string
  readonly fields: { readonly [Name in Key]: FieldSchema }
  /** The columns in a pipe, in CSV and in Markdown; never reordered, new ones come last. */
  readonly columns: readonly NoInfer<Key>[]
  /** A list of them is given, not one. */
  readonly list: boolean
}

export const text: FieldSchema = { type: 'string' }
export const integer: FieldSchema = { type: 'integer' }
/** How long something takes, or took. */
export const seconds: FieldSchema = { type: 'integer', description: 'seconds' }
/** How large something is. */
export const bytes: FieldSchema = { type: 'integer', description: 'bytes' }
export const truth: FieldSchema = { type: 'boolean' }
/** ISO 8601 with its offset. */
export const moment: FieldSchema = { type: 'string', format: 'date-time' }
export const address: FieldSchema = { type: 'string', format: 'uri' }

export function oneOf(words: readonly string[]): FieldSchema {
  return { type: 'string', enum: words }
}

/** Null where it is not known, or where there is none. */
export function maybe(schema: FieldSchema): FieldSchema {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return { ...schema, type: [...types, 'null'], ...(schema.enum ? { enum: [...schema.enum, null] } : {}) }
}

export function listOf(items: FieldSchema): FieldSchema {
  return { type: 'array', items }
}

export function object(properties: Readonly<Record<string, FieldSchema>>): FieldSchema {
  return { type: 'object', properties, required: Object.keys(properties) }
}

/** The names of the fields, in the order in which they are given. */
export function fieldNames<Key extends string>(shape: RecordShape<Key>): Key[] {
  return Object.keys(shape.fields) as Key[]
}

/** The JSON Schema of what `--json` prints. */
export function schemaOf({ name, fields, list }: RecordShape): object {
  const one = object(fields)
  const $schema = 'https://json-schema.org/draft/2020-12/schema'
  return list ? { $schema, title: `${name}-list`, type: 'array', items: one } : { $schema, title: name, ...one }
}

/** Helps TypeScript to know the keys. */
export function shape<Key extends string>(given: RecordShape<Key>): RecordShape<Key> {
  return given
}
