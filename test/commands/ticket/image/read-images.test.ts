import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SandboxTicket } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import { deskWithTicket } from '../../../support/ticket-life.ts'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const png = Buffer.from(dot, 'base64')

const answered: Partial<SandboxTicket> = {
  status: 'assigned',
  content: '<p>Voici : #écran.png#</p>',
  followups: [
    { by: 'teo', content: `<p>Et ceci : <img src="data:image/png;base64,${dot}" alt="x"> puis #suite.png#</p>` },
  ],
  images: [
    { name: 'écran.png', bytes: png, by: 'alice' },
    { name: 'suite.png', bytes: Buffer.concat([png, Buffer.from('.')]) },
  ],
  documents: [{ name: 'journal.txt', bytes: 'lignes' }],
}

describe.each(glpiVersions)('images in the texts of a ticket of GLPI %s', (glpi) => {
  test('are named where they stand, the one of the text itself with its size', async () => {
    const { desk, id } = await deskWithTicket(glpi, answered)
    const { out } = await desk.ipeos(['ticket', 'show', id], { columns: 80, env: { NO_COLOR: '1' } })
    expect(out).toContain('Voici : [image 1: écran.png]')
    expect(out).toContain('Et ceci : [image 2: x.png, 70 bytes] puis [image 3: suite.png]')
    expect(out).toContain(`ipeos ticket download ${id} --inline`)
  })

  test('stand among the documents, as such', async () => {
    const { shown } = await deskWithTicket(glpi, answered)
    expect((await shown()).documents).toMatchObject([
      { fileName: 'journal.txt', inline: false, image: null },
      { fileName: 'écran.png', mime: 'image/png', inline: true, image: 1, author: 'Alice Durand' },
      { id: 0, fileName: 'x.png', mime: 'image/png', inline: true, image: 2, size: 70 },
      { fileName: 'suite.png', inline: true, image: 3, author: 'Marchand Téo' },
    ])
  })

  test('are fetched by --inline, byte for byte, and once', async () => {
    const { desk, id } = await deskWithTicket(glpi, answered)
    const fetch = () => desk.ipeos(['ticket', 'download', id, '--inline', '-o', 'recu'])
    const names = ['suite.png', 'x.png', 'écran.png']
    expect(await fetch()).toMatchObject({ code: 0, out: 'recu/écran.png\nrecu/x.png\nrecu/suite.png\n' })
    await fetch()
    expect(readdirSync(join(desk.home, 'recu')).sort()).toEqual(names)
    expect(names.slice(1).map((name) => readFileSync(join(desk.home, 'recu', name)))).toEqual([png, png])
  })

  test.each([
    ['its number', ['2', '--inline'], 'x.png'],
    ['the words of the text', ['image 3'], 'suite.png'],
    ['its name', ['écran.png'], 'écran.png'],
  ])('one is fetched by %s', async (_how, words, name) => {
    const { desk, id } = await deskWithTicket(glpi, answered)
    expect(await desk.ipeos(['ticket', 'download', id, ...words])).toMatchObject({ code: 0, out: `${name}\n` })
  })

  test('come with --all, and with an export', async () => {
    const { desk, id } = await deskWithTicket(glpi, answered)
    await desk.ipeos(['ticket', 'download', id, '--all', '-o', 'recu'])
    expect(readdirSync(join(desk.home, 'recu')).sort()).toEqual(['journal.txt', 'suite.png', 'x.png', 'écran.png'])
    expect((await desk.ipeos(['ticket', 'export', id, '-o', 'copie'])).code).toBe(0)
    const copy = join(desk.home, 'copie', `ticket-${id.padStart(6, '0')}`)
    const kept = readdirSync(join(copy, 'documents')).map((name) => name.replace(/^\d+-/, ''))
    expect(kept.sort()).toEqual(['image-2-x.png', 'journal.txt', 'suite.png', 'écran.png'])
    expect(readFileSync(join(copy, 'ticket.md'), 'utf8')).toContain('image 1: écran.png')
  })

  test('of somebody else’s ticket is refused, by its number, and nothing is kept', async () => {
    const { desk, site } = await deskWithTicket(glpi)
    const theirs = String(
      site.addTicket({ title: 'de Bob', requester: 'bob', documents: [{ name: 'secret.png', bytes: png }] }),
    )
    const bob = newDesk(site, { user: 'bob' })
    const [document] = JSON.parse((await bob.ipeos(['ticket', 'show', theirs, '--json', 'documents'])).out).documents
    const address = `/front/document.send.php?docid=${document.id}&amp;itemtype=Ticket&amp;items_id=${theirs}`
    const trap = site.addTicket({ title: 'Piège', content: `<p><img src="${address}" alt="../../piège.png"></p>` })
    const { code, notes } = await desk.ipeos(['ticket', 'download', String(trap), '--inline', '-o', 'recu'])
    expect({ code, notes }).toEqual({ code: 5, notes: expect.stringContaining(`document ${document.id}`) })
    expect(readdirSync(desk.home)).not.toContain('recu')
  })
})

test('words that a hostile text gives an image neither leave the folder nor reach the terminal', async () => {
  const hostile = `../../\u001b]0;x\u0007\u001b[31mrouge\nligne.png`
  const { desk, id } = await deskWithTicket('11.0', {
    content: `<p><img src="data:image/png;base64,${dot}" alt="${hostile}"></p>`,
  })
  const { out } = await desk.ipeos(['ticket', 'show', id], { columns: 80, env: { NO_COLOR: '1' } })
  expect(out).toContain('[image 1: ../../rouge ligne.png, 70 bytes]')
  await desk.ipeos(['ticket', 'download', id, '--inline', '-o', 'recu'])
  expect(readdirSync(join(desk.home, 'recu'))).toEqual(['rouge ligne.png'])
})

test('a ticket without images costs no more questions than it did', async () => {
  const { id, site } = await deskWithTicket('11.0', { documents: [{ name: 'a.txt', bytes: 'a' }] })
  const asked: string[] = []
  const fetch = (request: Request) => {
    asked.push(new URL(request.url).pathname)
    return site.fetch(request)
  }
  await newDesk({ fetch }).ipeos(['ticket', 'show', id])
  expect(asked.filter((path) => path.includes('/front/') || path === '/')).toEqual([])
})

test('where the site does not say what an image is called, its number does', async () => {
  const { desk, id, site } = await deskWithTicket('10.0', answered)
  site.faults.inject({ kind: 'drop-before', match: { path: /document\.send/ }, times: 20 })
  const { code, out } = await desk.ipeos(['ticket', 'show', id], { columns: 80, env: { NO_COLOR: '1' } })
  expect([code, out]).toEqual([0, expect.stringContaining('Voici : [image 1]')])
})

test('without an image in its texts --inline says so', async () => {
  const { desk, id } = await deskWithTicket('10.0', { documents: [{ name: 'a.txt', bytes: 'a' }] })
  const { code, notes } = await desk.ipeos(['ticket', 'download', id, '--inline'])
  expect([code, notes]).toEqual([3, expect.stringContaining(`No image stands in the texts of ticket no. ${id}`)])
})
