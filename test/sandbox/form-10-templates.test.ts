import { expect, test } from 'vitest'
import { openSandbox, type SandboxConfiguration } from '../../src/sandbox/sandbox.ts'
import { ask, login } from './caller.ts'

const mail = 5
const telephone = 6
const configuration = {
  mandatoryFields: ['description'],
  categoryTemplates: {
    [mail]: {
      incident: {
        ...{ id: 5, mandatory: ['location'], hidden: ['observers', 'type'] },
        preset: { urgency: '4', title: 'Messagerie', category: '1' },
      },
    },
    [telephone]: { incident: { id: 6, hidden: ['urgency'], preset: { title: 'Téléphone' } } },
  },
  categoryTypes: { [telephone]: 'incident' },
} as const satisfies Partial<SandboxConfiguration>

type Fields = Record<string, string>

/** alice, who opens the form of GLPI 10, and sends it as its page does. */
async function visit(changes: Partial<SandboxConfiguration> = {}) {
  const sandbox = await openSandbox({ glpi: '10.0', configuration: { ...configuration, ...changes } })
  const alice = await login(sandbox, 'alice')
  const [name] =
    /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
  const Cookie = `${name}=${alice.token}`
  const page = (await ask(sandbox, 'GET', '/front/helpdesk.public.php?create_ticket=1', { headers: { Cookie } })).text
  const send = async (body: URLSearchParams | FormData) => {
    const request = new Request('http://support.example/front/tracking.injector.php', {
      ...{ method: 'POST', headers: { Cookie }, body },
    })
    const response = await sandbox.fetch(request)
    return { status: response.status, text: await response.text() }
  }
  const sendForm = async (shown: string, changed: Fields) =>
    (await send(new URLSearchParams({ ...fieldsOf(shown), ...changed }))).text
  return { sandbox, alice, Cookie, page, send, sendForm }
}

/** What a browser sends of a page. */
function fieldsOf(page: string): Fields {
  const form = page.slice(page.indexOf('<form'), page.indexOf('</form>'))
  const inputs = [...form.matchAll(/<input [^>]*name="(\w+)" value="([^"]*)"/g)]
  const selects = [...form.matchAll(/<select [^>]*name=["'](\w+)["'][^>]*>(.*?)<\/select>/g)]
  const chosen = selects.map(([, name, inner]) => [name, /value=["'](\w+)["'] selected/.exec(inner ?? '')?.[1] ?? ''])
  const content = /name="content"[^>]*>([^<]*)</.exec(form)?.[1] ?? ''
  return Object.fromEntries([...inputs.map(([, name, value]) => [name, value]), ...chosen, ['content', content]])
}

const titleIn = (page: string) => /name="name" value="([^"]*)"/.exec(page)?.[1]
const urgencyIn = (page: string) =>
  /<option value="(\d)" selected>/.exec(page.slice(page.indexOf('name="urgency"')))?.[1]

test('a category with a template shows its mandatory and hidden fields, and what it fills in', async () => {
  const { page, sendForm } = await visit()
  const anew = await sendForm(page, { itilcategories_id: String(mail) })
  expect(anew).toMatch(/name="locations_id"[^>]* required/)
  expect(anew).not.toContain('data-actor-type="observer"')
  expect(anew).toContain('<option value="5" selected>Messagerie</option>')
  expect([titleIn(anew), urgencyIn(anew)]).toEqual(['Messagerie', '4'])
})

test('it never hides nor fills in type and category, as these are what chose it', async () => {
  const { page, sendForm } = await visit()
  const anew = await sendForm(page, { itilcategories_id: String(mail) })
  expect(anew).toContain('<select class="form-select" name="type"')
  expect(anew).not.toContain('selected>Général</option>')
})

test('with another type its template is not used', async () => {
  const { page, sendForm } = await visit()
  const anew = await sendForm(page, { itilcategories_id: String(mail), type: '2' })
  expect(anew).toContain('data-actor-type="observer"')
  expect(titleIn(anew)).toBe('')
})

test('another template fills in its own over what was typed, and leaves what it has nothing for', async () => {
  const { page, sendForm } = await visit()
  const first = await sendForm(page, { itilcategories_id: String(mail), content: 'Rien ne part' })
  const next = await sendForm(first, { itilcategories_id: String(telephone), name: 'Mon titre' })
  expect(titleIn(next)).toBe('Téléphone')
  expect(next).toContain('>Rien ne part</textarea>')
  expect(next).not.toContain('<select name="urgency"')
})

test('the same template leaves what was typed', async () => {
  const { page, sendForm } = await visit()
  const first = await sendForm(page, { itilcategories_id: String(mail) })
  expect(titleIn(await sendForm(first, { name: 'Mon titre' }))).toBe('Mon titre')
})

test('a category that is not of the type is no longer chosen', async () => {
  const { page, sendForm } = await visit()
  const anew = await sendForm(page, { itilcategories_id: String(telephone), type: '2' })
  expect(fieldsOf(anew)).toMatchObject({ itilcategories_id: '', type: '2' })
})

test('categories are offered by type', async () => {
  const { sandbox, Cookie, page, sendForm } = await visit()
  const offered = async (shown: string) => {
    const csrf = /glpi:csrf_token" content="(\w+)"/.exec(shown)?.[1] ?? ''
    const script = shown.slice(shown.indexOf('itemtype: "ITILCategory"'))
    const body = new URLSearchParams({
      ...{ itemtype: 'ITILCategory', display_emptychoice: '0', page: '1', page_limit: '100' },
      condition: /condition: "(\w+)"/.exec(script)?.[1] ?? '',
      _idor_token: /_idor_token: "(\w+)"/.exec(script)?.[1] ?? '',
    })
    const headers = { Cookie, 'X-Requested-With': 'XMLHttpRequest', 'X-Glpi-Csrf-Token': csrf }
    const url = 'http://support.example/ajax/getDropdownValue.php'
    return (await sandbox.fetch(new Request(url, { method: 'POST', headers, body }))).text()
  }
  expect(await offered(page)).toContain('Téléphonie')
  expect(await offered(await sendForm(page, { type: '2' }))).not.toContain('Téléphonie')
})

test('the token of a form is good for once, and the page says so with status 200', async () => {
  const { page, send } = await visit()
  const body = () => new URLSearchParams(fieldsOf(page))
  expect((await send(body())).text).toContain('name="helpdeskform"')
  const again = await send(body())
  expect(again.status).toBe(200)
  expect(again.text).not.toContain('name="helpdeskform"')
})

test('a form of several parts does as well, as a browser sends it', async () => {
  const { page, send } = await visit()
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...fieldsOf(page), itilcategories_id: String(mail) }))
    body.set(name, value)
  expect(titleIn((await send(body)).text)).toBe('Messagerie')
})

test('to show the form anew changes nothing', async () => {
  const { sandbox, page, sendForm } = await visit()
  await sendForm(page, { itilcategories_id: String(mail) })
  expect(sandbox.writes).toEqual([])
})

test('whoever may read categories sees their types and the numbers of their templates', async () => {
  const { alice } = await visit({ customerMayReadAssets: true })
  const { json } = await alice.get(`/ITILCategory/${mail}`)
  expect(json).toMatchObject({ is_request: 1, tickettemplates_id_incident: 5, tickettemplates_id_demand: 0 })
})
