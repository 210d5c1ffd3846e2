import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stockPolicy } from '../../src/sandbox/configuration.ts'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { needs } from '../support/left-out.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { keyringTools, openDesktopSession } from '../support/secret-service.ts'
import { openSite } from '../support/site.ts'

const old = 'alice-secret'
const fresh = 'Tout-Neuf-2030'
const passwordPolicy = { ...stockPolicy, isUsed: true }

const languages = {
  'fr_FR.UTF-8': {
    now: 'Mot de passe actuel du compte alice',
    wrong: 'Ce n’est pas votre mot de passe actuel.',
    wants: 'Ce qu’il faut au nouveau mot de passe',
    next: 'Nouveau mot de passe',
    empty: 'Il est vide',
    lacks: 'Il manque encore',
    again: 'Encore une fois',
    unlike: 'Les deux ne sont pas identiques.',
    done: 'Votre nouveau mot de passe est en place',
    user: 'Identifiant sur',
    password: 'Mot de passe',
    token: 'Garder un jeton plutôt que',
    expired: 'Votre mot de passe a expiré.',
    welcome: 'Bienvenue, Alice Durand',
    stopped: 'votre mot de passe n’a pas changé',
  },
  'en_GB.UTF-8': {
    now: 'Current password of alice',
    wrong: 'This is not your current password.',
    wants: 'The new password needs',
    next: 'New password',
    empty: 'It is empty',
    lacks: 'Still missing',
    again: 'The same again',
    unlike: 'The two are not the same.',
    done: 'Your new password is in place',
    user: 'User name on',
    password: 'Password',
    token: 'Keep a token instead',
    expired: 'Your password has expired.',
    welcome: 'Welcome, Alice Durand',
    stopped: 'your password is as it was',
  },
}
const cases = glpiVersions.flatMap((glpi) =>
  Object.keys(languages).map((lang) => [glpi, lang as keyof typeof languages] as const),
)

/** Steps of what is seen last, and what is typed then. */
async function lives(person: Person, steps: Array<[sees: string | RegExp, types: string]>): Promise<void> {
  for (const [sees, types] of steps) {
    await person.sees(sees)
    person.types(types)
  }
}

/** What is told, and then the question: keys that come before it are shown by the terminal itself. */
const thenAsked = (told: string, question: string) => new RegExp(`${told}[\\s\\S]*\\? ${question}`)
const line = (text: string): string => text + key.enter

describe.each(cases)('on GLPI %s, in %s,', (glpi, LANG) => {
  const says = languages[LANG]

  async function place() {
    const site = await openSite({ glpi, user: null, configuration: { passwordPolicy } })
    return { ...site, env: { ...site.env, LANG, IPEOS_INSECURE_STORAGE: '1' } }
  }

  test('a new password is chosen: the old one wrong, the new one empty, too weak, typed otherwise', async () => {
    const { sandbox, folder, env } = await place()
    await runBin(['login', '--user', 'alice', '--password-stdin'], { folder, env, stdin: old })
    const alice = personAt(['password', 'change'], { folder, env, columns: 100 })
    await lives(alice, [
      [says.now, line('faux')],
      [thenAsked(says.wrong, says.now), line(old)],
      [thenAsked(says.wants, says.next), line('')],
      [says.empty, line('court')],
      [says.lacks, line(fresh)],
      [says.again, line('Tout-Neuf-2031')],
      [thenAsked(says.unlike, says.next), line(fresh)],
      [thenAsked(says.unlike, says.again), line(fresh)],
    ])
    expect(await alice.leaves()).toBe(0)
    expect(alice.screen()).toContain(says.done)
    expect(alice.screen()).not.toMatch(/alice-secret|Tout-Neuf|court|faux/)
    expect(
      sandbox.requests.filter(({ method, path }) => method === 'POST' && /updatepassword/.test(path)),
    ).toHaveLength(1)
    expect(await runBin(['whoami', '--json', 'login'], { folder, env })).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, '.config/ipeos/secrets.json'), 'utf8')).toContain(fresh)
  })

  test('one that has expired leads at login to a new one, with which one is logged in', async () => {
    const { sandbox, folder, env } = await place()
    sandbox.expirePassword('alice')
    const alice = personAt(['login'], { folder, env, columns: 100 })
    await lives(alice, [
      [says.user, line('alice')],
      [says.password, line(old)],
      [thenAsked(says.expired, says.next), line(fresh)],
      [says.again, line(fresh)],
      [says.token, line('n')],
    ])
    expect(await alice.leaves()).toBe(0)
    expect(alice.screen()).toContain(says.welcome)
    expect(await runBin(['ticket', 'list'], { folder, env })).toMatchObject({ code: 0 })
  })

  test('Ctrl-C at any of the questions changes nothing, and says so', async () => {
    const { sandbox, folder, env } = await place()
    await runBin(['login', '--user', 'alice', '--password-stdin'], { folder, env, stdin: old })
    const questions: Array<[sees: string, types: string]> = [
      [says.now, line(old)],
      [says.next, line(fresh)],
      [says.again, ''],
    ]
    const left: Array<[number, boolean]> = []
    for (const [count] of questions.entries()) {
      const alice = personAt(['password', 'change'], { folder, env, columns: 100 })
      await lives(alice, questions.slice(0, count))
      await alice.sees(questions[count]?.[0] ?? '')
      alice.types(key.ctrlC)
      const code = await alice.leaves()
      left.push([code, alice.screen().includes(says.stopped)])
    }
    expect(left).toEqual(questions.map(() => [130, true]))
    expect(sandbox.requests.filter(({ method, path }) => method === 'POST' && /updatepassword/.test(path))).toEqual([])
    expect(await runBin(['whoami'], { folder, env })).toMatchObject({ code: 0 })
  })
})

test('Ctrl-C while the new one is on its way says that logging in tells what holds', async () => {
  const { sandbox, folder, env } = await openSite({ user: null })
  const place = { folder, env: { ...env, IPEOS_INSECURE_STORAGE: '1' } }
  sandbox.faults.inject({ kind: 'delay', milliseconds: 60_000, match: { method: 'POST', path: /updatepassword/ } })
  const alice = personAt(['password', 'change', '--user', 'alice'], { ...place, columns: 100 })
  await lives(alice, [
    ['Mot de passe actuel', line(old)],
    ['Nouveau mot de passe', line(fresh)],
    ['Encore une fois', line(fresh)],
    ['Changement du mot de passe', key.ctrlC],
  ])
  expect(await alice.leaves()).toBe(130)
  expect(alice.screen()).toContain('Le nouveau mot de passe était en route')
})

describe('in a real Secret Service', () => {
  needs(...keyringTools)

  test('the keychain has the new password in the place of the old one, and no file has either', async () => {
    const { env: session, home } = await openDesktopSession('unlocked')
    const site = await openSite({ user: null })
    const place = { folder: home, env: { ...site.env, ...session } }
    await runBin(['login', '--user', 'alice', '--password-stdin'], { ...place, stdin: old })
    const change = ['password', 'change', '--password-stdin']
    expect(await runBin(change, { ...place, stdin: `${old}\n${fresh}\n` })).toMatchObject({ code: 0 })
    site.sandbox.killSessions()
    const whoami = await runBin(['whoami', '--json', 'login,source'], place)
    expect([whoami.code, JSON.parse(whoami.out)]).toEqual([0, { login: 'alice', source: 'keychain' }])
  })
})
