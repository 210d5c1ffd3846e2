import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const start = '\u001b[200~'
const end = '\u001b[201~'
const log = Array.from({ length: 240 }, (_, line) => `aujourd’hui ${line} erreur 500 sur la page de paiement`).join(
  '\r',
)

test('a long paste in the menu of a ticket answers nothing, and changes nothing', async () => {
  const site = await openSite()
  const before = (await runBin(['ticket', 'show', '12', '--json'], site)).out
  const person = personAt([], { ...site, env: { ...site.env, IPEOS_PAGER: '' } })
  await person.sees('Que voulez-vous faire ?')
  person.types('r')
  await person.sees('a  Accepter')
  person.types(`${start}${log}\r${end}`)
  person.types(key.ctrlC)
  await person.sees(/Rien de ce que vous avez collé[\s\S]*Que voulez-vous faire/)
  person.types('q')
  expect(await person.leaves()).toBe(0)
  expect((await runBin(['ticket', 'show', '12', '--json'], site)).out).toBe(before)
}, 60_000)

test('a long log pasted in a line is cut at once, and Ctrl-C is heard', async () => {
  const site = await openSite()
  const person = personAt(['password', 'reset'], { ...site, columns: 80 })
  await person.sees('Adresse de courriel')
  person.types(`${start}${log.repeat(6)}${end}`)
  await person.sees('erreur 500')
  person.types(key.ctrlC)
  expect(await person.leaves()).toBe(130)
  expect(person.screen()).toMatch(/Une ligne contient 2\s000 caractères/)
}, 60_000)
