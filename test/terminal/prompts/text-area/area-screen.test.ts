import { describe, expect, test } from 'vitest'
import { keys } from '../../fake-stream.ts'
import { askInWindow, marked, move } from './area-window.ts'

const letter = 'Bonjour, depuis ce matin l’imprimante du troisième étage ne répond plus et son voyant reste rouge.'

describe('a text that is being typed', () => {
  test('stands below its question, with its margin and what the keys do', async () => {
    const { keyboard, window, lines } = await askInWindow()
    await keyboard.type('', 'Bonjour,', keys.enter, 'plus rien.')
    await window.sees('plus rien.')
    expect(lines()).toEqual([
      '? Description :',
      '│ Bonjour,',
      '│ plus rien.',
      '│',
      '⏎ nouvelle ligne • Ctrl+D terminer',
    ])
  })

  test('is wrapped between words, with its margin on every row', async () => {
    const { keyboard, window, lines } = await askInWindow({}, { columns: 40 })
    await keyboard.type('', letter)
    await window.sees('rouge.')
    expect(lines().slice(1, 4)).toEqual([
      '│ Bonjour, depuis ce matin l’imprimante',
      '│ du troisième étage ne répond plus et',
      '│ son voyant reste rouge.',
    ])
  })

  test.each([
    ['wide characters', '打印机', 8],
    ['combining ones', 'e\u0301e\u0301', 4],
    ['a tab', 'a\tb', 7],
    ['what a terminal may think wider', '👩‍👩‍👧x', 5],
  ])('has its cursor behind %s', async (_what, typed, column) => {
    const { keyboard, window } = await askInWindow()
    await keyboard.type('', typed, '')
    await expect.poll(() => window.cursor()).toEqual({ row: 1, column })
  })

  test('scrolls within a window that is too small for it, the cursor always in sight', async () => {
    const { keyboard, window, lines } = await askInWindow({}, { columns: 20, rows: 5 })
    await keyboard.type('', marked('un\ndeux\ntrois\nquatre\ncinq'))
    await window.sees('cinq')
    const atEnd = lines()
    await keyboard.type(move.start, '')
    await window.sees('un')
    expect({ atEnd, atStart: lines() }).toEqual({
      atEnd: ['? Description :', '│ trois', '│ quatre', '│ cinq', 'Ctrl+D terminer'],
      atStart: ['? Description :', '│ un', '│ deux', '│ trois', 'Ctrl+D terminer'],
    })
  })

  test('keeps a key with what it does where the window is narrow', async () => {
    const { window, lines } = await askInWindow({ back: true }, { columns: 42, env: { EDITOR: 'nano' } })
    await window.sees('question d’avant')
    expect(lines().slice(-3)).toEqual([
      '⏎ nouvelle ligne • Ctrl+D terminer •',
      'Ctrl+O : éditeur (nano) •',
      '⇧Tab question d’avant',
    ])
  })

  test('says where one is in a text that does not fit', async () => {
    const { keyboard, window } = await askInWindow({}, { rows: 10 })
    await keyboard.type('', marked(Array.from({ length: 30 }, (_, line) => `ligne ${line + 1}`).join('\n')))
    await window.sees('Ligne 30 sur 30')
    await keyboard.type(move.pageUp)
    await window.sees('Ligne 23 sur 30')
  })

  test('shows what is wrong with it below, until it is corrected', async () => {
    const validate = (text: string) => text.includes('où') || 'Dites où.'
    const { keyboard, window, lines, answer } = await askInWindow({ validate })
    await keyboard.type('', 'Panne', keys.ctrlD)
    await window.sees('✗ Dites où.')
    const refused = lines().slice(0, 2)
    await keyboard.type(' : où', keys.ctrlD)
    expect([refused, await answer, window.screen().includes('Dites')]).toEqual([
      ['? Description :', '│ Panne'],
      'Panne : où',
      false,
    ])
  })
})

