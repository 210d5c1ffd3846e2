import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk, siteUrl } from '../../support/desk.ts'

const words = ['ticket', 'comment'] as const

test('the address of another platform’s ticket is refused, and nothing is written', async () => {
  const site = await openSandbox()
  const address = 'http://other.example/front/ticket.form.php?id=15'
  const { code, notes } = await newDesk(site).ipeos([...words, address, '-m', 'Bonjour'])
  expect([code, notes, site.writes]).toEqual([2, expect.stringContaining(siteUrl), []])
})

test('the address of one’s own ticket is as good as its number', async () => {
  const site = await openSandbox()
  const address = `${siteUrl}/front/ticket.form.php?id=15`
  expect(await newDesk(site).ipeos([...words, address, '-m', 'Bonjour'])).toMatchObject({ code: 0 })
})

/** Shows the ticket of an address to somebody whose platform is this one. */
async function shownAt(platform: string, address: string) {
  const basePath = new URL(platform).pathname.replace(/\/$/, '')
  const site = await openSandbox({ configuration: { basePath } })
  const { code, notes } = await newDesk(site).ipeos(['ticket', 'show', address, '--json', 'id'], {
    env: { IPEOS_URL: platform },
  })
  return { code, isForeign: notes.includes('another platform') }
}

describe('a ticket of one’s own platform', () => {
  test.each([
    ['in a folder of its host', 'https://host.test/glpi', 'https://host.test/glpi/front/ticket.form.php?id=15'],
    ['as GLPI 11 writes it', 'https://host.test/glpi', 'https://host.test/glpi/Ticket/15'],
    ['on a port', 'https://host.test:8080', 'https://host.test:8080/Ticket/15'],
    ['on the usual port, written out', 'https://host.test', 'https://host.test:443/Ticket/15'],
    ['in capitals', 'https://host.test', 'HTTPS://HOST.TEST/Ticket/15'],
    ['with a slash at its end', 'https://host.test/', 'https://host.test/Ticket/15/'],
    ['by http, which leads to https', 'https://host.test', 'http://host.test/Ticket/15'],
  ])('%s is known', async (_how, platform, address) => {
    expect(await shownAt(platform, address)).toEqual({ code: 0, isForeign: false })
  })
})

describe('a ticket of another platform', () => {
  test.each([
    [
      'in another folder of the same host',
      'https://host.test/glpi',
      'https://host.test/test/front/ticket.form.php?id=15',
    ],
    ['in a folder whose name begins alike', 'https://host.test/glpi', 'https://host.test/glpi-test/Ticket/15'],
    ['on another port', 'https://host.test', 'https://host.test:8080/Ticket/15'],
    ['of a host whose name begins alike', 'https://host.test', 'https://host.test.example/Ticket/15'],
  ])('%s is refused', async (_how, platform, address) => {
    expect(await shownAt(platform, address)).toEqual({ code: 2, isForeign: true })
  })
})

describe('with --sandbox', () => {
  const shown = async (address: string) => {
    const desk = newDesk(await openSandbox())
    return desk.ipeos(['ticket', 'show', address, '--json', 'id', '--sandbox'])
  }

  test('an address that the embedded platform gave is known', async () => {
    expect(await shown('http://sandbox.invalid/front/ticket.form.php?id=15')).toMatchObject({ code: 0 })
  })

  test('a ticket of a real platform is refused, and the embedded one named', async () => {
    const { code, notes } = await shown(`${siteUrl}/front/ticket.form.php?id=15`)
    expect([code, notes]).toEqual([2, expect.stringContaining('sandbox.invalid')])
  })
})
