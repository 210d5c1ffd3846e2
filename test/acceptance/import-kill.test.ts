import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin, startBin } from '../support/bin.ts'
import { openSite } from '../support/site.ts'

test('an import that was killed while its answer was awaited goes on, loses no ticket, and makes none twice', async () => {
  const { sandbox, env, folder } = await openSite({ glpi: '10.0' })
  const titles = Array.from({ length: 150 }, (_, place) => `Lot ${String(place).padStart(3, '0')}`)
  writeFileSync(join(folder, 'lot.csv'), `title;description\n${titles.map((title) => `${title};Une`).join('\n')}\n`)
  sandbox.faults.inject({ kind: 'delay', milliseconds: 1500, match: { method: 'POST', path: /\/Ticket$/ } })
  const posted = () => sandbox.requests.some(({ method, path }) => method === 'POST' && path.endsWith('/Ticket'))

  const killed = startBin(['ticket', 'import', 'lot.csv'], { env, folder })
  await killed.until(posted)
  killed.signal('SIGKILL')
  await killed.left

  const again = await runBin(['ticket', 'import', '--resume'], { env, folder })
  expect(again.code).toBe(0)
  expect(again.out.trim().split('\n')).toHaveLength(150)
  const listed = await runBin(['ticket', 'list', '--all', '--search', 'Lot', '--json', 'title'], { env, folder })
  expect((JSON.parse(listed.out) as Array<{ title: string }>).map(({ title }) => title).sort()).toEqual(titles)
}, 60_000)