describe('a text that is over', () => {
  test('stands below its question, and nothing else of it', async () => {
    const { keyboard, window, lines, answer } = await askInWindow({}, { above: 'avant\n' })
    await keyboard.type('', 'un', keys.enter, 'deux', keys.ctrlD)
    await answer
    await window.settled()
    expect(lines()).toEqual(['avant', '✔ Description :', '│ un', '│ deux'])
  })

  test('is folded where it is long', async () => {
    const { keyboard, window, lines, answer } = await askInWindow()
    await keyboard.type('', marked(Array.from({ length: 12 }, (_, line) => `ligne ${line + 1}`).join('\n')), keys.ctrlD)
    await answer
    await window.settled()
    expect(lines()).toEqual(['✔ Description :', '│ ligne 1', '│ ligne 2', '│ ligne 3', '│ … 12 lignes'])
  })

  test('keeps what was typed in sight when it is left', async () => {
    const { keyboard, window, lines, answer } = await askInWindow()
    await keyboard.type('', 'un', keys.ctrlC)
    await answer.catch(() => undefined)
    await window.settled()
    expect(lines()).toEqual(['? Description :', '│ un'])
  })
})

describe('a window that gets another size in the middle', () => {
  test.each([
    [40, 24],
    [100, 30],
    [20, 24],
  ])('of %s columns and %s rows has no ghosts', async (columns, rows) => {
    const { keyboard, window, output, lines } = await askInWindow({}, { above: 'avant\r\n' })
    await keyboard.type(
      '',
      marked(`${letter}\nEt un second alinéa, assez long pour se replier lui aussi dans la fenêtre.`),
    )
    await window.sees('fenêtre.')
    await output.resize(columns, rows)
    await keyboard.type('', '', '', '', ' Fin')
    await window.sees('Fin')
    const shown = lines()
    expect(shown.filter((line) => line.includes('Description') || line.includes('avant'))).toEqual([
      'avant',
      '? Description :',
    ])
    expect(shown.slice(2).filter((line) => line.includes('Bonjour'))).toHaveLength(1)
  })

  test('keeps its rows whole when it is narrowed with the cursor in a row that is too wide', async () => {
    const { keyboard, window, output, lines } = await askInWindow({}, { above: 'avant\r\n' })
    await keyboard.type('', letter.slice(0, 59))
    await window.sees('troisième')
    await output.resize(40, 24)
    await keyboard.type('', '', '', '', '.')
    await window.sees('étage ne.')
    expect(lines().slice(0, 4)).toEqual([
      'avant',
      '? Description :',
      '│ Bonjour, depuis ce matin l’imprimante',
      '│ du troisième étage ne.',
    ])
  })

  test('leaves nothing of it behind when it ends', async () => {
    const { keyboard, window, output, lines, answer } = await askInWindow({}, { above: 'avant\r\n' })
    await keyboard.type('', letter)
    await window.sees('rouge.')
    await output.resize(60, 24)
    await keyboard.type(keys.ctrlD)
    await answer
    await window.settled()
    expect(lines()).toEqual([
      'avant',
      '✔ Description :',
      expect.stringContaining('│ Bonjour'),
      expect.stringContaining('│ '),
    ])
  })
})

describe('a paste of 10,000 lines', () => {
  const log = Array.from({ length: 10_000 }, (_, line) => `2026-11-28 12:00:${line} erreur 500, rien à signaler`).join(
    '\n',
  )

  test.each([
    ['marked', marked(log)],
    ['not marked', log],
  ])(
    'that is %s is there soon, cut off where that is told',
    async (_how, pasted) => {
      const { keyboard, window, answer } = await askInWindow()
      await keyboard.type('')
      for (let at = 0; at < pasted.length; at += 4096) keyboard.write(pasted.slice(at, at + 4096))
      await window.sees(/coupé à la ligne [\d\s]+/u)
      await keyboard.type(keys.ctrlD)
      const text = await answer
      expect(log.startsWith(text) ? text.length : text).toBeOneOf([249_999, 250_000])
    },
    20_000,
  )
})

test('that what is typed cannot be kept is seen at once, while one types on, and no more once it is kept', async () => {
  let isFull = true
  const whileTyping = () => (isFull ? 'Le disque est plein.' : undefined)
  const { keyboard, window } = await askInWindow({ whileTyping })
  await keyboard.type('', 'Bonjour')
  await window.sees('Le disque est plein.')
  await keyboard.type(', plus rien')
  await window.sees(/plus rien[\s\S]*Le disque est plein\./)
  isFull = false
  await keyboard.type(' ne sort')
  await window.sees(/^(?![\s\S]*plein)[\s\S]*ne sort/)
  await keyboard.type(keys.ctrlD)
})
