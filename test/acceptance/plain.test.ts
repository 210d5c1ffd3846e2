import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { key, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

/** Box drawing, arrows, bullets, ticks, braille: what a screen reader spells out, or skips. */
const drawn = /[\u2190-\u21ff\u2300-\u28ff•│]/u

test('a person opens a ticket in plain lines, choices typed as a number or a name', async () => {
  const site = await openSite(shortForm)
  writeFileSync(join(site.folder, 'note.txt'), 'Une note.')
  const person = personAt(['ticket', 'new', '--plain'], { env: site.env, folder: site.folder })
  await person.sees('Numéro ou nom (Entrée pour « Incident ») :')
  person.types(key.enter)
  await person.sees('Une ligne avec « < » seul ramène à la question d’avant.')
  await person.sees('Numéro ou nom (Entrée pour « Moyenne ») :')
  person.types(`<${key.enter}`)
  await person.sees(/Incident\s»\)(.|\n)*Incident\s»\)/)
  person.types(`demande${key.enter}`)
  await person.sees(/Moyenne\s»\)(.|\n)*Moyenne\s»\)/)
  person.types(`haute${key.enter}`)
  await person.sees('M’informer des suites données')
  await person.sees('2. Non')
  person.types(`o${key.enter}`)
  await person.sees('Mon adresse de courriel (Entrée pour « alice@ipeos.example ») :')
  person.types(key.enter)
  await person.sees('Le ticket porte sur')
  await person.sees('poste-alice')
  person.types(`poste${key.enter}`)
  await person.sees('Catégorie')
  person.types(`site web${key.enter}`)
  await person.sees('Choisi : Hébergement > Site web')
  await person.sees('Titre :')
  person.types(`La page de paiement${key.enter}`)
  await person.sees('Ctrl+D quand vous avez fini.')
  person.types(`Erreur 500.${key.enter}Compte : boutique`)
  person.types(key.ctrlD)
  await person.sees('Fichier à joindre')
  person.types(`note.txt${key.enter}`)
  await person.sees('Un autre fichier')
  person.types(key.enter)
  await person.sees('Envoyer cette demande')
  person.types(key.enter)
  await person.sees(/Ticket n°\s\d+ enregistré\./)
  expect(await person.leaves()).toBe(0)
  expect(person.screen()).not.toMatch(drawn)
  expect({ cursorVisible: person.cursorVisible() }).toEqual({ cursorVisible: true })
})

test.each([
  ['--plain', ['--plain'], 'xterm-256color'],
  ['a dumb terminal', [], 'dumb'],
])('a person logs in with %s, and the password does not show', async (_how, flags, TERM) => {
  const site = await openSite({ user: null })
  const env = { ...site.env, IPEOS_INSECURE_STORAGE: '1', TERM }
  const person = personAt(['login', ...flags], { env, folder: site.folder })
  await person.sees('Identifiant')
  person.types(`alice${key.enter}`)
  await person.sees('Mot de passe')
  person.types(`alice-secret${key.enter}`)
  await person.sees('Garder un jeton')
  person.types(`n${key.enter}`)
  await person.sees('Bienvenue, Alice Durand')
  expect(await person.leaves()).toBe(0)
  expect(person.screen()).not.toContain('alice-secret')
  expect(person.screen()).not.toMatch(drawn)
})
