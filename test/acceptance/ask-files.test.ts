import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { key, type Person, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const answered = ['--type', 'incident', '--title', 'Panne', '--description', 'Erreur 500.', '--urgency', 'high']
const elsewhere = ['--no-notify', '--about', 'none', '--category', '3', '--no-suggest']

/** Somebody for whom only the files are left to say. */
function newTicket(site: Site, { columns = 80, rows = 40, env = {}, flags = [] as string[] } = {}): Person {
  const words = ['ticket', 'new', ...answered, ...elsewhere, ...flags]
  return personAt(words, { env: { ...site.env, ...env }, folder: site.folder, columns, rows })
}

/** A site whose person has these files; a name that ends with a slash is a folder. */
async function siteWith(files: Record<string, string | Buffer>): Promise<Site> {
  const site = await openSite(shortForm)
  for (const [name, content] of Object.entries(files))
    if (name.endsWith('/')) mkdirSync(join(site.folder, name))
    else writeFileSync(join(site.folder, name), content)
  return site
}

/** A clipboard of Wayland that offers these types, and this content. */
function clipboard(site: Site, types: string, content: Buffer): Record<string, string> {
  const bin = join(site.folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'copied'), content)
  const script = `#!/bin/sh\ncase "$1" in --list-types) echo '${types}';; *) cat '${bin}/copied';; esac\n`
  writeFileSync(join(bin, 'wl-paste'), script)
  chmodSync(join(bin, 'wl-paste'), 0o755)
  return { PATH: `${bin}:${process.env.PATH}`, WAYLAND_DISPLAY: 'wayland-0' }
}

const documentsOf = (site: Site) => site.sandbox.writes.filter(({ path }) => path.endsWith('/Document'))

test('where a file is needed no word says otherwise, and of the question that is stopped no hint stays', async () => {
  const site = await openSite({ glpi: '11.0' })
  const person = personAt(['ticket', 'attach', '15'], { ...site, columns: 80, rows: 24 })
  await person.sees('Tab complète')
  expect(person.screen()).not.toContain('Entrée pour aucun')
  person.types(key.enter)
  await person.sees('Il faut au moins un fichier ; Ctrl+C pour arrêter.')
  person.types('a')
  await person.sees('Tab complète')
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
  expect(person.screen()).toMatch(/^\? Fichier à joindre \([^;]*\)\s: a\nInterrompu/)
})

test('a list of files that is to be changed is not emptied by Enter, and one of them can be taken away', async () => {
  const site = await siteWith({ 'a.txt': 'a', 'b.txt': 'bb', 'c.txt': 'ccc', 'd.txt': 'dddd' })
  const person = newTicket(site)
  await person.sees('Fichier à joindre')
  person.types(`*.txt${key.enter}`)
  await person.sees('Un autre fichier')
  person.types(key.enter)
  await person.sees('Envoyer cette demande')
  person.types(key.down + key.enter)
  await person.sees('Que voulez-vous modifier')
  person.types(`\u001b[F${key.up}`)
  await person.sees('❯ Fichiers')
  person.types(key.enter)
  await person.sees('Un autre fichier')
  await person.sees('d.txt (4 octets)')
  person.types(key.up + key.up)
  await person.sees('❯ c.txt')
  person.types(key.erase)
  await person.sees(/d\.txt \(4\soctets\)\n\? Un autre fichier/)
  person.types(key.enter)
  await person.sees('Fichiers : a.txt (1 octet), b.txt (2 octets), d.txt (4 octets)')
  await person.sees(/Envoyer cette demande[\s\S]*Envoyer cette demande/)
  person.types(key.enter)
  await person.sees(/Ticket n°\s\d+ enregistré/)
  expect(await person.leaves()).toBe(0)
  expect(documentsOf(site).length).toBe(3)
})

