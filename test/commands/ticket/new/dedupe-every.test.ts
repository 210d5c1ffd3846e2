import { readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { type CallOptions, newDesk } from '../../../support/desk.ts'

const words = ['ticket', 'new', '--title', 'Sauvegarde en échec', '-F', '-', '--yes']
const hourly = ['--dedupe', 'backup', '--dedupe-every', '1h']

async function flapping() {
  const site = await openSandbox()
  const desk = newDesk(site)
  const at = (time: string): CallOptions => ({ world: { now: () => new Date(`2027-03-04T${time}:00+01:00`) } })
  return {
    site,
    desk,
    at,
    state: join(desk.home, '.local/state/ipeos'),
    report: (time: string, stdin: string, more: string[] = hourly, options: CallOptions = {}) =>
      desk.ipeos([...words, ...more], { stdin, ...at(time), ...options }),
    told: async (id: string): Promise<string[]> =>
      JSON.parse((await desk.ipeos(['ticket', 'show', id, '--json', 'timeline'])).out).timeline.map(
        ({ text }: { text: string }) => text,
      ),
    drafts: async () => JSON.parse((await desk.ipeos(['draft', 'list', '--json', 'text'])).out),
  }
}

test('texts that follow too soon are counted, and the next one that goes tells how many', async () => {
  const { report, told, drafts, site } = await flapping()
  const first = await report('14:00', 'un')
  const before = site.writes.length
  for (const time of ['14:02', '14:30', '14:58']) {
    expect(await report(time, 'encore')).toMatchObject({
      ...{ code: 0, out: first.out },
      notes: expect.stringContaining('left out'),
    })
  }
  expect(site.writes).toHaveLength(before)
  expect(await report('15:01', 'toujours')).toMatchObject({ code: 0, out: first.out })
  expect(await told(first.out.trim())).toEqual([
    expect.stringMatching(/^toujours\s+3 repeats between 14:02:00 and 14:58:00 were left out\.$/),
  ])
  expect(await report('15:02', 'encore')).toMatchObject({ notes: expect.stringContaining('(so far 1 text)') })
  expect(await drafts()).toEqual([])
})

test('a text without --dedupe-every goes at once, and is the last one from then on', async () => {
  const { report, told } = await flapping()
  const first = await report('14:00', 'un')
  await report('15:30', 'deux', ['--dedupe', 'backup'])
  await report('15:40', 'trois')
  expect(await told(first.out.trim())).toEqual(['deux'])
})

test('another key has its own time', async () => {
  const { report } = await flapping()
  const first = await report('14:00', 'un')
  const other = await report('14:01', 'un', ['--dedupe', 'disk', '--dedupe-every', '1h'])
  expect(other).toMatchObject({ code: 0, notes: expect.stringContaining('saved') })
  expect(other.out).not.toBe(first.out)
})

test('once the ticket is over, what happens again is news, and goes at once', async () => {
  const { report, desk } = await flapping()
  const first = await report('14:00', 'un')
  expect((await desk.ipeos(['ticket', 'cancel', first.out.trim(), '--yes'])).code).toBe(0)
  const again = await report('14:05', 'deux')
  expect(again).toMatchObject({ code: 0, notes: expect.stringContaining('saved') })
})

test('while the platform is away, one text of the time waits, and tells of the others', async () => {
  const { report, drafts, desk, site, at } = await flapping()
  site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
  for (const time of ['14:00', '14:20', '14:40', '15:05']) expect((await report(time, `à ${time}`)).code).toBe(6)
  site.faults.clear()
  expect(await drafts()).toEqual([
    {
      text: expect.stringMatching(
        /^à 14:00\s+2 repeats between 14:20:00 and 14:40:00 were left out\.\s+— [^\n]+\nà 15:05$/,
      ),
    },
  ])
  const sent = await desk.ipeos(['draft', 'send', '--all'], at('16:00'))
  expect(sent).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\n$/) })
  expect(await report('16:30', 'encore')).toMatchObject({
    code: 0,
    out: sent.out,
    notes: expect.stringContaining('left out'),
  })
})

