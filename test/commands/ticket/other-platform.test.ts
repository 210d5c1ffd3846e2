import { expect, test } from 'vitest'
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
