import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type Desk, newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import type { Answer } from '../../../support/scripted-prompts.ts'
import { shortForm } from '../../../support/short-form.ts'
import { deskWithTicket } from '../../../support/ticket-life.ts'

/** A picture of one dot; `more` makes it another one. */
function picture(more = ''): Buffer {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  return Buffer.concat([Buffer.from(dot, 'base64'), Buffer.from(more)])
}

function put(desk: Desk, name: string, bytes: Buffer | string = picture(name)): void {
  writeFileSync(join(desk.home, name), bytes)
}

async function onTicket(glpi: '10.0' | '11.0', ticket = {}) {
  const place = await deskWithTicket(glpi, ticket)
  put(place.desk, 'capture.png')
  return place
}

describe.each(glpiVersions)('an image that a comment names, on GLPI %s', (glpi) => {
  test('goes with it in one request, and stands where it says', async () => {
    const { desk, id, site, shown } = await onTicket(glpi)
    const { code } = await desk.ipeos(['ticket', 'comment', id, '-m', 'Avant ![](capture.png) après'])
    const { timeline, documents } = await shown()
    expect([code, site.writes.filter(({ path }) => path.includes('Document'))]).toEqual([0, []])
    expect(timeline).toMatchObject([{ kind: 'followup', text: 'Avant [image 1: capture.png] après' }])
    expect(documents).toMatchObject([{ fileName: 'capture.png', inline: true }])
  })

  test.each([
    ['with spaces', 'mes images/ma capture.png'],
    ['with a number in brackets', 'mes images/capture (1).png'],
    ['as programs write it', 'mes%20images/ma%20capture.png'],
  ])('is found by a path %s', async (_how, path) => {
    const { desk, id, shown } = await onTicket(glpi)
    mkdirSync(join(desk.home, 'mes images'))
    for (const name of ['ma capture.png', 'capture (1).png']) put(desk, `mes images/${name}`)
    await desk.ipeos(['ticket', 'comment', id, '-m', `![l’écran](${path})`])
    const name = decodeURI(path).replace('mes images/', '')
    expect((await shown()).timeline).toMatchObject([{ text: `[image 1: ${name}]` }])
  })

  test('that is not there is a mistake: nothing is sent, and it is named', async () => {
    const { desk, id, site } = await onTicket(glpi)
    const { code, notes } = await desk.ipeos(['ticket', 'comment', id, '-m', '![](captures.png) et ![](rien.png)'])
    expect([code, site.writes]).toEqual([2, []])
    expect(notes).toMatch(/captures\.png: there is no such file[\s\S]*rien\.png: there is no such file/)
  })

  test.each([
    ['is no image', 'texte.png', 'des mots', 'texte.png is not an image'],
    ['is too big', 'grande.png', Buffer.concat([picture(), Buffer.alloc(3 * 1024 * 1024)]), 'grande.png'],
  ])('that %s is a mistake', async (_what, name, bytes, told) => {
    const { desk, id, site } = await onTicket(glpi)
    put(desk, name, bytes)
    const { code, notes } = await desk.ipeos(['ticket', 'comment', id, '-m', `![](${name})`])
    expect([code, notes, site.writes]).toEqual([2, expect.stringContaining(told), []])
  })

  test('goes with the answer to a solution, too', async () => {
    const { desk, id, shown } = await onTicket(glpi, { status: 'solved' })
    await desk.ipeos(['ticket', 'refuse', id, '-m', 'Toujours ![](capture.png)'])
    expect((await shown()).timeline).toContainEqual(
      expect.objectContaining({ text: 'Toujours [image 1: capture.png]' }),
    )
  })

  test('that is attached goes inline, and what else is attached as before', async () => {
    const { desk, id, shown } = await onTicket(glpi)
    put(desk, 'journal.txt', 'lignes')
    const words = ['-m', 'Voir ![](capture.png)', '--attach', 'capture.png', '--attach', 'journal.txt']
    expect((await desk.ipeos(['ticket', 'comment', id, ...words])).code).toBe(0)
    const { documents } = await shown()
    expect(documents.map(({ fileName }) => fileName).sort()).toEqual(['capture.png', 'journal.txt'])
    expect(documents).toContainEqual(expect.objectContaining({ fileName: 'capture.png', inline: true }))
  })

  test('is there once where its answer was lost', async () => {
    const { desk, id, site, shown } = await onTicket(glpi)
    site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /ITILFollowup/ } })
    expect((await desk.ipeos(['ticket', 'comment', id, '-m', 'Voir ![](capture.png)'])).code).toBe(0)
    const { timeline, documents } = await shown()
    expect([timeline.length, documents.map(({ fileName }) => fileName)]).toEqual([1, ['capture.png']])
  })

  test('is kept with its draft, whatever becomes of the file', async () => {
    const { desk, id, site, shown } = await onTicket(glpi)
    site.faults.inject({ kind: 'drop-before', match: { path: /./ }, times: 500 })
    expect((await desk.ipeos(['ticket', 'comment', id, '-m', 'Voir ![](capture.png)'])).code).toBe(6)
    site.faults.clear()
    rmSync(join(desk.home, 'capture.png'))
    expect((await desk.ipeos(['draft', 'send', '--all'])).code).toBe(0)
    expect((await shown()).timeline).toMatchObject([{ text: 'Voir [image 1: capture.png]' }])
    expect(readdirSync(join(desk.home, '.local/state/ipeos/input'))).toEqual([])
  })
})

