/** Every ticket of a large platform as lines of JSON: how fast, against others on the same pages, and in how much memory. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ipeos, medians, run } from './world.mjs'

const megabytes = 130
/** What 1,000 rows cost GLPI at the least, in milliseconds: 20,000 in 1.7 s (GLPI.md, «v1 — lists»). */
const paceOfGlpi = 85

export async function measureAllTickets({ rounds, platform, smaller, count, python }) {
  const { env, url, token } = platform
  const list = ipeos('ticket', 'list', '--all', '--status', 'all', '--format', 'ndjson')
  await run(list, { env })
  await platform.requests()
  const { output } = await run(list, { env, kept: true })
  const pages = (await platform.requests()).map(({ path }) => path)
  const lines = output.split('\n').length - 1
  if (lines < count) throw new Error(`${lines} tickets of ${count} were listed`)

  const curl = ['curl', '-sfg', '-K', configOf(pages, url, token, true)]
  const programs = {
    curl,
    list,
    node: [process.execPath, join(import.meta.dirname, 'list.mjs'), addressesOf(pages, url), token],
    jq: ['sh', '-c', `curl -sfg -K '${configOf(pages, url, token, false)}' | jq -c '.data[]'`],
    ...(python ? { python: [python, join(import.meta.dirname, 'list.py'), url, 'alice-token', '1000'] } : {}),
  }
  const times = await medians(programs, rounds, { env })
  const speed = times.curl / times.list
  const [large, small] = [await run(list, { env, peak: true }), await run(list, { env: smaller.env, peak: true })]
  platform.slowDown(paceOfGlpi)
  const paced = await medians({ curl, list }, Math.min(rounds, 3), { env })
  const pacedSpeed = paced.curl / paced.list
  const rate = (time) => `${Math.round(lines / (time / 1000)).toLocaleString('en')} tickets/s`
  const row = (what, time, more = {}) => ({
    what,
    value: `${(time / 1000).toFixed(2)} s, ${rate(time)}`,
    against: '',
    bound: '',
    ...more,
  })
  return [
    row(`\`curl\`, the same ${pages.length} pages over one connection, thrown away`, times.curl),
    row(`\`ipeos ticket list --all --format ndjson\`, ${lines.toLocaleString('en')} tickets`, times.list, {
      against: `${speed.toFixed(2)} × the rate of \`curl\``,
      bound: '≥ 0.80 ×',
      holds: speed >= 0.8,
    }),
    row(
      'Node alone (`bench/list.mjs`), the same pages, nothing checked: what is left for `ipeos` at best',
      times.node,
      {
        against: `${(times.curl / times.node).toFixed(2)} ×`,
      },
    ),
    row("`curl | jq -c '.data[]'`, the same pages", times.jq, { against: `${(times.curl / times.jq).toFixed(2)} ×` }),
    ...(python
      ? [
          row('Python with `requests` (`bench/list.py`), pages of 1,000', times.python, {
            against: `${(times.curl / times.python).toFixed(2)} ×`,
          }),
        ]
      : [{ what: 'Python with `requests`', value: 'not installed here', against: '', bound: '' }]),
    row('`curl`, the same pages, each at the pace of GLPI (85 ms for 1,000 rows)', paced.curl),
    row('`ipeos ticket list --all --format ndjson`, at that pace', paced.list, {
      against: `${pacedSpeed.toFixed(2)} × the rate of \`curl\``,
      bound: '≥ 0.80 ×',
      holds: pacedSpeed >= 0.8,
    }),
    {
      what: 'its memory at most',
      value: `${large.peak.toFixed(0)} MB`,
      against: `${(large.peak / small.peak).toFixed(2)} × that of a tenth of the tickets (${small.peak.toFixed(0)} MB)`,
      bound: `≤ ${megabytes} MB, ≤ 1.20 ×`,
      holds: large.peak <= megabytes && large.peak / small.peak <= 1.2,
    },
  ]
}

function addressesOf(pages, url) {
  const file = join(folder, 'pages.txt')
  writeFileSync(file, pages.map((path) => url + path).join('\n'))
  return file
}

/** All pages in one call of curl, which keeps its connection. */
function configOf(pages, url, token, isThrownAway) {
  const file = join(folder, isThrownAway ? 'pages.curl' : 'pages-kept.curl')
  const lines = pages.flatMap((path) => [`url = "${url}${path}"`, ...(isThrownAway ? ['output = "/dev/null"'] : [])])
  const headers = [`header = "Session-Token: ${token}"`, 'header = "X-GLPI-Sanitized-Content: false"']
  writeFileSync(file, [...headers, ...lines].join('\n'))
  return file
}
