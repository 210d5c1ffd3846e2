import { expect, test } from 'vitest'
import { catalogueOf } from '../../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

type Kind = Parameters<typeof catalogueOf>[0]

/** A person’s place where the site has forms of this kind. */
async function deskOf(kind: Kind = 'usual') {
  const site = await openSandbox({ configuration: { catalogue: catalogueOf(kind) } })
  const desk = newDesk(site)
  const open = (...words: string[]) => desk.ipeos(['ticket', 'new', ...words])
  return { site, desk, open }
}

const printer = ['--form', 'imprimante', '--answer', 'Quelle imprimante=Accueil']

test.each([
  [
    'all that is missing is named at once',
    ['--form', 'arrivée'],
    ["--answer 'Nom et prénom=…'", "d'\\''arrivée=…'", 'Poste de travail=…'],
  ],
  [
    'an option that is not offered, with what comes near',
    [...printer, '--answer', 'Problème=Bourage'],
    ['Perhaps: Bourrage papier'],
  ],
  [
    'an answer to a question that stays hidden',
    [...printer, '--answer', 'Problème=Autre', '--answer', 'Précisez=Il fume', '--answer', 'Urgence=9'],
    ['Urgence: “9” is not offered'],
  ],
  [
    'a question that stays hidden',
    [...printer, '--answer', 'Problème=Plus d’encre', '--answer', 'Précisez=Il fume'],
    ['Précisez: with these answers this is not asked'],
  ],
  [
    'a label that the form does not ask',
    [...printer, '--answer', 'Probleme=Autre', '--answer', 'Couleur=Bleu'],
    ['does not ask “Couleur”'],
  ],
  ['an answer without its value', [...printer, '--answer', 'Problème'], ['Label=Value']],
  [
    'an option that the form does not take, with the forms that do',
    [...printer, '--answer', 'Problème=Autre', '--location', 'Étage 2'],
    ['--location', 'Signaler un problème (1)'],
  ],
])('%s: exit code 2, and nothing is sent', async (_what, words, told) => {
  const { site, open } = await deskOf()
  const { code, notes } = await open(...words)
  for (const sentence of told) expect(notes).toContain(sentence)
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
})

test('a question that ipeos cannot ask is refused, with the address where it can be answered', async () => {
  const { site, open } = await deskOf('odd')
  const { code, notes } = await open('--form', 'greffon', '--answer', 'Quoi=Un badge')
  expect(notes).toContain('Signature')
  expect(notes).toMatch(/https:\/\/support\.example\/Form\/Render\/\d+/)
  expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
})

test('a form that may not be sent with these answers is not sent: the site itself would take it', async () => {
  const { site, open } = await deskOf('odd')
  const { code, notes } = await open('--form', 'congé', '--answer', 'Votre responsable est d’accord=Non')
  expect(notes).toContain('may not be sent')
  expect({ code, writes: site.writes }).toEqual({ code: 1, writes: [] })
})

test('what the site says of an answer stands beside its question, and nothing is sent', async () => {
  const { site, open } = await deskOf('odd')
  const { code, notes } = await open('--form', 'Règles', '--answer', 'Code client=X1', '--answer', 'Raison=Parce que.')
  expect(notes).toMatch(/Code client: .*format/)
  expect({ code, writes: site.writes }).toEqual({ code: 1, writes: [] })
})

test('a site whose form does not work just now has the request waiting, and gets it later', async () => {
  const { site, desk, open } = await deskOf()
  site.faults.inject({ match: { path: /Engine/ }, times: 9, kind: 'html' })
  const { code, notes } = await open(...printer, '--answer', 'Problème=Autre')
  expect(notes).toContain('does not work just now')
  expect({ code, writes: site.writes }).toEqual({ code: 1, writes: [] })
  site.faults.clear()
  expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
  expect(site.writes.map(({ path }) => path)).toEqual(['/Form/SubmitAnswers'])
})

test('a script that answers a form asks for one page, once what is seen, and once whether it is right', async () => {
  const { site, open } = await deskOf()
  expect((await open(...printer, '--answer', 'Problème=Autre')).code).toBe(0)
  const asked = site.requests.map(({ path }) => path).filter((path) => path.startsWith('/Form/'))
  expect(asked).toEqual(['/Form/Render/4', '/Form/Condition/Engine', '/Form/ValidateAnswers', '/Form/SubmitAnswers'])
})

test('one line of a script says on every site that nobody observes, and nothing more is known', async () => {
  const none = [
    '--observer',
    'none',
    '--silent-observer',
    'none',
    '--location',
    'none',
    '--category',
    'none',
    '--about',
    'none',
  ]
  const said = ['--title', 'Panne', '--description', 'Plus rien ne va.', ...none]
  const old = await openSandbox({ glpi: '10.0' })
  const { site, open } = await deskOf()
  const codes = [(await newDesk(old).ipeos(['ticket', 'new', ...said])).code, (await open(...said)).code]
  const sent = site.writes.map(({ path }) => path)
  expect({ codes, sent, old: old.writes.length }).toEqual({ codes: [0, 0], sent: ['/Form/SubmitAnswers'], old: 1 })
})
