import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

const now = () => new Date('2026-11-23T14:00:00+01:00')
const words = ['reservation', 'new', '1', '--from', '2026-11-24 14:00', '--for', '1h', '--yes']
const weekly = [...words, '--every', 'week', '--until', '2026-12-20']

describe.each(glpiVersions)('a reservation that GLPI %s says it made', (glpi) => {
  test('and did not make is told as not made', async () => {
    const site = await openSandbox({ glpi, clock: now, configuration: { reservationsLost: true } })
    const { code, out, notes } = await newDesk(site).ipeos(words, { world: { now } })
    expect([code, out]).toEqual([1, ''])
    expect(notes).toContain('the reservation is not there')
  })

  test('and whose number is 0 is told as not made', async () => {
    const site = await openSandbox({ glpi, clock: now })
    const fetch = async (request: Request): Promise<Response> =>
      request.method === 'POST' && request.url.endsWith('/Reservation')
        ? Response.json({ id: 0, message: '' }, { status: 201 })
        : site.fetch(request)
    const { code, out, notes } = await newDesk({ fetch }).ipeos(words, { world: { now } })
    expect([code, out]).toEqual([1, ''])
    expect(notes).toContain('the reservation is not there')
  })

  test('of a series is told of those that are there alone', async () => {
    const site = await openSandbox({ glpi, clock: now })
    let sent = 0
    const fetch = async (request: Request): Promise<Response> => {
      if (request.method === 'POST' && request.url.endsWith('/Reservation'))
        Object.assign(site.configuration, { reservationsLost: ++sent === 2 })
      return site.fetch(request)
    }
    const { code, notes } = await newDesk({ fetch }).ipeos(weekly, { world: { now } })
    expect(code).toBe(7)
    expect(notes).toContain('3 of 4')
    // The same command makes the one that lacks.
    const again = await newDesk(site).ipeos(weekly, { world: { now } })
    expect([again.code, again.out.trim().split('\n').length]).toEqual([0, 4])
    expect(sent).toBe(4)
  })

  test('is read back once, however many there are', async () => {
    const site = await openSandbox({ glpi, clock: now })
    const reads = async (line: string[]) => {
      site.requests.length = 0
      expect((await newDesk(site).ipeos(line, { world: { now } })).code).toBe(0)
      return site.requests.filter(({ method }) => method === 'GET').length
    }
    const one = await reads(words)
    expect((await reads(weekly)) - one).toBeLessThanOrEqual(1)
  })
})
