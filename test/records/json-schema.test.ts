import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { describeCommand, everyCommand } from '../../src/cli/describe-command.ts'
import { buildProgram } from '../../src/cli/program.ts'
import type { FieldSchema } from '../../src/records/shape.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../support/desk.ts'
import { organisation } from '../support/organisation.ts'
import { translator } from '../support/translator.ts'

const root = await buildProgram({ t: translator('en') } as Partial<Context> as Context, '0', {
  write: () => undefined,
  columns: 80,
})
const shaped = everyCommand(describeCommand(root)).filter(({ shape }) => shape)

/** What else each command needs to have something to say. */
const words: Record<string, string[]> = {
  'ticket show': ['15'],
  'ticket list': ['--status', 'all', '--all'],
  'ticket export': ['15', '-o', 'tickets'],
  alert: ['--input', 'alert.json'],
  'ticket import': ['tickets.ndjson', '--yes'],
  'ticket new': ['--title', 'Souris', '--description', 'Perdue', '--category', '3', '--yes'],
  'ticket comment': ['15', '-m', 'Toujours lent.'],
  'ticket attach': ['15', 'tickets.ndjson'],
  'ticket accept': ['12'],
  'ticket refuse': ['19', '-m', 'Revenu ce matin.'],
  'ticket edit': ['17', '--urgency', 'high'],
  'ticket wait': ['15', '--until', 'taken', '--timeout', '0'],
  'draft show': ['3f2a9c41'],
  'faq search': ['mot de passe'],
  'faq show': ['3'],
  'reservation new': ['1', '--from', 'tomorrow 9am', '--for', '1h', '--yes'],
  'config get': ['language'],
  'contract show': ['IPEOS-2024-0117'],
}

/** These tell what happens while they run: nothing, in a test of a moment. */
const lasting = ['ticket watch']

async function fullDesk(glpi: '10.0' | '11.0'): Promise<Desk> {
  const site = await openSandbox({ glpi })
  // A solution to refuse, beside the seed's: no. 19.
  site.addTicket({ title: 'Clavier', status: 'solved', solutions: [{ content: 'Changé.', at: new Date() }] })
  const desk = newDesk(site)
  const drafts = join(desk.home, '.local', 'state', 'ipeos', 'drafts')
  mkdirSync(drafts, { recursive: true })
  const moment = '2026-11-20T10:00:00.000Z'
  const draft = {
    ...{ version: 1, id: '3f2a9c41-0000-4000-8000-000000000000', kind: 'ticket', answers: { title: 'Souris' } },
    ...{ owner: { platform: 'https://support.example', user: 'alice' }, created: moment, changed: moment },
    ...{ files: [], filesDone: false },
  }
  writeFileSync(join(drafts, `${draft.id}.json`), JSON.stringify(draft))
  writeFileSync(join(desk.home, 'ipeos.json'), JSON.stringify(organisation))
  writeFileSync(join(desk.home, 'tickets.ndjson'), '{"title":"Disque plein","description":"Sur srv1."}\n')
  writeFileSync(join(desk.home, 'alert.json'), '{"title":"Disque plein","text":"Sur srv1.","fingerprint":"d"}')
  const login = await desk.ipeos(['login', '--user', 'alice', '--password-stdin'], { stdin: 'alice-secret\n' })
  expect(login.code).toBe(0)
  await desk.ipeos(['config', 'import', 'ipeos.json', '--yes'])
  await desk.ipeos(['reservation', 'new', '2', '--from', 'tomorrow 9am', '--for', '1h', '--yes'])
  return desk
}

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
  test.each(shaped.map(({ path }) => path).filter((path) => !lasting.includes(path)))('ipeos %s', async (path) => {
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
