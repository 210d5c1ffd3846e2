/** Every ticket of a large platform as lines of JSON: how fast, against others on the same pages, and in how much memory. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ipeos, median, medians, run } from './world.mjs'

const megabytes = 130
/** The pace of a real server, in milliseconds: 20,000 rows at once take 4.1 s. */
const paceOfGlpi = { request: 100, thousandRows: 200 }
const everything = ['ticket', 'list', '--all', '--status', 'all', '--format', 'ndjson']

/** The same where each answer takes as long as a real server’s: what a list costs is then what it asks. */
export async function measurePacedList({ rounds, platform, count }) {
  const { env, url, token } = platform
  const list = ipeos(...everything)
  await run(list, { env })
  await platform.requests()
  const { output } = await run(list, { env, kept: true })
  const [path] = (await platform.requests()).map(({ path }) => path)
  const lines = output.split('\n').length - 1
  if (lines < count) throw new Error(`${lines} tickets of ${count} were listed`)
  const peak = await peakOf(list, env)
  platform.takePace(paceOfGlpi)
  const atOnce = path.replace(/range=\d+-\d+/, `range=0-${lines - 1}`)
  const one = ['curl', '-sfg', '-K', configOf([atOnce], url, token, 'once.curl')]
  const pages = ['curl', '-sfg', '-K', configOf(pagesInOrder(path, lines), url, token, 'pages.curl')]
  const times = await medians({ one, pages, list }, rounds, { env })
  await platform.requests()
  await run(list, { env })
  const asked = (await platform.requests()).length
  const seconds = (time) => `${(time / 1000).toFixed(2)} s`
  const pace = '100 ms an answer and 0.2 ms a row'
  const what = `${lines.toLocaleString('en')} tickets`
  const rows = [
    { what: `\`curl\`, one page of ${what}, at the pace of a real server (${pace})`, value: seconds(times.one) },
    { what: '`curl`, pages of 1,000 in order, at that pace', value: seconds(times.pages) },
    {
      what: `\`ipeos ticket list --all --format ndjson\`, ${what} in ${asked} requests, at that pace`,
      value: seconds(times.list),
      against: `${(times.list / times.one).toFixed(2)} × one page of all`,
      bound: '≤ 1.30 ×',
      holds: times.list / times.one <= 1.3,
    },
  ]
  return { peak, lines, rows: rows.map((row) => ({ against: '', bound: '', ...row })) }
}

/**
 * Of all against 20,000. What lives is 10 to 15 MB in both; between 20,000 and 40,000 tickets V8 doubles, once and for all, the
 * room that it keeps for new objects (17 MB more). Measured 1.38 to 1.43; from 40,000 to 100,000 it is 1.08.
 */
const mostGrowth = 1.5

/** `fewer`: the memory (MB) that a list of so many tickets took. */
export async function measureAllTickets({ rounds, platform, count, python, fewer: { peak: small, lines: few } }) {
  const { env, url, token } = platform
  const list = ipeos(...everything)
  await run(list, { env })
  await platform.requests()
  const { output } = await run(list, { env, kept: true })
  const pages = (await platform.requests()).map(({ path }) => path)
  const lines = output.split('\n').length - 1
  if (lines < count) throw new Error(`${lines} tickets of ${count} were listed`)

  const inOrder = pagesInOrder(pages[0], lines)
  const curl = ['curl', '-sfg', '-K', configOf(inOrder, url, token, 'pages.curl')]
  const programs = {
    curl,
    list,
    node: [process.execPath, join(import.meta.dirname, 'list.mjs'), addressesOf(pages, url), token],
    jq: ['sh', '-c', `curl -sfg -K '${configOf(inOrder, url, token)}' | jq -c '.data[]'`],
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
  const rate = (time) => `${Math.round(lines / (time / 1000)).toLocaleString('en')} tickets/s`
  const row = (what, time, more = {}) => ({
    what,
    value: `${(time / 1000).toFixed(2)} s, ${rate(time)}`,
    against: '',
    bound: '',
    ...more,
  })
  return [
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
    {
      what: `its memory for ${few.toLocaleString('en')} tickets`,
      value: `${small.toFixed(0)} MB`,
      against: `all take ${(all / small).toFixed(2)} × as much`,
      bound: `≤ ${mostGrowth.toFixed(2)} ×`,
      holds: all / small <= mostGrowth,
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

/** All pages in one call of curl, which keeps its connection; printed, unless the file is named of one that throws them away. */
function configOf(pages, url, token, thrownAway) {
  const file = join(folder, thrownAway ?? 'pages-kept.curl')
  const lines = pages.flatMap((path) => [`url = "${url}${path}"`, ...(thrownAway ? ['output = "/dev/null"'] : [])])
  const headers = [`header = "Session-Token: ${token}"`, 'header = "X-GLPI-Sanitized-Content: false"']
  writeFileSync(file, [...headers, ...lines].join('\n'))
  return file
}
