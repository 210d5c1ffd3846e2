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
  await beginner.sees('You are not logged in')
  await beginner.sees('To log in: ipeos login')
  expect(await beginner.leaves()).toBe(0)
  const login = personAt(['login'], { ...site, env })
  await login.sees('User name on')
  login.types(`alice${key.enter}`)
  await login.sees('Password')
  login.types(`alice-secret${key.enter}`)
  await login.sees('Welcome, Alice Durand!')
  expect(await login.leaves()).toBe(0)
  const home = personAt([], { ...site, env })
  await home.sees('4 open tickets')
  await home.sees('What would you like to do?')
  home.types(key.ctrlC)
  expect(await home.leaves()).toBe(0)
}, 60_000)
