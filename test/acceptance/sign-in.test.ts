import { describe, expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../src/sandbox/configuration.ts'
import { runBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

/** What a person reads, in each language. */
const words = {
  fr: {
    locale: 'fr_FR.UTF-8',
    user: 'Identifiant sur',
    password: 'Mot de passe',
    wrong: 'n’accepte pas ce mot de passe',
    stopped: 'rien n’en est gardé ici',
    offer: 'Garder un jeton',
    instead: 'Le prendre sur sa page',
    ask: 'Votre jeton',
    spaces: 'une espace au milieu',
    refused: 'La plateforme refuse ce jeton',
    bothReasons: /il est faux ou a été révoqué, ou bien le site n’en accepte aucun/,
    other: 'Se connecter comme henri',
    welcome: 'Bienvenue',
    revoked: 'Votre jeton est révoqué',
  },
  en: {
    locale: 'en_GB.UTF-8',
    user: 'User name on',
    password: 'Password',
    wrong: 'does not accept this password',
    stopped: 'nothing of it is kept here',
    offer: 'Keep a token',
    instead: 'Take it from its page',
    ask: 'Your token',
    spaces: 'a space in the middle',
    refused: 'The platform refuses this token',
    bothReasons: /it is wrong or was taken back, or the site takes no tokens at all/,
    other: 'Log in as henri',
    welcome: 'Welcome',
    revoked: 'Your token is taken back',
  },
} as const

type Language = keyof typeof words

async function place(glpi: '10.0' | '11.0', language: Language, configuration: Partial<SandboxConfiguration> = {}) {
  const site = await openSite({ glpi, user: null, configuration })
  const env = { ...site.env, LANG: words[language].locale, IPEOS_INSECURE_STORAGE: '1' }
  return { ...site, here: { env, folder: site.folder, columns: 100 } }
}

/** Waits for each question, and answers it. */
async function lives(person: Person, steps: Array<[seen: string | RegExp, typed: string]>): Promise<void> {
  for (const [seen, typed] of steps) {
    await person.sees(seen)
    person.types(typed)
  }
}

describe.each(glpiVersions)('on GLPI %s', (glpi) => {
  describe.each(['fr', 'en'] as const)('in %s', (language) => {
    const said = words[language]

    test('a person keeps a token instead of the password, by Enter, and takes it back', async () => {
      const { here, sandbox } = await place(glpi, language)
      const person = personAt(['login', '--user', 'alice'], here)
      await lives(person, [
        [said.password, `alice-secret${key.enter}`],
        [said.offer, key.enter],
      ])
      await person.sees(said.welcome)
      expect(await person.leaves()).toBe(0)
      sandbox.killSessions()
      const { out } = await runBin(['whoami', '--json', 'credential'], here)
      expect(JSON.parse(out)).toEqual({ credential: 'token' })
      expect((await runBin(['logout', '--revoke'], here)).notes).toContain(said.revoked)
    })

    test('after a wrong password it is asked again, and leads back to the name; Ctrl-C at the token leaves', async () => {
      const { here } = await place(glpi, language)
      const person = personAt(['login', '--user', 'henri'], here)
      await lives(person, [
        [said.password, `alice-secret${key.enter}`],
        [new RegExp(`${said.wrong}[\\s\\S]*\\? ${said.password}`), key.backTab],
        [new RegExp(`\\? ${said.user}[^?]*henri`), `${key.eraseLine}alice${key.enter}`],
        [new RegExp(`${said.user}.*alice\\s+\\? ${said.password}`), `alice-secret${key.enter}`],
        [said.offer, key.ctrlC],
      ])
      expect(await person.leaves()).toBe(130)
      expect(person.screen()).toContain(said.stopped)
      expect(await runBin(['whoami'], here)).toMatchObject({ code: 4 })
    })

    test('a person without a password pastes the token from its page, after what will not do', async () => {
      const { here, url } = await place(glpi, language, { singleSignOn: { kind: 'cas', people: ['bob'] } })
      const person = personAt(['login', '--user', 'bob'], here)
      await lives(person, [
        [said.password, `guess${key.enter}`],
        [said.instead, key.enter],
        [`${url}/front/preference.php`, ''],
        [said.ask, `bob to ken${key.enter}`],
        [said.spaces, `wrong-token${key.enter}`],
        [said.refused, ` bob-token ${key.enter}`],
      ])
      await person.sees(said.welcome)
      expect(await person.leaves()).toBe(0)
      expect(person.screen()).not.toContain('bob-token')
      expect(await runBin(['ticket', 'list'], here)).toMatchObject({ code: 0 })
    })

    test('a token that was taken back is refused three times, and both reasons are named', async () => {
      const { here } = await place(glpi, language)
      await runBin(['login', '--token-stdin'], { ...here, stdin: 'alice-token' })
      expect(await runBin(['logout', '--revoke'], here)).toMatchObject({ code: 0 })
      const person = personAt(['login', '--web'], here)
      await lives(person, [
        [said.ask, `alice-token${key.enter}`],
        [new RegExp(`(?:${said.refused}[\\s\\S]*){1}\\? ${said.ask}`), `alice-token${key.enter}`],
        [new RegExp(`(?:${said.refused}[\\s\\S]*){2}\\? ${said.ask}`), `alice-token${key.enter}`],
      ])
      expect(await person.leaves()).toBe(4)
      expect(person.screen().replace(/\s+/g, ' ')).toMatch(said.bothReasons)
      expect(await runBin(['whoami'], here)).toMatchObject({ code: 4 })
    })

    test('the token of somebody else is refused by Enter, and nothing is kept', async () => {
      const { here } = await place(glpi, language)
      const person = personAt(['login', '--web', '--user', 'alice'], here)
      await lives(person, [
        [said.ask, `henri-token${key.enter}`],
        [said.other, key.enter],
      ])
      expect(await person.leaves()).toBe(5)
      expect(await runBin(['whoami'], here)).toMatchObject({ code: 4 })
    })
  })
})
