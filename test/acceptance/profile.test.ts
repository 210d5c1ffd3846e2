import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite, type Site } from '../support/site.ts'

function place(site: Site) {
  return { folder: site.folder, env: { ...site.env, IPEOS_INSECURE_STORAGE: '1' } }
}

async function profile(here: ReturnType<typeof place>, ...words: string[]): Promise<string> {
  return JSON.parse((await runBin(['whoami', '--json', 'profile', ...words], here)).out).profile
}

test.each(glpiVersions)(
  'on GLPI %s, henri becomes the customer that he is at his first login',
  async (glpi) => {
    const site = await openSite({ glpi, user: null })
    const here = place(site)
    const henri = personAt(['login', '--user', 'henri'], here)
    await henri.sees('Mot de passe')
    henri.types(`henri-secret${key.enter}`)
    await henri.sees('Votre profil est Observer. Utiliser le profil Self-Service')
    henri.types(key.enter)
    await henri.sees('Garder un jeton')
    henri.types(key.enter)
    await henri.sees('Bienvenue, Henri Nourel')
    expect(await henri.leaves()).toBe(0)

    expect(await profile(here)).toBe('Self-Service')
    const request = [
      'ticket',
      'new',
      '--title',
      'Panne',
      '--description',
      'Rien ne va',
      '--category',
      'Général',
      '--yes',
    ]
    const opened = await runBin([...request, '--no-notify'], here)
    expect(opened).toMatchObject({ code: 0 })
    const listed = await runBin(['ticket', 'list', '--json', 'id'], here)
    expect(JSON.parse(listed.out)).toContainEqual({ id: Number(opened.out) })

    // One call as somebody else changes nothing for the next one.
    expect(await profile(here, '--profile', 'Observer')).toBe('Observer')
    expect(await profile(here)).toBe('Self-Service')
  },
  60_000,
)

test('in English, a name that is not there is told with those that are, and another entity is a choice away', async () => {
  const site = await openSite({ user: null })
  const here = { folder: site.folder, env: { ...place(site).env, LANG: 'en_GB.UTF-8' } }
  await runBin(['login', '--user', 'henri', '--password-stdin'], { ...here, stdin: 'henri-secret' })
  const unknown = await runBin(['entity', 'use', 'ACNE'], here)
  expect([unknown.code, unknown.notes]).toEqual([3, expect.stringContaining('IPEOS > ACME')])

  const choosing = personAt(['entity', 'use'], here)
  await choosing.sees('Entity')
  choosing.types('acme')
  await choosing.sees(/❯ IPEOS > ACME/)
  choosing.types(key.enter)
  await choosing.sees('You are now on IPEOS > ACME, as Observer.')
  expect(await choosing.leaves()).toBe(0)
  const { out } = await runBin(['whoami', '--json', 'entity'], here)
  expect(JSON.parse(out)).toEqual({ entity: 'IPEOS > ACME' })
}, 60_000)