test('what waited is left out too when it goes too soon after the last text', async () => {
  const { report, desk, site, at, told } = await flapping()
  const first = await report('14:00', 'un')
  site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /search\/Ticket/ } })
  for (const time of ['14:10', '14:20']) expect((await report(time, 'encore')).code).toBe(6)
  site.faults.clear()
  expect(await desk.ipeos(['draft', 'send', '--all'], at('14:30'))).toMatchObject({ code: 0, out: first.out })
  await report('15:00', 'toujours')
  expect(await told(first.out.trim())).toEqual([expect.stringMatching(/2 repeats between 14:10:00 and 14:20:00/)])
})

test('a text that is not too soon stays where one that it was joined to is', async () => {
  const { report, drafts, site, state } = await flapping()
  site.faults.inject({ kind: 'drop-before', times: 1000, match: { path: /initSession/ } })
  const folder = join(state, 'drafts')
  await report('14:00', 'à 14:00')
  // While another command has it in hand, nobody sees it.
  renameSync(folder, `${folder}-in-hand`)
  await report('14:50', 'à 14:50')
  for (const name of readdirSync(`${folder}-in-hand`)) renameSync(join(`${folder}-in-hand`, name), join(folder, name))
  await report('16:00', 'à 16:00')
  site.faults.clear()
  const said = (await drafts()).map(({ text }: { text: string }) => text).join('\n')
  expect(said).toMatch(/à 14:00/)
  expect(said).toMatch(/à 16:00/)
})

test('of many at once, one is sent and each other is counted', async () => {
  const { report, told } = await flapping()
  const first = await report('14:00', 'un')
  const many = Array.from({ length: 12 }, (_, index) =>
    report('15:30', `texte ${index}`, hourly, {
      world: { now: () => new Date('2027-03-04T15:30:00+01:00'), holder: { pid: 2000 + index, isRunning: () => true } },
    }),
  )
  expect((await Promise.all(many)).map(({ code, out }) => `${code} ${out}`)).toEqual(Array(12).fill(`0 ${first.out}`))
  await report('16:31', 'fin')
  expect(await told(first.out.trim())).toEqual([
    expect.stringMatching(/^texte \d+$/),
    expect.stringMatching(/^fin\s+11 repeats between 15:30:00/),
  ])
})

test('a damaged memory is put aside, and the text goes', async () => {
  const { report, told, state } = await flapping()
  const first = await report('14:00', 'un')
  writeFileSync(join(state, 'repeats.json'), '{"version":1,"keys":[')
  expect((await report('14:01', 'deux')).code).toBe(0)
  expect(await told(first.out.trim())).toEqual(['deux'])
  expect(readdirSync(state).filter((name) => name.startsWith('repeats.json.corrupt-'))).toHaveLength(1)
  expect(await report('14:02', 'trois')).toMatchObject({ code: 0, notes: expect.stringContaining('left out') })
})

test('--dry-run says that it would be left out', async () => {
  const { report } = await flapping()
  await report('14:00', 'un')
  expect(await report('14:01', 'deux', [...hourly, '--dry-run'])).toMatchObject({
    code: 0,
    notes: expect.stringContaining('would be left out'),
  })
})

test('a time that is none, and a time without a key, are refused (2)', async () => {
  const { report, site } = await flapping()
  expect(await report('14:00', 'un', ['--dedupe', 'backup', '--dedupe-every', 'often'])).toMatchObject({
    code: 2,
    notes: expect.stringContaining('often'),
  })
  expect(await report('14:00', 'un', ['--dedupe-every', '1h'])).toMatchObject({
    code: 2,
    notes: expect.stringContaining('--dedupe'),
  })
  expect(site.writes).toEqual([])
})
