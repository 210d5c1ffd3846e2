import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { login } from '../sandbox/caller.ts'
import { startBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, type Person, personAt } from '../support/pty.ts'
import { shortForm } from '../support/short-form.ts'
import { openSite } from '../support/site.ts'

/** A command that never ends shows where it stands. */
async function tooLong(where: () => string): Promise<never> {
  await setTimeout(30_000, undefined, { ref: false })
  throw new Error(`it never ended: ${where()}`)
}

/** Alice at her terminal, Téo in his own tool, and a watch that runs all along. */
async function place(glpi: '10.0' | '11.0') {
  const site = await openSite({ ...shortForm, glpi })
  writeFileSync(join(site.folder, 'mesures.csv'), 'heure;secondes\n18:00;12\n')
  writeFileSync(join(site.folder, 'preuve.csv'), 'heure;secondes\n18:00;1\n')
  const surroundings = { env: site.env, folder: site.folder }
  const watch = startBin(['ticket', 'watch', '--json', '--interval', '5s'], surroundings)
  await watch.until(({ notes }) => notes.includes('nouvelles'))
  /** Runs a command with what is done at its prompts; gives what the screen then shows. */
  const alice = async (words: string[], atPrompts: (person: Person) => Promise<void> = async () => undefined) => {
    const person = personAt(['ticket', ...words], { ...surroundings, columns: 100 })
    await atPrompts(person)
    const code = await Promise.race([person.leaves(), tooLong(() => `${words.join(' ')}:\n${person.screen()}`)])
    return { code, screen: person.screen().replace(/\u00a0|\u202f/g, ' ') }
  }
  const teo = await login(site.sandbox, 'teo')
  const say = async (what: 'ITILFollowup' | 'ITILSolution', id: string, content: string) => {
    const { status } = await teo.post(`/${what}`, { input: { itemtype: 'Ticket', items_id: Number(id), content } })
    expect(status).toBe(201)
  }
  return { site, alice, say, watch }
}

test.each(glpiVersions)(
  'on GLPI %s a ticket is opened, answered, commented, refused once, accepted, and closed; a watch sees each event once',
  { timeout: 120_000 },
  async (glpi) => {
    const { site, alice, say, watch } = await place(glpi)
    const opened = await alice([
      ...['new', '--title', 'Site lent le soir', '--description', 'Plus de dix secondes.'],
      ...['--category', 'Site web', '--urgency', 'haute', '--yes'],
    ])
    const id = /Ticket n°\s(\d+) enregistré/.exec(opened.screen)?.[1] ?? ''
    expect({ code: opened.code, id }).toEqual({ code: 0, id: expect.stringMatching(/^\d+$/) })
    expect((await alice(['show', id])).screen).toContain(`Pour l’annuler : ipeos ticket cancel ${id}`)

    await say('ITILFollowup', id, '<p>Nous regardons. Des mesures ?</p>')
    const answered = await alice(['show', id])
    expect(answered.screen).toMatch(/● Suivi — Marchand Téo, .*\n {2}Nous regardons\. Des mesures \?/)
    expect(answered.screen).toContain(`Pour écrire au support : ipeos ticket comment ${id}`)

    const commented = await alice(['comment', id, '--attach', 'mesures.csv'], async (person) => {
      await person.sees('Votre message sur le ticket')
      // The margin comes once keys are read one by one: before that, Ctrl-D would be the end of the line.
      await person.sees('│')
      person.types(`Les voici.${key.enter}Bonne lecture !${key.ctrlD}`)
      await person.sees('❯ Envoyer')
      person.types(key.enter)
    })
    expect(commented.code).toBe(0)
    // Some of it is seen now, the rest by a later look.
    await watch.until(({ out }) => out.includes('mesures.csv'))
    expect(commented.screen).toContain(`Message envoyé au support (ticket n° ${id}).`)

    await say('ITILSolution', id, '<p>Cache vidé.</p>')
    const waiting = `Pour l’accepter : ipeos ticket accept ${id}`
    expect((await alice(['show', id])).screen).toContain(waiting)
    const kept = await alice(['comment', id, '-m', 'Et la nuit ?'], async (person) => {
      await person.sees('tout envoi répond à la solution')
      person.types(key.enter)
    })
    expect(kept).toMatchObject({ code: 130, screen: expect.stringContaining('attend toujours votre réponse') })
    const refused = await alice(['refuse', id], async (person) => {
      await person.sees('Ce qui ne va toujours pas')
      await person.sees('│')
      person.types(`Toujours douze secondes.${key.ctrlD}`)
      await person.sees('Fichier à joindre')
      person.types(key.enter)
      await person.sees('❯ Envoyer')
      person.types(key.enter)
    })
    expect(refused).toMatchObject({ code: 0, screen: expect.stringContaining('est rouvert') })

    await say('ITILSolution', id, '<p>Sauvegarde déplacée à 2 h.</p>')
    const accepted = await alice(['comment', id, '-m', 'Parfait, merci.', '--attach', 'preuve.csv'], async (person) => {
      await person.sees('tout envoi répond à la solution')
      person.types(`${key.up}${key.up}${key.enter}`)
    })
    expect(accepted).toMatchObject({ code: 0, screen: expect.stringContaining(`le ticket n° ${id} est clos`) })
    const late = await alice(['comment', id], async (person) => {
      await person.sees('En ouvrir un autre, qui y sera lié ?')
      person.types(`n${key.enter}`)
    })
    expect(late).toMatchObject({ code: 1, screen: expect.stringContaining(`ipeos ticket new --related ${id}`) })

    expect((await alice(['download', id, '--all', '-o', 'recu'])).code).toBe(0)
    expect(readdirSync(join(site.folder, 'recu'))).toEqual(['mesures.csv', 'preuve.csv'])
    expect(readFileSync(join(site.folder, 'recu', 'mesures.csv'), 'utf8')).toBe('heure;secondes\n18:00;12\n')
    expect((await alice(['history'])).screen).toMatch(/clos +Site lent le soir .* 1 minute/)

    await watch.until(({ out }) => out.includes('solution-accepted'), 30_000)
    watch.signal('SIGINT')
    expect(await watch.left).toBe(130)
    expect(contentsOf(watch.out())).toEqual([
      'document mesures.csv',
      'document preuve.csv',
      'followup Les voici.\nBonne lecture !',
      'followup Nous regardons. Des mesures ?',
      'followup Parfait, merci.',
      'followup Toujours douze secondes.',
      'opened Plus de dix secondes.',
      'solution Cache vidé.',
      'solution Sauvegarde déplacée à 2 h.',
      'solution-accepted',
      'solution-refused',
    ])
  },
)

/** What a watch told, without the changes of status, which depend on when it looked. */
function contentsOf(lines: string): string[] {
  const told: Array<Record<'event' | 'text' | 'fileName', string | null>> = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return told
    .filter(({ event }) => event !== 'status')
    .map(({ event, text, fileName }) => `${event} ${text ?? fileName ?? ''}`.trim())
    .sort()
}
