import { expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

const now = () => new Date('2026-11-23T13:00:00Z')

/** Half an hour that somebody reserved. */
async function withReservation(user: string, glpi: '10.0' | '11.0') {
  const site = await openSandbox({ clock: now, glpi })
  const world = { now }
  const made = await newDesk(site, { user }).ipeos(
    ['reservation', 'new', '1', '--from', 'tomorrow 9h', '--for', '30m', '--yes', '--json', 'id,end'],
    { world },
  )
  return { site, made }
}

test('half an hour may be said as 30m', async () => {
  const { made } = await withReservation('alice', '11.0')
  expect(made.code).toBe(0)
  expect(made.out).toContain('2026-11-24T09:30:00+01:00')
})

test('where the platform lets no customer cancel, support is named and not the web', async () => {
  const { site, made } = await withReservation('alice', '10.0')
  const id = String([JSON.parse(made.out)].flat()[0].id)
  const { code, notes } = await newDesk(site).ipeos(['reservation', 'cancel', id, '--yes'], { world: { now } })
  expect(code).toBe(5)
  expect(notes).toContain('Support can cancel it for you')
})

test.each(glpiVersions)(
  'the reservation of somebody else is told without a name that nobody knows (GLPI %s)',
  async (glpi) => {
    const { site, made } = await withReservation('henri', glpi)
    const id = String([JSON.parse(made.out)].flat()[0].id)
    const { code, notes } = await newDesk(site).ipeos(['reservation', 'cancel', id, '--yes'], { world: { now } })
    expect(code).toBe(5)
    expect(notes).toContain(`Reservation no. ${id} is not yours`)
    expect(notes).not.toContain('?')
  },
)
