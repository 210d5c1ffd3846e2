import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FaultKind } from '../../../src/sandbox/faults.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { opensTicket } from '../../support/glpi-versions.ts'
import { pacedTime } from '../../support/paced-time.ts'

type Answer = Extract<FaultKind, { kind: 'late' }>['answer']

const answers: Answer[] = ['cut', 'reset', 302, 408, 429, 500, 502, 503, 504, 522, 524, 599]
const create = { method: 'POST', path: opensTicket }
const upload = { method: 'POST', path: /\/Document$/ }

/** A client and a platform that live by one clock. */
async function late() {
  const time = pacedTime()
  const site = await openSandbox({ sleep: time.platformSleep })
  const desk = newDesk(site)
  const run = (words: string[]) => desk.ipeos(words, { world: { now: time.now, sleep: time.sleep } })
  /** Of what is there when nothing is under way any more. */
  const titles = async (): Promise<string[]> => {
    await time.sleep(10 * 60_000)
    const words = ['ticket', 'list', '--all', '--status', 'all', '--search', 'Tardif', '--json', 'title']
    return JSON.parse((await run(words)).out).map(({ title }: { title: string }) => title)
  }
  return { site, desk, time, run, titles }
}

const one = ['ticket', 'new', '--title', 'Tardif', '--description', 'Plus rien ne sort.', '--yes']

test.each(answers)('a server that answers %s and opens the ticket 50 s later opens one', async (answer) => {
  const { site, run, titles } = await late()
  site.faults.inject({ kind: 'late', milliseconds: 50_000, answer, match: create })
  const { code, out, notes } = await run([...one, '--timeout', '2'])
  expect(code).toBe(0)
  expect(notes).toContain('for 60 seconds at most')
  expect(await titles()).toEqual(['Tardif'])
  expect(JSON.parse((await run(['ticket', 'show', out.trim(), '--json', 'title'])).out)).toEqual({ title: 'Tardif' })
})

test.each(answers)(
  'an import of 100 whose request is answered %s, then done row by row, doubles none',
  async (answer) => {
    const { site, desk, run, titles } = await late()
    const rows = Array.from({ length: 100 }, (_, row) => `Tardif ${row},Une panne`)
    writeFileSync(join(desk.home, 'lot.csv'), ['title,description', ...rows].join('\n'))
    site.faults.inject({ kind: 'late', milliseconds: 8_000, each: 600, answer, match: create })
    const { code, notes } = await run(['ticket', 'import', 'lot.csv', '--yes', '--timeout', '1'])
    expect(code).toBe(0)
    expect(notes).toContain('100 tickets')
    const there = await titles()
    expect({ count: there.length, distinct: new Set(there).size }).toEqual({ count: 100, distinct: 100 })
  },
)

test('a comment that arrives 50 s after a 502 is there once', async () => {
  const { site, run } = await late()
  const id = String(site.addTicket({ title: 'Tardif', requester: 'alice' }))
  site.faults.inject({ kind: 'late', milliseconds: 50_000, answer: 502, match: { method: 'POST', path: /Followup/ } })
  expect(await run(['ticket', 'comment', id, '-m', 'Toujours en panne.'])).toMatchObject({ code: 0 })
  expect(site.writes.map(({ path }) => path)).toEqual([expect.stringMatching(/ITILFollowup$/)])
})

test('a file touched between a lost attach and draft send is not sent twice', async () => {
  const { site, desk, time, run } = await late()
  const id = String(site.addTicket({ title: 'Tardif', requester: 'alice' }))
  const path = join(desk.home, 'journal.txt')
  writeFileSync(path, 'ce qui est arrivé')
  site.faults.inject({ kind: 'late', milliseconds: 40_000, answer: 'cut', match: upload })
  const killed = run(['ticket', 'attach', id, 'journal.txt'])
  await expect.poll(() => site.requests.some(({ method }) => method === 'POST')).toBe(true)
  site.faults.inject({ kind: 'drop-before', match: { path: new RegExp(`Ticket/${id}`) }, times: 5 })
  const { notes } = await killed
  site.faults.clear()
  utimesSync(path, time.now(), time.now())
  const command = /ipeos (draft send \w{8})/.exec(notes)?.[1]?.split(' ') ?? []
  expect(await run(command)).toMatchObject({ code: 0 })
  const { documents } = JSON.parse((await run(['ticket', 'show', id, '--json', 'documents'])).out)
  expect(documents).toHaveLength(1)
})
