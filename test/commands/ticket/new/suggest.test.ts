import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sleep } from '../../../../src/app/sleep.ts'
import { openSandbox, type Sandbox } from '../../../../src/sandbox/sandbox.ts'
import { type CallOptions, type Desk, newDesk } from '../../../support/desk.ts'
import type { Answer } from '../../../support/scripted-prompts.ts'
import { shortForm } from '../../../support/short-form.ts'

const title = 'Mon site web affiche une erreur 503'
const article = 'Mon site web affiche une erreur 503 : que vérifier ?'
const offered = /la FAQ répond/
const rest: Answer[] = [
  ['Description', 'Depuis ce matin.'],
  ['Fichier à joindre', ''],
]

/** A person who has said all but the title and what comes after it, and is asked in French. */
function writing(
  site: Sandbox,
  answers: Answer[],
  options: CallOptions & { flags?: string[]; desk?: Desk; before?: Answer[] } = {},
) {
  const { desk = newDesk(site) } = options
  const flags = [
    '--urgency',
    '3',
    '--no-notify',
    '--about',
    'none',
    '--category',
    '3',
    '--type',
    'incident',
    '--lang',
    'fr',
  ]
  const run = desk.ipeos(['ticket', 'new', ...flags, ...(options.flags ?? [])], {
    columns: 80,
    answers: [...(options.before ?? []), ['Titre', title], ...answers],
    world: { sleep },
    ...options,
  })
  const drafts = () =>
    readdirSync(join(desk.home, '.local/state/ipeos/drafts')).filter((name) => name.endsWith('.json'))
  return { run, drafts }
}

/** What a form of GLPI 11 asks before. */
const ofForm: Answer[] = [
  ['Observateurs', undefined],
  ['Lieu', undefined],
]

test.each([
  { glpi: '10.0', flags: [], before: [] },
  { glpi: '11.0', flags: ['--form', 'problème'], before: ofForm },
] as const)('on GLPI $glpi an article that answers the title makes the ticket needless', async ({ glpi, ...how }) => {
  const site = await openSandbox(glpi === '10.0' ? { ...shortForm, glpi } : { glpi })
  const { run, drafts } = writing(
    site,
    [
      [offered, article],
      ['répond-il', 'Oui, plus besoin de ticket'],
    ],
    { flags: [...how.flags], before: [...how.before] },
  )
  const { code, out, notes } = await run
  expect(code).toBe(0)
  expect(out).toContain('Rechargez la page')
  expect(notes).toContain('Tant mieux')
  expect(site.writes).toEqual([])
  expect(drafts()).toEqual([])
})

test('whoever goes on with the request sends it', async () => {
  const site = await openSandbox(shortForm)
  const { code } = await writing(site, [[offered, undefined], ...rest, ['Envoyer', 'send']]).run
  expect(code).toBe(0)
  expect(site.writes).toHaveLength(1)
})

test('whoever read an article that does not answer goes on', async () => {
  const site = await openSandbox(shortForm)
  const answers: Answer[] = [[offered, article], ['répond-il', false], ...rest, ['Envoyer', 'send']]
  expect((await writing(site, answers).run).code).toBe(0)
})

test.each(['--no-suggest', 'the setting'])('nothing is offered with %s', async (why) => {
  const site = await openSandbox(shortForm)
  const desk = newDesk(site)
  if (why === 'the setting') await desk.ipeos(['config', 'set', 'suggest', 'no'])
  const flags = why === 'the setting' ? [] : [why]
  const { run } = writing(site, [...rest, ['Envoyer', 'send']], { flags, desk })
  expect((await run).code).toBe(0)
  expect(site.requests.filter(({ path }) => path.includes('KnowbaseItem'))).toEqual([])
})

test('a FAQ that fails is not heard of', async () => {
  const site = await openSandbox(shortForm)
  site.faults.inject({ kind: 'status', status: 500, match: { path: /KnowbaseItem/ }, times: 50 })
  const { code, notes } = await writing(site, [...rest, ['Envoyer', 'send']]).run
  expect(code).toBe(0)
  expect(notes).not.toContain('500')
})

test('a FAQ that is slow holds nobody up', async () => {
  const site = await openSandbox(shortForm)
  onTestFinished(() => site.close())
  site.faults.inject({ kind: 'delay', milliseconds: 60_000, match: { path: /search\/KnowbaseItem/ } })
  expect((await writing(site, [...rest, ['Envoyer', 'send']]).run).code).toBe(0)
})

test.each(['Bonjour', 'Une question', 'La page de paiement est en panne'])(
  'nothing is offered for «%s», of which no title says anything',
  async (said) => {
    const site = await openSandbox(shortForm)
    const desk = newDesk(site)
    const flags = ['--urgency', '3', '--no-notify', '--about', 'none', '--category', '3', '--type', 'incident']
    const { code } = await desk.ipeos(['ticket', 'new', ...flags], {
      columns: 80,
      world: { sleep },
      answers: [
        ['Title', said],
        ['Description', 'x'],
        ['attach', ''],
        ['Send', 'send'],
      ],
    })
    expect(code).toBe(0)
  },
)
