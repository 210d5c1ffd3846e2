import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { describeCommand, everyCommand } from '../../src/cli/describe-command.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { runBin } from '../support/bin.ts'
import { blocks } from '../support/docs.ts'
import { needs } from '../support/left-out.ts'
import { close, listen } from '../support/loopback.ts'
import { organisation } from '../support/organisation.ts'
import { bin } from '../support/program.ts'
import { key, personBefore } from '../support/pty.ts'
import { translator } from '../support/translator.ts'

const root = await buildProgram({ t: translator('en') } as Partial<Context> as Context, '0', {
  write: () => undefined,
  columns: 80,
})
const examples = [...new Set(everyCommand(describeCommand(root)).flatMap((command) => command.examples))]

/** What the READMEs and docs/ give to be copied, but for the set-up itself, which is npm's. */
const scripts = blocks
  .flatMap(({ page, kind, text }) => {
    if (kind === 'cron') return text.split('\n').map((line) => ({ page, script: commandOfCron(line) }))
    return kind === 'sh' && !/(?:^|; *do )npm /m.test(text) ? [{ page, script: text.trim() }] : []
  })
  .filter(({ script }) => script !== '')
  .map(({ page, script }) => [`${page}: ${script.split('\n')[0]}`, script] as const)

function commandOfCron(line: string): string {
  return /^(?:[\d*/]+ +){5}(.*)/.exec(line)?.[1] ?? ''
}

/** These ask: in a terminal the question comes, and Ctrl-C leaves it. */
const asking = [
  'ipeos ticket new',
  'ipeos ticket comment 15',
  'ipeos ticket edit 17',
  'ipeos ticket observer add 15',
  'ipeos reservation new',
  'ipeos reservation cancel 2',
  'ipeos login --sandbox --user alice',
  'ipeos login --web',
  'ipeos login --user alice --save-token',
  'ipeos account recover',
  'ipeos password change',
  'ipeos password reset alice@ipeos.example --token',
  'ipeos account remove alice@support.ipeos.com',
  'ipeos preferences set',
  'ipeos config import organisation.json',
]

/** These go on until they are stopped. */
const lasting = (line: string) => /ticket watch|sandbox start|ticket wait(?!.*--timeout 0)/.test(line)

/** What no machine of a test has: a server of the reader's own. */
const otherwise: Record<string, number> = {
  // Only a person pastes a token.
  'ipeos login --web': 2,
  // alice is logged in by her password.
  'ipeos logout --revoke': 2,
  // One of the two waits for an answer.
  'ipeos ticket accept 12 13 --json ticket,followup': 7,
  // Nobody is asked for a mark, or for an approval, on a stock platform.
  "ipeos ticket rate 7 4 -m 'Rapide et clair.'": 1,
  'ipeos approval list': 5,
  'ipeos approval list --json id,ticket': 5,
  'ipeos approval accept 3': 5,
  "ipeos approval accept 3 -m 'D’accord.'": 5,
  "ipeos approval refuse 3 -m 'Trop cher.'": 5,
  // Nothing ties these two, and nobody observes.
  'ipeos ticket unlink 15 17': 3,
  'ipeos ticket observer remove 15 henri': 3,
  'ipeos ticket observer mute 15 henri': 3,
  'ipeos ticket leave 18 --yes': 3,
  // Of the draft that is there it is known how far it got.
  'ipeos draft send 3f2a9c41 --again': 2,
  'ipeos config import https://intranet.example/ipeos.json --yes': 6,
  'ipeos version --check': 6,
  'ipeos ticket list --url http://127.0.0.1:8080': 4,
}

const ours = { ...organisation, url: 'https://support.ipeos.com', contracts: organisation.contracts.slice(0, 1) }

/** Programs of the reader's own that examples name. */
const programs = {
  pass: 'echo alice-secret',
  jq: 'cat',
  dmesg: 'echo usb 1-1: new device',
  'notify-send': 'true',
  'xdg-open': 'true',
  notify: 'true',
  backup: 'echo disk full; exit 1',
}

