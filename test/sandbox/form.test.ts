import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { ask, login } from './caller.ts'

const VERSIONS = ['10.0', '11.0'] as const
type Version = (typeof VERSIONS)[number]

const FORM = { '10.0': '/front/helpdesk.public.php?create_ticket=1', '11.0': '/Form/Render/1' }

interface Visit {
  sandbox: Sandbox
  page: string
  status: number
  cookie: string
  open(path: string, options?: Parameters<typeof ask>[3]): ReturnType<typeof ask>
}

/** Logs in through the API, learns the cookie's name, and opens the form with the session's token as cookie. */
async function visit(glpi: Version, name = 'alice', options: SandboxOptions = {}): Promise<Visit> {
  const sandbox = await openSandbox({ glpi, ...options })
  const caller = await login(sandbox, name)
  if (name === 'henri') await caller.post('/changeActiveProfile', { profiles_id: 1 })
  const response = await sandbox.fetch(new Request('http://support.example/'))
  const names = response.headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? '')
  const cookie = `${names.find((one) => /^glpi_[0-9a-f]+$/.test(one))}=${caller.token}`
  const open: Visit['open'] = (path, { headers, ...rest } = {}) => {
    return ask(sandbox, rest.body || rest.form ? 'POST' : 'GET', path, {
      ...rest,
      headers: { Cookie: cookie, ...headers },
    })
  }
  const { text, status } = await open(FORM[glpi])
  return { sandbox, page: text, status, cookie, open }
}

const csrfOf = (page: string): string => /glpi:csrf_token" content="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''

/** The parameters of the drop-down of categories, as each version writes them in its script. */
function parametersOf(page: string): Record<string, string> {
  const json = /params: (\{"itemtype":"ITILCategory".*\}),/.exec(page)?.[1]
  if (json) return JSON.parse(json)
  const script = page.slice(page.indexOf('itemtype: "ITILCategory"'))
  const value = (name: string) => new RegExp(`${name}: "([^"]*)"`).exec(script)?.[1] ?? ''
  return { itemtype: 'ITILCategory', condition: value('condition'), _idor_token: value('_idor_token') }
}

async function categories(
  { sandbox, page, cookie }: Visit,
  changes: Record<string, string> = {},
  headers: Record<string, string> = {},
) {
  const { itemtype = '', condition = '', _idor_token = '' } = parametersOf(page)
  const asked = { entity_restrict: '-1', display_emptychoice: '0', page: '1', page_limit: '100' }
  const form = { itemtype, condition, _idor_token, ...asked, ...changes }
  const request = new Request('http://support.example/ajax/getDropdownValue.php', {
    method: 'POST',
    headers: { Cookie: cookie, 'X-Requested-With': 'XMLHttpRequest', 'X-Glpi-Csrf-Token': csrfOf(page), ...headers },
    body: new URLSearchParams(form),
  })
  const response = await sandbox.fetch(request)
  const type = response.headers.get('content-type') ?? ''
  const text = await response.text()
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into it
  const json: any = type.startsWith('application/json') && text !== '' ? JSON.parse(text) : undefined
  return { status: response.status, type, json }
}

describe('the form of 10.0', () => {
  test('offers types, urgencies and my equipment, in the account’s language', async () => {
    const { page } = await visit('10.0')
    expect(page).toMatch(/<select [^>]*name="type".*value="2">Demande</)
    expect(page).toMatch(/<select name="urgency".*value="5">Très haute<.*value="3" selected>Moyenne</)
    expect(page).toMatch(
      /<select name='my_items'.*<optgroup label="Mes matériels"><option value='Computer_3'>Ordinateur - poste-alice - WTC-0003</,
    )
  })

  test('speaks English to an English account', async () => {
    const { page } = await visit('10.0', 'bob')
    expect(page).toMatch(/<select name="urgency".*value="5">Very high</)
  })

  test('carries who asks, for which entity, at which address, and the file limit', async () => {
    const { page } = await visit('10.0', 'alice', { configuration: { documentMaxSizeMb: 5 } })
    expect(page).toContain('<input type="hidden" name="_users_id_requester" value="8" />')
    expect(page).toContain('<input type="hidden" name="entities_id" value="1" />')
    expect(page).toContain('default_email: "alice@ipeos.example"')
    expect(page).toContain('maxFileSize: 5242880')
  })

  test('offers only the urgencies that the site enabled', async () => {
    const { page } = await visit('10.0', 'alice', { configuration: { urgencyMask: 0b011100 } })
    const select = /<select name="urgency".*?<\/select>/.exec(page)?.[0] ?? ''
    expect([...select.matchAll(/value="(\d)"/g)].map(([, value]) => value)).toEqual(['4', '3', '2'])
  })

  test('marks what is mandatory', async () => {
    const { page } = await visit('10.0', 'alice', { configuration: { mandatoryFields: ['title', 'category'] } })
    expect(page).toMatch(/<input [^>]*name="name"[^>]*required/)
    expect(page).toMatch(/<select name="itilcategories_id"[^>]*required="1"/)
    expect(page).not.toMatch(/<textarea [^>]*name="content"[^>]*required/)
  })

  test('is not for a central profile', async () => {
    const sandbox = await openSandbox({ glpi: '10.0' })
    const teo = await login(sandbox, 'teo')
    const [name] =
      /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
    expect((await ask(sandbox, 'GET', FORM['10.0'], { headers: { Cookie: `${name}=${teo.token}` } })).status).toBe(403)
  })
})

