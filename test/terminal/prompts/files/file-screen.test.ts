import { expect, test } from 'vitest'
import {
  drawFiles,
  drawTaken,
  type FileLook,
  type FileState,
} from '../../../../src/terminal/prompts/files/file-screen.ts'
import { widthOf } from '../../../../src/terminal/width.ts'

const same = (text: string) => text
const look: FileLook = {
  question: same,
  answered: same,
  focus: same,
  error: same,
  hint: same,
  prefix: { idle: '?', done: '✔' },
}

const state: FileState = {
  message: 'Fichier à joindre',
  aside: '2 Mo au plus ; Entrée pour aucun',
  colon: ' :',
  names: [],
  active: undefined,
  typed: '',
  problems: [],
  candidates: [],
  hint: 'Tab complète • Ctrl+V ou « presse-papiers » joint une capture copiée',
  more: (count) => `… et ${count} autres`,
}
const names = Array.from({ length: 9 }, (_, index) => `capture-${index + 1}.png (12 ko)`)

const draw = (changes: Partial<FileState>, columns = 80, rows = 24) =>
  drawFiles({ ...state, ...changes }, { columns, rows }, look)

test('the files so far stand above the line that is typed, the keys below it', () => {
  expect(draw({ names: names.slice(0, 2), typed: 'mes' })).toEqual([
    [
      '✔ capture-1.png (12 ko)',
      '✔ capture-2.png (12 ko)',
      '? Fichier à joindre (2 Mo au plus ; Entrée pour aucun) : mes',
    ].join('\n'),
    '  Tab complète • Ctrl+V ou « presse-papiers » joint une capture copiée',
  ])
})

test('what is wrong is told in the place of the keys', () => {
  expect(draw({ typed: 'x', problems: ['x : ce fichier n’existe pas.'] })[1]).toBe('✗ x : ce fichier n’existe pas.')
})

test('what Tab found stands in columns, and of much only the first rows', () => {
  const candidates = ['Bureau/', 'Documents/', 'Images/', 'notes.txt']
  expect(draw({ candidates }, 40)[1]).toBe('  Bureau/      Documents/   Images/\n  notes.txt')
  const many = Array.from({ length: 100 }, (_, index) => `a-name-of-a-file-${index}`)
  expect(draw({ candidates: many }, 40)[1].split('\n').at(-1)).toMatch(/^ {2}… et \d+ autres$/)
})

test('what is typed shows nothing that turns text round, and is as long as it is', () => {
  const [head] = draw({ typed: 'a\u202egpj.exe' })
  expect(head.endsWith(' : agpj.exe ')).toBe(true)
})

test('of what Tab found nothing is obeyed', () => {
  expect(draw({ candidates: ['a\u202eb', 'c\u001b[2Jd'] })[1]).toBe('  ab   cd')
})

test('the one in focus is in sight, however many there are', () => {
  const [head] = draw({ names, active: 0 }, 40, 12)
  expect(head).toContain('❯ capture-1.png')
})

test.each([
  ['nothing', {}],
  ['files', { names, typed: 'a' }],
  ['a focus', { names, active: 4 }],
  ['problems', { problems: ['x : ce fichier n’existe pas.', 'y : ce fichier n’existe pas.'], names }],
  ['candidates', { candidates: names, names }],
] as const)('in a window of 20 columns and 5 lines, with %s, all of it is on the screen', (_what, changes) => {
  const rows = draw({ ...changes } as Partial<FileState>, 20, 5)
    .join('\n')
    .split('\n')
  expect(rows.length).toBeLessThanOrEqual(5)
  expect(rows.filter((row) => widthOf(row) > 20)).toEqual([])
})

test('the answer names all files', () => {
  expect(drawTaken('Fichiers : a.png (1 ko), b.png (2 ko)', { columns: 24, rows: 9 }, look)).toBe(
    '✔ Fichiers : a.png (1\n  ko), b.png (2 ko)',
  )
})
