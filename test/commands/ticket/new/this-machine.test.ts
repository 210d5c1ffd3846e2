import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { machineAmong } from '../../../../src/commands/request/this-machine.ts'
import type { TicketForm } from '../../../../src/itil/ticket-form.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

const form = (...names: Array<[name: string, ...numbers: string[]]>): TicketForm => ({
  ...{
    source: 'web-form',
    types: [],
    urgencies: [],
    defaultUrgency: 'medium',
    categories: [],
    locations: [],
    mandatory: [],
    fileLimit: 1,
  },
  equipment: names.map(([name, ...numbers], place) => ({
    key: `Computer:${place + 1}`,
    name,
    label: ['Ordinateur', name, ...numbers].join(' - '),
  })),
})
const machine = (hostName: string, ...numbers: string[]) => ({ hostName, numbers })

describe('this machine is found', () => {
  test.each([
    ['by its name', machine('poste-alice'), form(['poste-alice'], ['poste-bob'])],
    ['whatever the case', machine('POSTE-Alice'), form(['poste-alice'])],
    ['when it names its domain', machine('poste-alice.ipeos.lan'), form(['poste-alice'], ['poste-alice2'])],
    ['when the platform names the domain', machine('poste-alice'), form(['poste-alice.ipeos.lan'])],
    ['by a serial number, whatever its name', machine('debian', '5CG1234'), form(['srv - un', '5cg1234'], ['debian'])],
    ['by its inventory number', machine('x', 'WTC-0003'), form(['poste-alice', 'S1', 'WTC-0003'], ['y', 'WTC-00033'])],
  ])('%s', (_how, here, offered) => {
    expect(machineAmong(here, offered)).toEqual({ key: 'Computer:1' })
  })
})

describe('this machine is not taken for another', () => {
  test.each([
    ['of which it has half the name', machine('poste'), form(['poste-alice'])],
    ['of another domain', machine('www.ipeos.lan'), form(['www.acme.example'])],
    ['called localhost like all', machine('localhost'), form(['localhost'])],
    ['of a number that begins the same', machine('x', 'WTC-000'), form(['y', 'WTC-0003'])],
  ])('%s', (_how, here, offered) => {
    expect(machineAmong(here, offered)).toMatchObject({
      problem: { key: expect.stringMatching(/^machine\.un(known|like)$/) },
    })
  })

  test('when several may be meant', () => {
    expect(machineAmong(machine('x', 'A1234'), form(['a', 'A1234'], ['b', 'A1234']))).toMatchObject({
      problem: { key: 'machine.ambiguous' },
    })
  })
})

const words = ['ticket', 'new', '--title', 'Lent', '--description', 'Très.', '--about', 'this-machine', '--json', 'id']

describe.each(glpiVersions)('on GLPI %s, --about this-machine', (glpi) => {
  test('ties the ticket to the computer on which it is opened', async () => {
    const desk = newDesk(await openSandbox({ glpi }))
    const world = { machineIdentity: async () => machine('poste-alice.wtc.lan') }
    const { code, out } = await desk.ipeos(words, { world })
    expect(code).toBe(0)
    const shown = await desk.ipeos(['ticket', 'show', String(JSON.parse(out).id), '--json', 'equipment'])
    expect(JSON.parse(shown.out)).toMatchObject({ equipment: [{ key: 'Computer:3' }] })
  })

  test('names what comes near when it is none of mine (2), and sends nothing', async () => {
    const site = await openSandbox({ glpi })
    const world = { machineIdentity: async () => machine('poste-alicia', 'S123') }
    const { code, notes } = await newDesk(site).ipeos(words, { world })
    expect({ code, notes }).toMatchObject({ code: 2, notes: expect.stringMatching(/poste-alicia, S123.*poste-alice/s) })
    expect(site.writes).toEqual([])
  })
})

test('a file of tickets may be about this machine, too', async () => {
  const desk = newDesk(await openSandbox({ glpi: '10.0' }))
  writeFileSync(join(desk.home, 'lot.csv'), 'title,description,about\nUn,Une,this-machine\nDeux,Deux,\n')
  const here = { world: { machineIdentity: async () => machine('poste-alice') } }
  const { out } = await desk.ipeos(['ticket', 'import', 'lot.csv', '--json', 'id'], here)
  const [{ id }] = JSON.parse(out) as [{ id: number }]
  const shown = await desk.ipeos(['ticket', 'show', String(id), '--json', 'equipment'])
  expect(JSON.parse(shown.out)).toMatchObject({ equipment: [{ key: 'Computer:3' }] })
  const elsewhere = { world: { machineIdentity: async () => machine('autre') } }
  const refused = await desk.ipeos(['ticket', 'import', 'lot.csv'], elsewhere)
  expect(refused).toMatchObject({
    code: 2,
    notes: expect.stringContaining('line 2: none of your equipment is this machine'),
  })
})
