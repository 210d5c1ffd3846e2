import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { key, type Person, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite, type Site } from '../support/site.ts'

const again = 'Voici ce que vous aviez saisi'

/** The middle of a command ends like this. */
const ends: Record<string, (person: Person) => Promise<unknown>> = {
  'un SIGKILL': (person) => person.isKilled(),
  'une fenêtre fermée': async (person) => {
    person.closesWindow()
    await person.leaves()
  },
}
const cases = Object.entries(ends)

test.each(cases)('le titre d’un ticket que l’on corrige est encore là après %s', async (_how, end) => {
  const site = await openSite(shortForm)
  const id = site.sandbox.addTicket({ title: 'Imprimante' })
  const words = ['ticket', 'edit', String(id)]
  const first = at(site, words)
  await first.sees('Que voulez-vous')
  first.types(key.enter)
  await first.sees(/✔ Que voulez-vous[^\n]*\n[\s\S]*Titre[^\n]*Imprimante/)
  first.types(' du 2e étage')
  await isKept(site, 'du 2e étage')
  await end(first)

  const next = at(site, words)
  await next.sees(again)
  await next.sees('Imprimante du 2e étage')
  next.types(key.enter)
  await next.sees('Enregistrer les modifications')
  next.types(key.enter)
  await next.sees('est modifié')
  expect([await next.leaves(), keptIn(site)]).toEqual([0, []])
  await asksAnew(site, words, 'Que voulez-vous')
})

test.each(cases)('ce qu’on dit de soi pour retrouver son compte est encore là après %s', async (_how, end) => {
  const site = await openSite({ ...shortForm, user: null })
  const words = ['account', 'recover', '--by', 'print']
  const first = at(site, words)
  await first.sees('prénom')
  first.types(`Alice Durand${key.enter}`)
  await first.sees('organisation')
  first.types('Crèche des Lilas')
  await isKept(site, 'Crèche des Lilas')
  await end(first)

  const next = at(site, words)
  await next.sees(again)
  await next.sees('Alice Durand')
  next.types(key.enter)
  await next.sees('Crèche des Lilas')
  next.types(key.enter)
  await next.sees('contrat')
  next.types(key.enter)
  await next.sees('téléphone')
  next.types(`01 23 45 67 89${key.enter}`)
  await next.sees('adresse')
  next.types(key.enter)
  await next.sees('perdu ?')
  next.types(key.enter)
  expect([await next.leaves(), keptIn(site)]).toEqual([0, []])
  expect(next.screen()).toMatch(/Organisation\s: Crèche des Lilas/)
  await asksAnew(site, words, 'prénom')
})

test.each(cases)('les dates et le commentaire d’une réservation sont encore là après %s', async (_how, end) => {
  const site = await openSite(shortForm)
  const words = ['reservation', 'new', '1']
  const first = at(site, words)
  await first.sees('À partir de quand')
  first.types(`après-demain 9h${key.enter}`)
  await first.sees('Jusqu’à quand')
  first.types(`11h${key.enter}`)
  await first.sees('Commentaire')
  first.types('Formation des nouveaux')
  await isKept(site, 'Formation des nouveaux')
  await end(first)

  const next = at(site, words)
  await next.sees(again)
  await next.sees(/À partir de quand[^\n]*\d{4}-\d\d-\d\d 09:00/)
  next.types(key.enter)
  await next.sees(/Jusqu’à quand[^\n]*\n?[^\n]*11h/)
  next.types(key.enter)
  await next.sees('Formation des nouveaux')
  next.types(key.enter)
  await next.sees('Réserver ?')
  next.types(key.enter)
  await next.sees('enregistrée')
  expect([await next.leaves(), keptIn(site)]).toEqual([0, []])
  await asksAnew(site, words, 'À partir de quand')
})

function at({ env, folder }: Site, words: string[]): Person {
  return personAt(words, { env: { ...env, TZ: 'Europe/Paris' }, folder, columns: 100 })
}

/** Nothing of it is left for the next time. */
async function asksAnew(site: Site, words: string[], question: string): Promise<void> {
  const person = at(site, words)
  await person.sees(question)
  expect(person.screen()).not.toContain(again)
  await person.isKilled()
}

function keptIn({ folder }: Site): string[] {
  const texts = join(folder, '.local', 'state', 'ipeos', 'texts')
  const names = existsSync(texts) ? readdirSync(texts).filter((name) => name.endsWith('.json')) : []
  return names.map((name) => join(texts, name))
}

/** On disk while it is typed, for oneself alone. */
async function isKept(site: Site, text: string): Promise<void> {
  const read = () => keptIn(site).map((file) => readFileSync(file, 'utf8'))
  await expect.poll(read, { timeout: 30_000 }).toEqual([expect.stringContaining(text)])
  expect(keptIn(site).map((file) => statSync(file).mode & 0o777)).toEqual([0o600])
}
