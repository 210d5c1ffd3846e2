import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

/** What the person is asked and told around the site's own words, which are French. */
const words = {
  fr: {
    which: 'Quel formulaire',
    none: 'Sans réponse',
    another: 'Un autre choix',
    file: 'Fichier à joindre',
    more: 'Un autre fichier',
    notify: 'M’informer',
    address: 'Mon adresse',
    send: 'Envoyer cette demande',
    change: 'Que voulez-vous modifier',
    sent: 'enregistré',
    wrong: 'n’existe pas',
  },
  en: {
    which: 'Which form',
    none: 'No answer',
    another: 'Anyone or anything else',
    file: 'File to attach',
    more: 'Another file',
    notify: 'informed',
    address: 'My e-mail',
    send: 'Send this request',
    change: 'What would you like to change',
    sent: 'saved',
    wrong: 'no such day',
  },
} as const

type Language = keyof typeof words

function personOf(site: Site, language: Language, columns: number, line: string[] = []): Person {
  const env = { ...site.env, LANG: language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8' }
  return personAt(['ticket', 'new', '--no-suggest', ...line], { columns, rows: 50, env, folder: site.folder })
}

/** Until this is asked, and then the keys of its answer. */
async function answer(person: Person, question: RegExp | string, keys: string): Promise<void> {
  await person.sees(question)
  person.types(keys)
}

/** An answer on one line, which is to be seen before it is given. */
async function type(person: Person, question: RegExp, text: string): Promise<void> {
  await answer(person, question, text)
  await person.sees(lastOf(text))
  person.types(key.enter)
}

/** In a narrow window the end of a line may stand alone. */
function lastOf(text: string): RegExp {
  return new RegExp([...text.slice(-6)].map((letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('\\s*'))
}

/** `? Label`, the blanks wherever the window breaks it. */
function asked(label: string): RegExp {
  return new RegExp(`\\? ${label.replaceAll(' ', '\\s+')}`)
}

async function newest({ env, folder }: Site) {
  const run = async (...line: string[]) => JSON.parse((await runBin([...line, '--json'], { env, folder })).out)
  const [{ id }] = await run('ticket', 'list', '--limit', '1')
  return run('ticket', 'show', String(id))
}

async function who(person: Person): Promise<void> {
  await type(person, asked('Nom et prénom'), 'Jeanne Martin')
  await answer(person, asked('Adresse personnelle'), key.enter)
  await answer(person, asked('Numéro de bureau'), key.enter)
  await type(person, asked("Date d'arrivée"), '07/01/2030')
  await type(person, asked('Rendez-vous'), '2030-01-07 8h30')
  await answer(person, asked('Heure de début'), key.enter)
}

const windows = (['fr', 'en'] as const).flatMap((language) => [80, 40].map((columns) => ({ language, columns })))

describe.each(windows)('in $language, $columns columns', ({ language, columns }) => {
  const said = words[language]

  test('a form of all kinds is answered by keys, a condition opened, closed and opened again', async () => {
    const site = await openSite({ glpi: '11.0' })
    writeFileSync(join(site.folder, 'contrat.txt'), 'Contrat signé')
    const person = personOf(site, language, columns)
    await answer(person, asked(said.which), 'comptes')
    await person.sees('❯ Arrivée')
    person.types(key.enter)
    await who(person)
    await answer(person, /❯ CDI/, key.up + key.down + key.down)
    await person.sees('❯ Stage')
    person.types(key.enter)
    await type(person, asked('Date de fin'), '2030-02-30')
    await answer(person, said.wrong, key.eraseLine)
    await type(person, asked('Date de fin'), '2030-06-30')
    await answer(person, /❯ Portable/, key.enter)
    await answer(person, /❯ (?:Sans réponse|No answer)/, key.down)
    await answer(person, /❯ \[ \] Suite/, key.down)
    await answer(person, /❯ \[ \] Comptabilité/, ' ')
    await answer(person, /❯ \[✔\] Comptabilité/, key.enter)
    await answer(person, /❯ \[✔\] Messagerie/, 'badge')
    await answer(person, /❯ \[ \] Badge/, ' ')
    await answer(person, /❯ \[✔\] Badge/, key.enter)
    await answer(person, asked('Pourquoi un badge'), 'Le garage.')
    await answer(person, /Le garage\./, key.ctrlD)
    await answer(person, asked('Ordinateur à réutiliser'), key.enter)
    await answer(person, asked('Lieu'), 'etage')
    await answer(person, /❯ Siège — Saint-Denis > É/, key.enter)
    await answer(person, asked('Catégorie'), key.enter)
    await answer(person, asked('Mon matériel'), key.enter)
    await answer(person, asked('Mes matériels'), key.enter)
    await answer(person, /❯ Moyenne/, key.enter)
    await answer(person, /❯ Demande/, key.enter)
    await answer(person, asked('Demandeur'), key.enter)
    await answer(person, asked('Observateurs'), 'henri')
    await answer(person, /❯ Nourel Henri/, key.enter)
    await answer(person, asked(said.another), key.enter)
    await answer(person, asked('Technicien souhaité'), key.enter)
    await type(person, asked('Contrat signé'), 'contrat.txt')
    await answer(person, asked(said.more), key.enter)
    await answer(person, /│ Néant/, key.ctrlD)
    await type(person, asked('École et tuteur'), 'Lycée Bréda')
    await answer(person, said.notify, key.enter)
    await answer(person, said.address, key.enter)
    for (const [before, moves, contract] of [
      ['Stage', key.up + key.up, 'CDI'],
      ['CDI', key.down, 'CDD'],
    ] as const) {
      await answer(person, asked(said.send), key.down + key.enter)
      await answer(person, asked(said.change), 'type de contrat')
      await answer(person, /❯ Type de contrat/, key.enter)
      await answer(person, new RegExp(`❯ ${before}`), moves)
      await answer(person, new RegExp(`❯ ${contract}`), key.enter)
    }
    // What was answered before it vanished stands there again.
    await answer(person, /\? Date de fin\s?:\s+2030-06-30/, key.enter)
    await answer(person, asked(said.send), key.enter)
    await person.sees(said.sent)
    await person.leaves()
    const { description, documents } = await newest(site)
    expect(description).toMatch(/Type de contrat\W+CDD/)
    expect(description).toContain('2030-06-30')
    expect(description).not.toContain('Lycée Bréda')
    expect(documents).toHaveLength(1)
  })

  test('a small form is answered in lines, and what a condition opened is gone with it', async () => {
    const site = await openSite({ glpi: '11.0' })
    const person = personOf(site, language, columns, ['--plain', '--form', 'imprimante'])
    await answer(person, /Quelle imprimante\s\?/, `Accueil${key.enter}`)
    await answer(person, /3\. Autre/, `autre${key.enter}`)
    await answer(person, /Précisez/, `Elle fume${key.enter}`)
    await answer(person, /Urgence/, `<${key.enter}`)
    await answer(person, /Précisez[\s\S]*Précisez/, `<${key.enter}`)
    await answer(person, /3\. Autre[\s\S]*3\. Autre/, `papier${key.enter}`)
    await answer(person, /Urgence[\s\S]*Urgence/, key.enter)
    await answer(person, said.file, key.enter)
    await answer(person, said.notify, key.enter)
    await answer(person, said.address, key.enter)
    await answer(person, said.send, key.enter)
    await person.sees(said.sent)
    expect(await person.leaves()).toBe(0)
    const { description } = await newest(site)
    expect(description).toMatch(/Bourrage papier/)
    expect(description).not.toContain('Elle fume')
  })
})
