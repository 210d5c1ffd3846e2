import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { givenFiles } from '../../src/files/given-file.ts'
import { plain } from '../../src/terminal/sanitize.ts'

/** A folder with these; a name that ends with a slash is a folder. */
function files(...names: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-complete-'))
  for (const name of names)
    if (name.endsWith('/')) mkdirSync(join(folder, name), { recursive: true })
    else writeFileSync(join(folder, name), name)
  const { complete, named } = givenFiles(folder, folder)
  return { folder, named, complete: (line: string) => complete(line, (name) => plain(name) === name) }
}

test.each([
  ['the only name that begins so', 'rap', 'rapport.txt'],
  ['a folder, with what ends it', 'doc', 'Documents/'],
  ['in a folder', 'Documents/f', 'Documents/facture d’août.pdf'],
  ['from home', '~/rap', '~/rapport.txt'],
  ['home itself', '~', '~/'],
  ['without its accents', 'ecran', 'écran.png'],
  ['with a blank in it, as it is', 'mon f', 'mon fichier.txt'],
  ['within the quotes that were opened, and closes them', "'mon f", "'mon fichier.txt'"],
  ['after blanks that were escaped', 'mon\\ f', 'mon fichier.txt'],
  ['the last of several', 'rapport.txt éc', 'rapport.txt écran.png'],
  ['after one with blanks', "'mon fichier.txt' éc", "'mon fichier.txt' écran.png"],
  ['a name that begins with a quote, in quotes', "'«", "'«x»'"],
])('Tab completes %s', (_what, typed, line) => {
  const { complete } = files(
    ...['rapport.txt', 'Documents/', 'Documents/facture d’août.pdf', 'écran.png', 'mon fichier.txt', '«x»'],
  )
  expect(complete(typed)).toEqual({ line, candidates: [] })
})

test('Tab goes as far as is certain, and tells what there is', () => {
  const { complete } = files('journal-1.txt', 'journal-2.txt', 'journaux/', 'autre')
  expect(complete('j')).toEqual({ line: 'journa', candidates: ['journal-1.txt', 'journal-2.txt', 'journaux/'] })
})

test('on nothing Tab tells what is in the folder, but for what is hidden', () => {
  const { complete } = files('a', 'b', '.hidden')
  expect(complete('')).toEqual({ line: '', candidates: ['a', 'b'] })
  expect(complete('.h')).toEqual({ line: '.hidden', candidates: [] })
})

test('case tells two names apart where it was typed so', () => {
  const { complete } = files('Rapport.txt', 'rapport.md')
  expect(complete('R')).toEqual({ line: 'Rapport.txt', candidates: [] })
  expect(complete('RAP')).toEqual({ line: 'rapport.', candidates: ['rapport.md', 'Rapport.txt'] })
})

test('a link to a folder is completed as one', () => {
  const { complete, folder } = files('target/')
  symlinkSync('target', join(folder, 'link'))
  expect(complete('li')).toEqual({ line: 'link/', candidates: [] })
})

test('where no name begins so, or the folder cannot be read, nothing is completed', () => {
  const { complete } = files('a')
  expect([complete('zz'), complete('nowhere/a'), complete('a/b')]).toEqual([undefined, undefined, undefined])
})

test.each([
  ['in a circle', 'loop'],
  ['to a name that is too long', 'x'.repeat(300)],
  ['through what is no folder', 'lettre.txt/further'],
  ['to nothing', 'nowhere'],
])('a link %s is completed by its name', (_where, target) => {
  const { complete, folder } = files('lettre.txt')
  symlinkSync(target, join(folder, 'loop'))
  expect(complete('')).toEqual({ line: 'l', candidates: ['lettre.txt', 'loop'] })
})

test.each([
  ['would obey', 'b\u001b[2J.txt'],
  ['would turn round', 'b\u202egpj.exe'],
  ['would not show', 'b\u200bon.txt'],
  ['would break', 'b\u2028on.txt'],
  ['would not show as a tag', 'b\u{e0041}on.txt'],
  ['would draw over other lines', `b${'\u0301'.repeat(40)}.txt`],
])('a name that a terminal %s is not offered', (_how, name) => {
  const { complete } = files(name, 'bon.txt')
  expect(complete('b')).toEqual({ line: 'bon.txt', candidates: [] })
})

test('what is completed is what the line then names', async () => {
  for (const name of ['a b.txt', "d'ici.txt", "'quoted'.txt", 'back\\slash.txt', 'two  blanks.txt']) {
    const { complete, named } = files(name)
    const line = complete(name.slice(0, 1) === "'" ? '"' : name.slice(0, 1))?.line ?? ''
    expect(await named(line)).toEqual([name])
  }
})

test('a pattern names the files that fit it, unless a file is called so', async () => {
  const { named } = files('a.png', 'b.png', 'c.txt', 'd.png/', 'etoile*.txt')
  expect(await named('*.png')).toEqual(['a.png', 'b.png'])
  expect(await named('etoile*.txt')).toEqual(['etoile*.txt'])
  expect(await named('*.gif')).toEqual(['*.gif'])
  expect(await named("'*.png'")).toEqual(['*.png'])
})
