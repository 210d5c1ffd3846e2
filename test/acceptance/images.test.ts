import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runBin, startBin } from '../support/bin.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { key, personAt } from '../support/pty.ts'
import { openSite } from '../support/site.ts'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const png = Buffer.from(dot, 'base64')

const said = {
  fr: {
    locale: 'fr_FR.UTF-8',
    missing: 'ce fichier n’existe pas',
    sent: 'Message envoyé',
    more: 'Un autre fichier',
    send: '❯ Envoyer',
    image: '[image 1 : capture.png]',
  },
  en: {
    locale: 'en_GB.UTF-8',
    missing: 'there is no such file',
    sent: 'Message sent',
    more: 'Another file',
    send: '❯ Send',
    image: '[image 1: capture.png]',
  },
} as const

/** Somebody with a ticket, and with an image in the folder. */
async function place(glpi: (typeof glpiVersions)[number], env: Record<string, string> = {}) {
  const site = await openSite({ glpi })
  const id = String(site.sandbox.addTicket({ title: 'Imprimante' }))
  writeFileSync(join(site.folder, 'capture.png'), png)
  return { ...site, env: { ...site.env, ...env }, id }
}

describe.each(['fr', 'en'] as const)('a person, in %s,', (language) => {
  const words = said[language]

  test.each([
    ['80 columns', 80, [], {}],
    ['40 columns', 40, [], {}],
    ['plain words', 80, ['--plain'], {}],
    ['no colours', 80, [], { NO_COLOR: '1' }],
  ])('sends an image in a comment, sees it, and fetches it, with %s', async (_how, columns, flags, more) => {
    const { env, folder, id } = await place('11.0', { LANG: words.locale, ...more })
    const at = (...line: string[]) => personAt([...line, ...flags], { env, folder, columns, rows: 30 })
    const comment = at('ticket', 'comment', id, '-m', 'Voir ![](capture.png) ici')
    await comment.sees(words.sent)
    expect(await comment.leaves()).toBe(0)

    const show = at('ticket', 'show', id)
    await show.sees(words.image)
    show.types('q')
    await show.leaves()

    const download = at('ticket', 'download', id, '--inline', '-o', 'recu')
    expect(await download.leaves()).toBe(0)
    expect(readFileSync(join(folder, 'recu', 'capture.png'))).toEqual(png)
  })

  test('corrects a path that leads to no image', async () => {
    const { env, folder, id } = await place('10.0', { LANG: words.locale })
    const person = personAt(['ticket', 'comment', id], { env, folder, columns: 80, rows: 30 })
    await person.sees('Ctrl+D')
    person.types('Voir ![](captur.png)')
    await person.sees('captur.png)')
    person.types(key.ctrlD)
    await person.sees(words.missing)
    person.types(`${key.erase.repeat('.png)'.length)}e.png)`)
    await person.sees('capture.png)')
    person.types(key.ctrlD)
    await person.sees(words.more)
    person.types(key.enter)
    await person.sees(words.send)
    person.types(key.enter)
    await person.sees(words.sent)
    expect(await person.leaves()).toBe(0)
  })
})

test.each(glpiVersions)(
  'killed before it saw that its image arrived on GLPI %s, a comment is there once',
  async (glpi) => {
    const { sandbox, env, folder, id } = await place(glpi)
    sandbox.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /ITILFollowup/ } })
    sandbox.faults.inject({ kind: 'delay', milliseconds: 3000, match: { method: 'GET', path: /ITILFollowup/ } })
    const words = ['ticket', 'comment', id, '-m', 'Voir ![](capture.png)']
    const killed = startBin(words, { env, folder })
    await killed.until(() => sandbox.writes.some(({ path }) => path.includes('ITILFollowup')))
    killed.signal('SIGKILL')
    await killed.left
    expect((await runBin(['draft', 'send', '--all'], { env, folder })).code).toBe(0)
    const { timeline, documents } = JSON.parse((await runBin(['ticket', 'show', id, '--json'], { env, folder })).out)
    expect(timeline).toMatchObject([{ text: expect.stringContaining('capture.png') }])
    expect(documents).toMatchObject([{ fileName: 'capture.png', inline: true }])
  },
  60_000,
)
