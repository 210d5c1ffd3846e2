import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ImportFolder } from '../../src/drafts/import-folder.ts'

const plan = {
  owner: { platform: 'https://support.example', user: 'alice' },
  entity: { id: 1, name: 'IPEOS-WTC' },
  ...{ source: 'lot.csv', digest: 'abc', rows: [] },
}

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

test('an import that is done leaves nothing but the memory of it, for its owner alone', async () => {
  const { folder, imports } = place()
  const open = await imports.begin(plan)
  await open.change({ tickets: { 0: 12, 1: 11 } })
  await open.finish()
  expect(readdirSync(folder)).toEqual(['finished.json'])
  expect(statSync(join(folder, 'finished.json')).mode & 0o777).toBe(0o600)
  expect(await imports.finished.find(plan)).toMatchObject({ found: { count: 2, first: 11 } })
})
