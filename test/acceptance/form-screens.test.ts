import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'
import { key } from '../support/pty.ts'
import { personSeenAt, type SeenPerson } from '../support/seen-desk.ts'

/** A Monday morning that never ends: the same hours are shown each time. */
const now = () => new Date('2026-11-23T09:30:00+01:00')
const shiftTab = '\u001b[Z'

const windows = (['fr', 'en'] as const).flatMap((language) => [80, 40].map((columns) => ({ language, columns })))

/** Until nothing moves on the screen any more: what a person looks at. */
async function atRest(person: SeenPerson): Promise<void> {
  for (let seen = ''; seen !== person.screen(); await setTimeout(150)) seen = person.screen()
}

test.each(windows)('a form of the site, as it is seen ($language, $columns columns)', async ({ language, columns }) => {
  const desk = newDesk(await openSandbox({ clock: now }))
  const person = personSeenAt(desk, ['ticket', 'new', '--no-suggest'], {
    ...{ columns, rows: 40, language, now, env: { IPEOS_URL: 'https://support.ipeos.com', NO_COLOR: '1' } },
  })
  const keep = async (moment: string) => {
    await atRest(person)
    await expect(`${person.screen()}\n`).toMatchFileSnapshot(`../screens/${moment}.${language}.${columns}.txt`)
  }
  const answer = async (seen: RegExp, ...keys: string[]) => {
    await person.sees(seen)
    await person.types(...keys)
  }
  await person.sees('❯')
  await person.types(...'arrivee')
  await keep('which-form')
  await person.types(key.enter)
  await answer(/Nom et/, ...'Jeanne Martin', key.enter)
  await answer(/personnelle/, key.enter)
  await answer(/bureau/, key.enter)
  await answer(/\? Date\s+d'arrivée/, ...'07/01/2030', key.enter)
  await person.sees('Rendez-vous')
  await keep('form-begun')
  await person.types(key.enter)
  await answer(/Heure/, key.enter)
  await answer(/❯ CDI/, key.enter)
  await answer(/❯ Portable/, key.enter)
  await answer(/❯ (?:Sans réponse|No answer)/, key.down, key.down, ' ')
  await keep('form-ticks')
  await person.types(key.enter)
  await answer(/❯ \[✔\] Messagerie/, key.enter)
  await answer(/\? Ordinateur/, key.enter)
  await answer(/\? Lieu/, ...'etage')
  await person.sees('❯ Siège')
  await keep('form-lookup')
  await person.types(key.enter)
  for (const question of [/\? Catégorie/, /\? Mon\s+matériel/, /\? Mes\s+matériels/, /❯ Moyenne/, /❯ Demande/])
    await answer(question, key.enter)
  await answer(/\? Demandeur/, shiftTab)
  await answer(/❯ Demande/, key.enter)
  for (const question of [/\? Demandeur/, /\? Observateurs/, /\? Technicien/, /\? Contrat\s+signé/])
    await answer(question, key.enter)
  await answer(/│ Néant/, key.ctrlD)
  await answer(/M’informer|informed/, key.enter)
  await answer(/Mon adresse|My e-mail/, key.enter)
  await person.sees('────\n?')
  await keep('form-summary')
  await person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
})
