import { HttpResponse, http } from 'msw'
import { describe, expect, onTestFinished, test } from 'vitest'
import { directHttp } from '../../../src/glpi/http/direct-http.ts'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import { askPasswordReset, finishPasswordReset } from '../../../src/glpi/session/lost-password.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'
import { loopback } from '../../support/loopback.ts'
import { noDiscovery } from '../answers.ts'

const email = 'alice@ipeos.example'

describe.each(glpiVersions)('a lost password on GLPI %s', (glpi) => {
  test('is replaced with the token of the mail', async () => {
    const { sandbox, url, join } = await place({ glpi })
    const reset = { http: fetchHttp(sandbox.fetch), url, email }
    await askPasswordReset(reset)
    const token = /[0-9a-f]{40}/.exec(sandbox.mails.at(-1)?.text ?? '')?.[0] ?? ''
    await finishPasswordReset({ ...reset, token, password: 'Nouveau-mot-2026' })
    const { platform } = join({ as: { user: 'alice', password: 'Nouveau-mot-2026' } })
    expect((await platform.whoAmI()).login).toBe('alice')
  })

  test('answers the same for an address that it does not know', async () => {
    const { sandbox, url } = await place({ glpi })
    await expect(
      askPasswordReset({ http: fetchHttp(sandbox.fetch), url, email: 'nobody@nowhere.example' }),
    ).resolves.toBeUndefined()
    expect(sandbox.mails).toEqual([])
  })

  test('cannot be replaced with a wrong token', async () => {
    const { sandbox, url } = await place({ glpi })
    const reset = { http: fetchHttp(sandbox.fetch), url, email, token: 'deadbeef', password: 'x' }
    await expect(finishPasswordReset(reset)).rejects.toMatchObject({
      exitCode: 1,
      code: 'wrong-reset-token',
      hint: { key: 'platform.reset-token.hint' },
    })
  })

  test('cannot be replaced where the platform sends no mail', async () => {
    const { sandbox, url } = await place({ glpi, configuration: { notificationsEnabled: false } })
    await expect(askPasswordReset({ http: fetchHttp(sandbox.fetch), url, email })).rejects.toMatchObject({
      code: 'notifications-off',
    })
  })

  test('tells an API that is switched off', async () => {
    const { sandbox, url } = await place({ glpi, configuration: { apiEnabled: false } })
    await expect(askPasswordReset({ http: fetchHttp(sandbox.fetch), url, email })).rejects.toMatchObject({
      exitCode: 6,
    })
  })
})

test('a new password that the rules refuse is refused in the platform’s words, and not repeated', async () => {
  const rule = http.put('*/lostPassword', () =>
    HttpResponse.json(['ERROR', 'Mot de passe trop court !'], { status: 400 }),
  )
  const server = await loopback(noDiscovery, rule)
  const network = await directHttp({ timeout: 2000 })
  onTestFinished(() => network.close().then(server.close))
  const trace: string[] = []
  const told = {
    http: network,
    url: server.url,
    email,
    token: 'jeton-secret',
    password: 'court',
    trace: (line: string) => trace.push(line),
  }
  await expect(finishPasswordReset(told)).rejects.toMatchObject({
    code: 'refused',
    parameters: { message: 'Mot de passe trop court !' },
  })
  expect(trace.join()).not.toMatch(/jeton-secret|court/)
})
