import { describe, expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

/** What a person reads at the door, in each language. */
const door = {
  fr: {
    locale: 'fr_FR.UTF-8',
    password: 'Mot de passe',
    token: 'Garder un jeton',
    welcome: 'Bienvenue, Alice Durand',
    help: 'Utilisation',
    bye: 'À bientôt',
  },
  en: {
    locale: 'en_GB.UTF-8',
    password: 'Password',
    token: 'Keep a token',
    welcome: 'Welcome, Alice Durand',
    help: 'Usage',
    bye: 'See you',
  },
} as const

/** The questions of the form, in English; those of a form of the site are in the words of the account. */
const ofTen = [
  ['Type', key.enter],
  ['Urgency', key.down + key.enter],
  ['Keep me informed by e-mail', key.enter],
  ['My e-mail address', key.enter],
  ['The ticket is about', key.down + key.enter],
  ['Category', 'site'],
  ['❯ Hébergement > Site web', key.enter],
  ['Title', `The payment page is down${key.enter}`],
  ['Description', `Error 500 since this morning.${key.ctrlD}`],
  ['File to attach', key.enter],
  ['Send this request', key.enter],
] as const
const ofForm = [
  ['Which form', 'probl'],
  ['❯ Signaler un problème', key.enter],
  ['Urgence', key.down.repeat(4) + key.enter],
  ['Catégorie', 'site'],
  ['❯ Hébergement > Site web', key.enter],
  ['Matériels', key.down + key.enter],
  ['Observateurs', key.enter],
  ['Lieu', key.enter],
  ['Titre', `The payment page is down${key.enter}`],
  ['Description', `Error 500 since this morning.${key.ctrlD}`],
  ['File to attach', key.enter],
  ['Keep me informed by e-mail', key.enter],
  ['My e-mail address', key.enter],
  ['Send this request', key.enter],
] as const

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  test.each(['fr', 'en'] as const)('a person comes in, is helped, and leaves, in %s', async (language) => {
    const { locale, password, token, welcome, help, bye } = door[language]
    const site = await openSite({ glpi, user: null })
    const place = { env: { ...site.env, LANG: locale, IPEOS_INSECURE_STORAGE: '1' }, folder: site.folder }
    const person = personAt(['login', '--user', 'alice'], { ...place, columns: 80 })
    await person.sees(password)
    person.types(`alice-secret${key.enter}`)
    await person.sees(token)
    person.types(key.enter)
    await person.sees(welcome)
    expect(await person.leaves()).toBe(0)

    expect(await runBin(['help'], place)).toMatchObject({ code: 0, out: expect.stringContaining(help) })
    expect(await runBin(['logout'], place)).toMatchObject({ code: 0, notes: expect.stringContaining(bye) })
    expect(await runBin(['whoami'], place)).toMatchObject({ code: 4, out: '' })
  })

  test('a person opens a ticket in English, question by question', async () => {
    const site = await openSite(glpi === '10.0' ? { ...shortForm, glpi } : { glpi })
    const env = { ...site.env, LANG: 'en_GB.UTF-8' }
    const person = personAt(['ticket', 'new'], { env, folder: site.folder, columns: 80 })
    for (const [question, answer] of glpi === '10.0' ? ofTen : ofForm) {
      await person.sees(question)
      person.types(answer)
    }
    await person.sees(/Ticket no\. \d+ saved\. The support team has been alerted\./)
    expect(await person.leaves()).toBe(0)
  })
})
