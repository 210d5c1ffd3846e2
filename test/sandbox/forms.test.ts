import { expect, test } from 'vitest'
import { seenWith } from '../../src/sandbox/forms/conditions.ts'
import { catalogueOf } from '../../src/sandbox/forms/site-forms.ts'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { ask, login } from './caller.ts'

type Kind = Parameters<typeof catalogueOf>[0]

/** Alice with the cookie of her session, on a site whose catalogue is of this kind. */
async function customerOf(kind: Kind) {
  const sandbox = await openSandbox({ configuration: { catalogue: catalogueOf(kind) } })
  const { token, get } = await login(sandbox, 'alice')
  const names = (await ask(sandbox, 'GET', '/')).headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? '')
  const Cookie = `${names.find((name) => /^glpi_[0-9a-f]+$/.test(name))}=${token}`
  const open = (path: string, headers: Record<string, string> = {}) =>
    ask(sandbox, 'GET', path, { headers: { Cookie, ...headers } })
  return { sandbox, get, Cookie, open }
}

/** Calls of one form: its fields, with the token of its page. */
async function formOf(kind: Kind, name: string) {
  const customer = await customerOf(kind)
  const { sandbox, Cookie, open } = customer
  const form = sandbox.configuration.catalogue.forms.find((one) => one.name === name)
  const { text } = await open(`/Form/Render/${form?.id}`)
  const csrf = /glpi:csrf_token" content="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
  const id = (question: string) =>
    form?.sections.flatMap(({ blocks }) => blocks).find((block) => block.name === question)?.id ?? 0
  const post = (path: string, fields: Record<string, string>, { form: key = 'forms_id', headers = {} } = {}) =>
    posted(
      sandbox,
      path,
      { [key]: String(form?.id), ...fields },
      {
        ...{ Cookie, 'X-Requested-With': 'XMLHttpRequest', 'X-Glpi-Csrf-Token': csrf, Accept: 'application/json' },
        ...headers,
      },
    )
  return { ...customer, page: text, csrf, id, post }
}

async function posted(sandbox: Sandbox, path: string, fields: Record<string, string>, headers: Record<string, string>) {
  const body = new URLSearchParams(fields)
  const response = await sandbox.fetch(new Request(`http://support.example${path}`, { method: 'POST', headers, body }))
  const text = await response.text()
  return { status: response.status, json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined }
}

const titles = (text: string) => [...text.matchAll(/<h2 class="card-title">([^<]+)/g)].map(([, title]) => title)
const found = (text: string) => [...text.matchAll(/aria-label="([^"]+)"/g)].map(([, title]) => title)

test('a catalogue that is switched off refuses its page, and all that it asks for still answers', async () => {
  const { open } = await customerOf('off')
  expect((await open('/ServiceCatalog')).status).toBe(403)
  expect(titles((await open('/ServiceCatalog/Items')).text)).toContain('Signaler un problème')
  expect((await open('/Form/Render/1')).status).toBe(200)
})

test('forms that are not active are not listed, and their addresses refuse', async () => {
  const { open } = await customerOf('no-stock')
  expect(titles((await open('/ServiceCatalog')).text)).toEqual(['Ressources humaines', 'Panne d&#039;imprimante'])
  expect((await open('/Form/Render/1')).status).toBe(403)
})

test('a site without any form says so', async () => {
  const { open } = await customerOf('empty')
  expect((await open('/ServiceCatalog')).text).toContain('Aucun formulaire trouvé')
  expect(found((await open('/Helpdesk/Search?filter=imprimante')).text)).toEqual([])
})

test('where all stands in categories the root holds categories alone', async () => {
  const { open } = await customerOf('categories')
  expect(titles((await open('/ServiceCatalog')).text)).toEqual(['Ressources humaines', 'Matériel'])
  expect(titles((await open('/ServiceCatalog/Items?category=2')).text)).toEqual(['Impression'])
})

test('many forms come by pages of twelve, pinned ones first, and the last link tells how many pages there are', async () => {
  const { open } = await customerOf('many')
  const { text } = await open('/ServiceCatalog/Items?page=2')
  expect(titles(text)).toHaveLength(12)
  const links = [...text.matchAll(/data-pagination-item href="\?page=(\d+)"/g)].map(([, page]) => page)
  expect(links).toEqual(['1', '1', '1', '2', '3', '2'])
  expect(titles((await open('/ServiceCatalog')).text)[0]).toBe('Formulaire 5')
})

