import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadedPart, UnusablePart, unpackedPart } from '../../../src/settings/secrets/native-part.ts'

const bytes = Buffer.from('the part that speaks with the keychain')

function newCache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-cache-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'ipeos')
}

async function troubleOf(cache: string, part = bytes): Promise<string> {
  const error = await unpackedPart(part, cache).catch((reason: unknown) => reason)
  return error instanceof UnusablePart ? error.trouble : `none: ${String(error)}`
}

test('the part is unpacked whole into a folder that only its owner enters, once', async () => {
  const cache = newCache()
  const path = await unpackedPart(bytes, cache)
  expect(readFileSync(path)).toEqual(bytes)
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  const { ino } = statSync(path)
  expect(await unpackedPart(bytes, cache)).toBe(path)
  expect(statSync(path).ino).toBe(ino)
  expect(readdirSync(dirname(path))).toEqual(['keyring.node'])
})

test('two versions side by side have a part each', async () => {
  const cache = newCache()
  const [one, other] = [await unpackedPart(bytes, cache), await unpackedPart(Buffer.from('another'), cache)]
  expect(readFileSync(one)).toEqual(bytes)
  expect(readFileSync(other, 'utf8')).toBe('another')
})

test('several that begin at once find it whole, and leave nothing else behind', async () => {
  const cache = newCache()
  const large = Buffer.alloc(4_000_000, 'part')
  const paths = await Promise.all(Array.from({ length: 12 }, () => unpackedPart(large, cache)))
  const [path = ''] = new Set(paths)
  expect(paths).toEqual(Array.from(paths, () => path))
  expect(readFileSync(path).equals(large)).toBe(true)
  expect(readdirSync(dirname(path))).toEqual(['keyring.node'])
})

test('what was killed while it unpacked is in nobody’s way', async () => {
  const cache = newCache()
  const path = await unpackedPart(bytes, cache)
  renameSync(path, `${path}.killed.tmp`)
  truncateSync(`${path}.killed.tmp`, 5)
  expect(readFileSync(await unpackedPart(bytes, cache))).toEqual(bytes)
})

test('a part that was changed is refused, and left as it is', async () => {
  const cache = newCache()
  const path = await unpackedPart(bytes, cache)
  writeFileSync(path, 'evil')
  expect(await troubleOf(cache)).toBe('tampered')
  expect(readFileSync(path, 'utf8')).toBe('evil')
})

test('a link in its place is refused', async () => {
  const cache = newCache()
  const path = await unpackedPart(bytes, cache)
  rmSync(path)
  writeFileSync(join(cache, 'elsewhere'), bytes)
  symlinkSync(join(cache, 'elsewhere'), path)
  expect(await troubleOf(cache)).toBe('tampered')
})

test.each(['the folder', 'the folder above'])('where others may write in %s, it is refused', async (which) => {
  const cache = newCache()
  const folder = dirname(await unpackedPart(bytes, cache))
  chmodSync(which === 'the folder' ? folder : dirname(folder), 0o777)
  expect(await troubleOf(cache)).toBe('tampered')
})

test.runIf(process.getuid?.() === 0)('a cache that is another person’s is refused', async () => {
  const cache = newCache()
  await unpackedPart(bytes, cache)
  chownSync(cache, 12_345, 12_345)
  expect(await troubleOf(cache)).toBe('tampered')
})

test('where nothing can be kept, that is said', async () => {
  const cache = newCache()
  mkdirSync(dirname(cache), { recursive: true })
  writeFileSync(cache, 'a file in the place of the folder')
  expect(await troubleOf(cache)).toBe('unpacked')
})

test('what the system does not load is told apart', async () => {
  const path = await unpackedPart(bytes, newCache())
  expect(existsSync(path)).toBe(true)
  expect(() => loadedPart(path)).toThrow(expect.objectContaining({ trouble: 'unloadable', path }))
})
