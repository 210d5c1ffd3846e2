/** One large file: how fast it goes out, against `curl -F` to the same platform, and in how much memory. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ipeos, median, run } from './world.mjs'

const megabytes = 120

export async function measureUpload({ rounds, platform, size }) {
  const { env, url, token } = platform
  const file = join(folder, 'large.zip')
  const input = { name: 'large.zip', _filename: ['large.zip'], itemtype: 'Ticket', items_id: 15 }
  const manifest = `uploadManifest=${JSON.stringify({ input })};type=application/json`
  const form = ['-F', manifest, '-F', `filename[0]=@${file}`, '-w', '%{stderr}%{time_total}']
  const curl = ['curl', '-sf', '-H', `Session-Token: ${token}`, ...form, `${url}/apirest.php/Document`]
  const attach = ipeos('ticket', 'attach', '15', file)
  const times = { curl: [], exchange: [], whole: [] }
  for (let round = 0; round < rounds; round += 1) {
    fresh(file, size, `c${round}`)
    times.curl.push(Number((await run(curl, { env })).errors) * 1000)
    fresh(file, size, `i${round}`)
    const { time, errors } = await run([...attach, '--debug'], { env })
    times.exchange.push(Number(/^POST \S+\/Document 201 (\d+) ms/m.exec(errors)?.[1]))
    times.whole.push(time)
  }
  fresh(file, size, 'memory')
  const { peak } = await run(attach, { env, peak: true })
  const [one, other, whole] = [times.curl, times.exchange, times.whole].map(median)
  const speed = one / other
  const rate = (time) => `${(time / 1000).toFixed(2)} s, ${Math.round(size / 1e6 / (time / 1000))} MB/s`
  return [
    { what: `\`curl -F\`, a file of ${size / 1e6} MB`, value: rate(one), against: '', bound: '' },
    {
      what: '`ipeos ticket attach`, while the same goes out',
      value: rate(other),
      against: `${speed.toFixed(2)} × the rate of \`curl\``,
      bound: '≥ 0.90 ×',
      holds: speed >= 0.9,
    },
    {
      what: 'all of that command: node, the ticket looked at, the SHA-1 by which a lost answer is found again',
      value: `${(whole / 1000).toFixed(2)} s`,
      against: '',
      bound: '',
    },
    {
      what: 'its memory at most',
      value: `${peak.toFixed(0)} MB`,
      against: '',
      bound: `≤ ${megabytes} MB`,
      holds: peak <= megabytes,
    },
  ]
}

/** A file of that size which the platform has not seen yet: it keeps the same bytes once. */
function fresh(file, size, mark) {
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(1_000_000, mark)
  for (let written = 0; written < size; written += block.length) writeSync(handle, block)
  closeSync(handle)
  return true
}
