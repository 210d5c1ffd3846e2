/** Many tickets from a file: how many requests they take. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ipeos, run } from './world.mjs'

/** A hundred by one request, and a look after each of these for what something on the way sent twice. */
const ticketsPerRequest = 45

export async function measureImport({ platform, count }) {
  const { env } = platform
  const what = `\`ipeos ticket import\` of ${count.toLocaleString('en')} tickets`
  const { output } = await run(ipeos('ticket', '--help'), { env, kept: true })
  if (!/^ {2}import\b/m.test(output)) return [{ what, value: 'there is no such command yet', against: '', bound: '' }]
  const file = join(folder, 'tickets.csv')
  const rows = Array.from({ length: count }, (_none, row) => `Imported ${row},What happened in ${row},3`)
  writeFileSync(file, `title,description,urgency\n${rows.join('\n')}\n`)
  await platform.requests()
  const { time } = await run(ipeos('ticket', 'import', file, '--yes'), { env })
  const requests = (await platform.requests()).length
  return [
    {
      what,
      value: `${requests} requests, ${(time / 1000).toFixed(1)} s`,
      against: `${(count / requests).toFixed(0)} tickets a request`,
      bound: `≥ ${ticketsPerRequest}`,
      holds: count / requests >= ticketsPerRequest,
    },
  ]
}
