import { expect, test } from 'vitest'
import { fileForm, login } from '../sandbox/caller.ts'
import { type RunningBin, startBin } from '../support/bin.ts'
import { openSite } from '../support/site.ts'

interface Told {
  event: string
  ticket: number
  text: string | null
  fileName: string | null
  to: string | null
}

function told(running: RunningBin): Told[] {
  const lines = running.out().split('\n')
  return lines.slice(0, -1).map((line) => JSON.parse(line))
}

/** Somebody who watches from now on. */
async function watching(words: string[] = []) {
  const site = await openSite()
  const ticket = site.sandbox.addTicket({ title: 'Onduleur qui siffle' })
  const running = startBin(['ticket', 'watch', '--interval', '5s', ...words], { env: site.env, folder: site.folder })
  await running.until(({ notes }) => notes.includes('5 s'))
  return { site, ticket, running }
}

test('what happens goes through --jq as it happens', async () => {
  const { site, ticket, running } = await watching(['--jq', '"\\(.event): \\(.text)"'])
  const teo = await login(site.sandbox, 'teo')
  await teo.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: ticket, content: 'Nous passons.' } })
  await running.until(({ out }) => out === 'followup: Nous passons.\n')
  running.signal('SIGINT')
  expect(await running.left).toBe(130)
})

test('what a technician does is told line by line, each thing once', { timeout: 60_000 }, async () => {
  const { site, ticket, running } = await watching(['--json'])
  const teo = await login(site.sandbox, 'teo')
  const on = (content: string, more: object = {}) => ({
    input: { itemtype: 'Ticket', items_id: ticket, content, ...more },
  })
  await teo.post('/ITILFollowup', on('Nous passons.'))
  await teo.post('/ITILFollowup', on('Entre nous.', { is_private: 1 }))
  await running.until(({ out }) => out.includes('Nous passons.'))
  // Between two looks the session ends, and the network is away for one.
  site.sandbox.killSessions()
  site.sandbox.faults.inject({ kind: 'drop-before', match: { path: /search/ }, times: 1 })
  const again = await login(site.sandbox, 'teo')
  const manifest = { name: 'photo.png', _filename: ['photo.png'], itemtype: 'Ticket', items_id: ticket }
  await again.call('POST', '/Document', { form: fileForm(manifest, 'photo.png', 'octets') })
  await again.post('/TicketTask', { input: { tickets_id: ticket, content: 'Batterie changée.' } })
  await again.post('/ITILSolution', on('Batterie neuve.'))
  await running.until(({ out }) => out.includes('"to":"solved"'), 30_000)
  running.signal('SIGINT')
  expect(await running.left).toBe(130)
  expect(told(running).map(({ event, text, fileName, to }) => `${event} ${text ?? fileName ?? to}`)).toEqual([
    'followup Nous passons.',
    'document photo.png',
    'task Batterie changée.',
    'solution Batterie neuve.',
    'status solved',
  ])
  expect(told(running).every((event) => event.ticket === ticket)).toBe(true)
  expect(running.notes()).not.toMatch(/alice-secret|Cannot|Error/)
})

test('SIGTERM ends it with 143, without a word', async () => {
  const { running } = await watching()
  const before = running.notes()
  running.signal('SIGTERM')
  expect(await running.left).toBe(143)
  expect(running.out()).toBe('')
  expect(running.notes()).toBe(before)
})

test('whoever stops reading its output ends it, without an error', { timeout: 40_000 }, async () => {
  const { site, ticket, running } = await watching()
  running.stopReading()
  await (await login(site.sandbox, 'teo')).post('/ITILFollowup', {
    input: { itemtype: 'Ticket', items_id: ticket, content: 'Nous passons.' },
  })
  expect(await running.left).toBe(0)
  expect(running.notes()).not.toContain('EPIPE')
})

test('a script goes on once a ticket is taken', { timeout: 40_000 }, async () => {
  const site = await openSite()
  const ticket = site.sandbox.addTicket({ title: 'Onduleur qui siffle' })
  const words = ['ticket', 'wait', String(ticket), '--until', 'taken', '--interval', '5', '--timeout', '1m']
  const running = startBin(words, { env: site.env, folder: site.folder })
  await running.until(() => site.sandbox.requests.some(({ path, status }) => path.includes('Ticket') && status === 200))
  await (await login(site.sandbox, 'teo')).post('/TicketTask', { input: { tickets_id: ticket, content: 'En route.' } })
  expect(await running.left).toBe(0)
  expect(running.notes()).toContain(`Le ticket n°\u00a0${ticket} est pris en charge.`)
})
