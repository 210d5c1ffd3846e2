import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Fault } from '../../../../src/sandbox/faults.ts'
import { catalogueOf } from '../../../../src/sandbox/forms/site-forms.ts'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

const runs = Array.from({ length: 20 }, (_, index) => `run ${index + 1}.`)

/** A job that says by a form what went wrong; `away` says of what the platform answers nothing meanwhile. */
async function jobAt() {
  const site = await openSandbox({ glpi: '11.0', configuration: { catalogue: catalogueOf('usual') } })
  const { forms } = site.configuration.catalogue
  const named = (name: string) => forms.find((form) => form.name === name)?.sections[0]?.blocks
  const long = named('Report an issue')?.at(-1)
  // The form about printers has a long text, too.
  if (long) named("Panne d'imprimante")?.push({ ...long, id: 900 })
  const desk = newDesk(site)
  const printer = ['--form', 'imprimante', '--answer', 'Quelle imprimante=Accueil', '--answer', 'Problème=Autre']
  return {
    site,
    desk,
    say: (words: string[], stdin = '') =>
      desk.ipeos(['ticket', 'new', ...printer, '--dedupe', 'imprimante', '--yes', ...words], { stdin }),
    away: (match: NonNullable<Fault['match']>) => site.faults.inject({ match, times: 100_000, kind: 'drop-before' }),
    drafts: async () => JSON.parse((await desk.ipeos(['draft', 'list', '--json'])).out) as unknown[],
    /** All that a ticket says, from its beginning to its last comment. */
    said: async (out: string) => {
      const shown = await desk.ipeos(['ticket', 'show', /\d+/.exec(out)?.[0] ?? '', '--json'])
      const { description, timeline } = JSON.parse(shown.out) as { description: string; timeline: { text: string }[] }
      return [description, ...timeline.map(({ text }) => text)].join('\n')
    },
  }
}

const everything = { path: /./ }
/** The forms can be read, and nothing be looked for. */
const search = { path: /search\/Ticket/ }

test.each([
  ['the platform is away', everything],
  ['its forms can be read, and no ticket be found', search],
])('a job that comes twenty times while %s leaves one draft, which sends all that was said', async (_what, match) => {
  const { site, desk, say, away, drafts, said } = await jobAt()
  away(match)
  for (const text of runs) expect((await say(['--description', text])).code).toBe(6)
  expect(await drafts()).toHaveLength(1)
  site.faults.clear()
  const sent = await desk.ipeos(['draft', 'send', '--all'])
  expect(sent.code).toBe(0)
  const all = await said(sent.out)
  for (const text of runs) expect(all.split(text)).toHaveLength(2)
  expect(await drafts()).toEqual([])
})

test.each([
  ['standard input', (text: string) => say(['--answer', 'Description=-'], text)],
  ['an answer of several lines', (text: string) => say(['--answer', `Description=Journal :\n${text}`])],
])('what comes by %s is put together too', async (_what, words) => {
  const { site, desk, say, away, drafts, said } = await jobAt()
  away(everything)
  for (const text of runs.slice(0, 3)) await say(...words(text))
  expect(await drafts()).toHaveLength(1)
  site.faults.clear()
  const all = await said((await desk.ipeos(['draft', 'send', '--all'])).out)
  for (const text of runs.slice(0, 3)) expect(all.split(text)).toHaveLength(2)
})

function say(words: string[], stdin = ''): [string[], string] {
  return [words, stdin]
}

test.each([
  ['the platform is away', everything],
  ['its forms can be read, and no ticket be found', search],
])('what says the same each time while %s is counted', async (_what, match) => {
  const { site, desk, say, away, drafts, said } = await jobAt()
  away(match)
  for (const _run of runs) await say(['--description', 'Elle fume.'])
  expect(await drafts()).toHaveLength(1)
  site.faults.clear()
  expect(await said((await desk.ipeos(['draft', 'send', '--all'])).out)).toMatch(/19 repeats between/)
})

test('the first job that gets through takes along what waited before it, whatever stopped that', async () => {
  const { site, say, away, drafts, said } = await jobAt()
  for (const [text, match] of [
    ['first.', everything],
    ['second.', search],
    ['third.', everything],
  ] as const) {
    away(match)
    await say(['--description', text])
    site.faults.clear()
  }
  const last = await say(['--description', 'fourth.'])
  const all = await said(last.out)
  for (const text of ['first.', 'second.', 'third.', 'fourth.']) expect(all.split(text)).toHaveLength(2)
  expect(await drafts()).toEqual([])
})

