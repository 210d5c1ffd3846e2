import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts'
import { widthOf } from '../../../src/terminal/width.ts'
import { type Desk, newDesk, siteUrl } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { organisation } from '../../support/organisation.ts'

async function deskOf(user: string | null, options: SandboxOptions = {}): Promise<Desk> {
  return newDesk(await openSandbox(options), { user })
}

async function withFile(desk: Desk, file: object = organisation): Promise<Desk> {
  writeFileSync(join(desk.home, 'ipeos.json'), JSON.stringify(file))
  await desk.ipeos(['config', 'import', 'ipeos.json', '--yes'])
  return desk
}

async function recordsOf(desk: Desk, words: string[] = []) {
  const { out } = await desk.ipeos(['contract', 'list', '--json', ...words])
  return JSON.parse(out) as Array<Record<string, unknown>>
}

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test('whoever may read contracts has them from the platform', async () => {
    const desk = await deskOf('teo', { glpi })
    expect(await recordsOf(desk)).toMatchObject([
      {
        id: 1,
        number: 'IPEOS-2024-0117',
        name: 'Support Gold IPEOS-WTC',
        level: 'gold',
        begins: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        ends: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        hours: 'Mo-Fr 08:00-19:00',
        telephone: null,
        source: 'platform',
      },
    ])
    expect((await desk.ipeos(['contract', 'list'])).notes).toContain(`Source: the platform (${siteUrl})`)
  })

  test('so has a customer, where the site grants it', async () => {
    const desk = await deskOf('alice', { glpi, configuration: { customerMayReadContracts: true } })
    expect(await recordsOf(desk)).toMatchObject([{ source: 'platform' }])
  })

  test('a customer of a stock site is told who can grant it, and what else helps', async () => {
    const { code, out, notes } = await (await deskOf('alice', { glpi })).ipeos(['contract', 'list'])
    expect([code, out]).toEqual([5, ''])
    expect(notes).toContain('Self-Service')
    expect(notes).toContain('An administrator')
    expect(notes).toContain('ipeos config import FILE')
  })

  test('a customer has them from the organisation’s file, and is told so', async () => {
    const desk = await withFile(await deskOf('alice', { glpi }))
    expect(await recordsOf(desk)).toMatchObject([
      { number: 'IPEOS-2024-0117', level: 'gold', telephone: '01 84 80 00 00', source: 'organisation' },
      { number: 'IPEOS-2025-0003', level: 'bronze', telephone: null, categories: null },
    ])
    expect((await desk.ipeos(['contract', 'list'])).notes).toContain(
      'Source: the file of your organisation (IPEOS-WTC)',
    )
  })
})

test('what the platform has no place for comes from the file, for the contract of the same number', async () => {
  const desk = await withFile(await deskOf('teo'))
  expect(await recordsOf(desk)).toMatchObject([
    {
      source: 'platform',
      telephone: '01 84 80 00 00',
      hours: 'Mo-Fr 08:00-19:00',
      categories: ['Hébergement', 'Messagerie'],
    },
  ])
})

test('without a login the file will do, and without a file one must log in', async () => {
  const desk = await deskOf(null)
  expect((await desk.ipeos(['contract', 'list'])).code).toBe(4)
  await withFile(desk)
  expect(await desk.ipeos(['contract', 'list'])).toMatchObject({ code: 0 })
})

test('without a network the file will do', async () => {
  const site = await openSandbox()
  const desk = await withFile(newDesk(site))
  site.faults.inject({ kind: 'status', status: 503, times: 1000 })
  expect(await recordsOf(desk)).toMatchObject([{ source: 'organisation' }, {}])
})

