import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glpiVersions } from '../../../support/glpi-versions.ts'
import type { Answer } from '../../../support/scripted-prompts.ts'
import { deskWithTicket } from '../../../support/ticket-life.ts'

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const illustrated = {
  content: `<p>Voici : #écran [1].png# et <img src="data:image/png;base64,${dot}" alt="x"> là</p>`,
  images: [{ name: 'écran [1].png', bytes: Buffer.from(dot, 'base64') }],
}

const onIllustrated = (glpi: (typeof glpiVersions)[number]) => deskWithTicket(glpi, illustrated)

/** What the platform keeps as the description. */
async function stored(desk: Awaited<ReturnType<typeof onIllustrated>>['desk'], id: string): Promise<string> {
  return JSON.parse((await desk.ipeos(['api', 'GET', `Ticket/${id}`])).out).content
}

/** All that shows an image. */
const markup = (html: string) => html.match(/<a [^>]*><img[^>]*><\/a>|<img[^>]*>/g)

describe.each(glpiVersions)('the images of a description of GLPI %s', (glpi) => {
  test('stay as they were where their words stand in the new text', async () => {
    const { desk, id, shown } = await onIllustrated(glpi)
    const before = markup(await stored(desk, id))
    const text = 'Avant [image 2: x.png, 70 bytes]\n\npuis [image 1: écran [1].png] <b>fin'
    expect(await desk.ipeos(['ticket', 'edit', id, '--description', text])).toMatchObject({ code: 0 })
    expect(before).toHaveLength(2)
    expect(markup(await stored(desk, id))).toEqual(before?.reverse())
    expect((await shown()).description).toBe('Avant [image 1: x.png]\n\npuis [image 2: écran [1].png] <b>fin')
  })

  test('stay by their number alone, and by words of the other language', async () => {
    const { desk, id, shown } = await onIllustrated(glpi)
    const text = '[image 1] et [image 2 : x.png, 70 octets]'
    expect(await desk.ipeos(['ticket', 'edit', id, '--description', text])).toMatchObject({ code: 0 })
    expect((await shown()).documents).toMatchObject([{ image: 1 }, { image: 2 }])
  })

  test('stay when the text is corrected by hand', async () => {
    const { desk, id, shown } = await onIllustrated(glpi)
    const answers: Answer[] = [
      ['What would you like', 'description'],
      ['Description', 'Corrigé : [image 1: écran [1].png], [image 2: x.png, 70 bytes]'],
      ['Anything else', 'save'],
    ]
    expect(await desk.ipeos(['ticket', 'edit', id], { columns: 80, answers })).toMatchObject({ code: 0 })
    expect((await shown()).description).toBe('Corrigé : [image 1: écran [1].png], [image 2: x.png]')
  })

  test('are not lost by a text that does not name them: it is refused, and they are told', async () => {
    const { desk, id, site } = await onIllustrated(glpi)
    const { code, notes } = await desk.ipeos(['ticket', 'edit', id, '--description', 'Sans [image 2]'])
    expect({ code, writes: site.writes }).toEqual({ code: 2, writes: [] })
    expect(notes).toMatch(/shows \[image 1: écran \[1\]\.png\], and the new one does not[\s\S]*--drop-images/)
  })

  test('go where that is said', async () => {
    const { desk, id } = await onIllustrated(glpi)
    const words = ['--description', 'Sans image', '--drop-images']
    expect((await desk.ipeos(['ticket', 'edit', id, ...words])).code).toBe(0)
    expect(markup(await stored(desk, id))).toBeNull()
  })

  test('go by hand only when that is confirmed', async () => {
    const { desk, id, shown } = await onIllustrated(glpi)
    const answers: Answer[] = [
      ['What would you like', 'description'],
      ['Description', 'Sans [image 2: x.png, 70 bytes]'],
      ['Anything else', 'save'],
      ['no longer has [image 1: écran [1].png]', false],
      ['Anything else', 'save'],
      ['no longer has', true],
    ]
    expect(await desk.ipeos(['ticket', 'edit', id], { columns: 80, answers })).toMatchObject({ code: 0 })
    expect((await shown()).description).toBe('Sans [image 1: x.png]')
  })
})

