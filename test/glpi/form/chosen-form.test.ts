import { describe, expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../../src/sandbox/sandbox.ts'
import { memory } from '../../support/customer.ts'
import { type Place, place } from '../../support/glpi-versions.ts'

const general = 1
const mail = 5
const telephone = 6

const configuration = {
  categoryTemplates: {
    [mail]: {
      incident: {
        ...{ id: 5, mandatory: ['location', 'description'], hidden: ['observers', 'urgency'] },
        preset: { urgency: '4', title: 'Messagerie', description: '<p>Adresse :</p>' },
      },
      request: { id: 6, readOnly: ['title'], preset: { title: 'Une adresse' } },
    },
  },
  categoryTypes: { [telephone]: 'request', [general]: 'incident' },
} as const satisfies Partial<SandboxConfiguration>

const visit = (changes: Partial<SandboxConfiguration> = {}) =>
  place({ glpi: '10.0', configuration: { ...configuration, ...changes }, connect: { formCache: memory() } })

/** What is asked of the platform while this goes on, by its path. */
async function asked({ sandbox }: Place, work: () => Promise<unknown>): Promise<string[]> {
  const before = sandbox.requests.length
  await work()
  return sandbox.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
}

const anew = 'POST /front/tracking.injector.php'

describe('the form of GLPI 10 for a category', () => {
  test('is that of its template: mandatory, hidden and filled in', async () => {
    const { platform } = await visit()
    const base = await platform.form.read()
    const form = await platform.form.chosen(base, { category: mail })
    expect(form).toMatchObject({
      mandatory: ['location', 'description'],
      hidden: ['urgency'],
      preset: { category: mail, urgency: 'high', title: 'Messagerie', description: 'Adresse :' },
    })
    expect(form.observers).toBeUndefined()
    expect(form.categories).toEqual(base.categories)
  })

  test('is another one with another type', async () => {
    const { platform } = await visit()
    const form = await platform.form.chosen(await platform.form.read(), { type: 'request', category: mail })
    expect(form).toMatchObject({ mandatory: [], readOnly: ['title'], preset: { title: 'Une adresse' } })
  })

  test('is as before where the category has no template of its own', async () => {
    const { platform } = await visit()
    const base = await platform.form.read()
    const { preset, ...form } = await platform.form.chosen(base, { category: general })
    expect(form).toEqual(base)
    expect(preset).toEqual({ category: general })
  })

  test('is not that of the category that was chosen before', async () => {
    const { platform } = await visit()
    const base = await platform.form.read()
    await platform.form.chosen(base, { category: mail })
    const { preset } = await platform.form.chosen(base, { category: general })
    expect(preset).toEqual({ category: general })
  })

  test('costs one request, and none the second time', async () => {
    const at = await visit()
    const base = await at.platform.form.read()
    const choose = () => at.platform.form.chosen(base, { category: mail })
    expect(await asked(at, choose)).toEqual([anew])
    expect(await asked(at, choose)).toEqual([])
  })

  test('is kept with the form for the next command', async () => {
    const cache = memory()
    const at = await place({ glpi: '10.0', configuration, connect: { formCache: cache } })
    const form = await at.platform.form.chosen(await at.platform.form.read(), { category: mail })
    const { platform } = at.join({ formCache: cache })
    const base = await platform.form.read()
    const kept = async () => expect(await platform.form.chosen(base, { category: mail })).toEqual(form)
    expect(await asked(at, kept)).toEqual([])
  })

  test('is asked by a page of now where the form was kept', async () => {
    const cache = memory()
    const at = await place({ glpi: '10.0', configuration, connect: { formCache: cache } })
    await at.platform.form.read()
    const { platform } = at.join({ formCache: cache })
    const base = await platform.form.read()
    await platform.session()
    const requests = await asked(at, () => platform.form.chosen(base, { category: mail }))
    expect(requests).toEqual(['GET /', 'GET /front/helpdesk.public.php?create_ticket=1', anew])
  })

  test('is read all the same where the session died meanwhile', async () => {
    const at = await visit()
    const base = await at.platform.form.read()
    at.sandbox.killSessions()
    const form = await at.platform.form.chosen(base, { category: mail })
    expect(form.preset?.title).toBe('Messagerie')
  })

  test('asks for the places that the form itself does not show', async () => {
    const { platform } = await visit({ template: { hidden: ['location'] } })
    const base = await platform.form.read()
    expect(base.locations).toEqual([])
    expect((await platform.form.chosen(base, { category: mail })).locations).toHaveLength(2)
  })

  test('has no places where its template hides them', async () => {
    const { platform } = await visit({ categoryTemplates: { [mail]: { incident: { id: 5, hidden: ['location'] } } } })
    const form = await platform.form.chosen(await platform.form.read(), { category: mail })
    expect(form.locations).toEqual([])
  })
})

describe('the form of GLPI 10 for a type', () => {
  test('has the categories of that type', async () => {
    const { platform } = await visit()
    const base = await platform.form.read()
    const { categories } = await platform.form.chosen(base, { type: 'request' })
    const numbers = (form: typeof base) => form.categories.map(({ id }) => id)
    expect(numbers(base)).not.toContain(telephone)
    expect(categories.map(({ id }) => id)).toContain(telephone)
    expect(categories.map(({ id }) => id)).not.toContain(general)
  })

  test('is the form itself, without a request, for the type that it shows', async () => {
    const at = await visit()
    const base = await at.platform.form.read()
    expect(await asked(at, () => at.platform.form.chosen(base, { type: 'incident' }))).toEqual([])
  })

  test('shows no category as chosen that is none of its own', async () => {
    const { platform } = await visit()
    const form = await platform.form.chosen(await platform.form.read(), { type: 'request', category: general })
    expect(form.preset?.category).toBeUndefined()
  })
})

describe('where the page does not come back as it should', () => {
  const page = { match: { path: /tracking\.injector/ }, times: 9 }

  test.each([
    ['it is not there', { kind: 'status', status: 404 }],
    ['the server fails', { kind: 'status', status: 500 }],
    ['it is another page', { kind: 'html' }],
  ] as const)('the form stays as it is: %s', async (_what, fault) => {
    const at = await visit()
    at.sandbox.faults.inject({ ...fault, ...page })
    const base = await at.platform.form.read()
    expect(await at.platform.form.chosen(base, { category: mail })).toEqual(base)
  })

  test.each([
    ['is busy', { kind: 'status', status: 503 }],
    ['is cut off', { kind: 'truncated' }],
  ] as const)('what passes by itself is told: the server %s', async (_what, fault) => {
    const at = await visit()
    at.sandbox.faults.inject({ ...fault, ...page })
    const base = await at.platform.form.read()
    await expect(at.platform.form.chosen(base, { category: mail })).rejects.toMatchObject({ name: 'Unreachable' })
  })
})

test('nothing is asked on GLPI 11', async () => {
  const at = await place({ glpi: '11.0' })
  const base = await at.platform.form.read()
  expect(await asked(at, () => at.platform.form.chosen(base, { category: mail, type: 'request' }))).toEqual([])
})
