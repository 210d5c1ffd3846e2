import { expect, test } from 'vitest'
import { login } from '../sandbox/caller.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const leave = '\u001b'
/** A menu that waits: an answered one has ✔ before it. */
const top = /\? Que voulez-vous faire\s\?\s+❯/
const menuOf = (id: number, status: string) => new RegExp(`\\? Ticket n°\\s${id}, ${status}[^❯✔]*❯`)
/** The margin comes once keys are read one by one: before that, Ctrl-D would be the end of the line. */
async function writes(person: Person, question: string, text: string): Promise<void> {
  await person.sees(question)
  await person.sees('│')
  person.types(`${text}${key.ctrlD}`)
}

test.each(glpiVersions)(
  'on GLPI %s, from ipeos alone a customer reads, answers, refuses and accepts, and types no number',
  { timeout: 120_000 },
  async (glpi) => {
    const site = await openSite({ glpi })
    const teo = await login(site.sandbox, 'teo')
    const alice = personAt([], { ...site, rows: 60 })

    await alice.sees(top)
    alice.types('l')
    await alice.sees('Quel ticket lire')
    alice.types('503')
    await alice.sees(/❯ #15[^\n]*Site vitrine[^\n]*\n(?![^\n]*#)/)
    alice.types(key.enter)
    await alice.sees(menuOf(15, 'pris en charge'))
    alice.types('m')
    await writes(alice, 'Votre message sur le ticket', 'Cela revient chaque matin.')
    await alice.sees(/\? Fichier à joindre/)
    alice.types(key.enter)
    await alice.sees('❯ Envoyer')
    alice.types(key.enter)
    await alice.sees('Message envoyé au support')
    await alice.sees(menuOf(15, 'pris en charge'))
    alice.types(leave)
    await alice.sees(/Retour|✔ Que voulez-vous faire \? Lire un ticket…[\s\S]*❯ r/)

    const solution = { itemtype: 'Ticket', items_id: 15, content: '<p>Le site redémarre la nuit.</p>' }
    expect((await teo.post('/ITILSolution', { input: solution })).status).toBe(201)
    await alice.sees(top)
    // The menu stands as it was; once it comes again, it knows of both.
    alice.types('l')
    await alice.sees(/\? Quel ticket lire/)
    alice.types(leave)
    await alice.sees('Répondre à une des 2 solutions')
    alice.types(key.enter)
    await alice.sees('De quel ticket accepter la solution')
    alice.types(`503${key.enter}`)
    await alice.sees(menuOf(15, 'résolu'))
    alice.types('r')
    await writes(alice, 'Refuser la solution du ticket n° 15', 'Toujours en panne.')
    await alice.sees(/\? Fichier à joindre/)
    alice.types(key.enter)
    await alice.sees('❯ Envoyer')
    alice.types(key.enter)
    await alice.sees('est rouvert')
    await alice.sees(/\? Ticket n°\s15, pris en charge[^❯✔]*❯ m/)
    alice.types('q')

    await alice.sees('Répondre à la solution du n° 12')
    alice.types(key.enter)
    await alice.sees(menuOf(12, 'résolu'))
    alice.types(key.enter)
    await alice.sees('Accepter cette solution et clore le ticket n° 12')
    alice.types(key.enter)
    await alice.sees('le ticket n° 12 est clos')
    await alice.sees(menuOf(12, 'clos'))
    alice.types(key.ctrlC)
    await alice.sees(/\? Que voulez-vous faire\s\?\s+❯ o/)
    alice.types(key.ctrlC)
    expect(await alice.leaves()).toBe(0)
    expect(alice.cursorVisible()).toBe(true)
  },
)

test('in plain lines the menu is a question, answered by a number or a name', async () => {
  const site = await openSite()
  const person = personAt(['--plain'], site)
  await person.sees('Que voulez-vous faire')
  await person.sees('1. Répondre à la solution du n° 12')
  person.types(`lire un ticket${key.enter}`)
  await person.sees('#13, planifié, Téléphone du bureau 12')
  person.types(`téléphone${key.enter}`)
  await person.sees('Écrire un message')
  person.types(`retour${key.enter}`)
  await person.sees(/Réserver[\s\S]*Réserver/)
  person.types(`quitter${key.enter}`)
  expect(await person.leaves()).toBe(0)
}, 60_000)

test('in a window of 40 columns, too', async () => {
  const site = await openSite()
  const person = personAt([], { ...site, columns: 40, rows: 60 })
  await person.sees(top)
  person.types('l')
  await person.sees(/❯ #17/)
  person.types(key.enter)
  await person.sees(/Ticket n°\s17, nouveau/)
  await person.sees(/❯ m +Écrire un message/)
  person.types('q')
  await person.sees(top)
  person.types('q')
  expect(await person.leaves()).toBe(0)
}, 60_000)
