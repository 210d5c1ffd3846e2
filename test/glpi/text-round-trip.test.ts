import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../src/glpi/http/fetch-http.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { htmlToText } from '../../src/terminal/html.ts'
import { customer } from '../support/customer.ts'
import { glpiVersions } from '../support/glpi-versions.ts'

const scraps = [
  ...['<', '>', '&', '"', "'", '\\', '\\\\', '\\n', '%', '$1', '^', '_', ';', '#'],
  ...['&amp;', '&lt;', '&gt;', '&#39;', '&#38;', '&#60;', '&#x26;', '&amp;amp;', '&eacute;', '&nbsp;', '&quot;'],
  ...['<br>', '<b>', '</p>', '<!-- x -->', '<script>alert(1)</script>', 'a < b', 'R&D', '<bob@acme.example>'],
  ...['é', 'ß', '日本語', '🖨️', '👩‍💻', 'नमस्ते', '\u00a0', '\u3000', 'mot', '- ', '> ', '1. ', '• '],
  ...[' ', '  ', '    '],
]
const lines = ['\n', '\r\n', '\n\n', '\n \n\n', '\t']

const title = fc
  .array(fc.constantFrom(...scraps), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').trim())
const text = fc
  .array(fc.constantFrom(...scraps, ...lines), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join(''))
  .filter((typed) => typed.trim() !== '')

/** What a text is once it was sent: the ends of its lines bare, tabs as blanks, one empty line where there were several. */
function sent(typed: string): string {
  return typed
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '    ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd()
}

const shown = (html: string) => htmlToText(html, Number.POSITIVE_INFINITY)
const request = { type: 'incident', urgency: 'medium', notify: false } as const

describe.each(glpiVersions)('on GLPI %s', async (glpi) => {
  const sandbox = await openSandbox({ glpi })
  const { platform } = customer(
    fetchHttp((asked) => sandbox.fetch(asked)),
    'http://glpi.test',
  )
  const { tickets, followups } = platform

  test('a title is read back as it was typed, alone and in a list, and found by it', async () => {
    await fc.assert(
      fc.asyncProperty(title, async (typed) => {
        fc.pre(typed !== '')
        const { id } = await tickets.create({ ...request, title: typed, description: 'x' })
        const { title: alone } = await tickets.get(id)
        const listed = await tickets.list({ id, text: typed, first: 0, count: 5 })
        expect([alone, listed.tickets.map((row) => row.title)]).toEqual([
          typed,
          anchored(typed) ? expect.anything() : [typed],
        ])
      }),
      { numRuns: 150 },
    )
  })

  test('a description and a comment are read back as they were typed', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (description, comment) => {
        const { id } = await tickets.create({ ...request, title: 'x', description })
        await followups.add(id, comment)
        const ticket = await tickets.get(id)
        const [entry] = (await tickets.timeline(ticket)).filter(({ kind }) => kind === 'followup')
        expect(shown(ticket.description)).toBe(sent(description))
        expect(entry && 'html' in entry && shown(entry.html)).toBe(sent(comment))
      }),
      { numRuns: 150 },
    )
  })
})

/** In a search `^` and `$` are GLPI's own signs. */
function anchored(typed: string): boolean {
  return typed.startsWith('^') || typed.endsWith('$')
}
