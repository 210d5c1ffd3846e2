import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

/** alice on two platforms, one of each version: the same name, and not the same person. */
async function twoPlatforms() {
  const [first, second] = [await openSite({ glpi: '10.0', user: null }), await openSite({ glpi: '11.0', user: null })]
  const { IPEOS_URL: _, ...env } = first.env
  const here = { folder: first.folder, env: { ...env, IPEOS_INSECURE_STORAGE: '1' } }
  for (const { url } of [first, second])
    await runBin(['login', '--url', url, '--user', 'alice', '--password-stdin'], { ...here, stdin: 'alice-secret' })
  return { first, second, here }
}

async function versionOf(here: Awaited<ReturnType<typeof twoPlatforms>>['here'], ...words: string[]): Promise<string> {
  return JSON.parse((await runBin(['whoami', '--json', 'version', ...words], here)).out).version
}

test('two platforms and one name: what is used is chosen, and nothing mixes', async () => {
  const { here, first, second } = await twoPlatforms()
  const listed = await runBin(['account', 'list', '--json', 'name,platform'], here)
  const accounts: Array<{ name: string; platform: string }> = JSON.parse(listed.out)
  const name = (url: string) => accounts.find(({ platform }) => platform === url)?.name ?? ''

  await runBin(['account', 'use', name(first.url)], here)
  expect([await versionOf(here), await versionOf(here, '--account', name(second.url))]).toEqual(['10.0.14', '11.0.6'])
  await runBin(['account', 'use', name(second.url)], here)
  expect(await versionOf(here)).toBe('11.0.6')

  for (const { url } of [first, second]) await runBin(['ticket', 'form', '--account', name(url)], here)
  const forms = readdirSync(join(here.folder, '.cache', 'ipeos')).filter((file) => file.startsWith('form-'))
  expect(forms).toHaveLength(2)

  const removing = personAt(['account', 'remove', name(first.url)], here)
  await removing.sees('Oublier')
  removing.types(`o${key.enter}`)
  await removing.sees('est oublié')
  expect(await removing.leaves()).toBe(0)
  expect(await versionOf(here)).toBe('11.0.6')
  expect(await runBin(['ticket', 'list', '--url', first.url], here)).toMatchObject({ code: 4 })
}, 60_000)

/** Logs in as a person does, by answers. */
async function logIn(words: string[], here: { folder: string; env: Record<string, string> }): Promise<string> {
  const person = personAt(['login', ...words], here)
  await person.sees('Mot de passe')
  person.types(`alice-secret${key.enter}`)
  if (!words.includes('--sandbox')) await declineToken(person)
  expect([await person.leaves(), person.screen()]).toEqual([0, expect.stringContaining('Connexion réussie')])
  return person.screen()
}

/** The offer comes once for each home. */
async function declineToken(person: Person): Promise<void> {
  await person.sees(/Garder un jeton|Connexion réussie/)
  if (!person.screen().includes('Connexion réussie')) person.types(`n${key.enter}`)
}

/** What a person sees of a command that asks nothing. */
async function screenOf(words: string[], here: { folder: string; env: Record<string, string> }): Promise<string> {
  const person = personAt(words, here)
  await person.leaves()
  return person.screen().replace(/\s+/g, ' ')
}

test('whoever logs in to another platform is there with the next command', async () => {
  const [first, second] = [await openSite({ user: null }), await openSite({ user: null })]
  const { IPEOS_URL: _, ...env } = first.env
  const here = { folder: first.folder, env }
  for (const { url } of [first, second]) {
    await logIn(['--url', url, '--user', 'alice', '--insecure-storage'], here)
    expect(await screenOf(['whoami'], here)).toContain(url)
  }
})

test('whoever logs in to the embedded platform rehearses there, sees it, and leaves it again', async () => {
  const site = await openSite({ user: null })
  const { IPEOS_URL: _, ...env } = site.env
  const here = { folder: site.folder, env }
  await logIn(['--url', site.url, '--user', 'alice', '--insecure-storage'], here)
  expect(await logIn(['--sandbox', '--user', 'alice', '--insecure-storage'], here)).toContain('ipeos logout')
  expect(await screenOf(['home'], here)).toMatch(
    /^Répétition : plateforme embarquée, rien ne part chez IPEOS .*ticket new/,
  )
  expect(await screenOf(['account', 'use', 'alice@sandbox'], here)).toContain('C’est une répétition')
  expect(await screenOf(['logout'], here)).toContain('La répétition est terminée.')
  const after = await screenOf(['whoami'], here)
  expect(after).toContain(site.url)
  expect(after).not.toContain('Répétition')
})

