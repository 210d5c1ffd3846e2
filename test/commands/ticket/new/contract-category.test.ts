import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { organisation } from '../../../support/organisation.ts'
import { shortForm } from '../../../support/short-form.ts'

const whole = ['ticket', 'new', '--title', 'Imprimante', '--description', 'Plus rien ne sort.']
const [gold, bronze] = organisation.contracts

async function deskWith(contracts: readonly object[]) {
  const site = await openSandbox(shortForm)
  const desk = newDesk(site)
  writeFileSync(join(desk.home, 'ipeos.json'), JSON.stringify({ version: 1, name: 'IPEOS-WTC', contracts }))
  await desk.ipeos(['config', 'import', 'ipeos.json', '--yes'])
  return desk
}

test.each([
  ['Téléphonie', [gold], true],
  ['Site web', [gold], false],
  ['Messagerie', [gold], false],
  ['Téléphonie', [gold, bronze], false],
  ['Téléphonie', [gold, { ...bronze, ends: '2020-01-01' }], true],
  ['none', [gold], false],
  ['Téléphonie', [], false],
])('the category %s of the contracts %j is warned of: %s', async (category, contracts, isWarned) => {
  const desk = await deskWith(contracts)
  const { code, out, notes } = await desk.ipeos([...whole, '--category', category])
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+\n$/)
  expect(notes.includes('is not covered by your contract (Hébergement, Messagerie)')).toBe(isWarned)
})

test('a person is warned before it is sent, and may stop', async () => {
  const desk = await deskWith([gold])
  const { code, notes } = await desk.ipeos(
    [...whole, '--category', 'Téléphonie', '--about', 'none', '--urgency', '3', '--no-notify'],
    {
      columns: 80,
      answers: [
        ['Type', undefined],
        ['File', ''],
        ['Send this request', 'stop'],
      ],
    },
  )
  expect({ code, notes }).toEqual({ code: 130, notes: expect.stringContaining('is not covered by your contract') })
})

test('in the list, what the contract does not cover says so', async () => {
  const desk = await deskWith([gold])
  const { code, notes } = await desk.ipeos(
    [...whole, '--type', 'incident', '--about', 'none', '--urgency', '3', '--no-notify'],
    {
      columns: 80,
      answers: [
        ['Category', 'Téléphonie (outside your contract)'],
        ['File', ''],
        ['Send this request', 'change'],
        ['What would you like to change', 'category'],
        ['Category', 'Messagerie'],
        ['Send this request', 'stop'],
      ],
    },
  )
  expect({ code, notes }).toEqual({ code: 130, notes: expect.stringMatching(/Category\S*\s+Messagerie/) })
})
