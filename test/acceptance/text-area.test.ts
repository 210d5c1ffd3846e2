import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

const start = '\u001b[1;5H'
const ctrlO = '\u000f'

interface Place {
  columns?: number
  rows?: number
  env?: Record<string, string>
}

/** Somebody who is asked for a message on a ticket, in a terminal that is xterm.js, as that of VS Code. */
async function commenting({ columns = 80, rows = 24, env = {} }: Place = {}): Promise<{ site: Site; person: Person }> {
  const site = await openSite()
  const options = { env: { ...site.env, TERM_PROGRAM: 'vscode', ...env }, folder: site.folder, columns, rows }
  const person = personAt(['ticket', 'comment', '15'], options)
  await person.sees('│')
  return { site, person }
}

/** Ends the text, and gives the ticket as it is then. */
async function afterSending(site: Site, person: Person): Promise<string> {
  person.types(key.ctrlD)
  await person.sees('Fichier à joindre')
  person.types(key.enter)
  await person.sees('❯ Envoyer')
  person.types(key.enter)
  await person.leaves()
  return (await runBin(['ticket', 'show', '15'], site)).out
}

test.each([
  [80, 24],
  [40, 24],
  [20, 5],
])('a message is corrected three lines above in a window of %s columns and %s rows', async (columns, rows) => {
  const { site, person } = await commenting({ columns, rows })
  person.types(`Bonjour,${key.enter}${key.enter}le site est lent.${key.enter}Merci`)
  await person.sees('Merci')
  person.types(`${key.up}${key.up}${key.up}${key.lineStart}Oui : `)
  await person.sees('│ Oui : Bonjour,')
  expect(await afterSending(site, person)).toMatch(/Oui : Bonjour,\s+le site est lent\.\s+Merci/)
})

test('a window that is narrowed and widened again in the middle keeps one question, and one text', async () => {
  const { site, person } = await commenting()
  person.types('Le site est lent depuis ce matin, et il l’est aussi le soir, sur tous les postes du premier étage.')
  await person.sees('premier étage.')
  await person.resizes(40, 24)
  await person.sees('│ Le site est lent depuis ce matin, et')
  await person.resizes(60, 20)
  await person.sees('│ Le site est lent depuis ce matin, et il l’est aussi le')
  const screen = person.screen()
  expect({
    questions: screen.split('message sur le ticket').length - 1,
    texts: screen.split('Le site est lent').length - 1,
  }).toEqual({ questions: 1, texts: 1 })
  expect(await afterSending(site, person)).toContain('premier étage.')
})

test('a paste of 10,000 lines is there soon, and is cut off where it is told', async () => {
  const { person } = await commenting()
  const lines = Array.from({ length: 10_000 }, (_, line) => `12:00:${line} erreur 500 sur la page de paiement`)
  person.types(`\u001b[200~${lines.join('\r')}\u001b[201~`)
  await person.sees(/a été coupé à la ligne/)
  person.types(start)
  await person.sees('12:00:0 erreur')
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
})

test('Ctrl-O opens an editor that is installed, without one being named, and what it saves comes back', async () => {
  const folder = join((await openSite()).folder, 'programmes')
  mkdirSync(folder)
  writeFileSync(join(folder, 'nano'), '#!/bin/sh\nprintf "\\nVu dans nano." >> "$1"\n')
  chmodSync(join(folder, 'nano'), 0o755)
  const { site, person } = await commenting({ env: { PATH: `${folder}:${process.env.PATH ?? ''}` } })
  await person.sees('Ctrl+O : éditeur (nano)')
  person.types('Bonjour,')
  await person.sees('│ Bonjour,')
  person.types(ctrlO)
  await person.sees('│ Vu dans nano.')
  expect(await afterSending(site, person)).toMatch(/Bonjour,\s+Vu dans nano\./)
})

test('an editor that is not there is told in words, and the text stays', async () => {
  const { site, person } = await commenting({ env: { EDITOR: 'editeur-perdu' } })
  person.types(`Bonjour,${ctrlO}`)
  await person.sees('« editeur-perdu » a échoué : ce programme est introuvable.')
  expect(await afterSending(site, person)).toContain('Bonjour,')
})
