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

test('without either, a customer is told how to get the file', async () => {
  const { code, notes } = await (await deskWith(undefined, 'alice')).ipeos(['contact'])
  expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining('ipeos config import FILE') })
})

test('who is not logged in, and has no file, is told all the ways', async () => {
  const { code, notes } = await (await deskWith(undefined)).ipeos(['contact'])
  expect({ code, notes }).toEqual({ code: 4, notes: expect.stringContaining('ipeos login') })
  expect(notes).toContain('ipeos account recover')
})