const draft = {
  ...{ version: 1, id: '3f2a9c41-0000-4000-8000-000000000000', kind: 'comment', ticketId: 15, text: 'Merci.' },
  owner: { platform: 'http://sandbox.invalid', user: 'alice' },
  ...{ created: '2026-11-20T10:00:00.000Z', changed: '2026-11-20T10:00:00.000Z' },
  ...{ files: [], arrived: false, documentsBefore: [] },
}

const filledIn = '{"Nom et prénom": "Jeanne Martin", "Date d\'arrivée": "2030-01-07", "Poste de travail": "Portable"}\n'

needs('bash')

const folder = mkdtempSync(join(tmpdir(), 'ipeos-examples-'))
/** In the place of the one that examples name, which may be taken. */
let port = ''
const template = join(folder, 'template')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function placeOf(home: string): { env: Record<string, string>; folder: string } {
  return {
    folder: join(home, 'work'),
    env: {
      HOME: home,
      LANG: 'en_GB.UTF-8',
      PATH: [join(home, 'bin'), process.env.PATH].join(delimiter),
      // The secrets that examples name.
      ...{ OLD: 'alice-secret', NEW: 'Tout-Neuf-2030', ANCIEN: 'alice-secret', NOUVEAU: 'Tout-Neuf-2030' },
      IPEOS_URL: 'sandbox',
      IPEOS_INSECURE_STORAGE: '1',
      IPEOS_QUIET: '1',
      BROWSER: join(home, 'bin', 'xdg-open'),
      // Programs that show something are tried on a screen alone.
      DISPLAY: ':0',
      ...Object.fromEntries(
        ['CONFIG', 'STATE', 'CACHE', 'DATA'].map((name) => [`IPEOS_${name}_DIR`, join(home, name)]),
      ),
    },
  }
}

beforeAll(async () => {
  const server = createServer()
  port = new URL(await listen(server)).port
  await close(server)
  for (const name of ['bin', 'work', 'STATE/drafts', '.zsh/completions', '.config/fish/completions']) {
    mkdirSync(join(template, name), { recursive: true, mode: 0o700 })
  }
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(template, 'bin', name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(template, 'bin', name), 0o755)
  }
  symlinkSync(bin, join(template, 'bin', 'ipeos'))
  symlinkSync(process.execPath, join(template, 'bin', 'node'))
  const given = {
    'capture.png': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    'mesures.png': 'PNG',
    'journal.txt': 'lines\nerror: disk full\n',
    'inventory.csv': 'ref;title;description\nA-1;Écran;Il clignote.\n',
    'sauvegarde.sh': '#!/bin/sh\necho rsync: connection refused\n',
    'tickets.csv': 'title;description\nDisque plein;Sur srv1.\n',
    'arrivals.csv': "Nom et prénom;Date d'arrivée;Poste de travail\nJeanne Martin;07/01/2030;Portable\n",
    // Templates that somebody filled in.
    'answers.json': filledIn,
    'reponses.json': filledIn,
    'tickets.ndjson': '{"title":"Disque plein","description":"Sur srv1."}\n',
    'alertmanager.json': alertOf('alertmanager'),
    'grafana.json': alertOf('grafana'),
    'check.json': '{"name":"Backup","id":7,"status":"failed"}\n',
    'company.pem': organisation.ca,
    'organisation.json': JSON.stringify({ ...ours, brand: 'IPEOS' }),
    'before.json': JSON.stringify(ours),
  }
  for (const [name, text] of Object.entries(given)) writeFileSync(join(template, 'work', name), text, { mode: 0o755 })
  writeFileSync(join(template, 'STATE/drafts', `${draft.id}.json`), JSON.stringify(draft), { mode: 0o600 })
  const place = placeOf(template)
  const login = await runBin(['login', '--user', 'alice', '--password-stdin'], { ...place, stdin: 'alice-secret\n' })
  expect(login.code).toBe(0)
  const seeded = [
    ['ticket', 'attach', '15', 'capture.png', 'journal.txt'],
    ['ticket', 'comment', '15', '-m', 'Voici : ![](capture.png)'],
    ['reservation', 'new', '2', '--from', 'tomorrow 9am', '--for', '1h', '--yes'],
    ['config', 'import', 'before.json', '--yes'],
  ]
  for (const words of seeded) expect(await runBin(words, place)).toMatchObject({ code: 0 })
})

