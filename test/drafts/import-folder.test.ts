import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ImportFolder } from '../../src/drafts/import/import-folder.ts'

const plan = {
  owner: { platform: 'https://support.example', user: 'alice' },
  entity: { id: 1, name: 'IPEOS-WTC' },
  ...{ source: 'lot.csv', digest: 'abc', rows: [] },
}

const request = { type: 'incident', urgency: 'medium', title: 'Un', description: 'Une', notify: true } as const

function place() {
  const folder = join(mkdtempSync(join(tmpdir(), 'ipeos-imports-')), 'imports')
  return {
    folder,
    imports: new ImportFolder({ folder, now: () => new Date(), holder: { pid: 1, isRunning: () => true } }),
  }
}

test('an import that cannot be written leaves no claim on it behind', async () => {
  const { folder, imports } = place()
  // The claim is on disk by then, as it is when the disk is full.
  await expect(imports.begin({ ...plan, source: 1n as unknown as string })).rejects.toThrow(TypeError)
  expect(readdirSync(folder)).toEqual([])
})

test('an import that was done meanwhile by another command is not taken up, and nothing of it is sent again', async () => {
  const { imports } = place()
  const open = await imports.begin({ ...plan, rows: [{ line: 2, request, mark: { content: 'a' } }] })
  const { imports: listed } = await imports.list()
  await open.change({ tickets: { 0: 12 } })
  await open.finish()
  const [kept] = listed
  await expect(kept && imports.takeUp(kept)).rejects.toMatchObject({ code: 'import-not-found' })
})

test('an import that an older ipeos began is remembered as a whole, as that did', async () => {
  const { imports } = place()
  const open = await imports.begin({ ...plan, rows: [{ line: 2, request }] })
  await open.change({ tickets: { 0: 12 } })
  await open.finish()
  expect((await imports.finished.all(plan.owner)).imports).toMatchObject([{ digest: 'abc', count: 1, first: 12 }])
})

test('an import that cannot be kept is refused; one that is sent again is told, and lives as long as its command', async () => {
  const told: string[] = []
  const imports = new ImportFolder({
    ...{ folder: '/proc/nowhere/imports', now: () => new Date(), holder: { pid: 1, isRunning: () => true } },
    onUnkept: ({ code }) => told.push(code),
  })
  const rows = [{ line: 2, request, mark: { content: 'a' } }]
  await expect(imports.begin({ ...plan, rows })).rejects.toMatchObject({ code: 'import-unkept', exitCode: 1 })
  const open = await imports.begin({ ...plan, rows, again: true })
  await open.change({ tickets: { 0: 12 } })
  await open.finish()
  expect({ told, tickets: open.state.tickets }).toEqual({ told: ['cannot-write-settings'], tickets: { 0: 12 } })
})

test('an import that is done leaves nothing but the memory of it, for its owner alone', async () => {
  const { folder, imports } = place()
  const rows = ['a', 'b'].map((content, place) => ({ line: place + 2, request, mark: { content } }))
  const open = await imports.begin({ ...plan, rows })
  await open.change({ tickets: { 0: 12, 1: 11 } })
  await open.finish()
  const [memory, ...others] = readdirSync(folder)
  expect(others).toEqual([])
  expect(statSync(join(folder, memory ?? '')).mode & 0o777).toBe(0o600)
  expect((await imports.lines.read(plan.owner)).lines).toMatchObject([
    { content: 'a', ticket: 12 },
    { content: 'b', ticket: 11 },
  ])
})
