/**
 * The main job, on the embedded platform, by `bin/ipeos` itself, as a person sees it: in a pseudo-terminal as wide as the
 * window, in the language of the environment, its questions answered by keys. Ends with an error as soon as a step does
 * not do what it says. On a terminal it goes at reading pace; `--fast` does not.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { words } from './demo-words.mjs'

const { IPEOS_UNDER_TEST } = process.env
/** What starts `ipeos`: `bin/ipeos`, or a program of its own (packaging/try-in-debian.sh). */
const [program, ...first] = IPEOS_UNDER_TEST
  ? [IPEOS_UNDER_TEST]
  : [process.execPath, join(import.meta.dirname, '..', 'bin', 'ipeos')]
const { IPEOS_LANG, LC_ALL, LC_MESSAGES, LANG, NO_COLOR, TERM } = process.env
const language = (IPEOS_LANG || LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('fr') ? 'fr' : 'en'
const says = words[language]
const isWatched = process.stdout.isTTY === true && TERM !== 'dumb'
const isSlow = isWatched && !process.argv.includes('--fast')
const hasColors = isWatched && !NO_COLOR
const columns = Math.max(40, process.stdout.columns || 80)
const folder = mkdtempSync(join(tmpdir(), 'ipeos-demo-'))
// A picture of one pixel: a real PNG, as a screenshot would be.
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
writeFileSync(join(folder, says.file), Buffer.from(picture, 'base64'))

// A place of its own: the demonstration neither sees nor touches the accounts of whoever runs it.
const own = Object.fromEntries(
  ['CONFIG', 'STATE', 'CACHE', 'DATA'].map((name) => [`IPEOS_${name}_DIR`, join(folder, name)]),
)
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('IPEOS_')))
const env = {
  ...inherited,
  ...own,
  IPEOS_LANG: language,
  IPEOS_INSECURE_STORAGE: '1',
  IPEOS_PAGER: 'cat',
  TERM: isWatched ? TERM || 'xterm-256color' : 'dumb',
  ...(hasColors ? {} : { NO_COLOR: '1' }),
}
const pty = await import('@lydell/node-pty').catch(() => undefined)

const platform = spawn(
  program,
  [...first, 'sandbox', 'start', '--glpi', '10.0', '--port', '0', '--data', join(folder, 'platform')],
  { env, stdio: ['ignore', 'pipe', 'ignore'] },
)
try {
  env.IPEOS_URL = await listening(platform)
  print(`${bold(says.title)}\n${wrapped(says.intro)}${pty ? '' : `\n${wrapped(says.noTerminal)}`}`)
  await story()
  print(
    `\n${green(`✓ ${says.done}`)}\n${says.next.map(([why, command]) => `  ${why}\n    ${cyan(command)}`).join('\n')}\n`,
  )
} catch (error) {
  console.error(`\n✗ ${error.message}`)
  process.exitCode = 1
} finally {
  platform.kill()
  rmSync(folder, { recursive: true, force: true })
}

async function story() {
  await step(says.login)
  expect(await ipeos('login --user alice', { piped: ['--password-stdin'], input: 'alice-secret\n' }), 'Durand')

  await step(says.list)
  expect(await ipeos('ticket list'), 'Messagerie')

  await step(says.new)
  const opened = await ipeos('ticket new', { piped: says.newFlags })
  const number = says.saved.exec(opened)?.[1]
  check(number !== undefined, says.noNumber)

  await step(says.technician)
  await asTechnician(Number(number))

  await step(says.show)
  const shown = await ipeos(`ticket show ${number}`)
  expect(shown, says.newTitle, says.file, 'Bien reçu', 'Redémarrage', '30', 'Le module de paiement a été mis à jour.')

  await step(says.accept)
  await ipeos(`ticket accept ${number}`)
  const status = await ipeos(`ticket show ${number} --json status`, { quiet: true })
  check(status.includes('"closed"'), says.notClosed)
}

/** One line of why. */
async function step(why) {
  await pause(1200)
  print(`\n${bold(wrapped(`● ${why}`))}`)
  await pause(1200)
}

