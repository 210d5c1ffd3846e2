import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../src/app/context.ts'
import { describeCommand, everyCommand } from '../../src/cli/describe-command.ts'
import { buildProgram } from '../../src/cli/program.ts'
import { type Desk, newDesk, type Result } from '../support/desk.ts'
import { glpiVersions } from '../support/glpi-versions.ts'
import { type Others, othersIn, siteOfOthers } from '../support/others-rows.ts'
import { translator } from '../support/translator.ts'
import { virtualTime } from '../support/virtual-time.ts'

const root = await buildProgram({ t: translator('en') } as Partial<Context> as Context, '0', {
  write: () => undefined,
  columns: 80,
})
const commands = everyCommand(describeCommand(root)).filter((one) => one.commands.length === 0)

/** Lines that ask for all that alice may see, and for what is another's by its number. */
type Lines = (others: Others) => string[][]

const nothing: Lines = () => [[]]
/** Nothing of the platform's, or nothing but what is typed. */
const elsewhere: Lines = () => []

/** A new command needs its lines here: what it reads, and the same of others’. */
const lines: Record<string, Lines> = {
  home: nothing,
  'ticket new': ({ item }) => [
    ['--title', 'Lent', '--description', 'x', '--category', 'C', '--dry-run'],
    ['--title', 'Lent', '--description', 'x', '--about', `P${item}`, '--dry-run'],
    ['--title', 'Lent', '--description', 'x', '--observer', 'b', '--location', 'L', '--yes'],
  ],
  'ticket list': () => [
    ...[['--all', '--status', 'all'], ['--search', 'lent'], ['--to-rate'], ['--awaiting-me'], ['--overdue']],
    [],
  ],
  'ticket show': ({ ticket, closed, colleague }) => [
    ...[['12'], ['15'], ['15', '--html', '-o', '-'], ['15', '--format', 'markdown']],
    ...[[`${ticket}`], [`${closed}`], [`${colleague}`], [`${ticket}`, '--html', '-o', 'page.html']],
  ],
  'ticket history': nothing,
  'ticket stats': nothing,
  'ticket comment': ({ ticket }) => [[`${ticket}`, '-m', 'x']],
  'ticket attach': ({ ticket }) => [[`${ticket}`, 'x.txt']],
  'ticket download': ({ ticket, document }) => [
    ['15', '--all', '--force'],
    ['15', `${document}`],
    [`${ticket}`, '--all'],
    [`${ticket}`, `${document}`],
  ],
  'ticket accept': ({ ticket }) => [[`${ticket}`, '--yes']],
  'ticket refuse': ({ ticket }) => [[`${ticket}`, '-m', 'x']],
  'ticket rate': ({ closed, colleague }) => [
    [`${closed}`, '4'],
    [`${colleague}`, '4'],
  ],
  'ticket edit': ({ ticket }) => [[`${ticket}`, '--title', 'x']],
  'ticket cancel': ({ ticket }) => [[`${ticket}`, '--yes']],
  'ticket close': ({ ticket }) => [[`${ticket}`, '--yes']],
  'ticket leave': ({ ticket }) => [[`${ticket}`, '--yes']],
  'ticket link': ({ ticket, colleague }) => [
    ['15', `${ticket}`],
    [`${colleague}`, '15'],
  ],
  'ticket unlink': ({ ticket, colleague }) => [
    ['15', `${ticket}`],
    [`${colleague}`, '15'],
  ],
  'ticket observer add': ({ ticket }) => [
    ['15', 'Zq'],
    [`${ticket}`, 'alice'],
  ],
  'ticket observer remove': ({ ticket }) => [
    ['15', 'Zq'],
    [`${ticket}`, 'alice'],
  ],
  'ticket observer mute': ({ ticket }) => [[`${ticket}`, 'alice']],
  'ticket observer unmute': ({ ticket }) => [[`${ticket}`, 'alice']],
  'ticket observer list': ({ ticket }) => [['15'], ['12'], [`${ticket}`]],
  'ticket form': () => [['--refresh']],
  'ticket watch': ({ ticket }) => [[], ['15'], [`${ticket}`]],
  'ticket wait': ({ ticket }) => [
    ['15', '--until', 'closed', '--timeout', '0'],
    [`${ticket}`, '--until', 'closed', '--timeout', '0'],
  ],
  'ticket export': ({ ticket }) => [
    ['--all', '-o', 'everything'],
    ['15', `${ticket}`, '-o', 'some'],
  ],
  'ticket import': () => [['tickets.ndjson', '--dry-run']],
  alert: () => [['--input', 'alert.json']],
  'draft list': nothing,
  'draft show': elsewhere,
  'draft send': () => [['--all']],
  'draft delete': elsewhere,
  'form list': nothing,
  'form show': () => [['1'], ['3']],
  'faq search': () => [['site'], ['astreinte']],
  'faq list': nothing,
  'faq show': ({ article }) => [['3'], [`${article}`]],
  'faq download': ({ article }) => [['2'], [`${article}`]],
  'approval list': nothing,
  'approval accept': ({ approval }) => [[`${approval}`, '-m', 'x']],
  'approval refuse': ({ approval }) => [[`${approval}`, '-m', 'x']],
  news: nothing,
  'reservation items': () => [[], ['--on', 'today']],
  'reservation new': ({ item }) => [[`${item}`, '--from', 'tomorrow 9am', '--for', '1h', '--yes']],
  'reservation list': () => [[], ['--all', '--past']],
  'reservation cancel': ({ reservation }) => [[`${reservation}`, '--yes']],
  login: () => [['--user', 'alice', '--password-stdin']],
  logout: elsewhere,
  whoami: nothing,
  'account list': nothing,
  'account use': elsewhere,
  'account remove': elsewhere,
  'account recover': elsewhere,
  'profile list': nothing,
  'profile use': () => [['Self-Service']],
  'entity list': nothing,
  'entity use': () => [['2'], ['all']],
  'password reset': elsewhere,
  'password change': elsewhere,
  contact: nothing,
  'contract list': nothing,
  'contract show': () => [[], ['Zq'], ['IPEOS-2024-0117']],
  'preferences show': nothing,
  'preferences set': elsewhere,
  'config list': nothing,
  'config get': () => [['language']],
  'config set': elsewhere,
  'config unset': elsewhere,
  'config path': nothing,
  'config import': elsewhere,
  doctor: nothing,
  // Gives what the platform gives, to who asks for it.
  api: elsewhere,
  'sandbox start': elsewhere,
  'sandbox reset': elsewhere,
  completion: () => [['bash']],
  version: nothing,
  help: nothing,
}

