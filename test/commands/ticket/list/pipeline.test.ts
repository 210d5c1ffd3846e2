import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'
import { glpiVersions } from '../../../support/glpi-versions.ts'

const words = ['ticket', 'new', '--title', 'Disque plein', '-F', '-', '--yes']

describe.each(glpiVersions)('what a program prints becomes a ticket of GLPI %s', (glpi) => {
  test('line by line, without its colours, and with its log as a file', async () => {
    const desk = newDesk(await openSandbox({ glpi }))
    writeFileSync(join(desk.home, 'log.txt'), 'lignes')
    const stdin = '\u001b[31m✗ failed\u001b[0m\r\n  at <main>\n\tat /var & co\n\n10 %\r100 %\n'
    const { code, out } = await desk.ipeos([...words, '--attach', 'log.txt'], { stdin })
    expect(code).toBe(0)
    const shown = await desk.ipeos(['ticket', 'show', out.trim(), '--json', 'description,documents'])
    // GLPI keeps blanks at the start of a line as no-break spaces only.
    expect(JSON.parse(shown.out.replaceAll('\u00a0', ' '))).toMatchObject({
      description: '✗ failed\n  at <main>\n    at /var & co\n\n10 %\n100 %',
      documents: [{ fileName: 'log.txt' }],
    })
  })
})

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('what is no text is refused with the way out, and nothing is sent', async () => {
  const site = await openSandbox({ glpi: '10.0' })
  const { code, notes } = await newDesk(site).ipeos(words, { stdin: picture })
  expect([code, notes, site.writes]).toEqual([2, expect.stringContaining('standard input is not UTF-8 text'), []])
})

describe('what came through a pipe will not come again: it goes', () => {
  const sent = async (stdin: string | Uint8Array) => {
    const desk = newDesk(await openSandbox({ glpi: '10.0' }))
    const { code, out, notes } = await desk.ipeos(words, { stdin })
    const shown = await desk.ipeos(['ticket', 'show', out.trim(), '--json', 'description'])
    return { code, notes, description: (JSON.parse(shown.out) as { description: string }).description }
  }

  test('without its few bytes that are no text, which is said', async () => {
    const { code, notes, description } = await sent(Buffer.from('un caf\u00e9 au comptoir\u0000, merci', 'latin1'))
    expect([code, description]).toEqual([0, 'un caf\ufffd au comptoir, merci'])
    expect(notes).toContain('not all UTF-8')
  })

  test('as Windows wrote it, which is said', async () => {
    const { code, notes, description } = await sent(Buffer.from('Accès refusé à l\u0092écran', 'latin1'))
    expect([code, description]).toEqual([0, 'Accès refusé à l’écran'])
    expect(notes).toContain('read as Windows-1252')
  })

  test('without its middle where it is too long, which is said', async () => {
    const { code, notes, description } = await sent(`first\n${`${'x'.repeat(99)}\n`.repeat(3000)}last`)
    expect([code, description.slice(0, 5), description.slice(-4)]).toEqual([0, 'first', 'last'])
    expect(description).toContain('characters left out')
    expect(notes).toContain('too long for a ticket')
  })
})

test('a file that Windows wrote is read as one that came through a pipe', async () => {
  const desk = newDesk(await openSandbox({ glpi: '10.0' }))
  writeFileSync(join(desk.home, 'note.txt'), Buffer.from('Réglé', 'latin1'))
  const { code, notes } = await desk.ipeos(['ticket', 'comment', '15', '-F', 'note.txt'])
  expect([code, notes]).toEqual([0, expect.stringContaining('read as Windows-1252')])
  const { out } = await desk.ipeos(['ticket', 'show', '15', '--json', 'timeline'])
  expect(out).toContain('Réglé')
})