describe('the forms of 11.0', () => {
  test('are listed in the service catalog', async () => {
    const { open } = await visit('11.0')
    const { text } = await open('/ServiceCatalog')
    expect([...text.matchAll(/href="\/Form\/Render\/(\d)"/g)].map(([, id]) => id)).toEqual(['1', '2', '4'])
  })

  test('name their questions, and mark what is mandatory', async () => {
    const { page } = await visit('11.0', 'alice', { configuration: { mandatoryFields: ['description', 'category'] } })
    const starred = [...page.matchAll(/<h3>([^<]*) <span class="text-danger">/g)].map(([, label]) => label)
    expect(starred).toEqual(['Catégorie', 'Description'])
    expect(page).toMatch(
      /aria-label="Urgency">\s*<h3>Urgence<\/h3>\s*<select [^>]*name="answers_1"><option value="0" selected/,
    )
  })

  test('have numbers of their own', async () => {
    const { open } = await visit('11.0')
    expect((await open('/Form/Render/2')).text).toContain('name="answers_8"')
    expect((await open('/Form/Render/9')).status).toBe(404)
  })
})

/** To parameters that a page did not hand out both answer an empty body. */
const nothing = { status: 200, json: undefined }

/** A script of a page without its token gets a page: on 10.0 of status 200. */
const withoutToken = { '10.0': 200, '11.0': 403 }

