import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { login } from '../sandbox/caller.ts'
import { key, type Person, personAt, personBefore } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

const gone = 'ipeos a été remplacé ou supprimé pendant qu’il tournait'

/** An installation of its own, as npm makes one; what `takes` finds in it is taken away, for the one of another version. */
function installed() {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-installed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['bin', 'dist', 'package.json']) cpSync(name, join(folder, name), { recursive: true })
  const dist = join(folder, 'dist')
  return {
    takes: (part: RegExp) => {
      const found = readdirSync(dist).filter((name) => part.test(name))
      expect(found).not.toEqual([])
      for (const name of found) rmSync(join(dist, name))
    },
    personAt: ({ env, folder: home }: Site, words: string[]): Person =>
      personBefore(process.execPath, [join(folder, 'bin', 'ipeos'), ...words], { env, folder: home, columns: 120 }),
  }
}

test('ce qui est saisi pendant qu’une autre version prend la place n’est pas perdu, et le dit', async () => {
  const site = await openSite(shortForm)
  const { takes, personAt: before } = installed()
  const first = before(site, ['ticket', 'comment', '15'])
  await first.sees('Votre message')
  takes(/./)
  first.types(`Toujours en panne.${key.ctrlD}`)
  await first.sees(gone)
  await first.sees('ipeos ticket comment 15')
  expect({ code: await first.leaves(), cursor: first.cursorVisible() }).toEqual({ code: 1, cursor: true })

  const next = personAt(['ticket', 'comment', '15'], { ...site, columns: 120 })
  await next.sees('Toujours en panne.')
  next.types(key.ctrlC)
  expect(await next.leaves()).toBe(130)
})

test('un fichier dont l’envoi ne peut plus commencer n’est pas attendu : la commande suivante reprend', async () => {
  const site = await openSite(shortForm)
  writeFileSync(join(site.folder, 'journal.txt'), 'rien')
  const { takes, personAt: before } = installed()
  takes(/^form_data-/)
  const words = ['ticket', 'new', '--title', 'Panne', '--description', 'Rien.', '--attach', 'journal.txt', '--yes']
  const person = before(site, words)
  await person.sees(gone)
  await person.sees('ipeos ticket new --resume')
  expect({ code: await person.leaves(), waited: person.screen().includes('Pas de réponse') }).toEqual({
    code: 1,
    waited: false,
  })
})

test('ce que le site a déjà n’est pas à redemander', async () => {
  const site = await openSite(shortForm)
  const { takes, personAt: before } = installed()
  takes(/^tell-answer-/)
  const person = before(site, ['ticket', 'comment', '15', '-m', 'Toujours en panne.'])
  await person.sees(gone)
  await person.sees('ne le redemandez pas')
  expect(await person.leaves()).toBe(1)
})

test('ticket watch continue, tel qu’il a été lancé', async () => {
  const site = await openSite()
  const id = site.sandbox.addTicket({ title: 'Onduleur qui siffle' })
  const { takes, personAt: before } = installed()
  const person = before(site, ['ticket', 'watch', '--interval', '5s'])
  await person.sees('dernière')
  takes(/./)
  const teo = await login(site.sandbox, 'teo')
  await teo.post('/ITILFollowup', { input: { itemtype: 'Ticket', items_id: id, content: '<p>Nous passons.</p>' } })
  await person.sees('Nous passons.')
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
})