test('Tab completes a path, and each file that is taken is told by its name and size', async () => {
  const site = await siteWith({ 'Mes photos/': '', 'Mes photos/été à la mer.png': png, 'journal.txt': 'x' })
  const person = newTicket(site)
  await person.sees('Fichier à joindre')
  person.types(`mes${key.tab}`)
  await person.sees('Mes photos/')
  person.types(`ete${key.tab}`)
  await person.sees('Mes photos/été à la mer.png')
  person.types(key.enter)
  await person.sees('✔ été à la mer.png (70 octets)')
  person.types(`'${site.folder}/journal.txt' 'Mes photos/été à la mer.png' rien.txt${key.enter}`)
  await person.sees('✗ été à la mer.png est déjà dans la liste.')
  await person.sees('✗ rien.txt : ce fichier n’existe pas.')
  await person.sees('✔ journal.txt (1 octet)')
  person.types(key.eraseLine + key.enter)
  await person.sees('✔ Fichiers : été à la mer.png (70 octets), journal.txt (1 octet)')
  expect(person.screen()).not.toContain('✗')
  await person.isKilled()
})

test.each([
  ['by its word', `presse-papiers${key.enter}`],
  ['by its key', '\u0016'],
])('a screenshot is taken from the clipboard %s, for its owner alone', async (_how, keys) => {
  const site = await siteWith({})
  const person = newTicket(site, { env: clipboard(site, 'text/html image/png', png) })
  await person.sees('Fichier à joindre')
  person.types(keys)
  await person.sees(/✔ capture-\d{4}-\d\d-\d\d-\d\dh\d\d\.png \(70\soctets\)/)
  const input = join(site.folder, '.local', 'state', 'ipeos', 'input')
  const [copy = ''] = readdirSync(input, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.png'))
  expect(statSync(join(input, copy)).mode & 0o777).toBe(0o600)
  person.types(key.enter)
  await person.sees('Envoyer cette demande')
  person.types(key.enter)
  await person.sees(/Ticket n°\s\d+ enregistré/)
  expect(await person.leaves()).toBe(0)
  expect([documentsOf(site).length, readdirSync(input)]).toEqual([1, []])
})

test('a clipboard with a text is told, and another file can be named', async () => {
  const site = await siteWith({ 'a.txt': 'a' })
  const person = newTicket(site, { env: clipboard(site, 'text/plain TEXT', Buffer.from('du texte')) })
  await person.sees('Fichier à joindre')
  person.types(`clipboard${key.enter}`)
  await person.sees('Le presse-papiers contient du texte, pas une image')
  person.types(`a.txt${key.enter}`)
  await person.sees('✔ a.txt (1 octet)')
  await person.isKilled()
})

test.each([
  [40, 24],
  [20, 5],
])('in a window of %i columns and %i lines files are named, refused and taken', async (columns, rows) => {
  const site = await siteWith({ 'un.txt': 'a', 'deux.txt': 'bb' })
  const person = newTicket(site, { columns, rows })
  await person.sees('Fichier à joindre')
  person.types(`rien${key.enter}`)
  await person.sees('rien : ce fichier')
  person.types(`${key.eraseLine}u${key.tab}`)
  await person.sees('un.txt')
  person.types(key.enter)
  await person.sees('un.txt (1 octet)')
  person.types(`deux.txt${key.enter}`)
  await person.sees('✔ deux.txt')
  person.types(key.enter)
  // Of a window of five lines the last are seen.
  await person.sees('Envoyer cette demande')
  await person.sees('un.txt (1 octet), deux.txt (2 octets)')
  await person.isKilled()
})

test('in plain lines files are told as they are taken, and taken away by their number', async () => {
  const site = await siteWith({ 'a.txt': 'a', 'b.txt': 'bb' })
  const person = newTicket(site, { flags: ['--plain'] })
  await person.sees('Fichier à joindre')
  person.types(`a.txt b.txt rien.txt${key.enter}`)
  await person.sees('Joint : b.txt (2 octets)')
  await person.sees('rien.txt : ce fichier n’existe pas.')
  person.types(`-1${key.enter}`)
  await person.sees('Retiré : a.txt (1 octet)')
  person.types(key.enter)
  await person.sees('Envoyer cette demande')
  expect(person.screen()).toMatch(/Fichiers\s.*b\.txt \(2\soctets\)/)
  await person.isKilled()
})
