import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin, startBin } from '../support/bin.ts'
import { openSite } from '../support/site.ts'

test('an export that is interrupted says how to go on, leaves no half file, and goes on', async () => {
  const { sandbox, env, folder } = await openSite({ glpi: '10.0' })
  const old = new Date(Date.now() - 3_600_000)
  for (let place = 0; place < 30; place += 1) sandbox.addTicket({ title: `Ticket ${place}`, opened: old })
  sandbox.faults.inject({ kind: 'delay', milliseconds: 300, times: 10_000, match: { path: /Ticket\/\d+$/ } })
  const files = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.startsWith('tickets'))
  const whole = () => files().filter((name) => name.endsWith('export.json')).length

  const stopped = startBin(['ticket', 'export', '--all'], { env, folder })
  await stopped.until(() => whole() > 2)
  stopped.signal('SIGINT')
  expect(await stopped.left).toBe(130)
  expect(stopped.notes()).toContain('ipeos ticket export --all -o tickets')
  expect(files().filter((name) => name.endsWith('.part'))).toEqual([])

  const before = whole()
  sandbox.faults.clear()
  const again = await runBin(['ticket', 'export', '--all', '--json', 'result'], { env, folder })
  expect(again.code).toBe(0)
  const results = (JSON.parse(again.out) as Array<{ result: string }>).map(({ result }) => result)
  expect(results.filter((result) => result === 'unchanged')).toHaveLength(before)
  expect(readdirSync(join(folder, 'tickets')).filter((name) => name.startsWith('ticket-'))).toHaveLength(results.length)
}, 60_000)
