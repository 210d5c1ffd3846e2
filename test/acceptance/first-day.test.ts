import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { login } from '../sandbox/caller.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

const shiftTab = '\u001b[Z'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A new customer's home, where an image was just copied. */
function newcomer(): { HOME: string; PATH: string; LANG: string; WAYLAND_DISPLAY: string } {
  const home = mkdtempSync(join(tmpdir(), 'ipeos-first-day-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const bin = join(home, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'copied'), png)
  const script = `#!/bin/sh\ncase "$1" in --list-types) echo image/png;; *) cat '${bin}/copied';; esac\n`
  writeFileSync(join(bin, 'wl-paste'), script)
  chmodSync(join(bin, 'wl-paste'), 0o755)
  const PATH = `${bin}:${process.env.PATH ?? ''}`
  return { HOME: home, PATH, LANG: 'fr_FR.UTF-8', WAYLAND_DISPLAY: 'wayland-0' }
}

/** Waits for each of these in turn, and then types what stands beside it. */
async function lives(person: Person, steps: Array<[sees: string | RegExp, types: string]>): Promise<void> {
  for (const [sees, types] of steps) {
    await person.sees(sees)
    person.types(types)
  }
}

const newest = async (platform: Sandbox) => {
  const teo = await login(platform, 'teo')
  const { json } = await teo.get('/Ticket?sort=id&order=DESC&range=0-0')
  return { id: Number(json[0].id), ticket: json[0], teo }
}

async function solves(platform: Sandbox, id: number, content: string): Promise<void> {
  const teo = await login(platform, 'teo')
  const input = { itemtype: 'Ticket', items_id: id, content }
  expect((await teo.post('/ITILSolution', { input })).status).toBe(201)
}

type Step = [sees: string | RegExp, types: string]

/** What is asked before the title, and after the files. */
interface Questions {
  before: Step[]
  after: Step[]
}

const ofTen: Questions = {
  before: [
    [/\? Type\s:/, key.enter],
    [/\? Urgence\s:/, key.enter],
    // Medium was too little: back to it.
    [/\? M’informer des suites/, shiftTab],
    [/\? Urgence[\s\S]*❯ Moyenne/, key.down + key.enter],
    [/✔ Urgence\s: Haute[\s\S]*\? M’informer/, key.enter],
    [/\? Mon adresse de courriel/, key.enter],
    [/\? Le ticket porte sur/, key.enter],
    [/\? Catégorie/, 'site'],
    ['❯ Hébergement > Site web', key.enter],
  ],
  after: [],
}

const ofForm: Questions = {
  before: [
    [/\? Quel formulaire/, 'problème'],
    [/❯ Signaler un problème/, key.enter],
    [/\? Urgence[^\n]*:/, key.enter],
    [/\? Catégorie/, shiftTab],
    [/\? Urgence[\s\S]*❯ Sans réponse/, key.down.repeat(4) + key.enter],
    [/✔ Urgence[^\n]*: Haute[\s\S]*\? Catégorie/, 'site'],
    ['❯ Hébergement > Site web', key.enter],
    [/\? Matériels de l'utilisateur/, key.enter],
    [/\? Observateurs/, key.enter],
    [/\? Lieu/, key.enter],
  ],
  after: [
    [/\? M’informer des suites/, key.enter],
    [/\? Mon adresse de courriel/, key.enter],
  ],
}

/** From the first menu to a closed ticket, by arrows, Enter, letters of menus, and text. */
async function livesTheDay(alice: Person, platform: Sandbox, { before, after }: Questions): Promise<void> {
  await lives(alice, [
    [/\? Que voulez-vous faire[\s\S]*Ouvrir un ticket/, 'o'],
    ...before,
    [/\? Titre/, `Le panier se vide tout seul${key.enter}`],
  ])
  await alice.sees(/\? Description[\s\S]*│/)
  alice.types(`À chaque nouvelle page.${key.ctrlD}`)
  await lives(alice, [
    [/\? Fichier à joindre/, `presse-papiers${key.enter}`],
    [/\? Un autre fichier/, key.enter],
    ...after,
    [/\? Envoyer cette demande/, key.enter],
    [/Ticket n°\s\d+ enregistré/, ''],
    [/enregistré[\s\S]*\? Que voulez-vous faire/, 'l'],
  ])
  const { id, ticket, teo } = await newest(platform)
  expect(ticket).toMatchObject({ name: 'Le panier se vide tout seul', urgency: 4 })
  const documents = await teo.get(`/Ticket/${id}?with_documents=true`)
  expect(documents.json._documents).toMatchObject([{ filename: expect.stringMatching(/^capture.*\.png$/) }])
  const answer = { itemtype: 'Ticket', items_id: id, content: '<p>Avec quel navigateur ?</p>' }
  expect((await teo.post('/ITILFollowup', { input: answer })).status).toBe(201)
  await lives(alice, [
    [/\? Quel ticket lire/, 'panier'],
    [/❯ #\d+[^\n]*Le panier/, key.enter],
    ['Avec quel navigateur ?', ''],
    [/\? Ticket n°/, 'm'],
  ])
  await alice.sees(/\? Votre message sur le ticket[\s\S]*│/)
  alice.types(`Avec tous.${key.ctrlD}`)
  await lives(alice, [
    [/Votre message[\s\S]*\? Fichier à joindre/, key.enter],
    [/Envoyer ce message[\s\S]*❯ Envoyer/, key.enter],
    [/Message envoyé[\s\S]*\? Ticket n°/, 'q'],
    [/Retour[\s\S]*\? Que voulez-vous faire/, ''],
  ])
  await solves(platform, id, '<p>Cookies autorisés.</p>')
  await lives(alice, [
    // The menu stands as it was: once it comes again, it knows.
    [/\? Que voulez-vous faire/, 'l'],
    [/\? Quel ticket lire/, 'panier'],
    [/❯ #\d+ +résolu[^\n]*Le panier/, key.enter],
    [/Cookies autorisés[\s\S]*\? Ticket n°/, 'r'],
  ])
  await alice.sees(/\? Refuser la solution[\s\S]*│/)
  alice.types(`Il se vide encore.${key.ctrlD}`)
  await lives(alice, [
    [/Refuser la solution[\s\S]*\? Fichier à joindre/, key.enter],
    [/est refusée[\s\S]*❯ Envoyer/, key.enter],
    [/est rouvert[\s\S]*\? Ticket n°/, 'q'],
  ])
  await solves(platform, id, '<p>Session allongée à un jour.</p>')
  await lives(alice, [
    [/est rouvert[\s\S]*Retour[\s\S]*\? Que voulez-vous faire/, 'l'],
    [/est rouvert[\s\S]*\? Quel ticket lire/, 'panier'],
    [/est rouvert[\s\S]*❯ #\d+ +résolu[^\n]*Le panier/, key.enter],
    [/Session allongée[\s\S]*\? Ticket n°/, 'a'],
    [/\? Accepter cette solution/, key.enter],
    [/est clos[\s\S]*\? Ticket n°/, 'q'],
    [/est clos[\s\S]*Retour[\s\S]*\? Que voulez-vous faire/, 'q'],
  ])
  expect(await alice.leaves()).toBe(0)
  expect((await newest(platform)).ticket.status).toBe(6)
}

test('a first day on GLPI 11.0, from the rehearsal at the door to a closed ticket', { timeout: 180_000 }, async () => {
  const env = newcomer()
  const alice = personAt([], { env, folder: env.HOME, rows: 60 })
  await lives(alice, [[/\? Que voulez-vous faire[\s\S]*Essayer sans risque/, 'e']])
  await alice.sees(/Bonjour|Connexion réussie|Bienvenue/)
  const data = join(env.HOME, '.local', 'share', 'ipeos', 'sandbox')
  await livesTheDay(alice, await openSandbox({ glpi: '11.0', data }), ofForm)
})

test('a first day on GLPI 10.0, from the login at the door to a closed ticket', { timeout: 180_000 }, async () => {
  const site = await openSite({ ...shortForm, user: null })
  const env = { ...newcomer(), IPEOS_URL: site.url, IPEOS_INSECURE_STORAGE: '1' }
  const alice = personAt([], { env, folder: env.HOME, rows: 60 })
  await lives(alice, [
    [/\? Que voulez-vous faire[\s\S]*Se connecter/, 'c'],
    [/\? Identifiant/, `alice${key.enter}`],
    [/\? Mot de passe/, `alice-secret${key.enter}`],
    [/\? Garder un jeton/, key.enter],
  ])
  await livesTheDay(alice, site.sandbox, ofTen)
})
