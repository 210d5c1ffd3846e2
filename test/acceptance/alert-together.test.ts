import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { newDesk } from '../support/desk.ts'
import { openSite } from '../support/site.ts'

const [runs, problems, atOnce] = [200, 20, 8]

test('200 alerts of 20 problems that come together are 20 tickets, and no text is lost or there twice', async () => {
  const { sandbox, url } = await openSite()
  const desk = newDesk(sandbox)
  const place = { HOME: desk.home, IPEOS_URL: url, LANG: 'en', IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret' }
  // Ten of one problem follow one another, so that they come at once.
  const problemOf = (run: number) => Math.floor(run / (runs / problems))
  // Half of the problems are bounded; a run in twenty-five is a process of its own.
  const isBounded = (problem: number) => problem >= problems / 2
  // The processes must find that whoever holds a lock here still runs.
  const holder = { pid: process.pid, isRunning: () => true }
  const alert = async (run: number): Promise<number | null> => {
    const problem = problemOf(run)
    const labels = { alertname: `Problem ${problem}`, severity: 'warning' }
    const one = { status: 'firing', labels, annotations: { description: `text-${run}-` }, fingerprint: `f${problem}` }
    const stdin = JSON.stringify({ version: '4', groupKey: '{}', receiver: 'ipeos', status: 'firing', alerts: [one] })
    const words = ['alert', ...(isBounded(problem) ? ['--dedupe-every', '1h'] : [])]
    if (run % 25 === 0) return (await runBin(words, { env: place, folder: desk.home, stdin })).code
    return (await desk.ipeos(words, { stdin, env: place, world: { holder } })).code
  }
  let next = 0
  const codes: Array<number | null> = []
  const worker = async (): Promise<void> => {
    while (next < runs) codes.push(await alert(next++))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  expect(codes.filter((code) => code !== 0)).toEqual([])

  const json = async (words: string[]) => JSON.parse((await desk.ipeos([...words, '--json'], { env: place })).out)
  const listed: Array<{ id: number; title: string }> = await json(['ticket', 'list', '--all', '--search', 'Problem'])
  const names = Array.from({ length: problems }, (_, problem) => `Problem ${problem}`)
  expect(listed.map(({ title }) => title).sort()).toEqual(names.sort())

  const said = new Map<number, number>()
  for (const { id } of listed) {
    const { description, timeline } = await json(['ticket', 'show', String(id)])
    const texts = [description, ...timeline.map(({ text }: { text: string }) => text)].join('\n')
    for (const [, run] of texts.matchAll(/text-(\d+)-/g)) said.set(Number(run), (said.get(Number(run)) ?? 0) + 1)
  }
  const numbers = Array.from({ length: runs }, (_, run) => run)
  expect(numbers.filter((run) => !isBounded(problemOf(run)) && said.get(run) !== 1)).toEqual([])
  expect([...said.values()].filter((times) => times !== 1)).toEqual([])

  const memory = JSON.parse(readFileSync(join(desk.home, '.local/state/ipeos/repeats.json'), 'utf8'))
  const counts = Object.values(memory.keys as Record<string, { leftOut?: { count: number } }>)
  const leftOut = counts.reduce((sum, { leftOut }) => sum + (leftOut?.count ?? 0), 0)
  expect(said.size + leftOut).toBe(runs)
  expect(await json(['draft', 'list'])).toEqual([])
}, 120_000)
