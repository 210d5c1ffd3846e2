import { describe, expect, test } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { ask, login, openTicket } from './caller.ts'

/** alice with the page of GLPI 10's form, and what its scripts ask. */
async function visit(options: SandboxOptions = {}) {
  const sandbox = await openSandbox({ glpi: '10.0', ...options })
  const alice = await login(sandbox, 'alice')
  const [name] =
    /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
  const Cookie = `${name}=${alice.token}`
  const page = (await ask(sandbox, 'GET', '/front/helpdesk.public.php?create_ticket=1', { headers: { Cookie } })).text
  const csrf = /glpi:csrf_token" content="(\w+)"/.exec(page)?.[1] ?? ''
  const post = async (path: string, fields: Record<string, string>, token = csrf) => {
    const headers = { Cookie, 'X-Requested-With': 'XMLHttpRequest', ...(token && { 'X-Glpi-Csrf-Token': token }) }
    const request = new Request(`http://support.example${path}`, {
      ...{ method: 'POST', headers, body: new URLSearchParams(fields) },
    })
    const response = await sandbox.fetch(request)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== ''
    return { status: response.status, text, json: isJson ? JSON.parse(text) : undefined }
  }
  const idor = /_idor_token: '(\w+)'/.exec(page.slice(page.indexOf('/ajax/actors.php')))?.[1] ?? ''
  const people = (fields: Record<string, string> = {}, token?: string) =>
    post(
      '/ajax/actors.php',
      {
        ...{ action: 'getActors', actortype: 'observer', searchText: '', _idor_token: idor, page: '1' },
        ...{ 'returned_itemtypes[]': 'User', ...fields },
      },
      token,
    )
  return { sandbox, alice, page, post, people }
}

const namesOf = (json: { results: Array<{ title: string }> }) => json.results.map(({ title }) => title)

describe('who may observe, on GLPI 10', () => {
  test('is everybody of the entity and above it, and nobody of another one', async () => {
    const { people } = await visit()
    const { json } = await people()
    expect(namesOf(json)).toEqual(['glpi - glpi', 'Durand Alice - alice', 'Marchand Téo - teo', 'Nourel Henri - henri'])
  })

  test('comes page by page, and says that there is more', async () => {
    const { people } = await visit()
    const [first, last] = [await people({ page_limit: '3' }), await people({ page_limit: '3', page: '2' })]
    expect(first.json.pagination).toEqual({ more: true })
    expect([...namesOf(first.json), ...namesOf(last.json)]).toHaveLength(4)
    expect(last.json.pagination).toBeUndefined()
  })

  test('is an empty answer to a token that the page did not hand out', async () => {
    const { people } = await visit()
    expect(await people({ _idor_token: '0'.repeat(64) })).toMatchObject({ status: 200, text: '' })
  })

  test('is a page of status 200 to whoever shows no token of the page', async () => {
    const { people } = await visit()
    const refused = await people({}, '')
    expect(refused.status).toBe(200)
    expect(refused.text).toContain('<html')
  })

  test('may be an address unless the site forbids it', async () => {
    expect((await visit()).page).toContain('createTag')
    expect((await visit({ configuration: { observersByAddress: false } })).page).not.toContain('createTag')
  })
})

describe('places, on GLPI 10', () => {
  const parameters = (page: string) => {
    const script = page.slice(page.indexOf('itemtype: "Location"'))
    return { itemtype: 'Location', _idor_token: /_idor_token: "(\w+)"/.exec(script)?.[1] ?? '' }
  }
  const asked = { display_emptychoice: '0', entity_restrict: '-1', page: '1', page_limit: '100' }

  test('come under their entity, without a condition', async () => {
    const { page, post } = await visit()
    const { json } = await post('/ajax/getDropdownValue.php', { ...parameters(page), ...asked })
    expect(json).toMatchObject({ count: 2, results: [{ text: 'IPEOS', itemtype: 'Entity' }] })
    expect(json.results[0].children[1]).toMatchObject({ id: 2, title: 'Siège — Saint-Denis > Étage 2', level: 2 })
  })

  test('do not come with an empty condition', async () => {
    const { page, post } = await visit()
    const answered = await post('/ajax/getDropdownValue.php', { ...parameters(page), condition: '', ...asked })
    expect(answered).toMatchObject({ status: 200, text: '' })
  })
})

test('the form of GLPI 10 holds all kinds of my items, and the software that is installed on them', async () => {
  const { page } = await visit()
  const select = /<select name='my_items'.*?<\/select>/.exec(page)?.[0] ?? ''
  expect([...select.matchAll(/value='([A-Z]\w*_\d+)'/g)].map(([, value]) => value)).toEqual([
    ...['Computer_3', 'Monitor_1', 'Phone_1', 'Printer_2', 'Software_1'],
  ])
  expect(select).toContain('T&eacute;l&eacute;phone - tel-alice')
})

test('a field that the template hides is not on the page, and what it holds is', async () => {
  const template = { hidden: ['urgency', 'location'], preset: { urgency: '4' } } as const
  const { page } = await visit({ configuration: { template } })
  expect(page).not.toContain('<select name="locations_id"')
  expect(page).toContain('<input type="hidden" name="urgency" value="4" />')
})

describe.each(['10.0', '11.0'] as const)('the observers of a ticket on %s', (glpi) => {
  const observed = async (input: Record<string, unknown>) => {
    const sandbox = await openSandbox({ glpi })
    const alice = await login(sandbox, 'alice')
    const id = await openTicket(alice, { _users_id_requester: 8, ...input })
    const { json } = await alice.get(`/Ticket/${id}/Ticket_User`)
    return json
      .filter(({ type }: { type: number }) => type === 3)
      .map((row: { users_id: number; alternative_email: string }) => row.users_id || row.alternative_email)
  }

  test('are persons and addresses, of whom doubles are merged', async () => {
    const notif = { use_notification: [1, 1, 1, 1], alternative_email: ['', '', 'a@ext.example', 'A@ext.example'] }
    expect(await observed({ _users_id_observer: [9, 9, 0, 0], _users_id_observer_notif: notif })).toEqual([
      ...[9, 'a@ext.example'],
    ])
  })

  test('are not an unknown number nor what is no address, and nobody says so', async () => {
    const notif = { use_notification: [1, 1], alternative_email: ['', 'pas une adresse'] }
    expect(await observed({ _users_id_observer: [999, 0], _users_id_observer_notif: notif })).toEqual([])
  })

  test('may be told by their parts', async () => {
    const observer = [{ itemtype: 'User', items_id: 9, use_notification: 0, alternative_email: '' }]
    expect(await observed({ _actors: { observer } })).toEqual([9])
  })

  test('of another entity are stored, and get no mail', async () => {
    const sandbox = await openSandbox({ glpi })
    await openTicket(await login(sandbox, 'alice'), { _users_id_requester: 8, _users_id_observer: [11, 9] })
    expect(sandbox.mails.map(({ to }) => to)).toEqual(['alice@ipeos.example', 'henri@ipeos.example'])
  })
})
