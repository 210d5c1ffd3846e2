import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import type { Store } from '../../../src/sandbox/store/store.ts'
import { type Desk, newDesk } from '../../support/desk.ts'
import { siteOfFullTickets } from '../../support/full-ticket.ts'
import { glpiVersions } from '../../support/glpi-versions.ts'
import { unfit } from '../../support/hostile-text.ts'

/** What a name may hold to be obeyed, to hide, to run on, or to be taken for HTML; the word before it is to be seen. */
const attacks = {
  'what a terminal obeys': '\u001b[31m\u001b]0;x\u0007\u001b]52;c;cm0=\u0007\u009b2J\b\u007f\u0000',
  'what hides or turns around': '\u202eabc\u2066\u200b\u00ad\ufeff\u{e0041}',
  'line ends': 'un\r\ndeux\n\ntrois\u2028quatre\tcinq\n● Suivi — vous',
  'HTML and Markdown': '<script>alert(1)</script><img src=x onerror=alert(1)>"\'`|](http://evil.example)**\n# Titre',
  'what is encoded': '&#27;[2J&#x1b;]0;x&#7;&lt;script&gt;alert(1)&lt;/script&gt;&#8238;',
  'no end': 'x'.repeat(5000),
} as const

const LEVEL = 'Résolu en 4 h'

/** The same words before each attack, by which one sees that it came through. */
const seen = {
  person: 'ZqPerson',
  group: 'ZqGroup',
  reason: 'ZqReason',
  linked: 'ZqLinked',
  level: 'ZqLevel',
  place: 'ZqPlace',
  announced: 'ZqAnnounced',
  feed: 'ZqFeed',
}

function spoil(store: Store, attack: string): void {
  const named = (word: string) => `${word} ${attack}`
  for (const user of [...store.table('User').all()])
    if (user.name !== 'alice') store.put('User', { ...user, realname: named(seen.person), firstname: attack })
  for (const group of [...store.table('Group').all()]) store.put('Group', { ...group, name: named(seen.group) })
  for (const reason of [...store.table('PendingReason').all()])
    store.put('PendingReason', { ...reason, name: named(seen.reason) })
  for (const place of [...store.table('Location').all()])
    store.put('Location', { ...place, name: named(seen.place), completename: named(seen.place) })
  for (const reminder of [...store.table('Reminder').all()])
    store.put('Reminder', { ...reminder, name: named(seen.announced), text: `<p>${named(seen.announced)}</p>` })
  for (const news of [...store.table('FeedNews').all()])
    store.put('FeedNews', { ...news, title: named(seen.feed), description: named(seen.feed), link: attack })
  const linked = store.get('Ticket', 12)
  if (linked) store.put('Ticket', { ...linked, name: named(seen.linked) })
  for (const ticket of [...store.table('Ticket').all()])
    if (ticket.users_id_recipient === 9) store.put('Ticket', { ...ticket, name: named(seen.linked) })
}

/** Names of service levels are in no store. */
function withLevel(site: Sandbox, attack: string): Pick<Sandbox, 'fetch'> {
  const spoilt = JSON.stringify(`${seen.level} ${attack}`).slice(1, -1)
  return {
    fetch: async (request) => {
      const response = await site.fetch(request)
      if (!response.headers.get('content-type')?.includes('json')) return response
      const { status, headers } = response
      return new Response((await response.text()).replaceAll(LEVEL, spoilt), { status, headers })
    },
  }
}

const columnsOfNames = 'technicians,groups,observers,waiting,links,solveLevel,location'
const all = [seen.person, seen.group, seen.reason, seen.linked, seen.level, seen.place]

function filesOf(desk: Desk, folder: string): string {
  return readdirSync(join(desk.home, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|json)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

const cases = glpiVersions.flatMap((glpi) => Object.entries(attacks).map(([what, attack]) => ({ glpi, what, attack })))

describe.each(cases)('names that hold $what, on GLPI $glpi', async ({ glpi, attack }) => {
  const { site, filled, close } = await siteOfFullTickets({ glpi }, (store) => spoil(store, attack))
  const desk = newDesk(withLevel(site, attack))
  const full = String(filled.full)

  test.each<{ words: string[]; shows: string[] }>([
    { words: ['ticket', 'show', full], shows: all },
    { words: ['ticket', 'show', full, '--format', 'markdown'], shows: all },
    { words: ['ticket', 'show', full, '--format', 'csv', '--columns', columnsOfNames], shows: all },
    { words: ['ticket', 'observer', 'list', full], shows: [seen.person] },
    { words: ['ticket', 'list', '--observed'], shows: [seen.linked] },
    { words: ['ticket', 'list', '--observed', '--format', 'csv'], shows: [seen.linked] },
    { words: ['news'], shows: [seen.announced, seen.feed] },
    { words: ['home'], shows: [] },
  ])('are only read in ipeos $words', async ({ words, shows }) => {
    for (const columns of [undefined, 80]) {
      const { code, out, notes } = await desk.ipeos(
        [...words, '--no-input', '--no-pager'],
        columns ? { columns, env: { NO_COLOR: '1' } } : {},
      )
      expect({ code, hidden: shows.filter((word) => !out.includes(word)) }).toEqual({ code: 0, hidden: [] })
      expect(out + notes).not.toMatch(unfit)
      expect(out).not.toMatch(/^● Suivi — vous$/m)
    }
  })

  test('are escaped in HTML', async () => {
    const { code, out } = await desk.ipeos(['ticket', 'show', full, '--html'])
    expect({ code, hidden: all.filter((word) => !out.includes(word)) }).toEqual({ code: 0, hidden: [] })
    expect(out).not.toMatch(unfit)
    expect(out).not.toMatch(/<script|<[^>]*onerror=/i)
  })

  test('are text in Markdown, and in the files of an export', async () => {
    const { code } = await desk.ipeos(['ticket', 'export', full, '-o', 'kept', '--no-input'])
    const text = filesOf(desk, 'kept')
    expect({ code, hidden: all.filter((word) => !text.includes(word)) }).toEqual({ code: 0, hidden: [] })
    expect(text).not.toMatch(unfit)
    const { out } = await desk.ipeos(['ticket', 'show', full, '--format', 'markdown'])
    expect(out).not.toMatch(/(?<!\\)<(?:script|img)/)
    expect(out).not.toMatch(/^# Titre/m)
  })

  test('are JSON, and whole, for programs', async () => {
    const { code, out } = await desk.ipeos(['ticket', 'show', full, '--json'])
    expect(code).toBe(0)
    expect(out).not.toMatch(unfit)
    expect(JSON.stringify(JSON.parse(out))).toContain(seen.reason)
    close()
  })
})
