import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { organisation } from '../support/organisation.ts'
import { personAt } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

const said = {
  fr: {
    locale: 'fr_FR.UTF-8',
    refused: 'La plateforme ne laisse pas votre profil (Self-Service) lire les contrats.',
    remedy: 'ipeos config import FICHIER',
    source: 'Source : le fichier de votre organisation (IPEOS-WTC).',
    outside: '« Téléphonie » n’est pas couverte par votre contrat (Hébergement, Messagerie)',
  },
  en: {
    locale: 'en_GB.UTF-8',
    refused: 'The platform does not let your profile (Self-Service) read contracts.',
    remedy: 'ipeos config import FILE',
    source: 'Source: the file of your organisation (IPEOS-WTC).',
    outside: '“Téléphonie” is not covered by your contract (Hébergement, Messagerie)',
  },
} as const

/** As sentences are read: a no-break space is a space. */
function plainly(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

test.each([
  ['10.0', 'fr'],
  ['11.0', 'en'],
] as const)('on GLPI %s, in %s, a customer learns what the contract takes in charge', async (glpi, language) => {
  const site: Site = await openSite({ glpi })
  const { locale, refused, remedy, source, outside } = said[language]
  const person = { folder: site.folder, env: { ...site.env, LANG: locale } }
  const run = async (...words: string[]) => {
    const { code, out, notes } = await runBin(words, person)
    return { code, out, notes: plainly(notes) }
  }

  const before = await run('contract', 'list')
  expect(before).toMatchObject({ code: 5, out: '' })
  expect(before.notes).toContain(refused)
  expect(before.notes).toContain(remedy)

  const [gold] = organisation.contracts
  const { ca: _ca, ...file } = { ...organisation, url: site.url, contracts: [gold] }
  writeFileSync(join(site.folder, 'ipeos.json'), JSON.stringify(file))
  expect((await run('config', 'import', 'ipeos.json', '--yes')).code).toBe(0)

  const shown = await run('contract', 'show', '--json', 'number,level,telephone,source')
  expect(JSON.parse(shown.out)).toEqual({
    number: 'IPEOS-2024-0117',
    level: 'gold',
    telephone: '01 84 80 00 00',
    source: 'organisation',
  })
  expect(shown.notes).toContain(source)
  expect((await run('contact')).out).toContain('01 84 80 00 00')
  expect((await run('contract', 'show', 'platine')).code).toBe(3)

  const whole = ['ticket', 'new', '--title', 'Poste muet', '--description', 'Plus de tonalité.']
  const warned = await run(...whole, '--category', 'Téléphonie')
  expect(warned).toMatchObject({ code: 0, notes: expect.stringContaining(outside) })
  expect(warned.out).toMatch(/^\d+\n$/)
  expect((await run(...whole, '--category', 'Site web')).notes).not.toContain('contra')
})

test('a customer of a stock site, logged in or not, sees how support is reached', async () => {
  const { folder, env, url } = await openSite()
  const { IPEOS_USER: _user, IPEOS_PASSWORD: _password, ...loggedOut } = env
  for (const [variables, expected] of [
    [env, /Demande d’aide\s+ipeos ticket new/],
    [loggedOut, /Demande d’aide\s+ipeos login\s+ipeos ticket new/],
  ] as const) {
    const person = personAt(['contact'], { folder, env: variables })
    expect([await person.leaves(), person.screen()]).toEqual([0, expect.stringMatching(expected)])
    expect(person.screen()).toContain(url)
    expect(person.screen()).toContain('avec un contrat Gold ou supérieur')
  }
})
