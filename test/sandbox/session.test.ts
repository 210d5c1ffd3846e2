import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { ask, login } from './caller.ts'

const basic = (name: string, password: string) => ({ Authorization: `Basic ${btoa(`${name}:${password}`)}` })

describe('opening a session', () => {
  test('a name and a password open one, whose token is a PHP session id', async () => {
    const sandbox = await openSandbox()
    const answered = await ask(sandbox, 'GET', '/apirest.php/initSession', { headers: basic('alice', 'alice-secret') })
    expect(answered.status).toBe(200)
    expect(answered.json.session_token).toMatch(/^[0-9a-v]{26}$/)
  })

  test('a user token opens one too', async () => {
    const sandbox = await openSandbox()
    const headers = { Authorization: 'user_token alice-token' }
    const answered = await ask(sandbox, 'GET', '/apirest.php/initSession?get_full_session=true', { headers })
    expect(answered.json.session).toMatchObject({ glpiID: 8, glpiname: 'alice', glpifriendlyname: 'Durand Alice' })
  })

  test('a wrong password is refused with 401', async () => {
    const sandbox = await openSandbox()
    const answered = await ask(sandbox, 'GET', '/apirest.php/initSession', { headers: basic('alice', 'wrong') })
    expect(answered).toMatchObject({ status: 401, json: ['ERROR_GLPI_LOGIN', 'Identifiant ou mot de passe incorrect'] })
  })

  test('without credentials the refusal sends to the documentation of that very API', async () => {
    const sandbox = await openSandbox()
    const answered = await ask(sandbox, 'GET', '/api.php/v1/initSession')
    expect(answered.json[1]).toMatch(
      /; Afficher la documentation .* http:\/\/support\.example\/api\.php\/v1\/#ERROR_LOGIN_PARAMETERS_MISSING$/,
    )
  })

  test('a proxy that strips Authorization makes a login look empty', async () => {
    const sandbox = await openSandbox({ configuration: { stripAuthorization: true } })
    const answered = await ask(sandbox, 'GET', '/apirest.php/initSession', { headers: basic('alice', 'alice-secret') })
    expect(answered.json[0]).toBe('ERROR_LOGIN_PARAMETERS_MISSING')
  })

  test('login by password can be off while user tokens work', async () => {
    const sandbox = await openSandbox({ configuration: { credentialsLoginEnabled: false } })
    const byPassword = await ask(sandbox, 'GET', '/apirest.php/initSession', {
      headers: basic('alice', 'alice-secret'),
    })
    const byToken = await ask(sandbox, 'GET', '/apirest.php/initSession', {
      headers: { Authorization: 'user_token alice-token' },
    })
    expect([byPassword.json[0], byToken.status]).toEqual(['ERROR_LOGIN_WITH_CREDENTIALS_DISABLED', 200])
  })

  test.each([
    { configuration: { apiEnabled: false }, code: 'ERROR' },
    { configuration: { ipRefused: true }, code: 'ERROR_NOT_ALLOWED_IP' },
    { configuration: { appToken: 'app' }, code: 'ERROR_APP_TOKEN_PARAMETERS_MISSING' },
  ])('$configuration is refused with $code', async ({ configuration, code }) => {
    const sandbox = await openSandbox({ configuration })
    const answered = await ask(sandbox, 'GET', '/apirest.php/initSession', { headers: basic('alice', 'alice-secret') })
    expect([answered.status, answered.json[0]]).toEqual([400, code])
  })

  test('the right application token lets in, a wrong one does not', async () => {
    const sandbox = await openSandbox({ configuration: { appToken: 'right' } })
    const withToken = (token: string) =>
      ask(sandbox, 'GET', '/apirest.php/initSession', {
        headers: { ...basic('alice', 'alice-secret'), 'App-Token': token },
      })
    expect((await withToken('right')).status).toBe(200)
    expect((await withToken('wrong')).json[0]).toBe('ERROR_WRONG_APP_TOKEN_PARAMETER')
  })
})