test('an image of another site stays, too', async () => {
  const { desk, id } = await deskWithTicket('11.0', {
    content: '<p>Voir <img src="https://exemple.fr/a.png" alt="le plan"></p>',
  })
  expect(await desk.ipeos(['ticket', 'edit', id, '--description', 'Là : [le plan]'])).toMatchObject({ code: 0 })
  expect(markup(await stored(desk, id))).toEqual(['<img src="https://exemple.fr/a.png" alt="le plan">'])
})

describe.each(glpiVersions)('a new image that the new description of GLPI %s names', (glpi) => {
  const place = async (ticket: Partial<typeof illustrated> = {}) => {
    const found = await deskWithTicket(glpi, ticket)
    writeFileSync(join(found.desk.home, 'new.png'), Buffer.from(dot, 'base64'))
    return found
  }

  test('stands there, beside those that stay', async () => {
    const { desk, id, shown } = await place(illustrated)
    const text = 'Voir ![](new.png), [image 1] et [image 2]'
    expect(await desk.ipeos(['ticket', 'edit', id, '--description', text])).toMatchObject({ code: 0 })
    const { description, documents } = await shown()
    expect(description).toBe('Voir [image 1: new.png], [image 2: écran [1].png] et [image 3: x.png]')
    expect(documents).toContainEqual(expect.objectContaining({ fileName: 'new.png', image: 1 }))
  })

  test('stands there when it is written by hand, each time that it is named', async () => {
    const { desk, id, shown } = await place()
    const answers: Answer[] = [
      ['What would you like', 'description'],
      ['Description', 'Voir ![](new.png) ![](new.png)'],
      ['Anything else', 'save'],
    ]
    expect(await desk.ipeos(['ticket', 'edit', id], { columns: 80, answers })).toMatchObject({ code: 0 })
    expect((await shown()).description).toBe('Voir [image 1: new.png] [image 1: new.png]')
  })

  test('is taken of a Markdown file from the folder of that file, and of no other file', async () => {
    const { desk, id, site, shown } = await place()
    for (const name of ['d.md', 'd.txt']) writeFileSync(join(desk.home, name), 'Voir ![](new.png)')
    await desk.ipeos(['ticket', 'edit', id, '-F', 'd.txt'])
    const asWords = (await shown()).description
    await desk.ipeos(['ticket', 'edit', id, '--description', 'Vide'])
    expect(await desk.ipeos(['ticket', 'edit', id, '-F', 'd.md'])).toMatchObject({ code: 0 })
    expect([asWords, (await shown()).description]).toEqual(['Voir ![](new.png)', 'Voir [image 1: new.png]'])
    expect(site.writes.filter(({ path }) => path.endsWith('/Document'))).toHaveLength(1)
  })

  test('is attached once, when the change failed behind it and is tried again', async () => {
    const { desk, id, site, shown } = await place()
    const edit = () => desk.ipeos(['ticket', 'edit', id, '--description', 'Voir ![](new.png)'])
    site.faults.inject({ match: { method: 'PUT' }, kind: 'status', status: 500 })
    expect((await edit()).code).not.toBe(0)
    site.faults.clear()
    expect((await edit()).code).toBe(0)
    expect((await shown()).description).toBe('Voir [image 1: new.png]')
    expect(site.writes.filter(({ path }) => path.endsWith('/Document'))).toHaveLength(1)
  })

  test('is refused before anything is sent where no such file is here', async () => {
    const { desk, id, site } = await place()
    const { code, notes } = await desk.ipeos(['ticket', 'edit', id, '--description', 'Voir ![](old.png)'])
    expect({ code, notes, writes: site.writes }).toEqual({
      code: 2,
      notes: expect.stringContaining('old.png'),
      writes: [],
    })
  })

  test('is none where its words stood there already', async () => {
    const { desk, id, site } = await place({ content: '<p>Voir ![](new.png)</p>', images: [] })
    expect(await desk.ipeos(['ticket', 'edit', id, '--description', 'Voyez ![](new.png)'])).toMatchObject({ code: 0 })
    expect(site.writes).toHaveLength(1)
  })
})
