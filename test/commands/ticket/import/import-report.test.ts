import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { World } from '../../../../src/app/world.ts'
import { startBin } from '../../../support/bin.ts'
import { openSite } from '../../../support/site.ts'
import { afterPosts, csv, deskOf, onPost, refusing } from './import-desk.ts'

/** A pipe, and what came through it by now. */
function pipe() {
  const chunks: Buffer[] = []
  const stream = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk))
  return {
    stdout: stream as unknown as World['stdout'],
    lines: () => Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean),
  }
}

test.each([['tsv'], ['csv'], ['ndjson']])(
  'the lines of a batch are told as %s before the next batch is there',
  async (format) => {
    const { run, put, site } = await deskOf()
    put('lot.csv', csv(150))
    const { stdout, lines } = pipe()
    let told = 0
    const http = afterPosts(site, 2, () => {
      told = lines().length
    })
    await run(['lot.csv', '--format', format], { world: { stdout, http } })
    const head = format === 'csv' ? 1 : 0
    expect([told, lines().length]).toEqual([100 + head, 150 + head])
  },
)

test('lines are told in the order of the file, also where an earlier one was refused before', async () => {
  const { run, put, site } = await deskOf()
  put('lot.csv', csv(150))
  await run(['lot.csv'], { world: { http: refusing(site, 'Lot 0003') } })
  const { out } = await run(['--resume', '--format', 'ndjson', '--json', 'line'])
  const told = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).line)
  expect(told).toEqual(Array.from({ length: 150 }, (_, place) => place + 2))
})

test('an import that is done is no longer waiting while its report is read', async () => {
  const { run, put, kept } = await deskOf()
  put('lot.csv', csv(2))
  let waiting: string[] | undefined
  const stream = new PassThrough().on('data', () => {
    waiting ??= kept()
  })
  await run(['lot.csv', '--format', 'table'], { world: { stdout: stream as unknown as World['stdout'] } })
  expect(waiting).toEqual([])
})

/** An import of three batches, each of which takes the platform a while, in a process of its own; the first is told. */
async function runningImport() {
  const { sandbox, env, folder } = await openSite()
  writeFileSync(join(folder, 'lot.csv'), csv(250))
  sandbox.faults.inject({ kind: 'delay', milliseconds: 1500, times: 3, match: onPost })
  const child = startBin(['ticket', 'import', 'lot.csv'], { env, folder })
  await child.until(({ out }) => out.includes('\n'))
  return { child, posts: () => sandbox.writes.filter(({ path }) => path.endsWith('/Ticket')).length }
}

test('a command that is stopped half-way has told what it did, and how to go on', async () => {
  const { child } = await runningImport()
  child.signal('SIGTERM')
  expect(await child.left).toBe(143)
  expect(child.out().trim().split('\n')).toHaveLength(100)
  expect(child.notes()).toContain('ipeos ticket import --resume')
})

test('whoever stops reading, as head does, stops no import', async () => {
  const { child, posts } = await runningImport()
  child.stopReading()
  expect(await child.left).toBe(0)
  expect(posts()).toBe(3)
  expect(child.notes()).toContain('250 tickets enregistrés')
})
