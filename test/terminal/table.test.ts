import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStyle } from '../../src/terminal/create-style.ts'
import { type Column, pagedTable, table } from '../../src/terminal/table.ts'
import { cut, widthOf } from '../../src/terminal/width.ts'

const bare = createStyle({ colors: false, links: false })

const mixed = [
  'Été à Noël',
  '网络故障无法连接服务器',
  '👨‍👩‍👧‍👦 famille',
  'e\u0301té',
  '🫠 fondu',
  'ﾊﾝｶｸ',
  '한국어 제목',
  'ภาษาไทย',
  'नमस्ते',
]

function columnsOf(cells: string[]): Column[] {
  return [
    { head: 'N°', cells: cells.map((_cell, index) => `#${index + 1}`), align: 'right' },
    { head: 'Titre', cells, minWidth: 10 },
    { head: 'Fin', cells: cells.map(() => '|') },
  ]
}

describe('table', () => {
  test('aligns what follows wide, joined and combining characters', () => {
    const lines = table(columnsOf(mixed), 80, bare).split('\n').slice(1)
    const bars = lines.map((line) => widthOf(line.slice(0, line.indexOf('|'))))
    expect(new Set(bars).size).toBe(1)
  })

  test('never passes the width, whatever stands in it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '网', '👩‍🚒', 'e\u0301', ' ', '한', '🇫🇷') })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.integer({ min: 20, max: 200 }), (cells, width) => {
        for (const line of table(columnsOf(cells), width, bare).split('\n'))
          expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
      { numRuns: 500 },
    )
  })

  test('cuts what has no room, and says so with …', () => {
    expect(table([{ head: 'Titre', cells: ['Imprimante en panne au deuxième étage'], minWidth: 5 }], 20, bare)).toBe(
      'Titre\nImprimante en panne…',
    )
  })

  test('lets the least important columns leave first', () => {
    const columns: Column[] = [
      { head: 'a', cells: ['aaaaaaaaaa'] },
      { head: 'b', cells: ['bbbbbbbbbb'], dropRank: 2 },
      { head: 'c', cells: ['cccccccccc'], dropRank: 1 },
    ]
    expect(table(columns, 25, bare).split('\n')[1]).toBe('aaaaaaaaaa  cccccccccc')
  })

  test('paints after it has measured and cut', () => {
    const painted = table([{ head: 'x', cells: ['rouge'], paint: (text) => `\u001b[31m${text}\u001b[39m` }], 80, bare)
    expect(painted.split('\n')[1]).toBe('\u001b[31mrouge\u001b[39m')
  })

  test('leaves no spaces at the end of lines', () => {
    expect(table(columnsOf(['court', 'beaucoup plus long']).slice(0, 2), 80, bare)).not.toMatch(/ $/m)
  })

  test('keeps its place when a cell is empty', () => {
    expect(table(columnsOf(['', 'deux']), 80, bare).split('\n')).toEqual([
      'N°  Titre  Fin',
      '#1         |',
      '#2  deux   |',
    ])
  })

  test('paints each of ten thousand rows once', () => {
    let painted = 0
    const paint = (text: string) => {
      painted += 1
      return text
    }
    const [number, title, end] = columnsOf(Array.from({ length: 10_000 }, (_none, index) => `Ticket ${index}`))
    const drawn = table([number, { ...title, paint }, end] as Column[], 80, bare)
    expect(drawn.split('\n')).toHaveLength(10_001)
    expect(painted).toBe(10_000)
  })
})

test('in plain mode a table is read row by row, each cell after its head, empty ones left out', () => {
  const plain = createStyle({ colors: false, links: false, plain: true, colon: '\u00a0:' })
  expect(table(columnsOf(['网络', '']), 80, plain)).toBe(
    'N°\u00a0: #1\nTitre\u00a0: 网络\nFin\u00a0: |\n\nN°\u00a0: #2\nFin\u00a0: |',
  )
})

describe('cut', () => {
  test('never splits a character that takes several code points', () => {
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 5)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦…')
  })

  test('leaves alone what fits', () => {
    expect(cut('网络', 4)).toBe('网络')
  })
})

describe('a table that is drawn page by page', () => {
  const column = (cells: string[]): Column[] => [
    { head: 'N°', cells: cells.map((_cell, index) => `#${10 ** index}`), align: 'right' },
    { head: 'Titre', cells, minWidth: 10 },
    { head: 'Fin', cells: cells.map(() => 'x'.repeat(16)), dropRank: 1 },
  ]

  test('has its head once, and further pages have the columns of the first', () => {
    const draw = pagedTable(30, bare)
    const [first, second] = [draw(column(['un titre qui prend toute la place'])), draw(column(['court']))]
    expect(first.split('\n')).toEqual(['N°  Titre', '#1  un titre qui prend toute…'])
    expect(second).toBe('#1  court')
  })

  test('never cuts a number that is longer than those before, nor passes the width', () => {
    const draw = pagedTable(30, bare)
    draw(column(['un titre qui prend toute la place']))
    const lines = draw(column(Array.from({ length: 6 }, () => 'un titre qui prend toute la place'))).split('\n')
    expect(lines.at(-1)).toMatch(/^#100000 {2}un titre/)
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(30)
  })

  test('in plain mode parts each row from the next', () => {
    const draw = pagedTable(30, createStyle({ colors: false, links: false, plain: true }))
    expect(`${draw(column(['a']))}\n${draw(column(['b']))}`).toMatch(/^N°: #1\nTitre: a\nFin: x+\n\nN°: #1\nTitre: b/)
  })
})
