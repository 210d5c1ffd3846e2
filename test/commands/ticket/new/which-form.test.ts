import { expect, test } from 'vitest'
import { catalogueOf } from '../../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { ipeos } from '../../../support/desk.ts'

type Kind = Parameters<typeof catalogueOf>[0]

const usual = ['--title', 'Onduleur', '--description', 'Il siffle.']

/** What `ticket new` would send, on a site with these forms. */
async function shown(words: string[], { kind = 'usual', user = 'alice' }: { kind?: Kind; user?: string } = {}) {
  const site = await openSandbox({ configuration: { catalogue: catalogueOf(kind) } })
  const result = await ipeos(site, ['ticket', 'new', ...words, '--dry-run', '--json'], { user })
  return { ...result, request: result.code === 0 ? JSON.parse(result.out) : undefined }
}

test.each([
  ['incident', 1],
  ['request', 2],
])('a script that names no form goes by the usual one of its type: %s', async (type, form) => {
  const { request } = await shown([...usual, '--type', type])
  expect(request).toMatchObject({ form, type, title: 'Onduleur', description: 'Il siffle.' })
})

test('without a type it is the one for incidents', async () => {
  const { request } = await shown(usual)
  expect(request).toMatchObject({ form: 1, type: 'incident' })
})

test.each(['imprimante', '4', '#4', 'https://support.example/Form/Render/4'])(
  'a form is named by words of its title, its number or its address: %s',
  async (name) => {
    const { request } = await shown([
      ...['--form', name, '--answer', 'Quelle imprimante=Accueil', '--answer', 'Problème=Plus d’encre'],
    ])
    expect(request).toMatchObject({ form: 4, formTitle: "Panne d'imprimante" })
  },
)

test('where the site has taken away its usual forms, a script must say which, and is told them', async () => {
  const { code, notes } = await shown(usual, { kind: 'no-stock' })
  expect(code).toBe(2)
  expect(notes).toContain("Panne d'imprimante (--form 4)")
  expect(notes).toContain("Arrivée d'un collaborateur (--form 3)")
})

test('the only form of a site needs no name', async () => {
  const { forms, ...catalogue } = catalogueOf('usual')
  const only = { ...catalogue, forms: forms.map((form) => ({ ...form, active: form.id === 4 })) }
  const site = await openSandbox({ configuration: { catalogue: only } })
  const words = [
    'ticket',
    'new',
    '--answer',
    'Quelle imprimante=A',
    '--answer',
    'Problème=Autre',
    '--dry-run',
    '--json',
  ]
  expect(JSON.parse((await ipeos(site, words)).out)).toMatchObject({ form: 4 })
})

test.each([
  ['a site without forms', 'empty', 'alice'],
  ['a technician, who has other pages', 'usual', 'teo'],
] as const)('%s: the request goes as before', async (_who, kind, user) => {
  const { code, request } = await shown(usual, { kind, user })
  expect(code).toBe(0)
  expect(request).toMatchObject({ form: null, title: 'Onduleur', answers: [] })
})

test('an unknown form is not found, and those that come near are named', async () => {
  const { code, notes } = await shown(['--form', 'Panne d’imprimente'])
  expect(code).toBe(3)
  expect(notes).toContain("Panne d'imprimante")
})

test('a word for a type that there is not is told with those that there are', async () => {
  const { code, notes } = await shown([...usual, '--type', 'panne'])
  expect(code).toBe(2)
  expect(notes).toContain('panne')
  expect(notes).toMatch(/incident/i)
})