test('of two images GLPI 11 takes both with the text', async () => {
  const { desk, id, shown } = await onTicket('11.0')
  put(desk, 'autre.png')
  await desk.ipeos(['ticket', 'comment', id, '-m', '![](capture.png) et ![](autre.png)'])
  expect((await shown()).timeline).toMatchObject([{ text: '[image 1: capture.png] et [image 2: autre.png]' }])
})

test('of two images GLPI 10 takes one with the text; the other is attached, and the text names it', async () => {
  const { desk, id, shown } = await onTicket('10.0')
  put(desk, 'autre.png')
  const { code } = await desk.ipeos(['ticket', 'comment', id, '-m', '![](capture.png) et ![](autre.png)'])
  const { timeline, documents } = await shown()
  expect(code).toBe(0)
  expect(timeline).toContainEqual(expect.objectContaining({ text: '[image 1: capture.png] et [autre.png]' }))
  expect(documents).toMatchObject([
    { fileName: 'autre.png', inline: false },
    { fileName: 'capture.png', inline: true },
  ])
})

test('two images of one name go as two', async () => {
  const { desk, id, shown } = await onTicket('11.0')
  mkdirSync(join(desk.home, 'hier'))
  put(desk, 'hier/capture.png')
  await desk.ipeos(['ticket', 'comment', id, '-m', '![](capture.png) puis ![](hier/capture.png)'])
  expect((await shown()).timeline).toMatchObject([{ text: '[image 1: capture.png] puis [image 2: capture (2).png]' }])
})

describe('no file of this computer goes along that nobody named here', () => {
  const text = 'Voir ![](capture.png)'

  test.each([
    ['a pipe', ['-F', '-'], text],
    ['a log', ['-F', 'journal.log'], ''],
    ['words in which it is escaped', ['-m', `\\${text.slice(5)}`], ''],
  ])('with %s', async (_what, words, stdin) => {
    const { desk, id, shown } = await onTicket('11.0')
    put(desk, 'journal.log', text)
    expect((await desk.ipeos(['ticket', 'comment', id, ...words], { stdin })).code).toBe(0)
    const { timeline, documents } = await shown()
    expect([timeline[0]?.text, documents]).toEqual([expect.stringContaining('![](capture.png)'), []])
  })

  test.each([
    ['a request that must arrive', ['new', '--best-effort', '--title', 'a', '--description', text, '--yes'], ''],
    ['a request by a pipe', ['new', '--title', 'a', '-F', '-', '--yes'], text],
  ])('with %s', async (_what, words, stdin) => {
    const { desk } = await onTicket('11.0')
    const { code, out } = await desk.ipeos(['ticket', ...words], { stdin })
    const { documents, description } = JSON.parse((await desk.ipeos(['ticket', 'show', out.trim(), '--json'])).out)
    expect([code, documents, description]).toEqual([0, [], expect.stringContaining('![](capture.png)')])
  })

  test('with an alert', async () => {
    const { desk } = await onTicket('11.0')
    const alert = { title: 'Disque plein', description: text }
    const { code, out } = await desk.ipeos(['alert', '--json'], { stdin: JSON.stringify(alert) })
    const [{ ticket }] = JSON.parse(out)
    const { documents, description } = JSON.parse((await desk.ipeos(['ticket', 'show', String(ticket), '--json'])).out)
    expect([code, documents, description]).toEqual([0, [], expect.stringContaining('![](capture.png)')])
  })

  test('but a pipe may place what is attached', async () => {
    const { desk, id, shown } = await onTicket('11.0')
    await desk.ipeos(['ticket', 'comment', id, '-F', '-', '--attach', 'capture.png'], { stdin: text })
    expect((await shown()).timeline).toMatchObject([{ text: 'Voir [image 1: capture.png]' }])
  })
})

