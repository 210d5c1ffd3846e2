import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJobShell } from '../support/job-shell.ts'
import { needs } from '../support/left-out.ts'
import { key, personInShell } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

needs('bash', 'stty')

interface Story {
  command: string
  question: string
  /** Typed before Ctrl-Z, and after `fg`. */
  before: string
  after: string
  /** What is seen then: the next question. */
  seen: string | RegExp
  /** The answer is the last one. */
  isOver?: boolean
}

const known = '--type incident --urgency 3 --no-notify --about none'
const stories: Record<string, Story> = {
  'un choix': {
    ...{ command: `ticket new --type incident --about none --category 3`, question: 'Urgence' },
    ...{ before: key.down, after: key.enter, seen: /✔ Urgence\s: Haute\n[\s\S]*M’informer/ },
  },
  'une recherche': {
    ...{ command: `ticket new ${known}`, question: 'Catégorie' },
    ...{ before: 'messag', after: key.enter, seen: /✔ Catégorie\s: Messagerie\n[\s\S]*Titre/ },
  },
  'un titre': {
    ...{ command: `ticket new ${known} --category 3`, question: 'Titre' },
    ...{ before: 'Imprim', after: `ante${key.enter}`, seen: /✔ Titre\s: Imprimante\n[\s\S]*Description/ },
  },
  'une confirmation': {
    ...{ command: 'ticket cancel 17', question: 'Annuler' },
    ...{ before: 'n', after: key.enter, seen: 'reste comme il est', isOver: true },
  },
  'une description': {
    ...{ command: `ticket new ${known} --category 3 --title Imprimante`, question: 'Description' },
    ...{ before: 'Plus rien\rne so', after: `rt.${key.ctrlD}`, seen: /Description[\s\S]*Fichier/ },
  },
  'un choix, en lignes': {
    ...{ command: 'ticket new --plain --type incident --about none --category 3', question: 'Numéro ou nom' },
    ...{ before: 'hau', after: `te${key.enter}`, seen: 'M’informer' },
  },
  'un titre, en lignes': {
    ...{ command: `ticket new --plain ${known} --category 3`, question: 'Titre' },
    ...{ before: 'Imprim', after: `ante${key.enter}`, seen: 'Description' },
  },
}

test.each(Object.entries(stories))(
  'Ctrl-Z devant %s rend le terminal au shell, et fg reprend où l’on en était',
  async (_kind, { command, question, before, after, seen, isOver = false }) => {
    const site = await openSite(shortForm)
    const person = await openJobShell(site)
    person.runs(`ipeos ${command}`)
    await person.sees(question)
    person.types(before)
    await person.stops()
    expect(person.screen()).toMatch(/^Pour revenir\s: fg$/m)
    expect({ typed: await person.looks(), cursor: person.cursorVisible() }).toEqual({ typed: 'shown', cursor: true })
    await person.continues(question)
    person.types(after)
    await person.sees(seen)
    if (!isOver) person.types(key.ctrlC)
    await person.sees(isOver ? /\$ *$/ : /Interrompu[^$]*\$ *$/)
    expect(await person.looks()).toBe('shown')
  },
)

test('un mot de passe à moitié tapé n’est écrit nulle part, et se termine après fg', async () => {
  const site = await openSite({ user: null })
  const person = await openJobShell(site)
  person.runs('ipeos password reset alice@ipeos.example --token abc')
  await person.sees('Nouveau mot de passe')
  person.types('secret-ne')
  await person.stops()
  expect(filesWith('secret-ne', site.folder)).toEqual([])
  await person.continues('Nouveau mot de passe')
  person.types(`uf${key.enter}`)
  await person.sees('Encore une fois')
  person.types(key.ctrlC)
  await person.sees('Interrompu')
  expect(person.screen()).not.toContain('secret-ne')
})

test('qui arrête la commande d’ailleurs la retrouve aussi par fg', async () => {
  const site = await openSite(shortForm)
  const person = await openJobShell(site)
  person.runs(`sh -c 'echo $$ > pid; exec ipeos ticket new ${known} --category 3'`)
  await person.sees('Titre')
  person.types('Imprim')
  await person.sees('Imprim')
  process.kill(Number(readFileSync(join(site.folder, 'pid'), 'utf8')), 'SIGTSTP')
  await person.isStopped()
  expect(await person.looks()).toBe('shown')
  await person.continues('Imprim')
  person.types(`ante${key.enter}`)
  await person.sees(/✔ Titre\s: Imprimante\n[\s\S]*Description/)
  person.types(key.ctrlC)
  await person.sees(/Interrompu[^$]*\$ *$/)
})

test('là où personne ne peut l’arrêter, Ctrl-Z ne termine rien', async () => {
  const { env, folder } = await openSite(shortForm)
  const person = personInShell(`ipeos ticket new ${known} --category 3`, { env, folder })
  await person.sees('Titre')
  person.types('Imprim\u001a')
  await person.sees(/Titre[\s\S]*Titre/)
  person.types(`ante${key.enter}`)
  await person.sees('✔ Titre : Imprimante')
  expect(person.screen()).not.toContain('Pour revenir')
  await person.isKilled()
})

test('pendant que la plateforme répond, Ctrl-Z rend le curseur', async () => {
  const site = await openSite()
  site.sandbox.faults.inject({ kind: 'delay', milliseconds: 20_000, match: { path: /search/ } })
  const person = await openJobShell(site)
  person.runs('ipeos ticket list')
  await person.sees('Lecture de vos tickets')
  await person.stops()
  expect(person.cursorVisible()).toBe(true)
  await person.continues('Lecture de vos tickets')
  person.types(key.ctrlC)
  await person.sees(/\$ *$/)
  expect(person.cursorVisible()).toBe(true)
})

/** Which files hold these words. */
function filesWith(words: string, folder: string): string[] {
  const found = execFileSync('find', [folder, '-type', 'f'], { encoding: 'utf8' }).trim().split('\n')
  return found.filter((file) => readFileSync(file).includes(words))
}
