import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../support/desk.ts'
import { organisation } from '../../support/organisation.ts'

const site = await openSandbox({ glpi: '10.0' })

async function deskWith(file: object | undefined, user: string | null = null): Promise<Desk> {
  const desk = newDesk(site, { user })
  if (!file) return desk
  writeFileSync(join(desk.home, 'ipeos.json'), JSON.stringify(file))
  await desk.ipeos(['config', 'import', 'ipeos.json', '--yes'])
  return desk
}

test('who lost the account finds here how support is reached: nothing is asked of the platform', async () => {
  const before = site.requests.length
  const { code, out } = await (await deskWith(organisation)).ipeos(['contact', '--lang', 'fr'], {
    columns: 80,
    env: { NO_COLOR: '1' },
  })
  expect([code, site.requests.length]).toEqual([0, before])
  for (const expected of [
    'IPEOS I-Solutions',
    'https://support.example',
    'Alice Durand',
    'identifiant alice',
    'alice@ipeos.example',
    'Du lundi au vendredi, de 8 h à 19 h',
    '01 84 80 00 00',
    'https://ipeos.example/perdu',
  ])
    expect(out).toContain(expected)
})

test('without a file, whoever may read contracts has the hours from the platform', async () => {
  const { out } = await (await deskWith(undefined, 'teo')).ipeos(['contact', '--json', 'contracts,source'])
  expect(JSON.parse(out)).toMatchObject({
    contracts: [{ number: 'IPEOS-2024-0117', level: 'gold', hours: 'Mo-Fr 08:00-19:00' }],
    source: 'platform',
  })
})

test.each([
  ['a customer', 'alice', 'ipeos ticket new'],
  ['who is not logged in', null, 'ipeos login ipeos ticket new'],
])('without either, %s is told how everybody reaches support', async (_, user, commands) => {
  const { code, out, notes } = await (await deskWith(undefined, user)).ipeos(['contact'], {
    columns: 80,
    env: { NO_COLOR: '1', LANG: 'fr_FR.UTF-8' },
  })
  expect([code, notes]).toEqual([0, ''])
  const said = out.replace(/\s+/g, ' ')
  expect(said).toContain(`https://support.example Demande d’aide ${commands} `)
  expect(said).toContain('avec un contrat Gold ou supérieur : le responsable de votre I-Solution')
  expect(said).toContain('ipeos account recover')
})

test('a platform that cannot be reached is told, with how it is reached by other means', async () => {
  const desk = newDesk({ fetch: () => Promise.reject(new TypeError('fetch failed')) })
  const { code, out, notes } = await desk.ipeos(['contact'], { columns: 80 })
  expect([code, out, notes]).toEqual([
    0,
    expect.stringContaining('ipeos account recover'),
    expect.stringContaining('support.example'),
  ])
})

test('a script is told where support is, and that no contract says more', async () => {
  const { out } = await (await deskWith(undefined, 'alice')).ipeos(['contact', '--json', 'platform,contracts,source'])
  expect(JSON.parse(out)).toEqual({ platform: 'https://support.example', contracts: [], source: null })
})