/** What that monitoring sends. */
function alertOf(name: string): string {
  return readFileSync(new URL(`../commands/alert/payload/${name}.json`, import.meta.url), 'utf8')
}

/** A place of its own, as it was at the beginning. */
function freshPlace(line: string): ReturnType<typeof placeOf> {
  const home = mkdtempSync(join(folder, 'home-'))
  cpSync(template, home, { recursive: true, verbatimSymlinks: true })
  if (line.startsWith('ipeos account ')) useRealPlatform(home)
  return placeOf(home)
}

/** As of somebody who logged in to the platform of IPEOS. */
function useRealPlatform(home: string): void {
  const path = join(home, 'CONFIG', 'settings.json')
  const settings = JSON.parse(readFileSync(path, 'utf8'))
  const account = { url: 'https://support.ipeos.com', user: 'alice', storage: 'file' }
  writeFileSync(path, JSON.stringify({ ...settings, accounts: { 'alice@support.ipeos.com': account }, current: {} }))
}

/** Some of what examples read, as what a monitoring cut off, gives a warning. */
function isNothingButWarnings(notes: string): boolean {
  return notes.split('\n').every((line) => line === '' || /^(! |\{"warning":)/.test(line))
}

async function succeeds(line: string): Promise<void> {
  const { printed, left } = start(line, freshPlace(line))
  const expected = otherwise[line] ?? 0
  expect({ code: await left, notes: printed.notes }).toEqual({
    code: expected,
    notes: expected === 0 ? expect.toSatisfy(isNothingButWarnings) : expect.any(String),
  })
}

function start(line: string, { env, folder: cwd }: ReturnType<typeof placeOf>) {
  const child = spawn('bash', ['-ec', line.replaceAll('8080', port)], {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const printed = { out: '', notes: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.notes += text))
  const left = new Promise<unknown>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)))
  return { child, printed, left }
}

/** What a crontab of the guides says that it keeps quiet. */
const quietJobs = blocks
  .filter(({ kind }) => kind === 'cron')
  .flatMap(({ page, text }) => text.split('\n').map((line) => [page, commandOfCron(line)] as const))
  .filter(([, script]) => script.endsWith('>/dev/null'))

describe('a job of a crontab has nothing mailed where all is well:', () => {
  test('there are some in both languages', () => {
    expect(quietJobs).toHaveLength(4)
  })

  test.each(quietJobs)('%s: %s', async (_page, script) => {
    const { env, folder: cwd } = freshPlace(script)
    const { IPEOS_QUIET: _quiet, ...own } = env
    const { printed, left } = start(script, { env: own as typeof env, folder: cwd })
    expect({ code: await left, ...printed }).toEqual({ code: 0, out: '', notes: '' })
  })
})

describe('every example runs as it stands, and says nothing on stderr where that is wanted:', () => {
  test.each(examples.filter((line) => !asking.includes(line) && !lasting(line)))('%s', succeeds)

  test.each(scripts)('%s', (_name, script) => succeeds(script))

  test.each(examples.filter((line) => asking.includes(line)))('%s asks', async (line) => {
    const person = personBefore('bash', ['-c', line], freshPlace(line))
    await person.sees('?')
    person.types(key.ctrlC)
    expect(await person.leaves()).toBe(130)
  })

  test.each(examples.filter(lasting))('%s goes on until it is stopped', async (line) => {
    const { child, printed, left } = start(line, freshPlace(line))
    // Some say nothing while they wait: time enough for a mistake to show.
    await Promise.race([left, new Promise((resolve) => setTimeout(resolve, 2500))])
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGTERM')
    expect([143, 'SIGTERM']).toContain(await left)
    expect(printed.notes.replace(/^\{"code":"interrupted".*\n/m, '')).toSatisfy(isNothingButWarnings)
  })
})
