import { describe, expect, test } from 'vitest'
import { stockPolicy } from '../../../src/sandbox/configuration.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const old = 'alice-secret'
const fresh = 'Tout-Neuf-2030'

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('a password is sent, and the new one logs in', async () => {
    const { platform, join } = await place({ glpi })
    const change = await platform.password.open()
    expect(await change.send(old, fresh)).toBeUndefined()
    await change.end()
    expect((await join({ as: { user: 'alice', password: fresh } }).platform.whoAmI()).login).toBe('alice')
  })

  test('a refusal names its reasons, and the same session may try again', async () => {
    const { sandbox, platform } = await place({ glpi })
    const change = await platform.password.open()
    sandbox.configuration.passwordPolicy = { ...stockPolicy, isUsed: true }
    expect(await change.send(old, 'court')).toEqual(expect.arrayContaining(['Le mot de passe est trop court !']))
    expect(await change.send(old, fresh)).toBeUndefined()
    await change.end()
  })

  test('no secret is traced', async () => {
    const { platform, trace } = await place({ glpi })
    const change = await platform.password.open()
    await change.send(old, fresh)
    await change.end()
    expect(trace.join('\n')).toContain('front/updatepassword.php')
    expect(trace.join('\n')).not.toMatch(/alice-secret|Tout-Neuf/)
  })

  test('its session is not that of the other calls, and is over at the end', async () => {
    const { sandbox, platform, kept } = await place({ glpi })
    const change = await platform.password.open()
    await change.end()
    const sent = (path: RegExp) => sandbox.requests.filter((one) => path.test(one.path)).length
    expect([kept, sent(/initSession/), sent(/killSession/)]).toEqual([[], 1, 1])
  })
})

test('an empty one is never sent: the site would say that it is done', async () => {
  const { sandbox, platform } = await place()
  const change = await platform.password.open()
  await expect(change.send(old, '')).rejects.toThrow(RangeError)
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([])
  await change.end()
})

test('a page that the site does not show is told with its address, and the session is over', async () => {
  const { sandbox, platform } = await place()
  sandbox.faults.inject({ kind: 'status', status: 404, match: { path: /updatepassword/ } })
  await expect(platform.password.open()).rejects.toMatchObject({
    ...{ code: 'password-page-hidden', exitCode: 5 },
    parameters: { url: 'http://sandbox.test/front/updatepassword.php' },
  })
  expect(sandbox.requests.at(-1)?.path).toContain('killSession')
})

test('a server that fails of it names no reason: only logging in tells', async () => {
  const { sandbox, platform } = await place()
  const change = await platform.password.open()
  sandbox.faults.inject({ kind: 'status', status: 500, match: { method: 'POST', path: /updatepassword/ } })
  expect(await change.send(old, fresh)).toBeUndefined()
  await change.end()
})
