import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

const shiftTab = '\u001b[Z'
const end = '\u001b[F'
const home = '\u001b[H'

/** Milliseconds: longer than a terminal's key sequence takes, so that Escape is a key of its own. */
const alone = 700

async function newest({ env, folder }: Site) {
  const run = async (...words: string[]) => JSON.parse((await runBin([...words, '--json'], { env, folder })).out)
  const [{ id }] = await run('ticket', 'list', '--limit', '1')
  return run('ticket', 'show', String(id))
}

const windows = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 24 },
  { columns: 20, rows: 5 },
]

test.each(windows)('in $columns×$rows, Escape moves nothing in a list, and End and Home do', async (size) => {
  const site = await openSite(shortForm)
  const person = personAt(['ticket', 'new'], { ...size, env: site.env, folder: site.folder })
  await person.sees('❯ Incident')
  person.types(key.down)
  await person.sees('❯ Demande')
  person.types('\u001b')
  await setTimeout(alone)
  person.types(key.enter)
  await person.sees(/✔ Type\s: Demande/)
  await person.sees('❯ Moyenne')
  person.types(end)
  await person.sees('❯ Très haute')
  person.types(home)
  await person.sees('❯ Très basse')
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
})

test.each(windows)(
  'in $columns×$rows, who goes back corrects what was answered, and the ticket has it',
  async (size) => {
    const site = await openSite(shortForm)
    const person = personAt(['ticket', 'new', '--no-suggest'], { ...size, env: site.env, folder: site.folder })
    await person.sees('❯ Incident')
    person.types(key.enter)
    await person.sees('❯ Moyenne')
    person.types(end + key.enter)
    await person.sees('❯ Oui')
    person.types(shiftTab)
    await person.sees('❯ Très haute')
    person.types(key.up + key.enter)
    await person.sees(/Urgence\s:\s+Haute/)
    await person.sees('❯ Oui')
    person.types(key.down + key.enter)
    await person.sees('❯ Aucun de mes')
    person.types(key.enter)
    await person.sees('❯ Aucune catégorie')
    person.types('site')
    await person.sees('❯ Hébergement > S')
    person.types(key.enter)
    await person.sees(/\? Titre/)
    person.types('Panne')
    await person.sees('Panne')
    person.types(shiftTab)
    await person.sees('❯ Hébergement > S')
    person.types(shiftTab)
    await person.sees('❯ Aucun de mes')
    person.types(key.down + key.enter)
    await person.sees('❯ Hébergement > S')
    person.types(key.enter)
    await person.sees(/\? Titre\s:\s+Panne/)
    person.types(` de paiement${key.enter}`)
    await person.sees(/\? Description/)
    person.types(`Erreur 500.${key.ctrlD}`)
    await person.sees('Fichier à joindre')
    person.types(key.enter)
    await person.sees('❯ Envoyer')
    person.types(key.enter)
    await person.sees(/✓ Ticket n°\s/)
    expect(await person.leaves()).toBe(0)
    expect(await newest(site)).toMatchObject({
      title: 'Panne de paiement',
      urgency: 'high',
      category: 'Hébergement > Site web',
      equipment: [expect.objectContaining({ name: 'poste-alice' })],
    })
  },
)

/** What is answered, as it stands on the screen. */
function answersOn(screen: string): string[] {
  return screen.split('\n').filter((line) => /^[✔?] /.test(line))
}

test.each(windows.slice(0, 2))('in $columns×$rows, an answer that is given anew stands there once', async (size) => {
  const site = await openSite(shortForm)
  const person = personAt(['ticket', 'new', '--no-suggest'], { ...size, env: site.env, folder: site.folder })
  await person.sees('❯ Incident')
  person.types(key.enter)
  await person.sees('❯ Moyenne')
  person.types(end + key.enter)
  await person.sees('❯ Oui')
  person.types(shiftTab)
  await person.sees('❯ Très haute')
  person.types(shiftTab)
  await person.sees('❯ Incident')
  expect(answersOn(person.screen())).toEqual([expect.stringMatching(/^\? Type/)])
  person.types(key.down + key.enter)
  await person.sees('❯ Très haute')
  person.types(key.up + key.enter)
  await person.sees('❯ Oui')
  expect(answersOn(person.screen())).toEqual([
    expect.stringMatching(/^✔ Type\s: Demande/),
    expect.stringMatching(/^✔ Urgence\s: Haute/),
    expect.stringMatching(/^\? M’informer/),
  ])
  person.types(key.ctrlC)
  await person.leaves()
})

test('a text of several rows goes off the screen with the answers below it, when one goes back to it', async () => {
  const site = await openSite(shortForm)
  const line = [
    'ticket',
    'new',
    '--no-suggest',
    '--type',
    'incident',
    '--urgency',
    'low',
    '--no-notify',
    '--about',
    'none',
  ]
  const person = personAt([...line, '--category', '3', '--title', 'Panne'], { ...site, columns: 40, rows: 30 })
  await person.sees('│')
  person.types(`Elle fume${key.enter}beaucoup${key.enter}trop.`)
  await person.sees('│ trop.')
  person.types(key.ctrlD)
  await person.sees('Fichier à joindre')
  person.types(shiftTab)
  await person.sees('Ctrl+D terminer')
  const screen = person.screen()
  expect([screen.match(/Description/g), screen.match(/beaucoup/g)]).toEqual([['Description'], ['beaucoup']])
  person.types(key.ctrlC)
  await person.leaves()
})
