import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Unreachable } from '../../src/errors/error.ts'
import { keepFile } from '../../src/files/incoming-file.ts'
import { fileName } from '../../src/terminal/sanitize.ts'

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'ipeos-kept-'))
}

const keeping = { replace: false, onProgress: () => undefined, onPart: () => undefined }
const coming = (name: string, text = 'neuf', sha1?: string) => ({
  name,
  stream: Readable.from([Buffer.from(text)]),
  sha1,
})

test('a file is kept under its name, and nothing else stays', async () => {
  const folder = aFolder()
  const told: number[] = []
  const name = await keepFile(folder, coming('a.png'), { ...keeping, onProgress: (bytes) => told.push(bytes) })
  expect([name, readdirSync(folder), readFileSync(join(folder, name), 'utf8'), told]).toEqual([
    'a.png',
    ['a.png'],
    'neuf',
    [4],
  ])
})

test('the folder is made where it lacks', async () => {
  const folder = join(aFolder(), 'x', 'y')
  await keepFile(folder, coming('a.png'), keeping)
  expect(readdirSync(folder)).toEqual(['a.png'])
})

test('a name that is taken is left alone, and the next free one chosen', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'a.tar.gz'), 'vieux')
  writeFileSync(join(folder, 'a.tar (2).gz'), 'vieux')
  expect(await keepFile(folder, coming('a.tar.gz'), keeping)).toBe('a.tar (3).gz')
  expect(readFileSync(join(folder, 'a.tar.gz'), 'utf8')).toBe('vieux')
})

test('two at once get a name each', async () => {
  const folder = aFolder()
  const names = await Promise.all(Array.from({ length: 8 }, () => keepFile(folder, coming('a'), keeping)))
  expect(new Set(names).size).toBe(8)
  expect(readdirSync(folder)).toHaveLength(8)
})

test('a link that waits under the name is not followed', async () => {
  const folder = aFolder()
  const outside = join(aFolder(), 'dehors')
  symlinkSync(outside, join(folder, 'a.png'))
  expect(await keepFile(folder, coming('a.png'), keeping)).toBe('a (2).png')
  expect(existsSync(outside)).toBe(false)
})

test('where it is asked for, the old file is replaced; a link itself, never what it points at', async () => {
  const folder = aFolder()
  const outside = join(aFolder(), 'dehors')
  writeFileSync(outside, 'vieux')
  symlinkSync(outside, join(folder, 'a.png'))
  expect(await keepFile(folder, coming('a.png'), { ...keeping, replace: true })).toBe('a.png')
  expect([readFileSync(join(folder, 'a.png'), 'utf8'), readFileSync(outside, 'utf8')]).toEqual(['neuf', 'vieux'])
})

test('a stream that fails leaves nothing, and its reason is told', async () => {
  const folder = aFolder()
  async function* torn(): AsyncGenerator<Buffer> {
    yield Buffer.from('moi')
    throw new Unreachable('connection-cut', { host: 'x' })
  }
  const content = { name: 'a.png', stream: Readable.from(torn()) }
  await expect(keepFile(folder, content, keeping)).rejects.toMatchObject({ exitCode: 6 })
  expect(readdirSync(folder)).toEqual([])
})

test('a stream that fails costs nothing of the file that was to be replaced', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'a.png'), 'vieux')
  const content = { name: 'a.png', stream: Readable.from([Buffer.from('x')]), sha1: 'f'.repeat(40) }
  await expect(keepFile(folder, content, { ...keeping, replace: true })).rejects.toMatchObject({
    code: 'damaged-file',
  })
  expect([readdirSync(folder), readFileSync(join(folder, 'a.png'), 'utf8')]).toEqual([['a.png'], 'vieux'])
})

test('bytes whose sum is right are kept', async () => {
  const sha1 = createHash('sha1').update('neuf').digest('hex')
  expect(await keepFile(aFolder(), coming('a.png', 'neuf', sha1), keeping)).toBe('a.png')
})

test('a folder that cannot be made is told with its reason', async () => {
  await expect(keepFile('/proc/ipeos', coming('a.png'), keeping)).rejects.toMatchObject({
    exitCode: 1,
    code: 'cannot-write-file',
    parameters: { reason: 'ENOENT' },
  })
})

test('a file where a folder is meant is wrong usage', async () => {
  const folder = join(aFolder(), 'fichier')
  writeFileSync(folder, '')
  await expect(keepFile(folder, coming('a.png'), keeping)).rejects.toMatchObject({
    exitCode: 2,
    code: 'not-a-folder',
    parameters: { path: folder },
  })
})

test('an interrupted command can remove what is there so far', async () => {
  const folder = aFolder()
  let remove = (): void => undefined
  async function* slow(): AsyncGenerator<Buffer> {
    yield Buffer.from('moi')
    remove()
    expect(readdirSync(folder)).toEqual([])
    throw new Unreachable('connection-cut', { host: 'x' })
  }
  const content = { name: 'a.png', stream: Readable.from(slow()) }
  const onPart = (how: () => void) => {
    remove = how
  }
  await expect(keepFile(folder, content, { ...keeping, onPart })).rejects.toMatchObject({ exitCode: 6 })
})

test.each(['../a', 'x/y', '..', '.', ''])('%j is no name of a file', async (name) => {
  await expect(keepFile(aFolder(), coming(name), keeping)).rejects.toThrow(TypeError)
})

test('whatever the platform calls a file, it stays in its folder', async () => {
  const hostile = fc.array(
    fc.constantFrom('..', '/', '\\', '.', '\0', '\n', '\u202e', '\u001b[2J', 'a', 'é', '~', '-', 'CON', ':'),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        hostile.map((parts) => parts.join('')),
      ),
      async (text) => {
        const around = aFolder()
        const folder = join(around, 'dedans')
        mkdirSync(folder)
        const name = await keepFile(folder, coming(fileName(text)), keeping)
        expect([readdirSync(around), readdirSync(folder)]).toEqual([['dedans'], [name]])
      },
    ),
    { numRuns: 200 },
  )
})
