import { describe, expect, test } from 'vitest'
import { roleKey } from '../../../src/glpi/session/role.ts'
import { glpiVersions, place } from '../../support/glpi-versions.ts'

const henri = { user: 'henri', password: 'henri-secret' }
const customer = { profile: 1 }

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('a new session takes the role of its account', async () => {
    const { platform } = await place({ glpi, connect: { as: henri, role: customer } })
    const { person } = await platform.session()
    expect(person).toMatchObject({ interface: 'helpdesk', profile: { name: 'Self-Service' }, entity: { id: 1 } })
  })

  test('a kept session of that role is used as it is', async () => {
    const first = await place({ glpi, connect: { as: henri, role: customer } })
    const session = await first.platform.session()
    const before = first.sandbox.requests.length
    const again = first.join({ as: henri, role: customer, session })
    await again.platform.tickets.list({ first: 0, count: 1 })
    expect(first.sandbox.requests.length - before).toBe(1)
  })

  test('a kept session of another role gives way to a new one, and is ended', async () => {
    const first = await place({ glpi, connect: { as: henri } })
    const session = await first.platform.session()
    const { platform, kept } = first.join({ as: henri, role: customer, session })
    expect((await platform.session()).person.profile.name).toBe('Self-Service')
    expect(kept.at(-1)?.role).toBe('1/')
    expect(first.sandbox.requests.at(-1)?.path).toContain('killSession')
  })

  test('whoever takes any role uses the kept session as it is', async () => {
    const first = await place({ glpi, connect: { as: henri, role: customer } })
    const session = await first.platform.session()
    const { platform } = first.join({ as: henri, role: 'any', session })
    expect((await platform.session()).token).toBe(session.token)
  })

  test('a session that dies is opened anew in its role', async () => {
    const { platform, sandbox } = await place({ glpi, connect: { as: henri, role: customer } })
    await platform.session()
    sandbox.faults.inject({ kind: 'dead-session' })
    await platform.tickets.list({ first: 0, count: 1 })
    expect((await platform.session()).person.profile.name).toBe('Self-Service')
  })

  test('what is active beside the entity is told apart from its name', async () => {
    const { platform } = await place({ glpi, connect: { as: henri } })
    const seen = []
    for (const role of [{ entity: 0 }, { entity: 0, alone: true }, { entity: 'all' as const }, { entity: 2 }]) {
      const { entity, reach } = await platform.roles.take(role)
      seen.push([entity.name, reach])
    }
    expect(seen).toEqual([
      ['IPEOS', 'below'],
      ['IPEOS', undefined],
      ['IPEOS', 'all'],
      ['IPEOS > ACME', 'below'],
    ])
  })

  test('a profile, and an entity, that one does not hold are not found, and the new session is ended', async () => {
    for (const role of [{ profile: 4 }, { profile: 1, entity: 2 }]) {
      const { platform, sandbox } = await place({ glpi, connect: { as: henri, role } })
      await expect(platform.session()).rejects.toMatchObject({ exitCode: 3 })
      expect(sandbox.requests.at(-1)?.path).toContain('killSession')
    }
  })

  test('the profiles of customers are found by looking, and the session is left as it was', async () => {
    const { platform } = await place({ glpi, connect: { as: henri } })
    expect(await platform.roles.customerProfiles()).toMatchObject([{ name: 'Self-Service' }])
    // What an Observer has, and a customer has not.
    expect(await platform.roles.entities()).toHaveLength(3)
  })
})

test('a role is known by its numbers; one that somebody has yet to choose is like no other', () => {
  expect([roleKey(), roleKey({ profile: 1 }), roleKey({ profile: 1, entity: 'all' })]).toEqual(['', '1/', '1/all'])
  expect(roleKey({ entity: 2, alone: true })).toBe('/2/alone')
  expect(roleKey({ profile: ([first]) => first ?? { id: 1, name: '' } })).toBeUndefined()
})
