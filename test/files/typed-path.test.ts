import { expect, test } from 'vitest'
import { fitsPattern, typedPaths } from '../../src/files/typed-path.ts'

const named = async (line: string, there: string[] = []) =>
  (await typedPaths(line, async (path) => there.includes(path))).map(({ value }) => value)

test.each([
  ["'/home/moi/écran à moi.png'", ['/home/moi/écran à moi.png']],
  ['"/tmp/a b.txt"', ['/tmp/a b.txt']],
  ['/tmp/a\\ b\\(1\\).txt ', ['/tmp/a b(1).txt']],
  ['C:\\Users\\moi\\a.txt', ['C:\\Users\\moi\\a.txt']],
  ["'/tmp/Capture d'\\''écran.png'", ["/tmp/Capture d'écran.png"]],
  ["Capture\\ d\\'écran.png", ["Capture d'écran.png"]],
  ["'/tmp/a.png' '/tmp/b c.png' ", ['/tmp/a.png', '/tmp/b c.png']],
  ['/tmp/a\\ b.png /tmp/c.png', ['/tmp/a b.png', '/tmp/c.png']],
  ['file:///tmp/a%20b.png', ['/tmp/a b.png']],
  ["'not closed", ['not closed']],
  ['', []],
])('a line %s, pasted or dropped, names %j', async (line, paths) => {
  expect(await named(line)).toEqual(paths)
})

test('a name with blanks that is there needs no quotes', async () => {
  expect(await named('mes photos/a b.png c.png', ['mes photos/a b.png', 'c.png'])).toEqual([
    'mes photos/a b.png',
    'c.png',
  ])
})

test('an apostrophe within a name is a letter of it', async () => {
  expect(await named("Capture d'écran.png", ["Capture d'écran.png"])).toEqual(["Capture d'écran.png"])
})

test('a line of which nothing is there is one name', async () => {
  expect(await named('ma photo.png')).toEqual(['ma photo.png'])
})

test('of two names of which one is there the other is told by itself', async () => {
  expect(await named('missing.png a.png', ['a.png'])).toEqual(['missing.png', 'a.png'])
})

test('a text that was pasted is not looked for in every way that it can be cut', async () => {
  const pasted = Array.from({ length: 10_000 }, () => 'mot').join(' ')
  let looks = 0
  await typedPaths(pasted, async () => ++looks < 0)
  expect(looks).toBeLessThanOrEqual(20_000)
})

test('what is longer than any path is not looked for', async () => {
  const asked: string[] = []
  await typedPaths(`${'a'.repeat(4000)} ${'b'.repeat(4000)}`, async (path) => asked.push(path) < 0)
  expect(asked).toEqual(['a'.repeat(4000), 'b'.repeat(4000)])
})

test('a pattern means what is not hidden', () => {
  const names = ['a.png', 'é.png', '.hidden.png', 'a.png.txt', 'b.jpg']
  expect(names.filter((name) => fitsPattern(name, '*.png'))).toEqual(['a.png', 'é.png'])
})
