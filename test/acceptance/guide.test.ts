import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sleep } from '../../src/app/sleep.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'
import { played } from '../support/guide.ts'
import { organisation } from '../support/organisation.ts'
import type { Answer } from '../support/scripted-prompts.ts'

const guide = readFileSync('README.fr.md', 'utf8')

/** What the customer of the guide answers. */
const answers: Record<string, Answer[]> = {
  'ipeos account recover': [
    ['prénom et nom', 'Alice Durand'],
    ['organisation', 'IPEOS-WTC'],
    ['contrat', 'IPEOS-2024-0117'],
    ['téléphone', '01 23 45 67 89'],
    ['courriel', ''],
    ['perdu', 'all'],
    ['Envoyer cette demande', 'print'],
  ],
  'ipeos login --user alice': [['Mot de passe', 'alice-secret']],
  'ipeos login --user henri': [
    ['Mot de passe', 'henri-secret'],
    ['Utiliser le profil Self-Service', true],
  ],
  'ipeos ticket cancel 20': [['Annuler le ticket', true]],
  'ipeos ticket new': [
    ['Urgence', 'high'],
    ['suites données', true],
    ['messagerie', undefined],
    ['porte sur', 'Ordinateur - poste-alice - WTC-0003'],
    ['Catégorie', 'Hébergement > Site web'],
    ['Titre', 'La page de paiement affiche une erreur 500'],
    ['FAQ', 'Continuer ma demande'],
    ['Description', 'Depuis ce matin, sous le compte « boutique ».'],
    ['Fichier à joindre', 'capture.png'],
    ['Un autre fichier', ''],
    ['Envoyer cette demande', 'send'],
  ],
}

let today: string

beforeAll(async () => {
  // A Monday morning that never ends: the guide shows the same hours each time.
  const clock = () => new Date('2026-11-23T09:30:00+01:00')
  const desk = newDesk(await openSandbox({ clock }), { user: null })
  writeFileSync(join(desk.home, 'wtc.json'), JSON.stringify({ ...organisation, ca: undefined }))
  writeFileSync(join(desk.home, 'capture.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
  today = await played(guide, { desk, answers, world: { now: clock, sleep } })
})

test('each command of the guide shows what the guide says', async () => {
  await expect(today).toMatchFileSnapshot('../../README.fr.md')
})

test('each command that stands for a paragraph of the manual of 2013 is run by the guide', () => {
  const rows = [...guide.matchAll(/^\| .+ \| (.*`ipeos .+) \|$/gm)].map(([, commands = '']) => commands)
  const named = rows.flatMap((row) => [...row.matchAll(/`(ipeos [^`]+)`/g)].map(([, command = '']) => command))
  const run = [...guide.matchAll(/^\$ (ipeos .*)$/gm)].map(([, command = '']) => command)
  expect(named).not.toEqual([])
  expect(named.filter((command) => !run.some((line) => `${line} `.startsWith(`${command} `)))).toEqual([])
})