test('without a keychain one is asked once for a file, after the password, and never stopped', async () => {
  const site = await openSite({ user: null })
  const person = personAt(['login', '--user', 'alice'], site)
  await person.sees('Mot de passe')
  person.types('alice-sec')
  await person.sees('●●●●●●●●●')
  person.types(`ret${key.enter}`)
  await person.sees(
    'Pas de trousseau sur ce poste. Garder vos identifiants dans un fichier que vous seul pouvez lire ?',
  )
  person.types(key.enter)
  await declineToken(person)
  expect(await person.leaves()).toBe(0)
  expect(person.screen()).toMatch(/ipeos ticket new +ouvrir un ticket/)
  expect(person.screen()).not.toContain('alice-secret')

  const again = personAt(['login', '--user', 'henri'], site)
  await again.sees('Mot de passe')
  expect(again.screen()).not.toContain('trousseau')
  again.types(key.ctrlC)
  expect(await again.leaves()).toBe(130)
})

test('a password that was forgotten in a rehearsal is found again by the mail, of whose link nothing shows', async () => {
  const { env: site, folder } = await openSite({ user: null })
  const here = { folder, env: { ...site, IPEOS_URL: 'sandbox', IPEOS_INSECURE_STORAGE: '1' }, columns: 200 }
  const person = personAt(['password', 'reset', 'alice@ipeos.example'], here)
  await person.sees('Collez ici le lien ou le code reçu')
  const [, path = ''] = /le courriel est ici :\s+(\S+)/.exec(person.screen().replaceAll('\u00a0', ' ')) ?? []
  expect(person.screen()).toContain(`\n${path}\n`)
  const [link = ''] = /https?:\S+/.exec(readFileSync(path, 'utf8')) ?? []
  person.types(link)
  await person.sees('●●●●●')
  expect(person.screen()).not.toContain(link.slice(0, 12))
  person.types(key.enter)
  await person.sees('Nouveau mot de passe')
  expect(person.screen()).not.toMatch(/●|password_forget_token/)
  person.types(`Nouveau-mot-2026${key.enter}`)
  await person.sees('Encore une fois')
  person.types(`Nouveau-mot-2026${key.enter}`)
  expect(await person.leaves()).toBe(0)
  const login = { ...here, stdin: 'Nouveau-mot-2026' }
  expect(await runBin(['login', '--user', 'alice', '--password-stdin'], login)).toMatchObject({ code: 0 })
}, 60_000)

test('whoever lost all of it is led through the questions, and Ctrl-C keeps what was typed', async () => {
  const site = await openSite({ user: null })
  const env = { ...site.env, SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }
  const person = personAt(['account', 'recover'], { ...site, env, columns: 80 })
  await person.sees('Vos prénom et nom')
  person.types(`Alice Durand${key.enter}`)
  await person.sees('Votre organisation')
  person.types(`IPEOS-WTC${key.enter}`)
  await person.sees('Numéro de contrat')
  person.types(key.ctrlC)
  await person.sees('Pour reprendre :')
  expect(await person.leaves()).toBe(130)
  expect(person.cursorVisible()).toBe(true)

  const words = ['account', 'recover', '--contract', 'C-1', '--phone', '0123456789']
  const again = personAt(words, { ...site, env, columns: 40 })
  await again.sees('Alice Durand')
  again.types(key.enter)
  await again.sees('IPEOS-WTC')
  again.types(key.enter)
  await again.sees('Une adresse de courriel')
  again.types(key.enter)
  await again.sees('Qu’avez-vous perdu')
  again.types(key.enter)
  await again.sees('Au secours, j’ai perdu mon compte support !!!')
  await again.sees('Envoyer cette demande')
  again.types(key.enter)
  await again.sees('Compte support perdu : Alice Durand')
  expect(await again.leaves()).toBe(0)
}, 60_000)
