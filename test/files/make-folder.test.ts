import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '../../src/files/make-folder.ts'

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ipeos-folder-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('a folder comes with those above it, closed to others where that is asked for, and may be there already', async () => {
  const deep = join(await place(), 'a', 'b', 'c')
  await makeFolder(deep, 0o700)
  await makeFolder(deep, 0o700)
  expect((await stat(deep)).mode & 0o777).toBe(0o700)
})

test('a file in its place is told', async () => {
  const file = join(await place(), 'file')
  await writeFile(file, '')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.runIf(process.platform === 'linux')('where nothing can be made, it ends all the same', async () => {
  await expect(makeFolder('/proc/ipeos/below')).rejects.toMatchObject({ code: 'ENOENT' })
})
