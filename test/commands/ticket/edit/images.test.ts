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

describe('a new image that the new description names', () => {
  const place = async () => {
    const found = await deskWithTicket('11.0', {})
    writeFileSync(join(found.desk.home, 'new.png'), Buffer.from(dot, 'base64'))
    return found
  }

  test('is told not to be sent, and how to send it', async () => {
    const { desk, id } = await place()
    const { code, notes } = await desk.ipeos(['ticket', 'edit', id, '--description', 'Voir ![](new.png)'])
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('new.png was not sent') })
    expect(notes).toContain(`ipeos ticket comment ${id} --attach new.png`)
  })

  test('is told once: words that stand there already are words', async () => {
    const { desk, id } = await place()
    await desk.ipeos(['ticket', 'edit', id, '--description', 'Voir ![](new.png)'])
    const again = await desk.ipeos(['ticket', 'edit', id, '--description', 'Voyez ![](new.png)'])
    expect(again.notes).not.toContain('not sent')
  })

  test('is none where no such file is here', async () => {
    const { desk, id } = await place()
    const { notes } = await desk.ipeos(['ticket', 'edit', id, '--description', 'Voir ![](other.txt)'])
    expect(notes).not.toContain('not sent')
  })
})