test.each([
  ['a form of the site', [], everything],
  ['a form of the site that can be read', [], search],
  ['the form of a new server', ['--form', '1', '--title', 'Imprimante'], everything],
  ['no form, for the site fails of it', ['--best-effort'], everything],
])('answers of one line that differ stand in one text, by %s', async (_what, words, match) => {
  const { site, desk, say, away, drafts, said } = await jobAt()
  away(match)
  const job = (text: string) =>
    words[0] === '--form'
      ? desk.ipeos(['ticket', 'new', ...words, '--dedupe', 'k', '--yes', '--answer', `Description=${text}`])
      : say(['--answer', `Description=${text}`, ...words])
  for (const text of runs) expect((await job(text)).code).toBe(6)
  expect(await drafts()).toHaveLength(1)
  site.faults.clear()
  if (words[0] === '--best-effort')
    site.faults.inject({ match: { path: /\/Form\/(?!Submit)/ }, times: 99, kind: 'html' })
  const sent = await desk.ipeos(['draft', 'send', '--all'])
  const all = await said(sent.out)
  for (const text of runs) expect(all.split(text)).toHaveLength(2)
  expect(await drafts()).toEqual([])
})

test('files that waited go along', async () => {
  const { site, desk, say, away } = await jobAt()
  away(everything)
  for (const text of ['first.', 'second.'])
    await say(['--description', text, '--attach', '-', '--attach-name', `${text}txt`], text)
  site.faults.clear()
  const { out } = await desk.ipeos(['draft', 'send', '--all'])
  const shown = await desk.ipeos(['ticket', 'show', out.trim(), '--json', 'documents'])
  expect(JSON.parse(shown.out)).toMatchObject({ documents: [{ fileName: 'first.txt' }, { fileName: 'second.txt' }] })
})

test('what asks for something else goes by itself, in its turn', async () => {
  const { site, desk, say, away, drafts, said } = await jobAt()
  away(everything)
  await say(['--description', 'first.'])
  await say(['--description', 'second.', '--answer', 'Urgence=4'])
  expect(await drafts()).toHaveLength(2)
  site.faults.clear()
  const all = await said((await desk.ipeos(['draft', 'send', '--all'])).out)
  expect(all).toContain('first.')
  expect(all).toContain('second.')
})

test('of what comes too soon one text waits, and tells of the others', async () => {
  const { site, desk, say, away, drafts, said } = await jobAt()
  away(everything)
  for (const text of runs) await say(['--description', text, '--dedupe-every', '1h'])
  expect(await drafts()).toHaveLength(1)
  site.faults.clear()
  const all = await said((await desk.ipeos(['draft', 'send', '--all'])).out)
  expect(all).toMatch(/run 1\.[\s\S]*19 repeats between/)
  expect(all).not.toContain('run 2.')
})

test('what comes too soon tells of its files, too, that were left out', async () => {
  const { site, desk, say, away, said } = await jobAt()
  away(everything)
  for (const text of runs.slice(0, 3))
    await say(['--description', text, '--dedupe-every', '1h', '--attach', '-', '--attach-name', 'log.txt'], text)
  site.faults.clear()
  const all = await said((await desk.ipeos(['draft', 'send', '--all'])).out)
  expect(all).toMatch(/2 repeats between .*2 files/)
})

test('what stands beside the answers of two drafts stays, where a third says the same as both', async () => {
  const { site, desk, say, away, drafts, said } = await jobAt()
  away(everything)
  const folder = join(desk.home, '.local/state/ipeos/drafts')
  const jobs = async (...texts: string[]) => {
    for (const text of texts) await say(['--answer', `Description=${text}`])
  }
  await jobs('à 80 %', 'à 85 %')
  // While another command has it in hand, nobody sees it.
  renameSync(folder, `${folder}-in-hand`)
  await jobs('à 80 %', 'à 90 %')
  for (const name of readdirSync(`${folder}-in-hand`)) renameSync(join(`${folder}-in-hand`, name), join(folder, name))
  await jobs('à 80 %')
  expect(await drafts()).toHaveLength(1)
  site.faults.clear()
  const all = await said((await desk.ipeos(['draft', 'send', '--all'])).out)
  for (const text of ['à 80 %', 'à 85 %', 'à 90 %']) expect(all.split(text)).toHaveLength(2)
})
