import { chmodSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { givenFiles } from '../../src/files/given-file.ts'

function folderWith(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-files-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return { folder, files: givenFiles(folder, folder) }
}

test('a sound file is ready to be sent under its own name', async () => {
  const { files } = folderWith({ 'écran à moi.png': 'image' })
  expect(await files.check('./écran à moi.png')).toMatchObject({
    path: './écran à moi.png',
    file: { name: 'écran à moi.png', size: 5 },
  })
})

test('a path that begins with ~/ starts from home', async () => {
  const { files } = folderWith({ 'a.txt': 'a' })
  expect(await files.check('~/a.txt')).toHaveProperty('file')
})

test('each thing that is wrong with a file has its own sentence', async () => {
  const { folder, files } = folderWith({ empty: '', big: 'x'.repeat(2048) })
  mkdirSync(join(folder, 'folder'))
  const problem = async (path: string, limit?: number) => {
    const check = await files.check(path, limit)
    return 'problem' in check ? check.problem.code : 'none'
  }
  expect(await problem('nowhere')).toBe('file-missing')
  expect(await problem('empty/below')).toBe('file-missing')
  expect(await problem('folder')).toBe('file-is-folder')
  expect(await problem('empty')).toBe('file-empty')
  expect(await problem('/dev/null')).toBe('file-special')
  expect(await problem('big', 2047)).toBe('file-too-big')
  expect(await problem('big', 2048)).toBe('none')
})

test('a file one byte over the limit is not said to be as big as the limit', async () => {
  const { files } = folderWith({ big: 'x'.repeat(2 * 1_048_576 + 1) })
  expect(await files.check('big', 2 * 1_048_576)).toMatchObject({ problem: { parameters: { size: 2.1, limit: 2 } } })
})

test('a size is said as everywhere, with one digit', async () => {
  const { files } = folderWith({ big: 'x'.repeat(3_000_000) })
  expect(await files.check('big', 2 * 1_048_576)).toMatchObject({ problem: { parameters: { size: 2.9, limit: 2 } } })
})

test('a file that may not be read says so', async () => {
  const { folder, files } = folderWith({ secret: 'x' })
  chmodSync(join(folder, 'secret'), 0)
  const check = await files.check('secret')
  // root reads everything: there the file is simply sound.
  expect(process.getuid?.() === 0 ? 'file' in check : 'problem' in check).toBe(true)
})

test('a file to be written is not one that a link of somebody else leads to, where all may write', async () => {
  const { folder } = folderWith({ mine: 'x' })
  for (const [name, target] of [
    ['link', 'mine'],
    ['further', 'link'],
  ] as const)
    symlinkSync(target, join(folder, name))
  const owner = lstatSync(join(folder, 'link')).uid
  const asked = (name: string, uid: number) => givenFiles(folder, folder, undefined, uid).target(name)
  const mine = realpathSync(join(folder, 'mine'))
  expect(await asked('further', owner + 1)).toBe(mine)
  chmodSync(folder, 0o1777)
  expect([await asked('further', owner), await asked('mine', owner + 1)]).toEqual([mine, mine])
  for (const name of ['link', 'further'])
    await expect(asked(name, owner + 1)).rejects.toMatchObject({ code: 'report-by-link', exitCode: 2 })
})