/** How a line can be asked for. */
const ways: Array<{ name: string; more: string[]; columns?: number; shape?: true }> = [
  { name: 'a pipe', more: [] },
  { name: 'a terminal', more: ['--no-input', '--no-pager'], columns: 80 },
  { name: '--plain', more: ['--plain', '--no-input', '--no-pager'], columns: 80 },
  { name: '--json', more: ['--json'], shape: true },
  { name: '--debug', more: ['--debug'] },
]

/** Every file of the folder and below, with what is in it. */
function filesOf(folder: string): Array<[path: string, text: string]> {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, readFileSync(path, 'latin1')])
}

test('each command is known here, with what it may read of others', () => {
  expect(commands.map(({ path }) => path).filter((path) => !lines[path])).toEqual([])
})

describe.each(glpiVersions)('on GLPI %s nothing of others is', (glpi) => {
  let place: Awaited<ReturnType<typeof siteOfOthers>>
  let desk: Desk
  beforeAll(async () => {
    place = await siteOfOthers(glpi)
    desk = newDesk(place.site)
    writeFileSync(join(desk.home, 'x.txt'), 'x')
    writeFileSync(join(desk.home, 'tickets.ndjson'), '{"title":"Le site est lent","description":"Sur srv1."}\n')
    writeFileSync(join(desk.home, 'alert.json'), '{"title":"Le site est lent","text":"x","fingerprint":"d"}')
  })
  afterAll(() => place.close())

  const run = (path: string, words: string[], more: string[], columns?: number): Promise<Result> => {
    const time = virtualTime(new Date(), { end: 300_000 })
    const world = path === 'ticket watch' ? { world: { now: time.now, sleep: time.sleep } } : {}
    const stdin = path === 'login' ? { stdin: 'alice-secret\n' } : {}
    return desk.ipeos([...path.split(' '), ...words, ...more], { ...world, ...stdin, ...(columns ? { columns } : {}) })
  }

  test('there but for those whose it is', async () => {
    const { out } = await newDesk(place.site, { user: 'bob' }).ipeos(['ticket', 'list', '--json'])
    expect(othersIn(out).length).toBeGreaterThan(0)
  })

  test.each(commands.filter(({ path }) => lines[path] !== elsewhere))(
    'told by ipeos $path',
    async ({ path, shape }) => {
      for (const words of lines[path]?.(place.others) ?? []) {
        for (const way of ways.filter((one) => !one.shape || shape)) {
          const { out, notes, code } = await run(path, words, way.more, way.columns)
          expect(othersIn(out + notes), `${path} ${words.join(' ')} (${way.name}, code ${code})`).toEqual([])
        }
      }
    },
  )

  test('kept in a file, in the keychain, or in what alice fetched', () => {
    const kept = filesOf(desk.home).filter(([path, text]) => othersIn(path + text).length > 0)
    expect(kept.map(([path, text]) => [path, othersIn(text)])).toEqual([])
    expect(othersIn(JSON.stringify([...desk.keychain]))).toEqual([])
  })
})
