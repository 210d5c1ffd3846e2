import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { opensTicket } from '../support/glpi-versions.ts'
import { inShell, started } from '../support/program.ts'
import { key, personInShell } from '../support/pty.ts'
import { plain } from '../support/refusal.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

/** What the shell says once the command is over: its exit code, and whether what is typed shows again. */
const after = 'code=$?; case "$(stty -a)" in *" -echo "*) echo "[$code, hidden]" ;; *) echo "[$code, shown]" ;; esac'

function atShell({ env, folder }: Site, line: string) {
  return personInShell(`${line}; ${after}`, { env, folder, columns: 100 })
}

const answers: Array<[question: string, flags: string]> = [
  ['Type', '--type incident'],
  ['Urgence', '--urgency 3'],
  ['M’informer des suites', '--notify'],
  ['Mon adresse de courriel', '--email alice@ipeos.example'],
  ['Le ticket porte sur', '--about none'],
  ['Catégorie', '--category 3'],
  ['Titre', '--title x'],
  ['Description', '--description y'],
  ['Fichier à joindre', '--attach note.txt'],
  ['Envoyer cette demande', ''],
]
const newTicket = answers.map(([question], index) => {
  const flags = answers.slice(0, index).map(([, flag]) => flag)
  return [question, ['ticket new', ...flags].join(' ')] as const
})

test.each<readonly [string, string]>([
  ['Identifiant', 'login'],
  ['Mot de passe', 'login --user alice'],
  ['Adresse de courriel', 'password reset'],
  ['Nouveau mot de passe', 'password reset alice@ipeos.example --token abc'],
  ...newTicket,
])('Ctrl-C at «%s» leaves with 130, and the terminal as it was', async (question, words) => {
  const site = await openSite({ ...shortForm, ...(words.startsWith('ticket') ? {} : { user: null }) })
  writeFileSync(join(site.folder, 'note.txt'), 'Une note.')
  const person = atShell({ ...site, env: { ...site.env, IPEOS_INSECURE_STORAGE: '1' } }, `ipeos ${words}`)
  await person.sees(question)
  person.types(key.ctrlC)
  await person.sees('[130, shown]')
  await person.leaves()
  expect({ cursor: person.cursorVisible(), screen: person.screen(), writes: site.sandbox.writes }).toEqual({
    cursor: true,
    screen: expect.stringContaining('Interrompu.'),
    writes: [],
  })
})

test('Ctrl-C at the second typing of a new password changes nothing', async () => {
  const site = await openSite({ user: null })
  const person = atShell(site, 'ipeos password reset alice@ipeos.example --token abc')
  await person.sees('Nouveau mot de passe')
  person.types(`secret-neuf${key.enter}`)
  await person.sees('Encore une fois')
  person.types(key.ctrlC)
  await person.sees('[130, shown]')
  await person.leaves()
  expect(person.screen()).not.toContain('secret-neuf')
  expect(site.sandbox.requests).toEqual([])
})

test('Ctrl-C while the platform is slow leaves at once, the spinner gone and the cursor back', async () => {
  const site = await openSite()
  site.sandbox.faults.inject({ kind: 'delay', milliseconds: 15_000, match: { path: /search/ } })
  const person = atShell(site, 'ipeos ticket list')
  await person.sees('Lecture de vos tickets')
  expect(person.cursorVisible()).toBe(false)
  person.types(key.ctrlC)
  await person.sees('[130, shown]')
  await person.leaves()
  expect({ cursor: person.cursorVisible(), screen: person.screen() }).toEqual({
    cursor: true,
    screen: expect.not.stringContaining('Lecture de vos tickets'),
  })
  expect(person.screen()).toMatch(/\n\[130, shown\]/)
})

test('SIGTERM at a hidden question leaves with 143, and what is typed shows again', async () => {
  const site = await openSite({ user: null })
  const env = { ...site.env, IPEOS_INSECURE_STORAGE: '1' }
  const person = atShell({ ...site, env }, `sh -c "echo \\$\\$ > pid; exec ${inShell} login --user alice"`)
  await person.sees('Mot de passe')
  process.kill(Number(readFileSync(join(site.folder, 'pid'), 'utf8')), 'SIGTERM')
  await person.sees('[143, shown]')
  await person.leaves()
  expect(person.cursorVisible()).toBe(true)
})

/** Sends the signal once the platform was asked this, which it takes its time to answer. */
async function interrupted(site: Site, match: { method: string; path: RegExp }, signal: NodeJS.Signals) {
  site.sandbox.faults.inject({ kind: 'delay', milliseconds: 15_000, match })
  writeFileSync(join(site.folder, 'note.txt'), 'Une note.')
  const words = ['ticket', 'new', '--title', 'x', '--description', 'y', '--attach', 'note.txt']
  const child = spawn(...started(words), {
    cwd: site.folder,
    env: { PATH: process.env.PATH, ...site.env },
  })
  let notes = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    notes += text
  })
  const isAsked = () =>
    site.sandbox.requests.some(({ method, path }) => method === match.method && match.path.test(path))
  while (!isAsked()) await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill(signal)
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, notes: plain(notes) }
}

const kept = /^Rien n’est perdu ; pour reprendre : ipeos ticket new --resume \w{8}\n$/

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s while the ticket is on its way says how to go on', async (signal, code) => {
  const site = await openSite()
  expect(await interrupted(site, { method: 'POST', path: opensTicket }, signal)).toEqual({
    code,
    notes: expect.stringMatching(kept),
  })
})

test('Ctrl-C while a file is on its way says how to go on', async () => {
  const site = await openSite()
  expect(await interrupted(site, { method: 'POST', path: /\/(?:Document|fileupload\.php)$/ }, 'SIGINT')).toEqual({
    code: 130,
    notes: expect.stringMatching(kept),
  })
})