describe('a contract', () => {
  test('of several is found by its number or a part of its name', async () => {
    const desk = await withFile(await deskOf('alice'))
    const show = async (name: string) => (await desk.ipeos(['contract', 'show', name, '--json', 'number'])).out
    expect(await show('IPEOS-2025-0003')).toContain('IPEOS-2025-0003')
    expect(await show('vitrine')).toContain('IPEOS-2025-0003')
  })

  test('that is the only one need not be named', async () => {
    const { out } = await (await deskOf('teo')).ipeos(['contract', 'show'], { columns: 80, env: { NO_COLOR: '1' } })
    expect(out).toMatch(/Level +Gold\n/)
    expect(out).toContain('Monday to Friday, 08:00 to 19:00')
  })

  test('is asked for where there are several, and must be named in a script', async () => {
    const desk = await withFile(await deskOf('alice'))
    const answers: Array<[string, unknown]> = [['Which contract', 'IPEOS-2025-0003 Site vitrine']]
    expect((await desk.ipeos(['contract', 'show'], { columns: 80, answers })).out).toContain('Site vitrine')
    const { code, notes } = await desk.ipeos(['contract', 'show'])
    expect(notes).toContain('IPEOS-2024-0117 Support Gold IPEOS-WTC · IPEOS-2025-0003 Site vitrine')
    expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('IPEOS-2025-0003') })
  })

  test('that nobody knows is not found, and near ones are named', async () => {
    const { code, notes } = await (await withFile(await deskOf('alice'))).ipeos(['contract', 'show', 'IPEOS-2024-0118'])
    expect({ code, notes }).toEqual({
      code: 3,
      notes: expect.stringContaining('IPEOS-2024-0117 Support Gold IPEOS-WTC'),
    })
  })

  test('below gold shows no telephone', async () => {
    const { out } = await (await withFile(await deskOf('alice'))).ipeos(
      ['contract', 'show', 'vitrine', '--lang', 'fr'],
      {
        columns: 80,
        env: { NO_COLOR: '1' },
      },
    )
    expect(out).not.toContain('Téléphone')
    expect(out).toContain('toutes les catégories')
  })
})

test('a contract that is over says so', async () => {
  const [gold] = organisation.contracts
  const desk = await withFile(await deskOf('alice'), {
    version: 1,
    name: 'A',
    contracts: [{ ...gold, ends: '2020-02-29' }],
  })
  const { out } = await desk.ipeos(['contract', 'list'], { columns: 100, env: { NO_COLOR: '1' } })
  expect(out).toContain('29 Feb 2020 (over)')
})

test('a contract is over when its last day is over where one lives, not where the sun stands at noon', async () => {
  const [gold] = organisation.contracts
  const desk = await withFile(await deskOf('alice'), {
    version: 1,
    name: 'A',
    contracts: [{ ...gold, ends: '2027-03-05' }],
  })
  const at = async (now: string, timeZone: string) => {
    const world = { now: () => new Date(now), timeZone }
    return (await desk.ipeos(['contract', 'list'], { columns: 100, env: { NO_COLOR: '1' }, world })).out
  }
  expect(await at('2027-03-05T23:30:00Z', 'Indian/Reunion')).toContain('5 Mar 2027 (over)')
  expect(await at('2027-03-06T00:30:00Z', 'America/Martinique')).not.toContain('(over)')
})

test('an entity without a contract has an empty list, and nothing to show', async () => {
  const desk = await deskOf('bob', { configuration: { customerMayReadContracts: true } })
  expect(await desk.ipeos(['contract', 'list', '--json'])).toMatchObject({ code: 0, out: '[]\n' })
  const { code, notes } = await desk.ipeos(['contract', 'show'])
  expect({ code, notes }).toEqual({ code: 3, notes: expect.stringContaining('ipeos config import') })
})

test.each([40, 80, 200])('contracts fit %d columns, in French', async (columns) => {
  const desk = await withFile(await deskOf('alice'))
  for (const words of [['contract', 'list'], ['contract', 'show', 'gold'], ['contact']]) {
    const { code, out, notes } = await desk.ipeos([...words, '--lang', 'fr'], { columns, env: { NO_COLOR: '1' } })
    expect(code).toBe(0)
    expect(Math.max(...`${out}${notes}`.split('\n').map(widthOf))).toBeLessThanOrEqual(columns)
  }
})

test('a narrow window shows the level and the end of each contract', async () => {
  const desk = await withFile(await deskOf('alice'))
  const { out } = await desk.ipeos(['contract', 'list', '--lang', 'fr'], { columns: 40, env: { NO_COLOR: '1' } })
  expect(out).toContain('IPEOS-2024-0117 · Gold\n    Support Gold IPEOS-WTC\n    Jusqu’au 16 janv. 2027\n')
  expect(out).toContain('IPEOS-2025-0003 · Bronze\n    Site vitrine\n')
})

test('nothing that the file holds is obeyed by a terminal', async () => {
  const evil = '\u001b]0;pwned\u0007\u202eX'
  const desk = await withFile(await deskOf('alice'), {
    version: 1,
    name: evil,
    brand: evil,
    contact: { name: evil },
    contracts: [{ number: evil, name: evil, level: 'gold', categories: [evil], hours: evil, contact: { name: evil } }],
  })
  for (const words of [
    ['contract', 'list'],
    ['contract', 'show'],
    ['contact'],
    ['contract', 'show', '--format', 'csv'],
  ]) {
    const { code, out, notes } = await desk.ipeos([...words, '--color', 'never'], { columns: 80 })
    expect(code).toBe(0)
    expect(out + notes).not.toMatch(/[\u001b\u0007\u202e]/)
  }
})