describe('a session', () => {
  test('is dead after killSession', async () => {
    const alice = await login(await openSandbox(), 'alice')
    await alice.get('/killSession')
    expect(await alice.get('/Ticket')).toMatchObject({
      status: 401,
      json: ['ERROR_SESSION_TOKEN_INVALID', expect.anything()],
    })
  })

  test('is dead once the platform has killed them all', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.killSessions()
    expect((await alice.get('/getMyProfiles')).status).toBe(401)
  })

  test('of somebody with two profiles starts on the server’s choice', async () => {
    const henri = await login(await openSandbox(), 'henri')
    const { json } = await henri.get('/getActiveProfile')
    expect(json.active_profile).toMatchObject({ name: 'Observer', interface: 'central' })
  })

  test('changes to another profile that one holds, and to its entity', async () => {
    const henri = await login(await openSandbox(), 'henri')
    expect((await henri.post('/changeActiveProfile', { profiles_id: 1 })).json).toBe(true)
    const { json } = await henri.get('/getFullSession')
    expect(json.session).toMatchObject({ glpiactive_entity: 1, glpiactiveprofile: { name: 'Self-Service' } })
  })

  test('does not change to a profile that one does not hold', async () => {
    const alice = await login(await openSandbox(), 'alice')
    expect((await alice.post('/changeActiveProfile', { profiles_id: 4 })).status).toBe(404)
  })

  test('of a recursive profile sees the entities below, one at a time when asked', async () => {
    const henri = await login(await openSandbox(), 'henri')
    const all = await henri.get('/getActiveEntities')
    await henri.post('/changeActiveEntities', { entities_id: 2 })
    const one = await henri.get('/getActiveEntities')
    expect(all.json.active_entity.active_entities).toEqual([{ id: 0 }, { id: 1 }, { id: 2 }])
    expect(one.json.active_entity.active_entities).toEqual([{ id: 2 }])
  })

  test('stays where it is when asked for an entity that is not one’s own: 200 and false', async () => {
    const alice = await login(await openSandbox(), 'alice')
    expect(await alice.post('/changeActiveEntities', { entities_id: 2 })).toMatchObject({ status: 200, json: false })
  })

  test('takes all entities of a profile when a call names none: «all» as a word is entity 0', async () => {
    const sandbox = await openSandbox()
    const henri = await login(sandbox, 'henri')
    await henri.post('/changeActiveProfile', { profiles_id: 1 })
    expect((await henri.post('/changeActiveEntities', { entities_id: 'all' })).json).toBe(false)
    expect((await henri.post('/changeActiveEntities', {})).json).toBe(true)
    const { json } = await henri.get('/getFullSession')
    expect(json.session.glpiactive_entity_name).toMatch(/IPEOS-WTC \(Structure complète\)$/)
  })

  test('says beside its name that those below an entity are active too, and not for a profile that ends there', async () => {
    const henri = await login(await openSandbox(), 'henri')
    const below = { entities_id: 1, is_recursive: true }
    expect((await henri.post('/changeActiveEntities', below)).json).toBe(true)
    const { json } = await henri.get('/getFullSession')
    expect(json.session.glpiactive_entity_name).toBe('IPEOS > IPEOS-WTC (Arborescence)')
    await henri.post('/changeActiveProfile', { profiles_id: 1 })
    expect((await henri.post('/changeActiveEntities', below)).json).toBe(false)
  })

  test('refuses a recursion that is neither true nor false', async () => {
    const henri = await login(await openSandbox(), 'henri')
    expect(await henri.post('/changeActiveEntities', { entities_id: 1, is_recursive: 1 })).toMatchObject({
      status: 400,
    })
  })

  test('encodes the name of the entity on 10.0, whatever the headers say', async () => {
    const alice = await login(await openSandbox({ glpi: '10.0' }), 'alice')
    const { json } = await alice.get('/getMyEntities', { 'X-GLPI-Sanitized-Content': 'false' })
    expect(json.myentities).toEqual([{ id: 1, name: 'IPEOS &#62; IPEOS-WTC' }])
  })

  test('speaks English to an English account', async () => {
    const bob = await login(await openSandbox(), 'bob')
    expect((await bob.get('/Computer')).json).toEqual([
      'ERROR_RIGHT_MISSING',
      "You don't have permission to perform this action.",
    ])
  })
})

