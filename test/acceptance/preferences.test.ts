import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

const erased = key.erase.repeat('alice@ipeos.example'.length)

async function languageOf(site: Site): Promise<string> {
  const answer = await fetch(`${site.url}/apirest.php/initSession?get_full_session=true`, {
    headers: { Authorization: 'user_token alice-token' },
  })
  const { session } = (await answer.json()) as { session: { glpilanguage: string } }
  return session.glpilanguage
}

async function answer(person: Person): Promise<void> {
  await person.sees('Langue')
  await person.sees('English')
  person.types(key.down)
  await person.sees('❯ English')
  person.types(key.enter)
  await person.sees('Adresse de courriel')
  await person.sees('alice@ipeos.example')
  person.types(`${erased}personne${key.enter}`)
  await person.sees('n’est pas une adresse de courriel')
  person.types(`@perso.example${key.enter}`)
  await person.sees('M’informer des suites')
  person.types(`n${key.enter}`)
  await person.sees('Tickets dans une liste')
  person.types(`${key.erase.repeat(2)}2${key.enter}`)
  await person.sees('Colonnes d’une liste')
  person.types(`id,title${key.enter}`)
}

test.each([
  ['10.0', 80],
  ['11.0', 40],
] as const)(
  'on GLPI %s a person says what they prefer, in %d columns, and everything follows',
  async (glpi, columns) => {
    const site = await openSite({ glpi })
    const person = personAt(['preferences', 'set'], { env: site.env, folder: site.folder, columns })
    await answer(person)
    expect(await person.leaves()).toBe(0)
    await person.sees('Adresse de courriel : personne@perso.example (sur la plateforme)')
    await person.sees('Colonnes d’une liste : id,title (sur cet ordinateur)')
    expect(await languageOf(site)).toBe('en_GB')

    const { LANG: _french, ...env } = site.env
    const later = { folder: site.folder, env: { ...env, LANG: 'fr_FR.UTF-8' } }
    const { out } = await runBin(['preferences', 'show', '--format', 'tsv'], later)
    expect(out.split('\n').slice(0, 5)).toEqual([
      'language\ten_GB\tplatform',
      'email\tpersonne@perso.example\tplatform',
      'notify\tfalse\there',
      'page-length\t2\there',
      'columns\t["id","title"]\there',
    ])
    const list = await runBin(['ticket', 'list'], later)
    expect(list.out.trimEnd().split('\n')).toHaveLength(2)
    expect(list.notes).toMatch(/^2 of \d+/)
  },
)
