/** A second `ticket list`, its session kept: against `curl` of the same request, and what node takes to start. */
import { effort, ipeos, median, run } from './world.mjs'

/**
 * The processor time that it may take, as a multiple of what node takes to start. Neither in milliseconds, for a computer
 * may be slower, nor by the clock, for on a busy one whatever runs longer waits for more than its share: 5.5 to 6.4 times
 * were measured, quiet or busy, while by the clock it was 4 to 8.
 */
const most = 7

export async function measureWarmList({ rounds, platform, env }) {
  const list = ipeos('ticket', 'list', '--limit', '50')
  const { url, token } = platform
  await run(list, { env })
  await platform.requests()
  await run(list, { env })
  const requests = await platform.requests()
  const address = `${url}${requests[0].path}`
  const curl = ['curl', '-sfg', '-H', `Session-Token: ${token}`, '-H', 'X-GLPI-Sanitized-Content: false', address]
  const times = await efforts({ node: [process.execPath, '-e', '0'], curl, list }, rounds, env)
  const ratio = times.list.processor / times.node.processor
  return [
    {
      what: '`ipeos ticket list`, warm',
      value: `${times.list.wall.toFixed(0)} ms`,
      against: `\`curl\` ${times.curl.wall.toFixed(0)} ms, \`node -e 0\` ${times.node.wall.toFixed(0)} ms`,
      bound: '',
    },
    {
      what: 'its processor time',
      value: `${times.list.processor.toFixed(0)} ms`,
      against: `${ratio.toFixed(2)} × \`node -e 0\` (${times.node.processor.toFixed(0)} ms)`,
      bound: `≤ ${most.toFixed(2)} ×`,
      holds: ratio <= most,
    },
    {
      what: 'its requests',
      value: String(requests.length),
      against: '',
      bound: '1',
      holds: requests.length === 1,
    },
  ]
}

/** What programs take, by the clock and of the processor, run in turn (medians, ms). */
async function efforts(programs, rounds, env) {
  const found = Object.entries(programs).map(([name, words]) => ({ name, words, taken: [] }))
  for (let round = 0; round < rounds; round += 1)
    for (const { words, taken } of found) taken.push(await effort(words, { env }))
  const of = (taken, part) => median(taken.map((one) => one[part]))
  return Object.fromEntries(
    found.map(({ name, taken }) => [name, { wall: of(taken, 'wall'), processor: of(taken, 'processor') }]),
  )
}