describe.each(VERSIONS)('the pages of %s', (glpi) => {
  test('send to the login page whoever has no session', async () => {
    const { sandbox } = await visit(glpi)
    const answered = await ask(sandbox, 'GET', glpi === '10.0' ? FORM[glpi] : '/ServiceCatalog')
    expect([answered.status, answered.headers.get('location')]).toEqual([302, expect.stringContaining('redirect=')])
  })

  test('refuse the form when the site does not show it', async () => {
    const { status } = await visit(glpi, 'alice', { configuration: { formAvailable: false } })
    expect(status).toBe(403)
  })

  test('give henri his three machines', async () => {
    const { page } = await visit(glpi, 'henri')
    const values = [...page.matchAll(/<option value='((?:Computer|Printer|Peripheral)_\d)'/g)].map(([, value]) => value)
    expect(values).toEqual(['Computer_1', 'Computer_2', 'Printer_1'])
  })

  test('give the categories that customers see, as a tree', async () => {
    const visited = await visit(glpi)
    const { json } = await categories(visited)
    expect(json.count).toBe(6)
    expect(json.results[0].text).toBe('IPEOS')
    expect(json.results[0].children).toContainEqual(
      expect.objectContaining({ id: 4, text: 'DNS & domaines', level: 2, title: 'Hébergement > DNS & domaines' }),
    )
    expect(json.results[0].children.map(({ text }: { text: string }) => text)).not.toContain('Interne')
  })

  test('give them page by page, a parent coming along where it is needed', async () => {
    const visited = await visit(glpi)
    const ids: number[] = []
    for (const page of ['1', '2', '3', '4']) {
      const { json } = await categories(visited, { page, page_limit: '2' })
      // On 11.0 a group that goes on has its name on the page before.
      const children = json.results.flatMap((one: { children?: unknown[] }) => one.children ?? [one])
      ids.push(...children.filter((one: { disabled?: true }) => !one.disabled).map(({ id }: { id: number }) => id))
    }
    expect(ids.sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('search among them', async () => {
    const { json } = await categories(await visit(glpi), { searchText: 'dns' })
    expect(json.results[0].children).toMatchObject([
      { id: 2, text: 'Hébergement', level: 1, disabled: true },
      { id: 4, text: 'DNS & domaines', level: 2, title: 'Hébergement > DNS & domaines' },
    ])
  })

  test('refuse them in HTML without the CSRF header', async () => {
    const refused = await categories(await visit(glpi), {}, { 'X-Glpi-Csrf-Token': '' })
    expect(refused).toMatchObject({ status: withoutToken[glpi], type: 'text/html; charset=UTF-8' })
  })

  test('refuse them with the token of another session', async () => {
    const [mine, other] = [await visit(glpi), await visit(glpi)]
    expect((await categories(mine, {}, { 'X-Glpi-Csrf-Token': csrfOf(other.page) })).status).toBe(withoutToken[glpi])
    const stolen = parametersOf(other.page)._idor_token ?? ''
    expect(await categories(mine, { _idor_token: stolen })).toMatchObject(nothing)
  })

  test('refuse parameters that the page did not hand out', async () => {
    const visited = await visit(glpi)
    expect(await categories(visited, { itemtype: 'User' })).toMatchObject(nothing)
    expect(await categories(visited, { condition: '0'.repeat(40) })).toMatchObject(nothing)
    expect(await categories(visited, { _idor_token: '' })).toMatchObject(nothing)
  })

  test('change the preferences: language, telephone, address', async () => {
    const { sandbox, open, cookie } = await visit(glpi)
    const tab = await open(
      '/ajax/common.tabs.php?_glpi_tab=User$1&_target=/front/preference.php&_itemtype=Preference&id=0',
    )
    const token = /name="_glpi_csrf_token" value="([0-9a-f]{64})"/.exec(tab.text)?.[1] ?? ''
    const email = /name="(_useremails\[\d+\])" value="alice@ipeos.example"/.exec(tab.text)?.[1] ?? ''
    const send = (values: Record<string, string>) =>
      sandbox.fetch(
        new Request('http://support.example/front/preference.php', {
          ...{ method: 'POST', headers: { Cookie: cookie }, body: new URLSearchParams(values) },
        }),
      )
    const values = { update: '1', id: '8', language: 'en_GB', phone: '0102', [email]: 'alice@new.example' }
    expect((await send(values)).status).toBe(403)
    expect((await send({ ...values, _glpi_csrf_token: token })).status).toBe(302)
    const { json } = await (await login(sandbox, 'alice')).get('/getFullSession')
    expect(json.session.glpilanguage).toBe('en_GB')
    const again = await open('/ajax/common.tabs.php?_glpi_tab=User$1')
    expect(again.text).toContain('value="alice@new.example"')
    expect(again.text).toContain('name="phone" value="0102"')
  })
})

describe('where things are', () => {
  test('11.0 tells its APIs at /api.php/', async () => {
    const { json } = await ask(await openSandbox(), 'GET', '/api.php/')
    expect(json.api_versions).toContainEqual(
      expect.objectContaining({ version: '1.0.0', endpoint: 'http://support.example/api.php/v1' }),
    )
  })

  test('10.0 answers HTML there, and its cookie’s name', async () => {
    const answered = await ask(await openSandbox({ glpi: '10.0' }), 'GET', '/api.php/')
    expect([answered.status, answered.json]).toEqual([404, undefined])
    expect(answered.headers.get('set-cookie')).toMatch(/glpi_[0-9a-f]{32}=/)
  })

  test('a sub-path holds everything, links included', async () => {
    const sandbox = await openSandbox({ glpi: '10.0', configuration: { basePath: '/glpi' } })
    const headers = { Authorization: 'user_token alice-token' }
    const opened = await ask(sandbox, 'GET', '/glpi/apirest.php/initSession', { headers })
    const config = await ask(sandbox, 'GET', '/glpi/apirest.php/getGlpiConfig', {
      headers: { 'Session-Token': opened.json.session_token },
    })
    expect(config.json.cfg_glpi.url_base).toBe('http://support.example/glpi')
    expect((await ask(sandbox, 'GET', '/apirest.php/initSession', { headers })).status).toBe(404)
    expect(sandbox.requests[0]?.path).toBe('/apirest.php/initSession')
  })

  test('the v2 API is announced, but lets nobody in', async () => {
    const sandbox = await openSandbox()
    expect((await ask(sandbox, 'GET', '/api.php/v2.2/session')).json.status).toBe('ERROR_UNAUTHENTICATED')
    expect((await ask(sandbox, 'POST', '/api.php/token', { body: {} })).json.error).toBe('invalid_client')
  })
})