/** Shows a command and runs it in the folder of the demonstration; gives all that it printed. */
async function ipeos(line, { piped = [], input = '', quiet = false } = {}) {
  if (!quiet) {
    process.stdout.write('\n$ ')
    for (const letter of `ipeos ${line}`) {
      process.stdout.write(cyan(letter))
      await pause(25)
    }
    print('')
  }
  const { output, code } =
    pty && !quiet ? await inTerminal(line.split(' ')) : await inPipes([...line.split(' '), ...piped], input, quiet)
  check(code === 0, `ipeos ${line} → ${code}\n${quiet ? output : ''}`)
  return plain(output)
}

/** In a window like the one that the person looks at; each question of the story is answered by its keys. */
async function inTerminal(args) {
  const child = pty.spawn(program, [...first, ...args], {
    ...{ cols: columns, rows: process.stdout.rows || 40, cwd: folder, env, name: env.TERM },
  })
  const answers = [...says.answers]
  let output = ''
  let unanswered = ''
  let lastHeard = Date.now()
  let busy = false
  child.onData((data) => {
    output += data
    unanswered += data
    lastHeard = Date.now()
    process.stdout.write(isWatched ? data : plain(data))
  })
  const answer = async (keys) => {
    busy = true
    unanswered = ''
    await pause(700, 80)
    for (const letter of keys.match(/\u001b\[B|.|\s/g) ?? []) {
      child.write(letter)
      await pause(letter === '\r' || letter === '\u0004' ? 0 : 30, 0)
      if (letter === '\r') await pause(0, 80)
    }
    busy = false
    lastHeard = Date.now()
  }
  const listening = setInterval(() => {
    if (busy) return
    const quietFor = Date.now() - lastHeard
    const at = answers.findIndex(([question]) => question.test(plain(unanswered)))
    if (at >= 0 && quietFor > 60) answer(keysOf(answers.splice(at, 1)[0]))
    // A question that is not of the story: what is offered is taken.
    else if (quietFor > 8000 && plain(unanswered).trim() !== '') answer('\r')
    else if (quietFor > 60_000) child.kill()
  }, 40)
  const code = await new Promise((resolve) => child.onExit(({ exitCode, signal }) => resolve(signal || exitCode)))
  clearInterval(listening)
  return { output, code }
}

/** Where no pseudo-terminal can be had: by options, and as it would be written into one. */
async function inPipes(args, input, quiet) {
  const child = spawn(program, [...first, ...args, ...(args[1] === 'list' ? ['--format', 'table'] : [])], {
    env: { ...env, COLUMNS: String(columns) },
    cwd: folder,
  })
  child.stdin.end(input)
  const [out, notes, code] = await Promise.all([
    text(child.stdout, quiet ? undefined : process.stdout),
    text(child.stderr, quiet ? undefined : process.stderr),
    new Promise((resolve) => child.on('close', resolve)),
  ])
  return { output: out + notes, code }
}

/** Where nothing may be drawn, choices are named: an arrow moves nothing there. */
function keysOf([, keys, named = keys]) {
  return isWatched ? keys : named
}

async function asTechnician(ticketId) {
  const call = async (path, init = {}) => {
    const answer = await fetch(`${env.IPEOS_URL}/apirest.php${path}`, init)
    check(answer.ok, `${path} → ${answer.status}`)
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
    child.once('exit', (code) => reject(new Error(`ipeos sandbox start → ${code}`)))
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

function expect(output, ...parts) {
  const all = output.replace(/\s+/g, ' ')
  for (const part of parts) check(all.includes(part), `${says.expected} « ${part} »`)
}

function check(holds, otherwise) {
  if (!holds) throw new Error(otherwise)
}

/** Milliseconds, for somebody who watches; otherwise as few as a prompt needs. */
function pause(slow, fast = 0) {
  const wait = isSlow ? slow : fast
  return wait > 0 ? new Promise((resolve) => setTimeout(resolve, wait)) : undefined
}

function plain(data) {
  return stripVTControlCharacters(data).replaceAll('\r', '').replaceAll('\u00a0', ' ')
}

/** On lines of the window, broken at spaces. */
function wrapped(line) {
  return line.replace(new RegExp(`(?=.{${columns - 1}})(.{1,${columns - 2}}) `, 'g'), '$1\n')
}

function print(line) {
  process.stdout.write(`${line}\n`)
}

function painted(codes) {
  return (line) => (hasColors ? `\u001b[${codes}m${line}\u001b[0m` : line)
}
function bold(line) {
  return painted('1')(line)
}
function cyan(line) {
  return painted('1;36')(line)
}
function green(line) {
  return painted('1;32')(line)
}
