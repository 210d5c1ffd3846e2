/** A second `ticket list`, its session kept: against `curl` of the same request, and what node takes to start. */
import { ipeos, medians, run } from './world.mjs'

/**
 * What it may take besides its request, in starts of node. Not in milliseconds: where the computer is slow or busy, node
 * starts as slowly. With `node -e 0` between 27 and 69 ms it was 4.0 to 5.0 times that.
 */
const most = 5.5

export async function measureWarmList({ rounds, platform, env }) {
  const list = ipeos('ticket', 'list', '--limit', '50')
  const { url, token } = platform
  await run(list, { env })
  await platform.requests()
  await run(list, { env })
  const requests = await platform.requests()
  const address = `${url}${requests[0].path}`
  const curl = ['curl', '-sfg', '-H', `Session-Token: ${token}`, '-H', 'X-GLPI-Sanitized-Content: false', address]
  const times = await medians({ node: [process.execPath, '-e', '0'], curl, list }, rounds, { env })
  const ratio = (times.list - times.curl) / times.node
  return [
    {
      what: '`ipeos ticket list`, warm',
      value: `${times.list.toFixed(1)} ms`,
      against: `\`curl\` ${times.curl.toFixed(1)} ms + ${ratio.toFixed(2)} × \`node -e 0\` (${times.node.toFixed(1)} ms)`,
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
