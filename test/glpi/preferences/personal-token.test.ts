import { describe, expect, test } from 'vitest'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

describe.each(glpiVersions)('the personal token on GLPI %s', (glpi) => {
  test('is none until one is made, which is read then and opens a session', async () => {
    const { platform, join } = await place({ glpi })
    expect(await platform.personalToken.read()).toBeUndefined()
    const token = await platform.personalToken.make()
    expect(token).toMatch(/^\w{40}$/)
    expect(await platform.personalToken.read()).toBe(token)
    expect((await join({ as: { token } }).platform.session()).person.login).toBe('alice')
  })

  test('that is made anew ends the one before', async () => {
    const { platform, join } = await place({ glpi })
    const former = await platform.personalToken.make()
    expect(await platform.personalToken.make()).not.toBe(former)
    await expect(join({ as: { token: former } }).platform.session()).rejects.toMatchObject({ code: 'wrong-token' })
  })

  test('that is taken back opens no session, and those that it opened live on', async () => {
    const { platform, join } = await place({ glpi })
    const token = await platform.personalToken.make()
    const byToken = join({ as: { token } }).platform
    await byToken.session()
    await platform.personalToken.revoke()
    expect(await platform.personalToken.read()).toBeUndefined()
    await expect(join({ as: { token } }).platform.session()).rejects.toMatchObject({ code: 'wrong-token' })
    expect(await byToken.tickets.list({ first: 0, count: 1 })).toMatchObject({ total: expect.any(Number) })
  })

  test('leaves language and addresses as they were', async () => {
    const { platform } = await place({ glpi })
    const before = await platform.preferences.read()
    await platform.personalToken.make()
    await platform.personalToken.revoke()
    expect(await platform.preferences.read()).toEqual(before)
  })

  test('is not allowed where the site does not show its page', async () => {
    const { platform } = await place({ glpi, configuration: { preferencesAvailable: false } })
    await expect(platform.personalToken.read()).rejects.toMatchObject({ exitCode: 5 })
    await expect(platform.personalToken.make()).rejects.toMatchObject({ exitCode: 5 })
  })

  test('that is neither made nor taken back, though the site says so, is told', async () => {
    const { platform, sandbox } = await place({ glpi })
    const says = () =>
      sandbox.faults.inject({ kind: 'status', status: 302, match: { method: 'POST', path: /preference\.php/ } })
    says()
    await expect(platform.personalToken.make()).rejects.toMatchObject({ code: 'token-not-made' })
    await platform.personalToken.make()
    says()
    await expect(platform.personalToken.revoke()).rejects.toMatchObject({ code: 'token-stays' })
  })
})
