/**
 * The main job, on the embedded platform, by `bin/ipeos` itself: each command is shown with what it really printed.
 * Ends with an error as soon as a step does not do what it says.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const bin = join(import.meta.dirname, '..', 'bin', 'ipeos')
const folder = mkdtempSync(join(tmpdir(), 'ipeos-demo-'))
const title = 'La page de paiement affiche une erreur 500'
// A picture of one pixel: a real PNG, as a screenshot would be.
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
writeFileSync(join(folder, 'capture.png'), Buffer.from(picture, 'base64'))

// A place of its own: the demonstration neither sees nor touches the accounts of whoever runs it.
const own = Object.fromEntries(
  ['CONFIG', 'STATE', 'CACHE', 'DATA'].map((name) => [`IPEOS_${name}_DIR`, join(folder, name)]),
)
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('IPEOS_') || name === 'IPEOS_LANG'),
)
const env = { ...inherited, ...own, IPEOS_INSECURE_STORAGE: '1' }

const platform = spawn(process.execPath, [bin, 'sandbox', 'start', '--data', join(folder, 'platform')], {
  env,
  stdio: ['ignore', 'pipe', 'pipe'],
})
try {
  env.IPEOS_URL = await listening(platform)
  say(`The embedded platform listens on ${env.IPEOS_URL}`)
  await story()
  say('Every step did what it says.')
} catch (error) {
  console.error(`\n✗ ${error.message}`)
  process.exitCode = 1
} finally {
  platform.kill()
  rmSync(folder, { recursive: true, force: true })
}

async function story() {
  say('Alice logs in; her password comes from standard input, never from an argument.')
  const login = await ipeos(['login', '--user', 'alice', '--password-stdin'], 'alice-secret\n')
  expect(login, 'Durand')

  say('The form that the platform gives her.')
  const form = await ipeos(['ticket', 'form'])
  expect(form, 'poste-alice', 'DNS & domaines')

  say('She opens a ticket, with a screenshot.')
  const description = 'Depuis ce matin, sous le compte boutique.\nhttps://www.wtc.example/paiement'
  const opened = await ipeos([
    ...['ticket', 'new', '--urgency', '4', '--category', 'Site web', '--about', 'poste-alice'],
    ...['--title', title, '--description', description, '--attach', 'capture.png', '--yes'],
  ])
  const number = opened.out.trim()
  check(/^\d+$/.test(number), `the ticket's number was expected, not «${number}»`)

  say('She finds it again.')
  expect(await ipeos(['ticket', 'list']), number, title)

  say('Téo, a technician, answers, works half an hour, and proposes a solution (over the platform’s REST API).')
  await asTechnician(Number(number))

  say('She reads it all: the answer, the time spent, the solution that waits for her.')
  const shown = await ipeos(['ticket', 'show', number])
  expect(shown, title, 'capture.png', 'Bien reçu', 'Redémarrage', '30', 'Le module de paiement a été mis à jour.')
  const { out } = await ipeos(['ticket', 'show', number, '--json'], undefined, { quiet: true })
  const ticket = JSON.parse(out)
  check(ticket.status === 'solved', `the ticket should be solved, not ${ticket.status}`)
  check(
    ticket.timeline.some(({ kind, status }) => kind === 'solution' && status === 'waiting'),
    'no solution waits',
  )
}

/** Shows a command and runs it, in the folder of the demonstration. */
async function ipeos(words, input, { quiet = false } = {}) {
  if (!quiet) console.log(`\n$ ipeos ${words.map(quoted).join(' ')}`)
  const child = spawn(process.execPath, [bin, ...words], { env, cwd: folder })
  child.stdin.end(input ?? '')
  const [out, notes, code] = await Promise.all([
    text(child.stdout, quiet ? undefined : process.stdout),
    text(child.stderr, quiet ? undefined : process.stderr),
    new Promise((resolve) => child.on('close', resolve)),
  ])
  check(code === 0, `ipeos ${words.join(' ')} ended with ${code}\n${notes}`)
  return { out, notes }
}

async function asTechnician(ticketId) {
  const call = async (path, init = {}) => {
    const answer = await fetch(`${env.IPEOS_URL}/apirest.php${path}`, init)
    check(answer.ok, `${path} answered ${answer.status}`)
    return answer.json()
  }
  const basic = Buffer.from('teo:teo-secret').toString('base64')
  const { session_token } = await call('/initSession', { headers: { Authorization: `Basic ${basic}` } })
  const post = (path, input) =>
    call(path, {
      method: 'POST',
      headers: { 'Session-Token': session_token, 'Content-Type': 'application/json' },
      body: JSON.stringify({ input }),
    })
  const ticket = { itemtype: 'Ticket', items_id: ticketId }
  await post('/ITILFollowup', { ...ticket, content: '<p>Bien reçu, je regarde.</p>' })
  await post('/TicketTask', { tickets_id: ticketId, content: 'Redémarrage du serveur web', actiontime: 1800, state: 2 })
  await post('/ITILSolution', { ...ticket, content: '<p>Le module de paiement a été mis à jour.</p>' })
}

function listening(child) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(line.replace('listening on ', '')))
    child.once('exit', (code) => reject(new Error(`the embedded platform did not start (${code})`)))
  })
}

async function text(stream, echo) {
  let all = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    all += chunk
    echo?.write(chunk)
  }
  return all
}

function expect({ out, notes }, ...parts) {
  for (const part of parts) check(`${out}${notes}`.includes(part), `«${part}» was expected in what it printed`)
}

function check(holds, otherwise) {
  if (!holds) throw new Error(otherwise)
}

function say(line) {
  console.log(`\n— ${line}`)
}

function quoted(word) {
  return /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
