import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import type { Answer } from '../../../support/scripted-prompts.ts'
import { shortForm } from '../../../support/short-form.ts'

const words = ['--urgency', 'medium', '--no-notify', '--about', 'none', '--category', '3']
const line = ['ticket', 'new', '--no-suggest', ...words, '--title', 'Accès']
const kind = { '10.0': ['--type', 'incident'], '11.0': ['--form', '1'] }
/** What only the form of GLPI 11 asks. */
const others: Answer[] = [
  [/^Observ/, undefined],
  [/^L/, undefined],
]
const told = {
  en: 'Your text seems to hold a password',
  fr: 'Votre texte semble contenir un mot de passe',
} as const

describe.each(glpiVersions)('a password in a description, on GLPI %s', (glpi) => {
  const place = async () => {
    const site = await openSandbox({ ...shortForm, glpi })
    return { site, desk: newDesk(site) }
  }
  const asking = (desk: Desk, description: string, lang: keyof typeof told, answers: Answer[]) =>
    desk.ipeos([...line, ...kind[glpi], '--lang', lang, '--description', description], {
      columns: 100,
      answers: [...(glpi === '11.0' ? others : []), ...answers],
    })

  test.each(['en', 'fr'] as const)('is told once below the summary, and keeps nothing back (%s)', async (lang) => {
    const { site, desk } = await place()
    const answers: Answer[] = [
      [lang === 'fr' ? 'Fichier' : 'File', ''],
      [lang === 'fr' ? 'Envoyer cette demande' : 'Send this request', undefined],
    ]
    const { code, notes } = await asking(desk, 'Compte boutique\nmot de passe : Soleil!24', lang, answers)
    expect({ code, told: notes.split(told[lang]).length - 1 }).toEqual({ code: 0, told: 1 })
    expect(site.writes.length).toBeGreaterThan(0)
  })

  test('is none where one was forgotten', async () => {
    const { desk } = await place()
    const answers: Answer[] = [
      ['File', ''],
      ['Send this request', undefined],
    ]
    expect((await asking(desk, 'Mot de passe oublié', 'en', answers)).notes).not.toContain(told.en)
  })

  test('is not told to a script', async () => {
    const { desk } = await place()
    const { code, notes } = await desk.ipeos([...line, ...kind[glpi], '--description', 'password: hunter2', '--yes'])
    expect([code, notes]).toEqual([0, expect.not.stringContaining(told.en)])
  })
})
