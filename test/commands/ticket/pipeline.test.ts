import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'

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

test.each([
  ['what is no text', '\u0000\u0001PNG', 'standard input is not UTF-8 text'],
  ['what is too long for a ticket', `${'x'.repeat(99)}\n`.repeat(3000), '300,000 characters'],
])('%s is refused with the way out, and nothing is sent', async (_what, stdin, told) => {
  const site = await openSandbox({ glpi: '10.0' })
  const { code, notes } = await newDesk(site).ipeos(words, { stdin })
  expect({ code, notes }).toMatchObject({ code: 2, notes: expect.stringContaining(told) })
  expect(site.writes).toEqual([])
})
