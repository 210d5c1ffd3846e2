import { describe, expect, test } from 'vitest'
import type { FieldSchema } from '../../src/records/shape.ts'
import { newDesk } from '../support/desk.ts'
import { fullDesk, saying, shaped, words } from '../support/shaped-commands.ts'

describe('--json-schema', () => {
  // Scripts rely on these: keys and words stay, new ones come last (`npx vitest run test/records/json-schema.test.ts -u`).
  test.each(shaped.map(({ path }) => path))('of ipeos %s is what it was, and needs no argument', async (path) => {
    const { ipeos } = newDesk({ fetch: () => Promise.reject(new Error('the platform was asked')) })
    const { code, out } = await ipeos([...path.split(' '), '--json-schema'])
    expect(code).toBe(0)
    await expect(out).toMatchFileSnapshot(`json-schema/${path.replaceAll(' ', '-')}.snap`)
  })
})

describe.each(['10.0', '11.0'] as const)('on GLPI %s what --json prints fits its schema:', async (glpi) => {
  const desk = await fullDesk(glpi)
  test.each(saying(glpi))('ipeos %s', async (path) => {
    const line = [...path.split(' '), ...(words[path] ?? [])]
    const [data, schema] = [await desk.ipeos([...line, '--json']), await desk.ipeos([...line, '--json-schema'])]
    const value: unknown = JSON.parse(data.out)
    expect(Array.isArray(value) ? value.length : 1, 'something to look at').toBeGreaterThan(0)
    expect(misfits(value, JSON.parse(schema.out), path)).toEqual([])
  })
})

/** Where a value is not what its schema says, each with its place. */
function misfits(value: unknown, schema: FieldSchema, place: string): string[] {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (types.length > 0 && !types.some((type) => isOf(value, type))) return [`${place}: ${typeOf(value)}, not ${types}`]
  if (schema.enum && !schema.enum.includes(value as string)) return [`${place}: ${value} is not one of ${schema.enum}`]
  if (schema.format === 'date-time' && value !== null && !isMoment(value)) return [`${place}: ${value} is no moment`]
  if (schema.format === 'uri' && value !== null && !URL.canParse(String(value)))
    return [`${place}: ${value} is no address`]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => (schema.items ? misfits(item, schema.items, `${place}[${index}]`) : []))
  }
  if (typeof value !== 'object' || value === null || !schema.properties) return []
  const { properties } = schema
  const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => `${place}.${key}: missing`)
  const inner = Object.entries(value).flatMap(([key, item]) => {
    const known = properties[key]
    return known ? misfits(item, known, `${place}.${key}`) : [`${place}.${key}: not in the schema`]
  })
  return [...missing, ...inner]
}

function isOf(value: unknown, type: string): boolean {
  return typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer')
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function isMoment(value: unknown): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(value))
}
