import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions, opensTicket } from '../../support/glpi-versions.ts'

/** Somebody whose login is kept; henri is an Observer on IPEOS and all below it. */
async function person({ user = 'henri', glpi = '11.0' }: { user?: string; glpi?: (typeof glpiVersions)[number] } = {}) {
  const site = await openSandbox({ glpi })
  const desk = newDesk(site, { user: null })
  await desk.ipeos(['login', '--user', user, '--password-stdin'], { stdin: `${user}-secret` })
  return { site, desk }
}

test.each(glpiVersions)(
  'on %s, the list has every entity of the profile by its full name, and marks one',
  async (glpi) => {
    const { desk } = await person({ glpi })
    const { out } = await desk.ipeos(['entity', 'list', '--json'])
    expect(JSON.parse(out)).toEqual([
      { id: 0, name: 'IPEOS', current: true },
      { id: 2, name: 'IPEOS > ACME', current: false },
      { id: 1, name: 'IPEOS > IPEOS-WTC', current: false },
    ])
  },
)

test.each(glpiVersions)('on %s, an entity that is chosen is that of the next commands', async (glpi) => {
  const { desk } = await person({ glpi })
  const { code, notes } = await desk.ipeos(['entity', 'use', 'acme'])
  expect([code, notes]).toEqual([0, 'You are now on IPEOS > ACME, as Observer.\nThe entities below it are included.\n'])
  const { out } = await desk.ipeos(['whoami', '--json', 'entity'])
  expect(JSON.parse(out)).toEqual({ entity: 'IPEOS > ACME' })
})

test.each(glpiVersions)('on %s, all of them can be chosen', async (glpi) => {
  const { desk } = await person({ glpi })
  await desk.ipeos(['entity', 'use', 'ACME'])
  const { code, notes } = await desk.ipeos(['entity', 'use', 'all'])
  expect([code, notes]).toEqual([0, expect.stringContaining('All entities of your profile are included.')])
  const { out } = await desk.ipeos(['whoami', '--json', 'entity,reach'])
  expect(JSON.parse(out)).toEqual({ entity: 'IPEOS', reach: 'all' })
})

test('French says with which profile, whatever letter it begins with', async () => {
  const { desk } = await person()
  const { notes } = await desk.ipeos(['entity', 'use', 'acme', '--lang', 'fr'])
  expect(notes).toContain('Vous voici sur IPEOS > ACME, avec le profil Observer.')
})

test('an entity alone has none of those below it', async () => {
  const { desk } = await person()
  await desk.ipeos(['entity', 'use', '0', '--alone'])
  const { out } = await desk.ipeos(['whoami', '--json', 'entity,reach'])
  expect(JSON.parse(out)).toEqual({ entity: 'IPEOS', reach: null })
})

test('tickets are those of the entity', async () => {
  const { desk } = await person()
  const titles = async (...words: string[]) => {
    const { out } = await desk.ipeos(['ticket', 'list', '--status', 'all', '--all', '--json', 'id', ...words])
    return JSON.parse(out).map(({ id }: { id: number }) => id)
  }
  const [all, acme] = [await titles(), await titles('--entity', 'ACME')]
  expect(acme.length).toBeGreaterThan(0)
  expect(all.length).toBeGreaterThan(acme.length)
  expect(all).toEqual(expect.arrayContaining(acme))
})

test('the choice outlives the session, and --entity changes it for one call only', async () => {
  const { desk } = await person()
  await desk.ipeos(['entity', 'use', 'IPEOS-WTC'])
  for (const secrets of desk.keychain.values()) Reflect.deleteProperty(secrets, 'session')
  const entity = async (...words: string[]) => {
    const { out } = await desk.ipeos(['whoami', '--json', 'entity', ...words])
    return JSON.parse(out).entity
  }
  expect(await entity('--entity', 'ACME')).toBe('IPEOS > ACME')
  expect(await entity()).toBe('IPEOS > IPEOS-WTC')
})

test('another profile drops the entity that was chosen with the former one, and says so', async () => {
  const { desk } = await person()
  await desk.ipeos(['entity', 'use', 'ACME'])
  const { notes } = await desk.ipeos(['profile', 'use', 'Self-Service'])
  expect(notes).toContain('went with the former profile')
  expect(await desk.ipeos(['ticket', 'list'])).toMatchObject({ code: 0 })
})