test('a search stands a wrong letter, and knows the stored names alone', async () => {
  const { open } = await customerOf('usual')
  expect(found((await open('/Helpdesk/Search?filter=imprimente')).text)).toEqual(['Panne d&#039;imprimante'])
  expect(found((await open('/Helpdesk/Search?filter=signaler')).text)).toEqual([])
})

test('a question that only a plug-in knows is a hidden input', async () => {
  const { page } = await formOf('odd', 'Avec un greffon')
  expect(page).toMatch(/<h3>Signature <span class="text-danger">\*<\/span><\/h3>\s*<input type="hidden"/)
})

test('a button that stays hidden hinders nobody from sending', async () => {
  const { id, post } = await formOf('odd', 'Demande de congé')
  const answers = { [`answers_${id('Votre responsable est d’accord')}[]`]: '2' }
  const key = `answers[${id('Votre responsable est d’accord')}][]`
  const seen = await post('/Form/Condition/Engine', { [key]: '2' }, { form: 'form_id' })
  expect(seen.json.form_visibility).toBe(false)
  expect((await post('/Form/SubmitAnswers', answers)).status).toBe(200)
})

test('rules on answers are told once the answers are checked; a mark does not count as length', async () => {
  const { id, post } = await formOf('odd', 'Règles')
  const { json } = await post('/Form/ValidateAnswers', {
    [`answers_${id('Code client')}`]: 'X1',
    [`answers_${id('Raison')}`]: '<p>court</p><!-- ipeos:0123456789 -->',
    [`answers_${id('Combien ?')}`]: '11',
  })
  expect(json.errors.map(({ message }: { message: string }) => message)).toEqual([
    'La valeur doit correspondre au format demandé',
    'La longueur doit être supérieure ou égale à 10',
    'La valeur ne peut être supérieure à 10',
  ])
})

test('two tickets of one form are two links; a form that makes none gives its name and a number', async () => {
  const two = await formOf('odd', 'Deux tickets')
  const made = await two.post('/Form/SubmitAnswers', { [`answers_${two.id('Quoi ?')}`]: 'un écran' })
  expect(made.json.links_to_created_items).toHaveLength(2)
  const none = await formOf('odd', 'Boîte à idées')
  const sent = await none.post('/Form/SubmitAnswers', { [`answers_${none.id('Votre idée')}`]: '<p>Un baby-foot</p>' })
  expect(sent).toEqual({ status: 200, json: ['Boîte à idées #1'] })
})

test('a text «contains» the wrong way round, as 11.0.2 has it', () => {
  const form = catalogueOf('odd').forms.find(({ name }) => name === 'Deux tickets')
  const id = form?.sections[0]?.blocks[0]?.id ?? 0
  const seen = (text: string) => {
    const conditions = [{ question: 'Quoi ?', operator: 'contains', value: 'feu', logic: 'and' }] as const
    const asked = form && { ...form, submit: { strategy: 'visible_if' as const, conditions: [...conditions] } }
    return (
      asked && seenWith(asked, new Map([[id, { values: [text], itemtype: undefined, files: [], isList: false }]])).form
    )
  }
  expect({ fe: seen('fe'), 'au feu': seen('au feu') }).toEqual({ fe: true, 'au feu': false })
})

test('the token of the header is kept, that of the body is used up', async () => {
  const { csrf, post, id } = await formOf('usual', "Panne d'imprimante")
  const answers = { [`answers_${id('Quelle imprimante ?')}`]: 'HP', [`answers_${id('Problème')}[]`]: '1' }
  const bare = { headers: { 'X-Requested-With': '' } }
  const body = { ...answers, _glpi_csrf_token: csrf }
  expect((await post('/Form/ValidateAnswers', answers)).status).toBe(200)
  expect((await post('/Form/ValidateAnswers', answers)).status).toBe(200)
  expect((await post('/Form/ValidateAnswers', body, bare)).status).toBe(200)
  expect((await post('/Form/ValidateAnswers', body, bare)).status).toBe(403)
})
