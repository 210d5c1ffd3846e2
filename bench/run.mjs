/**
 * `npm run bench [-- --quick]`: measures, writes bench/RESULTS.md, and ends with 1 when a bound is passed. All in one
 * run and against something of the same run, for machines differ; `--quick` has few rounds and a tenth of the tickets,
 * and writes nothing.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAllTickets, measurePacedList } from './all-tickets.mjs'
import { measureBundle } from './bundle.mjs'
import { measureImport } from './import.mjs'
import { measureStart } from './start.mjs'
import { measureUpload } from './upload.mjs'
import { measureWarmList } from './warm-list.mjs'
import { startPlatform } from './world.mjs'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } })
const { quick, only } = values
const tickets = quick ? 10_000 : 100_000
const sections = []
let chunks = []

// Half of what the platform makes up is this customer's.
const made = 2.05
const small = await startPlatform({ tickets: (tickets / 10) * made })
// As node starts where no authorities are added to it: reading them takes as long for every program, and hides what is ours.
const { NODE_EXTRA_CA_CERTS: added, ...clean } = small.env
await section('start', 'Start', startRows)
await section('list', 'A list of tickets', () =>
  measureWarmList({ rounds: quick ? 7 : 25, platform: small, env: clean }),
)
await section('all', 'All tickets', allRows)
await section('upload', 'A large file', uploadRows)
await section('import', 'Import', () => measureImport({ platform: small, count: quick ? 500 : 5000 }))
await section('bundle', 'The bundle', async () => {
  const { rows, chunks: found } = await measureBundle({ platform: small })
  chunks = found
  return rows
})
small.stop()
if (!only && !quick) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), report())
process.exit(sections.some(({ rows }) => rows.some(({ holds }) => holds === false)) ? 1 : 0)

async function section(name, title, measure) {
  if (only && only !== name) return
  const rows = await measure()
  sections.push({ title, rows })
  console.log(`\n${title}`)
  for (const { what, value, against, bound, holds } of rows)
    console.log(`  ${mark(holds)} ${what}: ${[value, against, bound].filter(Boolean).join(' · ')}`)
}

/** Here as node starts here, and as it starts where no authorities are added to it. */
async function startRows() {
  const rounds = quick ? 7 : 25
  const rows = await measureStart({ rounds, env: clean, note: added ? ', without NODE_EXTRA_CA_CERTS' : '' })
  return added ? [...(await measureStart({ rounds, env: small.env, note: '' })), ...rows] : rows
}

async function allRows() {
  const large = await startPlatform({ tickets: tickets * made })
  const usual = await startPlatform({ tickets: 20_000 * made })
  const { rows: paced, ...fewer } = await measurePacedList({ rounds: 3, platform: usual, count: 20_000 })
  usual.stop()
  const python = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', 'import requests']).status === 0)
  const rows = await measureAllTickets({
    rounds: quick ? 3 : 5,
    platform: large,
    count: tickets,
    python,
    fewer,
  })
  large.stop()
  return [...paced, ...rows]
}

async function uploadRows() {
  const configuration = { documentMaxSizeMb: 200, postMaxSizeBytes: 200 * 1024 * 1024 }
  const platform = await startPlatform({ configuration })
  const rows = await measureUpload({ rounds: quick ? 3 : 7, platform, size: 100e6 })
  platform.stop()
  return rows
}

function mark(holds) {
  return holds === undefined ? ' ' : holds ? '✓' : '✗'
}

function report() {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`
  const authorities = process.env.NODE_EXTRA_CA_CERTS ? 'with' : 'without'
  const table = (rows) => [
    '| | measured | against | bound | |',
    '|---|---|---|---|---|',
    ...rows.map(({ what, value, against, bound, holds }) => {
      const cells = [what, value, against, bound, mark(holds)].map((text) => text.replaceAll('|', '\\|'))
      return `| ${cells.join(' | ')} |`
    }),
  ]
  return [
    '# Results of `npm run bench`',
    '',
    `${cpu?.model.trim()}, ${cpus().length} cores, ${memory} of memory, ${type()} ${release()}, node ${process.version}, ` +
      `${authorities} NODE_EXTRA_CA_CERTS; ${new Date().toISOString().slice(0, 10)}${quick ? ', --quick' : ''}.`,
    '',
    'Medians of programs that run in turn, against the embedded platform in a process of its own. Only ratios of one run',
    'say something on another machine.',
    ...sections.flatMap(({ title, rows }) => ['', `## ${title}`, '', ...table(rows)]),
    '',
    '| file of `dist/` | size | loaded by `ticket list` |',
    '|---|---|---|',
    ...chunks.map(({ name, size, loaded }) => `| ${name} | ${size} | ${loaded ? '✓' : ''} |`),
    '',
  ].join('\n')
}