describe('the server’s clock', () => {
  test('is told without a zone, in the server’s own', async () => {
    const sandbox = await openSandbox({ clock: () => new Date('2026-01-15T12:00:00Z'), timeZone: 'Europe/Paris' })
    const { json } = await (await login(sandbox, 'alice')).get('/getFullSession')
    expect(json.session.glpi_currenttime).toBe('2026-01-15 13:00:00')
  })

  test.each([
    { timeZone: 'Europe/Paris', at: '2026-07-01T22:30:00Z', written: '2026-07-02 00:30:00' },
    { timeZone: 'America/New_York', at: '2026-07-01T22:30:00Z', written: '2026-07-01 18:30:00' },
    { timeZone: 'Asia/Kolkata', at: '2026-07-01T22:30:00Z', written: '2026-07-02 04:00:00' },
    { timeZone: 'Europe/Paris', at: '2026-03-29T01:30:00Z', written: '2026-03-29 03:30:00' },
    { timeZone: 'Europe/Paris', at: '2026-03-29T00:30:00Z', written: '2026-03-29 01:30:00' },
  ])('dates a ticket of $at in $timeZone as $written', async ({ timeZone, at, written }) => {
    const sandbox = await openSandbox({ clock: () => new Date(at), timeZone })
    const id = sandbox.addTicket({ title: 'À l’heure' })
    const { json } = await (await login(sandbox, 'alice')).get(`/Ticket/${id}`)
    expect(json.date).toBe(written)
  })
})

describe('a lost password', () => {
  const lost = (sandbox: Awaited<ReturnType<typeof openSandbox>>, body: unknown, method = 'PUT') =>
    ask(sandbox, method, '/apirest.php/lostPassword', { body })

  test('is asked for by mail, and the same is answered for an unknown address', async () => {
    const sandbox = await openSandbox()
    const known = await lost(sandbox, { email: 'alice@ipeos.example' })
    const unknown = await lost(sandbox, { email: 'nobody@nowhere.example' })
    expect(unknown).toMatchObject({ status: 200, json: known.json })
    expect(sandbox.mails.map(({ to }) => to)).toEqual(['alice@ipeos.example'])
  })

  test('is replaced with the token of the mail, once', async () => {
    const sandbox = await openSandbox()
    await lost(sandbox, { email: 'alice@ipeos.example' })
    const [, token] = /password_forget_token=([0-9a-f]+)/.exec(sandbox.mails[0]?.text ?? '') ?? []
    const body = { email: 'alice@ipeos.example', password_forget_token: token, password: 'brand-New-1' }
    expect((await lost(sandbox, body)).status).toBe(200)
    expect((await login(sandbox, 'alice', 'brand-New-1')).token).toBeTruthy()
    expect((await lost(sandbox, body)).status).toBe(400)
  })

  test('cannot be replaced with a token that is a day old', async () => {
    let now = new Date('2026-05-01T10:00:00Z')
    const sandbox = await openSandbox({ clock: () => now })
    await lost(sandbox, { email: 'alice@ipeos.example' })
    const [, token] = /password_forget_token=([0-9a-f]+)/.exec(sandbox.mails[0]?.text ?? '') ?? []
    now = new Date('2026-05-02T10:00:01Z')
    const body = { email: 'alice@ipeos.example', password_forget_token: token, password: 'brand-New-1' }
    expect((await lost(sandbox, body)).status).toBe(400)
  })

  test('is refused by POST, and without an address', async () => {
    const sandbox = await openSandbox()
    expect((await lost(sandbox, { email: 'alice@ipeos.example' }, 'POST')).status).toBe(400)
    expect((await lost(sandbox, {})).status).toBe(400)
  })

  test('cannot be asked for when the site sends no mail', async () => {
    const sandbox = await openSandbox({ configuration: { notificationsEnabled: false } })
    expect((await lost(sandbox, { email: 'alice@ipeos.example' })).status).toBe(400)
  })
})
