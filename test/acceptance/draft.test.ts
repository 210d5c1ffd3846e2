import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { opensTicket } from '../support/glpi-versions.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { plain } from '../support/refusal.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

interface Step {
  question: string
  keys: string
  /** What this answer is called in the draft. */
  given: Record<string, unknown>
}

const steps: Step[] = [
  { question: 'Type', keys: key.enter, given: { type: 'incident' } },
  { question: 'Urgence', keys: key.down + key.enter, given: { urgency: 'high' } },
  { question: 'M’informer des suites données', keys: key.enter, given: { notify: true } },
  { question: 'Mon adresse de courriel', keys: key.enter, given: { email: 'alice@ipeos.example' } },
  {
    question: 'Le ticket porte sur',
    keys: key.down + key.enter,
    given: { equipment: { key: 'Computer:3', name: 'poste-alice' } },
  },
  {
    question: 'Catégorie',
    keys: `site${key.enter}`,
    given: { category: { id: 3, fullName: 'Hébergement > Site web' } },
  },
  { question: 'Titre', keys: `Panne de paiement${key.enter}`, given: { title: 'Panne de paiement' } },
  {
    question: 'Description',
    keys: `Erreur 500.${key.enter}Deux fois.${key.ctrlD}`,
    given: { description: 'Erreur 500.\nDeux fois.' },
  },
]
const questions = [
  ...steps.map(({ question }) => question),
  'Fichier à joindre',
  'Un autre fichier',
  'Envoyer cette demande',
]

/** Answers until this question is asked. */
async function answerUntil(person: Person, question: string): Promise<void> {
  for (const step of steps) {
    await person.sees(step.question)
    if (step.question === question) return
    if (step.question === 'Description') await person.sees('│')
    if (step.question === 'Catégorie') {
      person.types('site')
      await person.sees('❯ Hébergement > Site web')
      person.types(key.enter)
    } else person.types(step.keys)
  }
  await person.sees('Fichier à joindre')
  if (question === 'Fichier à joindre') return
  person.types(`note.txt${key.enter}`)
  await person.sees('Un autre fichier')
  if (question === 'Un autre fichier') return
  person.types(key.enter)
  await person.sees('Envoyer cette demande')
}

function place(site: Site) {
  writeFileSync(join(site.folder, 'note.txt'), 'Une note.')
  return { env: site.env, folder: site.folder, columns: 100 }
}

function draftIn(site: Site): { answers: unknown; files: unknown[] } | undefined {
  const folder = join(site.folder, '.local', 'state', 'ipeos', 'drafts')
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))[0]
}

test.each(questions.slice(1))(
  'killed (-9) at «%s», a request is taken up there, every answer given',
  async (question) => {
    const site = await openSite(shortForm)
    const first = personAt(['ticket', 'new'], place(site))
    await answerUntil(first, question)
    await first.isKilled()

    const at = steps.findIndex((step) => step.question === question)
    const given = steps.slice(0, at < 0 ? steps.length : at)
    const hasFile = question === 'Un autre fichier' || question === 'Envoyer cette demande'
    expect(draftIn(site)).toMatchObject({
      answers: Object.assign({}, ...given.map((step) => step.given)),
      files: hasFile ? [{ name: 'note.txt', size: 9 }] : [],
    })
    const second = personAt(['ticket', 'new', '--resume'], place(site))
    await second.sees('Voici ce que vous aviez saisi')
    await second.sees(question)
    expect(second.screen()).not.toContain('? Type')
    await second.isKilled()
    expect(site.sandbox.writes).toEqual([])
  },
)

test('taken up after a kill, a request is sent whole, once, and nothing of it stays on disk', async () => {
  const site = await openSite(shortForm)
  const first = personAt(['ticket', 'new'], place(site))
  await answerUntil(first, 'Envoyer cette demande')
  await first.isKilled()
  const second = personAt(['ticket', 'new', '--resume'], place(site))
  await second.sees('Envoyer cette demande')
  second.types(key.enter)
  expect(await second.leaves()).toBe(0)
  expect(site.sandbox.writes.map(({ path }) => path.replace(/^.*\//, ''))).toEqual(['Ticket', 'Document'])
  expect(draftIn(site)).toBeUndefined()
})

test('Ctrl-C at a question says in one line how to go on', async () => {
  const site = await openSite(shortForm)
  const person = personAt(['ticket', 'new'], place(site))
  await answerUntil(person, 'Titre')
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
  expect(plain(person.screen())).toMatch(/Rien n’est perdu ; pour reprendre : ipeos ticket new --resume \w{8}/)
})

test('of two ipeos that take up the same draft at once, one sends it, and the other says so', async () => {
  const site = await openSite(shortForm)
  const person = personAt(['ticket', 'new'], place(site))
  await answerUntil(person, 'Envoyer cette demande')
  await person.isKilled()
  const resume = () => runBin(['ticket', 'new', '--resume'], site)
  const results = await Promise.all([resume(), resume(), resume()])
  const numbers = results.map(({ out }) => out.trim()).filter((out) => out !== '')
  expect(site.sandbox.writes.filter(({ path }) => opensTicket.test(path))).toHaveLength(numbers.length === 0 ? 0 : 1)
  expect(new Set(numbers).size).toBeLessThanOrEqual(1)
  for (const { code } of results) expect([0, 1, 3]).toContain(code)
})

test('two ipeos in one folder keep a draft each', async () => {
  const site = await openSite(shortForm)
  const people = [personAt(['ticket', 'new'], place(site)), personAt(['ticket', 'new'], place(site))]
  await Promise.all(people.map((person) => answerUntil(person, 'Titre')))
  await Promise.all(people.map((person) => person.isKilled()))
  const { out } = await runBin(['draft', 'list', '--json', 'stage'], site)
  expect(JSON.parse(out)).toEqual([{ stage: 'typing' }, { stage: 'typing' }])
})
