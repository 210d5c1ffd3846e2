import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const words = {
  fr: {
    yes: '❯ Oui',
    nobody: '❯ Personne d’autre',
    enough: '❯ C’est tout',
    address: '❯ Une adresse',
    mail: /\? Son adresse/,
  },
  en: {
    yes: '❯ Yes',
    nobody: '❯ Nobody else',
    enough: '❯ That’s all',
    address: '❯ An e-mail',
    mail: /\? Their e-mail/,
  },
} as const

test.each([
  ['fr', 80],
  ['en', 80],
  ['fr', 40],
] as const)(
  'in %s, in %i columns, a person names who follows the ticket, ticks what it is about, and says where',
  async (lang, columns) => {
    const site = await openSite({ glpi: '10.0' })
    const { env, folder } = site
    const said = words[lang]
    const line = [
      'ticket',
      'new',
      '--type',
      'incident',
      '--urgency',
      '3',
      '--category',
      '3',
      '--title',
      'Lent',
      '--lang',
      lang,
    ]
    const person = personAt([...line, '--description', 'Très.', '--no-suggest'], { columns, rows: 30, env, folder })
    await person.sees(said.yes)
    person.types(key.down + key.enter)
    await person.sees(said.nobody)
    person.types('nour')
    await person.sees('❯ Nourel Henri (henri)')
    person.types(key.enter)
    await person.sees(said.enough)
    person.types(key.down)
    await person.sees(said.address)
    person.types(key.enter)
    await person.sees(said.mail)
    person.types(`voisin@ailleurs.example${key.enter}`)
    await person.sees(said.enough)
    person.types(key.enter)
    await person.sees(lang === 'fr' ? '❯ Aucun de mes' : '❯ None of my')
    person.types(key.down)
    await person.sees('❯ [ ] Ordinateur')
    person.types(' ')
    await person.sees('❯ [✔] Ordinateur')
    person.types('tel-a')
    await person.sees('❯ [ ] Téléphone')
    person.types(' ')
    await person.sees('❯ [✔] Téléphone')
    person.types(key.enter)
    await person.sees(lang === 'fr' ? '❯ Aucun lieu' : '❯ No place')
    person.types('etage')
    await person.sees('❯ Siège — Saint-Denis > Étage 2')
    person.types(key.enter)
    await person.sees(lang === 'fr' ? 'Fichier à joindre' : 'File to attach')
    person.types(key.enter)
    await person.sees(lang === 'fr' ? '❯ Envoyer' : '❯ Send')
    person.types(key.enter)
    expect(await person.leaves()).toBe(0)
    const { out } = await runBin(['ticket', 'list', '--limit', '1', '--json', 'id'], { env, folder })
    const shown = await runBin(['ticket', 'show', String(JSON.parse(out)[0].id), '--json'], { env, folder })
    expect(JSON.parse(shown.out)).toMatchObject({
      observers: ['Nourel Henri', 'voisin@ailleurs.example'],
      location: 'Siège — Saint-Denis > Étage 2',
      equipment: [{ key: 'Computer:3' }, { key: 'Phone:1' }],
    })
  },
)
