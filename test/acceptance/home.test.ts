import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

test.each(glpiVersions)(
  'on GLPI %s, ipeos alone shows where things stand, in French and in English',
  async (glpi) => {
    const site = await openSite({ glpi })
    const french = personAt([], { ...site, rows: 24 })
    await french.sees(/Alice Durand +Self-Service · IPEOS-WTC/)
    await french.sees('Une solution attend votre réponse')
    await french.sees('Dernières nouvelles')
    await french.sees('Que voulez-vous faire ?')
    french.types('q')
    expect(await french.leaves()).toBe(0)
    const english = personAt(['home', '--lang', 'en'], { ...site, rows: 24, columns: 40 })
    await english.sees('A solution awaits your answer')
    await english.sees('Read one: ipeos ticket show NUMBER')
    expect(await english.leaves()).toBe(0)
    expect(english.screen().split('\n').length).toBeLessThanOrEqual(24)
  },
  60_000,
)

test('in a pipe ipeos alone is the help, and the first page is ipeos home', async () => {
  const site = await openSite()
  expect((await runBin([], site)).out).toContain('Utilisation')
  const { code, out } = await runBin(['home', '--json', 'name,open'], site)
  expect([code, JSON.parse(out)]).toEqual([0, { name: 'Alice Durand', open: 4 }])
})

test('whoever begins is led from the first page to a ticket of their own', async () => {
  const site = await openSite({ user: null })
  const env = { ...site.env, IPEOS_INSECURE_STORAGE: '1', LANG: 'en_GB.UTF-8' }
  const beginner = personAt([], { ...site, env })
  await beginner.sees('Log in to http')
  beginner.types('l')
  await beginner.sees('User name on')
  beginner.types(`alice${key.enter}`)
  await beginner.sees('Password:')
  beginner.types(`alice-secret${key.enter}`)
  await beginner.sees('Keep a token instead of your password')
  beginner.types(key.enter)
  await beginner.sees('Welcome, Alice Durand!')
  await beginner.sees('4 open tickets')
  await beginner.sees('Open a ticket')
  beginner.types(key.ctrlC)
  expect(await beginner.leaves()).toBe(0)
  const home = personAt([], { ...site, env })
  await home.sees('4 open tickets')
  await home.sees('What would you like to do?')
  home.types(key.ctrlC)
  expect(await home.leaves()).toBe(0)
}, 60_000)

test('whoever would only try it is inside by one key, and sees that nothing leaves', async () => {
  const site = await openSite({ user: null })
  const env = { ...site.env, IPEOS_INSECURE_STORAGE: '1' }
  const person = personAt([], { ...site, env })
  await person.sees('Essayer sans risque, avec le compte d’essai « alice »')
  await person.sees('Mot de passe oublié')
  await person.sees('Compte perdu')
  expect(person.screen()).not.toContain('ipeos login')
  person.types('e')
  await person.sees('Bienvenue, Alice Durand')
  await person.sees('Ouvrir un ticket')
  expect(person.screen()).toContain('rien ne part chez IPEOS')
  person.types('q')
  expect(await person.leaves()).toBe(0)
}, 60_000)

test('what leads nowhere leads back to the door, which is left by Escape', async () => {
  const site = await openSite({ user: null })
  const person = personAt([], { ...site, env: { ...site.env, IPEOS_INSECURE_STORAGE: '1' } })
  await person.sees('Mot de passe oublié')
  person.types('m')
  await person.sees('Adresse de courriel de votre compte')
  person.types(key.ctrlC)
  await person.sees(/Interrompu[\s\S]*Mot de passe oublié/)
  person.types('\u001b')
  expect(await person.leaves()).toBe(0)
}, 60_000)

test('without a menu, the ways in are told as commands', async () => {
  const site = await openSite({ user: null })
  const person = personAt(['--no-input'], site)
  await person.sees('Pour se connecter : ipeos login')
  expect(await person.leaves()).toBe(0)
})
