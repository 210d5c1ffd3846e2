import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { inShell } from '../support/program.ts'
import { plain } from '../support/refusal.ts'
import { openSite, type Site } from '../support/site.ts'

needs('bash')

interface ShellResult {
  out: string
  notes: string
}

/** A line of bash, with `ipeos` as a command. */
function bash({ env, folder }: Site, line: string, more: Record<string, string> = {}): Promise<ShellResult> {
  const ipeos = `ipeos() { ${inShell} "$@"; }`
  const child = spawn('bash', ['-c', `${ipeos}; ${line}`], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const collected = { out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    collected.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    collected.notes += text
  })
  return new Promise((resolve) => child.on('close', () => resolve(collected)))
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: bash's own, the exit code of each command of a pipe
const codes = 'echo "codes ${PIPESTATUS[*]}"'
const hasFullDisk = existsSync('/dev/full')
const everyday = ['ticket list', 'ticket list --json', 'ticket show 17', '--version', '--help']

test('whoever reads only the first line of much output gets it, and no complaint', async () => {
  const site = await openSite({ tickets: 3000 })
  const { out, notes } = await bash(site, `ipeos ticket list --status all --all --json | head -1; ${codes}`)
  expect({ out, notes }).toEqual({ out: '[\ncodes 0 0\n', notes: '' })
})

test('whoever reads slowly gets all of much output', async () => {
  const site = await openSite({ tickets: 3000 })
  const list = 'ipeos ticket list --status all --all --json'
  await bash(site, `${list} > file; ${list} | { sleep 0.8; cat; } > read`)
  const [written, read] = ['file', 'read'].map((name) => readFileSync(join(site.folder, name), 'utf8'))
  expect(read?.length).toBeGreaterThan(500_000)
  expect(read === written).toBe(true)
})

test.each(everyday)('a pipe that nobody reads stops «ipeos %s» in silence', async (words) => {
  const site = await openSite()
  const { out, notes } = await bash(site, `{ sleep 0.05; ipeos ${words}; } | true; ${codes}`)
  expect({ out, notes }).toEqual({ out: 'codes 0 0\n', notes: '' })
})

const forPeople = everyday.filter((words) => !words.includes('--json'))

test.runIf(hasFullDisk).each(forPeople)('a disk that is full is told by «ipeos %s» in a sentence', async (words) => {
  const site = await openSite()
  const { out, notes } = await bash(site, `ipeos ${words} > /dev/full; ${codes}`)
  expect({ out, notes: plain(notes) }).toEqual({
    out: 'codes 1\n',
    notes:
      '✗ Le résultat n’a pas pu être écrit (ENOSPC).\n  → Faites de la place là où il va, ou envoyez-le ailleurs.\n',
  })
})

test.runIf(hasFullDisk)('a disk that is full is told to a program as JSON', async () => {
  const { out, notes } = await bash(await openSite(), `ipeos ticket list --json > /dev/full; ${codes}`)
  expect([out, JSON.parse(notes)]).toEqual(['codes 1\n', expect.objectContaining({ code: 'output-lost', exitCode: 1 })])
})

test.runIf(hasFullDisk)('a disk that is full is told in English to who reads English', async () => {
  const { notes } = await bash(await openSite(), 'ipeos ticket list > /dev/full', { LANG: 'en_GB.UTF-8' })
  expect(notes).toMatch(/^✗ The output could not be written \(ENOSPC\)\.\n {2}→ Make room/)
})

test.runIf(hasFullDisk)('the number of a new ticket is still told when its file is on a full disk', async () => {
  const site = await openSite()
  const { notes } = await bash(site, 'ipeos ticket new --title x --description y > /dev/full')
  expect(plain(notes)).toMatch(/Ticket n°\s\d+ enregistré/)
  expect(site.sandbox.writes).toHaveLength(1)
})

test.runIf(hasFullDisk).each(['ticket new -q --title x --description y', 'ticket comment 17 -m y --json'])(
  'what «ipeos %s» did is done, though its output is on a full disk: 7',
  async (words) => {
    const site = await openSite()
    const { out, notes } = await bash(site, `ipeos ${words} > /dev/full; ${codes}`, { LANG: 'en_GB.UTF-8' })
    expect(out).toBe('codes 7\n')
    expect(notes).toMatch(/could not be written \(ENOSPC\)/)
    expect(site.sandbox.writes).toHaveLength(1)
  },
)

test.runIf(hasFullDisk)('of a ticket whose number is on a full disk, stderr has the number', async () => {
  const site = await openSite()
  const words = 'ticket new -q --title x --description y'
  const { notes } = await bash(site, `ipeos ${words} > /dev/full`, { LANG: 'en_GB.UTF-8' })
  expect(notes).toMatch(/\n {2}→ Ticket no\. \d+ is there all the same/)
})

test.runIf(hasFullDisk)('an import whose lines go to a full disk is brought to its end: 7', async () => {
  const site = await openSite()
  const csv = `printf 'title,description\\nA,x\\nB,x\\n' >lines.csv`
  const { out } = await bash(
    site,
    `${csv}; ipeos ticket import lines.csv --yes > /dev/full; ${codes}; ls .local/state/ipeos/imports`,
  )
  expect(out).toMatch(/^codes 7\nlines-\w+\.json\n$/)
})

test.runIf(hasFullDisk).each(['2> /dev/full', '2>&-', '2> >(true)'])(
  'notes that nobody can read (%s) change nothing of the work, nor of its exit code',
  async (redirection) => {
    const site = await openSite()
    const wrong = await bash(site, `ipeos ticket show 99999 ${redirection}; ${codes}`)
    const right = await bash(site, `ipeos ticket new --title x --description y ${redirection}; ${codes}`)
    expect([wrong.out, right.out]).toEqual(['codes 3\n', expect.stringMatching(/^\d+\ncodes 0\n$/)])
  },
)