test('a Markdown file brings its images, from its own folder', async () => {
  const { desk, id, shown } = await onTicket('11.0')
  mkdirSync(join(desk.home, 'notes'))
  put(desk, 'notes/schéma.png')
  put(desk, 'notes/panne.md', 'Voir ![le schéma](schéma.png "La baie")')
  await desk.ipeos(['ticket', 'comment', id, '-F', 'notes/panne.md'])
  expect((await shown()).timeline).toMatchObject([{ text: 'Voir [image 1: schéma.png]' }])
})

test('an address of the web, and what does not look like an image, are words', async () => {
  const { desk, id, shown } = await onTicket('11.0')
  const text = '![](https://exemple.fr/a.png) ![](toto) ![](data:image/png;base64,aa)'
  expect((await desk.ipeos(['ticket', 'comment', id, '-m', text])).code).toBe(0)
  expect((await shown()).timeline).toMatchObject([{ text }])
})

test('on a terminal a path that is wrong is asked again', async () => {
  const { desk, id, shown } = await onTicket('10.0')
  const answers: Answer[] = [
    ['message', 'Voir ![](captur.png)'],
    ['message', 'Voir ![](capture.png)'],
    ['Another file', ''],
    ['Send this message?', undefined],
  ]
  const { code, notes } = await desk.ipeos(['ticket', 'comment', id], { columns: 80, answers })
  expect([code, notes]).toEqual([0, expect.anything()])
  expect((await shown()).timeline).toMatchObject([{ text: 'Voir [image 1: capture.png]' }])
})

describe.each(glpiVersions)('an image that a description names, on GLPI %s', (glpi) => {
  const opened = async (desk: Desk, out: string) =>
    JSON.parse((await desk.ipeos(['ticket', 'show', out.trim(), '--json'])).out)

  test('goes with the ticket in one request', async () => {
    const desk = newDesk(await openSandbox({ ...shortForm, glpi }))
    put(desk, 'capture.png')
    const words = ['--title', 'Panne', '--description', 'Voir ![](capture.png) là', '--yes']
    const { code, out, notes } = await desk.ipeos(['ticket', 'new', ...words])
    expect({ code, notes }).toMatchObject({ code: 0 })
    expect(await opened(desk, out)).toMatchObject({
      description: 'Voir [image 1: capture.png] là',
      documents: [{ fileName: 'capture.png', inline: true }],
    })
  })

  test('is there once where the answer was lost', async () => {
    const site = await openSandbox({ ...shortForm, glpi })
    const desk = newDesk(site)
    put(desk, 'capture.png')
    site.faults.inject({ kind: 'drop-after', match: { method: 'POST', path: /\/Ticket$|SubmitAnswers/ } })
    const words = ['--title', 'Panne', '--description', 'Voir ![](capture.png)', '--yes']
    const { code, out } = await desk.ipeos(['ticket', 'new', ...words])
    expect(code).toBe(0)
    expect((await opened(desk, out)).documents).toMatchObject([{ fileName: 'capture.png', inline: true }])
  })
})
