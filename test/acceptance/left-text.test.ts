import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJobShell } from '../support/job-shell.ts'
import { needs } from '../support/left-out.ts'
import { key, type Person } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

needs('bash', 'stty')

const known = '--type incident --urgency 3 --no-notify --about none --category 3'

interface Text {
  command: string
  question: string
  /** The command that goes on. */
  again: string
}

const texts: Record<string, Text> = {
  'le titre': { command: `ticket new ${known}`, question: 'Titre', again: 'ticket new --resume' },
  'la description': {
    command: `ticket new ${known} --title Imprimante`,
    ...{ question: 'Ctrl+D', again: 'ticket new --resume' },
  },
  'un commentaire': { command: 'ticket comment 15', question: 'Ctrl+D', again: 'ticket comment 15' },
  'un refus': { command: 'ticket refuse 12', question: 'Ctrl+D', again: 'ticket refuse 12' },
  'une description, en lignes': {
    command: `ticket new --plain ${known} --title Imprimante`,
    ...{ question: 'Ctrl+D', again: 'ticket new --plain --resume' },
  },
}

const ends: Record<string, (person: Person, pid: number) => void> = {
  'la fenêtre fermée': (person) => person.closesWindow(),
  SIGHUP: (_person, pid) => void process.kill(pid, 'SIGHUP'),
  SIGTERM: (_person, pid) => void process.kill(pid, 'SIGTERM'),
  'Ctrl-C': (person) => person.types(key.ctrlC),
}

const typed = 'Plus rien ne sort depuis ce matin'
const cases = Object.entries(texts).flatMap(([what, text]) =>
  Object.entries(ends)
    .filter(([how]) => what === 'la description' || how === 'la fenêtre fermée')
    .map(([how, end]) => ({ what, how, text, end })),
)

test.each(cases)('$what : après $how, rien de ce qui était tapé ne manque', async ({ text, end }) => {
  const site = await openSite(shortForm)
  const person = await openJobShell(site)
  person.runs(`sh -c 'echo $$ > pid; exec ipeos ${text.command}'`)
  await person.sees(text.question)
  // The last letters are not on disk yet when it ends.
  person.types(typed)
  await person.sees(typed)
  const pid = Number(readFileSync(join(site.folder, 'pid'), 'utf8'))
  end(person, pid)
  await isGone(pid)
  expect(keptIn(site)).toEqual([expect.stringContaining(typed)])
  const next = await openJobShell(site)
  next.runs(`ipeos ${text.again}`)
  await next.sees(text.question)
  await next.sees(typed)
  next.types(key.ctrlC)
  // Shown above the question first: a Ctrl-C before that is asked is told otherwise.
  await next.sees(/(Interrompu|Rien n’est perdu)[^$]*\$ *$/)
})

test('ce qui est tapé est sur le disque pendant qu’on tape, lisible de soi seul', async () => {
  const site = await openSite(shortForm)
  const person = await openJobShell(site)
  person.runs(`ipeos ticket comment 15`)
  await person.sees('Ctrl+D')
  person.types(typed)
  await expect.poll(() => keptIn(site), { timeout: 30_000 }).toEqual([expect.stringContaining(typed)])
  const modes = filesIn(site).map((file) => (statSync(file).mode & 0o777).toString(8))
  expect(modes).toEqual(['600'])
  person.types(key.ctrlC)
  await person.sees(/Interrompu[^$]*ipeos ticket comment 15[^$]*\$ *$/)
})

test('une nouvelle demande dit que celle dont la fenêtre fut fermée attend encore', async () => {
  const site = await openSite(shortForm)
  const person = await openJobShell(site)
  person.runs(`ipeos ticket new ${known}`)
  await person.sees('Titre')
  person.types('Imprimante du 2e')
  await person.sees('Imprimante du 2e')
  person.closesWindow()
  await expect.poll(() => keptIn(site), { timeout: 30_000 }).toEqual([expect.stringContaining('Imprimante du 2e')])
  await expect.poll(() => locksIn(site), { timeout: 30_000 }).toEqual([])
  const next = await openJobShell(site)
  next.runs('ipeos ticket new')
  await next.sees('Imprimante du 2e')
  next.types(key.ctrlC)
})

function folderOf({ folder }: Site): string {
  return join(folder, '.local', 'state', 'ipeos', 'drafts')
}

function namesIn(site: Site): string[] {
  return existsSync(folderOf(site)) ? readdirSync(folderOf(site)) : []
}

function filesIn(site: Site): string[] {
  return namesIn(site)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folderOf(site), name))
}

function keptIn(site: Site): string[] {
  return filesIn(site).map((file) => readFileSync(file, 'utf8'))
}

function locksIn(site: Site): string[] {
  return namesIn(site).filter((name) => name.endsWith('.lock'))
}

async function isGone(pid: number): Promise<void> {
  const isRunning = () => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  while (isRunning()) await new Promise((resolve) => setTimeout(resolve, 20))
}
