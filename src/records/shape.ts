import type { Dates } from '../dates/dates.ts'

/** A piece of JSON Schema (2020-12): what a value may be; `Value` says the same to the compiler. */
export interface FieldSchema<Value = unknown> {
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | number | null)[]
  readonly format?: string
  readonly items?: FieldSchema
  readonly properties?: Fields
  readonly required?: readonly string[]
  readonly description?: string
  /** In no schema: it has TypeScript remember `Value`. */
  readonly value?: Value
}

export type Fields = Readonly<Record<string, FieldSchema>>

/** An object with a value for each of these fields. */
export type ValuesOf<Given extends Fields> = {
  [Name in keyof Given]: Given[Name] extends FieldSchema<infer Value> ? Value : never
}

/** What scripts get of one kind of thing: each key with what it may hold. Keys stay, new ones come last. */
export interface RecordShape<Given extends Fields = Fields> {
  /** `ticket`: the title of its schema. */
  readonly name: string
  readonly fields: Given
  /** The columns in a pipe, in CSV and in Markdown; never reordered, new ones come last. */
  readonly columns: readonly string[]
  /** A list of them is given, not one. */
  readonly list: boolean
}

/** The record of a shape: a value for each of its fields; null, never undefined, for what is not known. */
export type RecordOf<Shape extends RecordShape> = ValuesOf<Shape['fields']>

/** A record of whatever shape. */
export type DataRecord = Readonly<Record<string, unknown>>

export const text: FieldSchema<string> = { type: 'string' }
export const integer: FieldSchema<number> = { type: 'integer' }
/** How long something takes, or took. */
export const seconds: FieldSchema<number> = { type: 'integer', description: 'seconds' }
/** How large something is. */
export const bytes: FieldSchema<number> = { type: 'integer', description: 'bytes' }
export const bool: FieldSchema<boolean> = { type: 'boolean' }
/** ISO 8601 with its offset. */
export const moment: FieldSchema<string> = { type: 'string', format: 'date-time' }
/** `2026-11-22`. */
export const day: FieldSchema<string> = { type: 'string', format: 'date' }
export const address: FieldSchema<string> = { type: 'string', format: 'uri' }
/** An object of which nothing more is promised. */
export const anyObject: FieldSchema<object> = { type: 'object' }

export function oneOf<const Word extends string>(words: readonly Word[]): FieldSchema<Word> {
  return { type: 'string', enum: words }
}

/** Null where it is not known, or where there is none. */
export function maybe<Value>(schema: FieldSchema<Value>): FieldSchema<Value | null> {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return { ...schema, type: [...types, 'null'], ...(schema.enum ? { enum: [...schema.enum, null] } : {}) }
}

export function listOf<Item>(items: FieldSchema<Item>): FieldSchema<readonly Item[]> {
  return { type: 'array', items }
}

export function object<Given extends Fields>(properties: Given): FieldSchema<ValuesOf<Given>> {
  return { type: 'object', properties, required: Object.keys(properties) }
}

/** Where no columns are named, all fields are. */
export function shape<Given extends Fields>(
  given: Omit<RecordShape<Given>, 'columns'> & { readonly columns?: readonly NoInfer<keyof Given>[] },
): RecordShape<Given> {
  return { ...given, columns: (given.columns ?? Object.keys(given.fields)) as string[] }
}

/** The names of the fields, in the order in which they are given. */
export function fieldNames(shape: RecordShape): string[] {
  return Object.keys(shape.fields)
}

/** The JSON Schema of what `--json` prints. */
export function schemaOf({ name, fields, list }: RecordShape): object {
  const one = object(fields)
  const $schema = 'https://json-schema.org/draft/2020-12/schema'
  return list ? { $schema, title: `${name}-list`, type: 'array', items: one } : { $schema, title: name, ...one }
}

/** A moment as records have it. */
export function isoOf(date: Date | undefined, { iso }: Dates): string | null {
  return date ? iso(date) : null
}
