import { expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../src/sandbox/sandbox.ts'
import { runBin } from '../support/bin.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const mail = 5
const telephone = 6
const shiftTab = '\u001b[Z'

const categoryTemplates: SandboxConfiguration['categoryTemplates'] = {
  [mail]: {
    incident: {
      ...{ id: 5, mandatory: ['location'], hidden: ['observers', 'equipment'] },
      preset: { urgency: '4', description: '<p>Mon adresse :</p>' },
    },
  },
  [telephone]: { incident: { id: 6, readOnly: ['urgency'], hidden: ['location'], preset: { urgency: '5' } } },
}

const words = {
  fr: {
    ...{ none: '❯ Aucune catégorie', medium: '❯ Moyenne', anywhere: '❯ Aucun lieu', yes: '❯ Oui', no: '❯ Non' },
    ...{ nobody: '❯ Personne d’autre', about: '❯ Aucun de mes', place: '❯ Siège', title: /\? Titre/ },
    ...{ description: /\? Description[\s\S]*Mon adresse :/, file: 'Fichier à joindre', send: '❯ Envoyer' },
  },
  en: {
    ...{ none: '❯ No category', medium: '❯ Medium', anywhere: '❯ No place', yes: '❯ Yes', no: /❯ No\s*$/m },
    ...{ nobody: '❯ Nobody else', about: '❯ None of my', place: '❯ Siège', title: /\? Title/ },
    ...{ description: /\? Description[\s\S]*Mon adresse :/, file: 'File to attach', send: '❯ Send' },
  },
} as const

test.each([
  ['fr', 80],
  ['en', 40],
] as const)(
  'in %s, in %i columns, the questions are those of the category, also of another one that one goes back to',
  async (lang, columns) => {
    const { env, folder } = await openSite({ glpi: '10.0', configuration: { categoryTemplates } })
    const line = ['ticket', 'new', '--type', 'incident', '--no-suggest', '--lang', lang]
    const person = personAt(line, { columns, rows: 30, env, folder })
    const asked = words[lang]
    await person.sees(asked.medium)
    person.types(key.enter)
    await person.sees(asked.yes)
    person.types(key.down)
    await person.sees(asked.no)
    person.types(key.enter)
    await person.sees(asked.nobody)
    person.types(key.enter)
    await person.sees(asked.about)
    person.types(key.enter)
    await person.sees(asked.anywhere)
    person.types(key.enter)
    await person.sees(asked.none)
    person.types('messag')
    await person.sees('❯ Messagerie')
    person.types(key.enter)
    // The place is mandatory now: there is no «none».
    await person.sees(asked.place)
    person.types(shiftTab)
    await person.sees('❯ Messagerie')
    person.types('télép')
    await person.sees('❯ Téléphonie')
    person.types(key.enter)
    await person.sees(asked.title)
    person.types(shiftTab)
    await person.sees('❯ Téléphonie')
    person.types('messag')
    await person.sees('❯ Messagerie')
    person.types(key.enter)
    await person.sees(asked.place)
    person.types('etage')
    await person.sees(/❯ Siège[\s\S]*Étage 2/)
    person.types(key.enter)
    await person.sees(asked.title)
    person.types(`Plus de courrier${key.enter}`)
    await person.sees(asked.description)
    person.types(` alice@wtc.example${key.ctrlD}`)
    await person.sees(asked.file)
    person.types(key.enter)
    await person.sees(asked.send)
    person.types(key.enter)
    expect(await person.leaves()).toBe(0)
    const { out } = await runBin(['ticket', 'list', '--limit', '1', '--json', 'id'], { env, folder })
    const shown = await runBin(['ticket', 'show', String(JSON.parse(out)[0].id), '--json'], { env, folder })
    expect(JSON.parse(shown.out)).toMatchObject({
      ...{ category: 'Messagerie', urgency: 'medium', location: 'Siège — Saint-Denis > Étage 2' },
      ...{ description: 'Mon adresse : alice@wtc.example', observers: [], equipment: [] },
    })
  },
)
