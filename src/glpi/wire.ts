import * as z from 'zod/mini'
import { Failed } from '../errors/error.ts'

/**
 * A whole number, which GLPI writes as a number or as text (contract, «getGlpiConfig»: `"document_max_size": "2"`);
 * undefined for anything else.
 */
export function integerOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

/** The same in a schema. */
export const integer = z.pipe(z.transform(integerOf), z.int())

/** The number of what was made: 0 would say that nothing was. */
export const madeNumber = z.pipe(z.transform(integerOf), z.int().check(z.positive()))

/** 0 or 1, as number, text or boolean; null is 0. */
export const flag = z.pipe(
  z.union([z.boolean(), z.number(), z.string(), z.null()]),
  z.transform((value) => value !== null && Number(value) !== 0),
)

/** Characters; GLPI's own names have 255, and the full name of a category as many for each level. */
const longestName = 2_000
/** Of several names in one field, as technicians of a ticket. */
const mostTogether = 20

/** A name, cut where no name of GLPI goes on. The copy frees the rest from memory, which a slice would hold. */
function nameOf(text: string): string {
  return text.length > longestName ? `${Buffer.from(text.slice(0, longestName)).toString('utf8')}…` : text
}

/** A name to show; empty when GLPI has none. */
export const label = z.pipe(
  z.union([z.string(), z.number(), z.null()]),
  z.transform((value) => nameOf(value === null ? '' : String(value)).trim()),
)

/** A reference that `expand_dropdowns` made a name of; undefined for none, and for a number that stayed one. */
export const reference = z.pipe(
  z.union([z.string(), z.number(), z.null()]),
  z.transform((value) => (typeof value === 'string' && nameOf(value).trim()) || undefined),
)

/**
 * What a field of a search row says: text, a number, null, or an array when it holds several (GLPI.md, «lists»). Empty
 * when it says nothing, undefined for anything else.
 */
export function cellOf(value: unknown): string | undefined {
  // Almost always.
  if (typeof value === 'string') return nameOf(value)
  const values: unknown[] = Array.isArray(value) ? value : [value]
  if (!values.every((one) => one === null || typeof one === 'string' || Number.isFinite(one))) return undefined
  const texts = values.filter((one) => one !== null && one !== '').slice(0, mostTogether)
  return texts.map((one) => nameOf(String(one))).join(', ')
}

/** The same in a schema. */
export const cell = z.pipe(z.transform(cellOf), z.string())

/** HTML as the platform holds it. */
export const html = z.pipe(
  z.nullable(z.string()),
  z.transform((value) => value ?? ''),
)

/** A naive date of the server, or null. */
export const serverDate = z.nullable(z.string())

/**
 * What the platform answered, as a schema says it must be. Rejects with `Failed`, naming the field, when something
 * relied upon is missing or of another kind; `what` names the answer.
 */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, answer: unknown, what: string): z.output<Schema> {
  const result = z.safeParse(schema, answer)
  if (result.success) return result.data
  throw unexpected(what, result.error.issues[0]?.path.join('.') || '—', result.error)
}

/** The answer is JSON, and yet not what was expected, at `where`. */
export function unexpected(what: string, where: string, cause?: unknown): Failed {
  return new Failed('unexpected-answer', { what, where }, { cause })
}
