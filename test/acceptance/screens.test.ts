import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Language } from '../../src/i18n/translate.ts'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { askForApproval } from '../support/approval-desk.ts'
import { type Desk, newDesk } from '../support/desk.ts'
import { key } from '../support/pty.ts'
import { personSeenAt, type SeenPerson } from '../support/seen-desk.ts'
import { shortForm } from '../support/short-form.ts'

/** A Monday morning that never ends: the same hours are shown each time. */
const now = () => new Date('2026-11-23T09:30:00+01:00')
const address = { IPEOS_URL: 'https://support.ipeos.com' }

/** What is waited for, in each language. */
const words = {
  fr: {
    user: 'Identifiant sur',
    password: 'Mot de passe',
    token: 'Garder un jeton',
    urgency: 'Urgence',
    high: 'Un service important',
    about: 'porte sur',
    notify: 'M’informer',
    email: 'courriel',
    category: 'Catégorie',
    title: 'Titre',
    description: 'Description',
    file: 'Fichier à joindre',
    another: 'Un autre fichier',
    send: 'Envoyer cette demande',
    sent: 'enregistré',
    why: 'ne va toujours pas',
    text: 'Depuis ce matin, la page de paiement ne répond plus, sous le compte « boutique ».',
    name: 'La page de paiement est en panne',
  },
  en: {
    user: 'User name',
    password: 'Password',
    token: 'Keep a token',
    urgency: 'Urgency',
    high: 'An important service',
    about: 'about',
    notify: 'informed',
    email: 'e-mail',
    category: 'Category',
    title: 'Title',
    description: 'Description',
    file: 'File to attach',
    another: 'Another file',
    send: 'Send this request',
    sent: 'saved',
    why: 'still does not work',
    text: 'Since this morning the payment page no longer answers, with the account “boutique”.',
    name: 'The payment page is down',
  },
} as const

interface Place {
  language: Language
  columns: number
  desk: Desk
  site: Sandbox
  at(words: string[], env?: Record<string, string>): SeenPerson
  /** Compares a moment with how it looked when it was last looked at. */
  keep(moment: string, person: SeenPerson): Promise<void>
}

async function place(
  language: Language,
  columns: number,
  { user = 'alice', ...options }: SandboxOptions & { user?: string | null } = {},
): Promise<Place> {
  const site = await openSandbox({ ...options, clock: now })
  const desk = newDesk(site, { user })
  writeFileSync(join(desk.home, 'capture.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
  const env = { ...address, NO_COLOR: '1' }
  return {
    ...{ language, columns, desk, site },
    at: (line, more = {}) => personSeenAt(desk, line, { columns, language, now, env: { ...env, ...more } }),
    keep: async (moment, person) => {
      await atRest(person)
      await expect(`${person.screen()}\n`).toMatchFileSnapshot(`../screens/${moment}.${language}.${columns}.txt`)
    },
  }
}

/** Until nothing moves on the screen any more: what a person looks at. */
async function atRest(person: SeenPerson): Promise<void> {
  for (let seen = ''; seen !== person.screen(); await setTimeout(150)) seen = person.screen()
}

const windows = (['fr', 'en'] as const).flatMap((language) => [80, 40].map((columns) => ({ language, columns })))

test.each(windows)('the door, and who comes in by it ($language, $columns columns)', async ({ language, columns }) => {
  const { at, keep } = await place(language, columns, { user: null })
  const asked = words[language]
  const door = at([])
  await door.sees(/↑↓/)
  await keep('door', door)
  await door.types(key.ctrlC)
  await door.leaves()

  const person = at(['login', '--user', 'alice'])
  await person.sees(asked.password)
  await person.types(...'mauvais', key.enter)
  // Refused: the password is asked for again, and leads back to the name.
  await person.sees(new RegExp(`${asked.password}[^]*! [^]*\\? ${asked.password}`))
  await person.types(...'alice-secret', key.enter)
  await person.sees(asked.token)
  await person.types(key.enter)
  expect(await person.leaves()).toBe(0)
  await keep('login', person)
})

test.each(windows)(
  'the first page, lists and a ticket ($language, $columns columns)',
  async ({ language, columns }) => {
    const { at, keep } = await place(language, columns)
    const home = at([])
    await home.sees(/↑↓/)
    await keep('home', home)
    await home.types(key.ctrlC)
    await home.leaves()
    for (const [moment, line] of [
      ['list', ['ticket', 'list']],
      ['show', ['ticket', 'show', '12']],
    ] as const) {
      const person = at([...line], { PAGER: '' })
      expect(await person.leaves()).toBe(0)
      await keep(moment, person)
    }
  },
)

test.each(windows)(
  'the first page with all that there may be ($language, $columns columns)',
  async ({ language, columns }) => {
    const configuration = { customerMayApprove: true }
    const { at, keep, site } = await place(language, columns, { glpi: '11.0', everyday: true, configuration })
    await askForApproval(site, '11.0')
    const alone = at([])
    await alone.sees(/↑↓/)
    await keep('home-full-menu', alone)
    await alone.types(key.ctrlC)
    await alone.leaves()
    const home = at(['home'], { PAGER: '' })
    expect(await home.leaves()).toBe(0)
    await keep('home-full', home)
  },
)

test.each(windows)(
  'a new ticket, question by question ($language, $columns columns)',
  async ({ language, columns }) => {
    const { at, keep } = await place(language, columns, shortForm)
    const asked = words[language]
    const person = at(['ticket', 'new'])
    await person.sees('Type')
    await person.types(key.enter)
    await person.sees(asked.urgency)
    await person.types(key.down)
    await keep('urgency', person)
    for (const [question, ...keys] of [
      [asked.urgency, key.enter],
      [asked.notify, key.enter],
      [asked.email, key.enter],
      [asked.about, key.down, key.enter],
      [asked.category, ...'site', key.enter],
      [asked.title, ...asked.name, key.enter],
    ]) {
      await person.sees(question ?? '')
      await person.types(...keys)
    }
    await person.sees(asked.description)
    await person.types(...asked.text)
    await keep('text', person)
    await person.types(key.ctrlD)
    await person.sees(asked.file)
    await person.types(...'capture.png', key.enter)
    await person.sees(asked.another)
    await keep('files', person)
    await person.types(key.enter)
    await person.sees(asked.send)
    await keep('summary', person)
    await person.types(key.enter)
    await person.sees(asked.sent)
    expect(await person.leaves()).toBe(0)
    await keep('sent', person)
  },
)

test.each(windows)('a solution that is refused ($language, $columns columns)', async ({ language, columns }) => {
  const { at, keep } = await place(language, columns)
  const person = at(['ticket', 'refuse'])
  await person.sees('#12')
  await person.types(key.enter)
  await person.sees(new RegExp(`${words[language].why.replaceAll(' ', String.raw`\s+`)}[^]*Ctrl\\+D`))
  await keep('refuse', person)
  await person.types(key.ctrlC)
  await person.leaves()
})
