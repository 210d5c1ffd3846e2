import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sleep } from '../../src/app/sleep.ts'
import type { Language } from '../../src/i18n/translate.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'
import { blocks, pages } from '../support/docs.ts'
import { played } from '../support/guide.ts'
import { organisation } from '../support/organisation.ts'
import type { Answer } from '../support/scripted-prompts.ts'
import { shortForm } from '../support/short-form.ts'

/** What the customer of the guide answers. */
const inFrench: Record<string, Answer[]> = {
  'ipeos account recover': [
    ['prénom et nom', 'Alice Durand'],
    ['organisation', 'IPEOS-WTC'],
    ['contrat', 'IPEOS-2024-0117'],
    ['téléphone', '01 23 45 67 89'],
    ['courriel', ''],
    ['perdu', 'all'],
    ['Envoyer cette demande', 'print'],
  ],
  'ipeos login --user alice': [
    ['Mot de passe', 'alice-secret'],
    ['Garder un jeton', true],
  ],
  'ipeos password reset alice@ipeos.example': [['Collez ici', '']],
  'ipeos login --user henri': [
    ['Mot de passe', 'henri-secret'],
    ['Utiliser le profil Self-Service', true],
  ],
  "ipeos ticket accept 12 -m 'Merci !'": [['Accepter cette solution', true]],
  'ipeos ticket cancel 20': [['Annuler le ticket', true]],
  'ipeos ticket new': [
    ['Type', undefined],
    ['Urgence', 'high'],
    ['suites données', true],
    ['adresse de courriel', undefined],
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

const inEnglish: Record<string, Answer[]> = {
  'ipeos login --user alice': [
    ['Password', 'alice-secret'],
    ['Keep a token', true],
  ],
  'ipeos ticket new': [
    ['Type', undefined],
    ['Urgency', 'high'],
    ['informed', true],
    ['e-mail address', undefined],
    ['about', 'Ordinateur - poste-alice - WTC-0003'],
    ['Category', 'Hébergement > Site web'],
    ['Title', 'The payment page answers with error 500'],
    ['Description', 'Since this morning, with the account “boutique”.'],
    ['File to attach', 'screenshot.png'],
    ['Another file', ''],
    ['Send this request', 'send'],
  ],
}

interface Told {
  page: string
  language: Language
  answers: Record<string, Answer[]>
  env?: Record<string, string>
}

const real = { IPEOS_URL: 'https://support.ipeos.com' }
const told: Told[] = [
  { page: 'README.md', language: 'en', answers: inEnglish, env: real },
  { page: 'README.fr.md', language: 'fr', answers: inFrench, env: real },
  { page: 'docs/fr/guide.md', language: 'fr', answers: inFrench },
]

test.each(told)('each command of $page shows what the page says', async ({ page, ...reader }) => {
  // A Monday morning that never ends: the same hours are shown each time.
  const clock = () => new Date('2026-11-23T09:30:00+01:00')
  const desk = newDesk(await openSandbox({ ...shortForm, clock }), { user: null })
  writeFileSync(join(desk.home, 'wtc.json'), JSON.stringify({ ...organisation, ca: undefined }))
  for (const name of ['capture.png', 'screenshot.png']) {
    writeFileSync(join(desk.home, name), Buffer.from('89504e470d0a1a0a', 'hex'))
  }
  const today = await played(pages.get(page) ?? '', { desk, ...reader, world: { now: clock, sleep } })
  await expect(today).toMatchFileSnapshot(`../../${page}`)
})

test('no page shows a console that is not played here', () => {
  const shown = new Set(blocks.filter(({ kind }) => kind === 'console').map(({ page }) => page))
  expect([...shown].sort()).toEqual(told.map(({ page }) => page).sort())
})

test('each command that stands for a paragraph of the manual of 2013 is run by the guide', () => {
  const guide = pages.get('docs/fr/guide.md') ?? ''
  const rows = [...guide.matchAll(/^\| .+ \| (.*`ipeos .+) \|$/gm)].map(([, commands = '']) => commands)
  const named = rows.flatMap((row) => [...row.matchAll(/`(ipeos [^`]+)`/g)].map(([, command = '']) => command))
  const run = [...guide.matchAll(/^\$ (ipeos .*)$/gm)].map(([, command = '']) => command)
  expect(named).not.toEqual([])
  expect(named.filter((command) => !run.some((line) => `${line} `.startsWith(`${command} `)))).toEqual([])
})
