import { describe, expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../src/sandbox/configuration.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { ask, login } from './caller.ts'

type Glpi = '10.0' | '11.0'
const TAB = '/ajax/common.tabs.php?_glpi_tab=User$1&_target=/front/preference.php&_itemtype=Preference&id=0'
const PASSWORD = '/front/updatepassword.php'

/** alice on the pages, with the cookie of her session. */
async function visitor(glpi: Glpi, configuration: Partial<SandboxConfiguration> = {}) {
  const sandbox = await openSandbox({ glpi, configuration })
  const [name] =
    /glpi_[0-9a-f]+(?==anonymous)/.exec((await ask(sandbox, 'GET', '/')).headers.get('set-cookie') ?? '') ?? []
  const alice = await login(sandbox, 'alice')
  const headers = { Cookie: `${name}=${alice.token}` }
  const open = async (path: string) => (await ask(sandbox, 'GET', path, { headers })).text
  const send = async (path: string, values: Record<string, string>, page: string) => {
    const _glpi_csrf_token = /name="_glpi_csrf_token" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''
    const body = new URLSearchParams({ update: '1', ...values, _glpi_csrf_token })
    const request = new Request(`http://support.example${path}`, { method: 'POST', headers, body })
    const response = await sandbox.fetch(request)
    return { status: response.status, text: await response.text() }
  }
  return { sandbox, alice, name, open, send }
}

async function change(glpi: Glpi, [current, next, again = next]: string[], configuration = {}) {
  const visited = await visitor(glpi, configuration)
  const typed = { current_password: current ?? '', password: next ?? '', password2: again ?? '' }
  const { text } = await visited.send(PASSWORD, typed, await visited.open(PASSWORD))
  return { ...visited, text }
}

const mayEnter = async (sandbox: Parameters<typeof ask>[0], password: string): Promise<boolean> => {
  const headers = { Authorization: `Basic ${Buffer.from(`alice:${password}`).toString('base64')}` }
  return (await ask(sandbox, 'GET', '/apirest.php/initSession', { headers })).status === 200
}

describe.each(['10.0', '11.0'] as const)('a password on %s', (glpi) => {
  test('is changed, and the open session lives on', async () => {
    const { sandbox, alice, text } = await change(glpi, ['alice-secret', 'Tout-Neuf-2030'])
    expect(text).toContain('mis à jour avec succès')
    const entry = { old: await mayEnter(sandbox, 'alice-secret'), new: await mayEnter(sandbox, 'Tout-Neuf-2030') }
    expect(entry).toEqual({ old: false, new: true })
    expect((await alice.get('/getActiveEntities')).status).toBe(200)
  })

  test('that is empty is answered as done, and changes nothing', async () => {
    const { sandbox, text } = await change(glpi, ['alice-secret', ''])
    expect(text).toContain('mis à jour avec succès')
    expect(await mayEnter(sandbox, 'alice-secret')).toBe(true)
  })

  test.each([
    [['faux', 'Tout-Neuf-2030'], 'Mot de passe incorrect'],
    [['alice-secret', 'Tout-Neuf-2030', 'Tout-Neuf-2031'], 'Les deux mots de passe ne correspondent pas'],
    [['alice-secret', 'alice-secret'], 'doit être différent'],
  ])('is not, %j: «%s»', async (typed, said) => {
    const { text } = await change(glpi, typed)
    expect(text).toContain(said)
    expect(text).toContain('name="current_password"')
  })

  test('must be what the policy says, where one is used', async () => {
    const policy = { isUsed: true, minimumLength: 12, number: true, letter: true, capital: false, symbol: false }
    const { sandbox, text } = await change(glpi, ['alice-secret', 'COURT'], { passwordPolicy: policy })
    expect(text).toMatch(/trop court ![\s\S]*un chiffre ![\s\S]*une lettre minuscule !/)
    const settings = (await (await login(sandbox, 'alice')).get('/getGlpiConfig')).json.cfg_glpi
    expect(settings).toMatchObject({ use_password_security: '1', password_min_length: '12', password_need_caps: '0' })
  })
})

describe.each([
  ['10.0', '_reset_api_token', '_api_token'],
  ['11.0', '_regenerate_api_token', 'api_token'],
] as const)('a personal token on %s', (glpi, make, shown) => {
  test('is made by the preferences, opens a session, and is taken back', async () => {
    const { sandbox, open, send } = await visitor(glpi)
    expect((await send('/front/preference.php', { [make]: '1' }, await open(TAB))).status).toBe(302)
    const page = await open(TAB)
    const token = new RegExp(`name="${shown}" value="(\\w{40})"`).exec(page)?.[1]
    const enter = () =>
      ask(sandbox, 'GET', '/apirest.php/initSession', { headers: { Authorization: `user_token ${token}` } })
    expect((await enter()).status).toBe(200)
    await send('/front/preference.php', { api_token: '' }, page)
    expect(await enter()).toMatchObject({ status: 401, json: ['ERROR_GLPI_LOGIN_USER_TOKEN', expect.anything()] })
  })

  test('is answered as a wrong one where the site takes none', async () => {
    const { sandbox } = await visitor(glpi, { tokenLoginEnabled: false })
    const headers = { Authorization: 'user_token alice-token' }
    expect(await ask(sandbox, 'GET', '/apirest.php/initSession', { headers })).toMatchObject({
      ...{ status: 401, json: ['ERROR_GLPI_LOGIN_USER_TOKEN', expect.anything()] },
    })
  })
})

test('what is wrong with a password in the preferences is said by the next page, once', async () => {
  const { open, send } = await visitor('11.0')
  await send('/front/preference.php', { password: 'a', password2: 'b' }, await open(TAB))
  const said = () => open('/ajax/displayMessageAfterRedirect.php')
  expect(await said()).toMatch(/bg-danger[\s\S]*Les deux mots de passe ne correspondent pas/)
  expect(await said()).not.toContain('mots de passe')
})

test.each([
  ['10.0', '/front/helpdesk.public.php'],
  ['11.0', '/Helpdesk'],
] as const)(
  'on %s signing in by the page gives a cookie that is a Session-Token, and leads to %s',
  async (glpi, home) => {
    const sandbox = await openSandbox({ glpi })
    const page = await ask(sandbox, 'GET', '/')
    const [, cookie = ''] = /(glpi_[0-9a-f]+=anonymous\w+)/.exec(page.headers.get('set-cookie') ?? '') ?? []
    const named = (id: string) => new RegExp(`id="${id}" name="([^"]+)"`).exec(page.text)?.[1] ?? ''
    const body = new URLSearchParams({
      _glpi_csrf_token: /name="_glpi_csrf_token" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? '',
      [named('login_name')]: 'alice',
      [named('login_password')]: 'alice-secret',
    })
    const request = new Request('http://support.example/front/login.php', {
      ...{ method: 'POST', headers: { Cookie: cookie }, body },
    })
    const response = await sandbox.fetch(request)
    expect([response.status, response.headers.get('location')]).toEqual([302, home])
    const [, token = ''] = /glpi_[0-9a-f]+=([0-9a-v]{26});/.exec(response.headers.get('set-cookie') ?? '') ?? []
    const profile = await ask(sandbox, 'GET', '/apirest.php/getActiveProfile', { headers: { 'Session-Token': token } })
    expect(profile.json.active_profile.name).toBe('Self-Service')
  },
)

describe.each(['10.0', '11.0'] as const)('a password that is out of date on %s', (glpi) => {
  async function expired(days?: number) {
    const sandbox = await openSandbox({ glpi })
    sandbox.expirePassword('alice', days)
    const enter = (user: string, scheme = 'Basic') => {
      const value = scheme === 'Basic' ? Buffer.from(`${user}:${user}-secret`).toString('base64') : `${user}-token`
      const headers = { Authorization: `${scheme} ${value}` }
      return ask(sandbox, 'GET', '/apirest.php/initSession?get_full_session=true', { headers })
    }
    return { sandbox, enter }
  }

  test('opens a session that may nothing, and says so in the full session alone', async () => {
    const { sandbox, enter } = await expired()
    const { status, json } = await enter('alice')
    expect([status, json.session.glpi_password_expired, json.session.glpiactiveprofile]).toEqual([200, 1, undefined])
    const headers = { 'Session-Token': json.session_token }
    const get = async (path: string) => {
      const answer = await ask(sandbox, 'GET', `/apirest.php/${path}`, { headers })
      return [answer.status, answer.json]
    }
    expect(await get('getMyProfiles')).toEqual([200, { myprofiles: [] }])
    expect(await get('Ticket')).toEqual([403, ['ERROR_RIGHT_MISSING', expect.anything()]])
    expect(await get('getGlpiConfig')).toEqual([403, ['ERROR_RIGHT_MISSING', expect.anything()]])
  })

  test('is changed by that very session on its page, and then opens a whole one', async () => {
    const { sandbox, enter } = await expired()
    const page = await ask(sandbox, 'GET', '/')
    const [name] = /glpi_[0-9a-f]+(?==anonymous)/.exec(page.headers.get('set-cookie') ?? '') ?? []
    const headers = { Cookie: `${name}=${(await enter('alice')).json.session_token}` }
    const elsewhere = await ask(sandbox, 'GET', '/front/preference.php', { headers })
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([302, PASSWORD])
    const form = (await ask(sandbox, 'GET', PASSWORD, { headers })).text
    const _glpi_csrf_token = /name="_glpi_csrf_token" value="([0-9a-f]{64})"/.exec(form)?.[1] ?? ''
    const typed = {
      update: '1',
      current_password: 'alice-secret',
      password: 'Tout-Neuf-2030',
      password2: 'Tout-Neuf-2030',
    }
    const body = new URLSearchParams({ ...typed, _glpi_csrf_token })
    await sandbox.fetch(new Request(`http://support.example${PASSWORD}`, { method: 'POST', headers, body }))
    const basic = `Basic ${Buffer.from('alice:Tout-Neuf-2030').toString('base64')}`
    const { json } = await ask(sandbox, 'GET', '/apirest.php/initSession?get_full_session=true', {
      headers: { Authorization: basic },
    })
    expect(json.session).toMatchObject({ glpiname: 'alice', glpiactiveprofile: { name: 'Self-Service' } })
    expect(json.session).not.toHaveProperty('glpi_password_expired')
  })

  test('is nothing to a personal token, nor to anybody else', async () => {
    const { enter } = await expired()
    expect((await enter('alice', 'user_token')).json.session.glpiactiveprofile.name).toBe('Self-Service')
    expect((await enter('bob')).json.session.glpiactiveprofile.name).toBe('Self-Service')
  })

  test('has the account switched off after some more days, where the site wants it', async () => {
    const { sandbox, enter } = await expired(8)
    sandbox.configuration.passwordLockDelay = 7
    expect(await enter('alice')).toMatchObject({
      ...{ status: 401, json: ['ERROR_GLPI_LOGIN', expect.stringContaining('désactivé ou supprimé')] },
    })
    expect(await enter('alice', 'user_token')).toMatchObject({ status: 401 })
  })
})
