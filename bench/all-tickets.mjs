/** Every ticket of a large platform as lines of JSON: how fast, against others on the same pages, and in how much memory. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ipeos, median, medians, run } from './world.mjs'

const megabytes = 130
/** What GLPI takes at the least, in milliseconds: 20,000 rows in 1.7 s (GLPI.md, «v1 — lists»), and 100 for each request. */
const paceOfGlpi = { request: 100, thousandRows: 85 }

export async function measureAllTickets({ rounds, platform, count, python }) {
  const { env, url, token } = platform
  const list = ipeos('ticket', 'list', '--all', '--status', 'all', '--format', 'ndjson')
  await run(list, { env })
  await platform.requests()
  const { output } = await run(list, { env, kept: true })
  const pages = (await platform.requests()).map(({ path }) => path)
  const lines = output.split('\n').length - 1
  if (lines < count) throw new Error(`${lines} tickets of ${count} were listed`)

  const inOrder = pagesInOrder(pages[0], lines)
  const curl = ['curl', '-sfg', '-K', configOf(inOrder, url, token, true)]
  const programs = {
    curl,
    list,
    node: [process.execPath, join(import.meta.dirname, 'list.mjs'), addressesOf(pages, url), token],
    jq: ['sh', '-c', `curl -sfg -K '${configOf(inOrder, url, token, false)}' | jq -c '.data[]'`],
    ...(python ? { python: [python, join(import.meta.dirname, 'list.py'), url, 'alice-token', '1000'] } : {}),
  }
  const times = await medians(programs, rounds, { env })
  const half = ['--limit', String(Math.floor(lines / 2)), '--sort', 'id:desc']
  const [all, fewer] = [
    await peakOf(list, env),
    await peakOf(
      list.flatMap((word) => (word === '--all' ? half : word)),
      env,
    ),
  ]
  platform.takePace(paceOfGlpi)
  const paced = await medians({ curl, list }, Math.min(rounds, 3), { env })
  const rate = (time) => `${Math.round(lines / (time / 1000)).toLocaleString('en')} tickets/s`
  const row = (what, time, more = {}) => ({
    what,
    value: `${(time / 1000).toFixed(2)} s, ${rate(time)}`,
    against: '',
    bound: '',
    ...more,
  })
  return [
    row('`curl`, pages of 1,000 in order at the pace of GLPI (100 ms a request, 85 ms for 1,000 rows)', paced.curl),
    row(
      `\`ipeos ticket list --all --format ndjson\`, ${lines.toLocaleString('en')} tickets, at that pace`,
      paced.list,
      {
        against: `${(paced.list / paced.curl).toFixed(2)} × the time of \`curl\``,
        bound: '≤ 0.60 ×',
        holds: paced.list / paced.curl <= 0.6,
      },
    ),
    row("`curl | jq -c '.data[]'`, the same pages of the bare platform, which makes one in 6 ms", times.jq),
    row('`ipeos ticket list --all --format ndjson` of the bare platform', times.list, {
      against: `${(times.list / times.jq).toFixed(2)} × the time of \`curl | jq\``,
      bound: '≤ 1.00 ×',
      holds: times.list <= times.jq,
    }),
    row('`curl` alone there, its pages thrown away', times.curl),
    row('Node alone there (`bench/list.mjs`), nothing checked: what is left for `ipeos` at best', times.node),
    ...(python
      ? [row('Python with `requests` there (`bench/list.py`), pages of 1,000', times.python)]
      : [{ what: 'Python with `requests`', value: 'not installed here', against: '', bound: '' }]),
    {
      what: 'its memory at most',
      value: `${all.toFixed(0)} MB`,
      against: `${(all / fewer).toFixed(2)} × that of half of the tickets (${fewer.toFixed(0)} MB)`,
      bound: `≤ ${megabytes} MB, ≤ 1.10 ×`,
      holds: all <= megabytes && all / fewer <= 1.1,
    },
  ]
}

async function peakOf(words, env) {
  const peaks = []
  for (let round = 0; round < 3; round += 1) peaks.push((await run(words, { env, peak: true })).peak)
  return median(peaks)
}

/** The same search, 1,000 rows at a time. */
function pagesInOrder(path, count) {
  return Array.from({ length: Math.ceil(count / 1000) }, (_none, page) =>
    path.replace(/range=\d+-\d+/, `range=${page * 1000}-${page * 1000 + 999}`),
  )
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
