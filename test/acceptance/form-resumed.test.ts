import { expect, test } from 'vitest'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

const form = ['ticket', 'new', '--no-suggest', '--form', 'collaborateur', '--answer', "Date d'arrivée=2030-01-07"]
const given = ['--answer', 'Poste de travail=Portable', '--answer', 'Nom et prénom=Jeanne Martin']

function personOf({ env, folder }: Site, line: string[]): Person {
  return personAt(line, { columns: 80, rows: 50, env: { ...env, LANG: 'fr_FR.UTF-8' }, folder })
}

async function answer(person: Person, question: RegExp, keys: string): Promise<void> {
  await person.sees(question)
  person.types(keys)
}

test('who leaves amid several answers comes back to them, what was erased is empty, and there is a way back', async () => {
  const site = await openSite({ glpi: '11.0' })
  const person = personOf(site, [...form, ...given])
  await answer(person, /\? Adresse personnelle/, key.enter)
  await answer(person, /\? Numéro de bureau/, key.eraseLine + key.enter)
  await answer(person, /\? Rendez-vous/, key.enter)
  await answer(person, /\? Heure de début/, key.enter)
  await answer(person, /❯ CDI/, key.enter)
  const optional = [
    'Logiciels',
    'Accès',
    'Ordinateur à réutiliser',
    'Lieu',
    'Catégorie',
    'Mon matériel',
    'Mes matériels',
    'Urgence',
    'Type de demande',
    'Demandeur',
  ]
  for (const label of optional) await answer(person, new RegExp(`\\? ${label}`), key.enter)
  await answer(person, /\? Observateurs/, 'henri')
  await answer(person, /❯ Nourel Henri/, key.enter)
  await person.sees(/\? Un autre choix/)
  person.types(key.ctrlC)
  await person.leaves()
  const back = personOf(site, ['ticket', 'new', '--resume', '--no-suggest'])
  await back.sees(/\? Un autre choix[\s\S]*Nourel Henri/)
  back.types('\u001b[Z')
  await back.sees(/\? Demandeur/)
  back.types(key.ctrlC)
  await back.leaves()
  expect(back.screen()).toMatch(/Observateurs +Nourel Henri/)
  expect(back.screen()).not.toContain('Numéro de bureau')
})