test.each([[['entity', 'use', 'ACME', '--profile', 'Observer']], [['profile', 'use', 'Observer', '--entity', 'ACME']]])(
  'a profile and an entity that are named together are kept together: %j',
  async (words) => {
    const { desk } = await person()
    await desk.ipeos(['profile', 'use', 'Self-Service'])
    expect(await desk.ipeos(words)).toMatchObject({ code: 0 })
    const { out } = await desk.ipeos(['whoami', '--json', 'profile,entity'])
    expect(JSON.parse(out)).toEqual({ profile: 'Observer', entity: 'IPEOS > ACME' })
  },
)

test('an entity that was taken away meanwhile is told, and those of the same profile can be chosen', async () => {
  const { desk } = await person()
  await desk.ipeos(['profile', 'use', 'Self-Service'])
  const path = join(desk.home, '.config', 'ipeos', 'settings.json')
  const settings = JSON.parse(readFileSync(path, 'utf8'))
  Object.assign(settings.accounts['henri@support.example'], { entity: { id: 2, name: 'IPEOS > ACME' } })
  writeFileSync(path, JSON.stringify(settings))
  const refused = await desk.ipeos(['ticket', 'list'])
  expect([refused.code, refused.notes]).toEqual([3, expect.stringContaining('ipeos entity list')])
  const { out } = await desk.ipeos(['entity', 'list', '--json', 'id'])
  expect(JSON.parse(out)).toEqual([{ id: 1 }])
  expect(await desk.ipeos(['entity', 'use', '1'])).toMatchObject({ code: 0 })
  const { out: who } = await desk.ipeos(['whoami', '--json', 'profile,entity'])
  expect(JSON.parse(who)).toEqual({ profile: 'Self-Service', entity: 'IPEOS > IPEOS-WTC' })
})

test('an entity that the profile does not have is not found, and near ones are named', async () => {
  const { desk } = await person()
  const { code, notes } = await desk.ipeos(['entity', 'use', 'ACNE'])
  expect([code, notes]).toEqual([3, expect.stringContaining('IPEOS > ACME')])
})

test('--alone does not go with all', async () => {
  const { desk } = await person()
  expect(await desk.ipeos(['entity', 'use', 'all', '--alone'])).toMatchObject({ code: 2 })
})

test('whoever has one entity only is told so', async () => {
  const { desk } = await person({ user: 'alice' })
  const { out, notes } = await desk.ipeos(['entity', 'list', '--color', 'never'], { columns: 80 })
  expect(out).toMatch(/^\* +1 +IPEOS > IPEOS-WTC$/m)
  expect(notes).toContain('(Self-Service) has no other')
})

test('a ticket goes to the entity of the call', async () => {
  const { desk } = await person()
  const { code, out } = await desk.ipeos([...request, '--entity', 'ACME'])
  expect(code).toBe(0)
  const shown = await desk.ipeos(['ticket', 'show', out.trim(), '--json', 'entity'])
  expect(JSON.parse(shown.out)).toEqual({ entity: 'IPEOS > ACME' })
})

test('a request whose answer was lost is taken up only on its own entity, and is there once', async () => {
  const { desk, site } = await person()
  site.faults.inject({ kind: 'drop-after', times: 1, match: { method: 'POST', path: opensTicket } })
  site.faults.inject({ kind: 'status', status: 500, times: 30, match: { path: /search\/Ticket/ } })
  expect((await desk.ipeos([...request, '--entity', 'ACME'])).code).not.toBe(0)
  const elsewhere = await desk.ipeos(['ticket', 'new', '--resume', '--yes'])
  expect([elsewhere.code, elsewhere.notes]).toEqual([2, expect.stringMatching(/--resume \w+ --entity 2/)])
  site.faults.clear()
  expect(await desk.ipeos(['ticket', 'new', '--resume', '--yes', '--entity', '2'])).toMatchObject({ code: 0 })
  const { out } = await desk.ipeos(['ticket', 'list', '--all', '--json', 'title'])
  expect(JSON.parse(out).filter(({ title }: { title: string }) => title === 'Panne')).toHaveLength(1)
})

const request = [
  ...['ticket', 'new', '--title', 'Panne', '--description', 'Rien', '--category', 'Général', '--yes', '--no-notify'],
]
