import { describe, expect, test } from 'vitest'
import type { Prompts } from '../../../../src/terminal/prompts/prompts.ts'
import { widthOf } from '../../../../src/terminal/width.ts'
import { asked, askedInLines } from '../../../support/asked-prompt.ts'
import { keys } from '../../fake-stream.ts'

const choices = ['Badge', 'Clé de la salle des serveurs', 'VPN', 'Wiki'].map((name, value) => ({ name, value }))

function accesses({ ticked = [2], fewest = 0, none }: { ticked?: number[]; fewest?: number; none?: string } = {}) {
  return (prompts: Prompts) =>
    prompts.checklist({
      message: 'Accès',
      choices,
      ticked,
      none,
      validate: (values) => values.length >= fewest || `Il en faut ${fewest}.`,
    })
}

const orNone = { ticked: [], none: 'Aucun accès' }

/** What is answered by these keys, and what was on the screen before the last. */
async function answered(question: (prompts: Prompts) => Promise<number[]>, ...pressed: string[]) {
  const { answer, events, getScreen } = await asked(question)
  let seen = ''
  for (const key of pressed) {
    seen = getScreen()
    events.keypress(key)
  }
  return { answer: await answer, seen, left: getScreen() }
}

describe('a checklist', () => {
  test('gives its defaults when nothing is ticked or taken away', async () => {
    const { answer, events } = await asked(accesses())
    events.keypress('enter')
    expect(await answer).toEqual([2])
  })

  test('is ticked by Space, and gives all in its own order', async () => {
    const { answer, events } = await asked(accesses())
    for (const key of ['down', 'space', 'up', 'space', 'enter']) events.keypress(key)
    expect(await answer).toEqual([0, 1, 2])
  })

  test('shows what is ticked', async () => {
    const { answer, events, getScreen } = await asked(accesses())
    const screen = getScreen()
    events.keypress('enter')
    await answer
    expect(screen).toContain('❯ [ ] Badge\n  [ ] Clé de la salle des serveurs\n  [✔] VPN\n')
  })

  test('takes a tick away by Space', async () => {
    const { answer, events } = await asked(accesses({ ticked: [0, 2] }))
    events.keypress('space')
    events.keypress('enter')
    expect(await answer).toEqual([2])
  })

  test('is narrowed by what is typed, and shows all again by Escape', async () => {
    const { answer, events, getScreen } = await asked(accesses())
    events.type('cle')
    const narrowed = getScreen()
    events.keypress('escape')
    const whole = getScreen()
    events.keypress('enter')
    await answer
    expect([narrowed.match(/\[.\]/g)?.length, whole.match(/\[.\]/g)?.length]).toEqual([1, 4])
  })

  test('looks for something else once something was ticked', async () => {
    const { answer, events } = await asked(accesses({ ticked: [] }))
    events.type('wik')
    events.keypress('space')
    events.type('badge')
    events.keypress('space')
    events.keypress('enter')
    expect(await answer).toEqual([0, 3])
  })

  test('of which nothing is ticked gives what is in focus, as the keys say', async () => {
    const { answer, seen, left } = await answered(accesses(orNone), 'down', 'down', 'enter')
    expect({ answer, left, seen: seen.split('\n').slice(1) }).toEqual({
      answer: [1],
      left: expect.stringMatching(/^✔ Accès\s: Clé de la salle des serveurs$/),
      seen: [
        '  Aucun accès',
        '  [ ] Badge',
        '❯ [ ] Clé de la salle des serveurs',
        '  [ ] VPN',
        '  [ ] Wiki',
        '',
        'tapez pour chercher • ↑↓ se déplacer • Espace cocher • ⏎ choisir',
      ],
    })
  })

  test('gives what is ticked, wherever the arrow is, as the keys say', async () => {
    const { answer, seen } = await answered(accesses(orNone), 'down', 'space', 'down', 'down', 'enter')
    expect({ answer, seen }).toEqual({ answer: [0], seen: expect.stringContaining('Espace cocher • ⏎ terminer') })
  })

  test('begins at the row that takes none, or at what is ticked', async () => {
    const bare = await answered(accesses(orNone), 'enter')
    const ticked = await answered(accesses({ ...orNone, ticked: [2, 3] }), 'enter')
    expect([bare.answer, bare.seen, ticked.seen]).toEqual([
      [],
      expect.stringContaining('❯ Aucun accès\n  [ ] Badge'),
      expect.stringContaining('❯ [✔] VPN'),
    ])
  })

  test('is emptied by Space on the row that takes none', async () => {
    const { answer } = await answered(accesses({ ...orNone, ticked: [0, 1] }), 'home', 'space', 'enter')
    expect(answer).toEqual([])
  })

  test('gives what is found by what is typed', async () => {
    const { answer, events } = await asked(accesses(orNone))
    events.type('wik')
    events.keypress('enter')
    expect(await answer).toEqual([3])
  })

  test('says why these will not do, until something is changed', async () => {
    const { answer, events, nextRender, getScreen } = await asked(accesses({ ticked: [1], fewest: 2 }))
    events.keypress('enter')
    await nextRender()
    const refused = getScreen()
    events.keypress('space')
    const changed = getScreen()
    events.keypress('enter')
    expect(await answer).toEqual([0, 1])
    expect(refused).toContain('✗ Il en faut 2.')
    expect(changed).not.toContain('Il en faut 2.')
  })

  test('stands with its answers on one line once it is over', async () => {
    const { answer, events, getScreen } = await asked(accesses({ ticked: [0, 3] }))
    events.keypress('enter')
    await answer
    expect(getScreen()).toMatch(/^✔ Accès\s: Badge, Wiki$/)
  })

  test('of which nothing is ticked says so', async () => {
    const { left } = await answered(accesses(orNone), 'enter')
    expect(left).toMatch(/^✔ Accès\s: aucun$/)
  })

  test.each([
    [80, 24],
    [40, 24],
    [40, 8],
    [20, 5],
  ])('fits into a window of %i×%i, its help too', async (columns, rows) => {
    const help = 'Cochez ce dont la personne aura besoin dès son premier jour chez nous, rien de plus.'
    const { answer, events, getScreen } = await asked(
      (prompts) => prompts.checklist({ message: 'Accès à ouvrir', choices, ticked: [], help, back: true }),
      { columns, rows },
    )
    const lines = getScreen().split('\n')
    events.keypress('enter')
    await answer
    expect(lines.length).toBeLessThanOrEqual(rows)
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([])
    expect(lines).toContain('❯ [ ] Badge')
  })
})

describe('a checklist in lines', () => {
  test.each([
    ['Enter alone', '', [2]],
    ['numbers', '1, 4', [0, 3]],
    ['names and parts of them', 'wiki, serveurs', [1, 3]],
    ['a dash for none', '-', []],
  ])('takes %s', async (_what, typed, expected) => {
    expect((await askedInLines(accesses(), [typed, keys.enter])).answer).toEqual(expected)
  })

  test('says which are ticked', async () => {
    const { written } = await askedInLines(accesses(), [keys.enter])
    expect(written).toContain('3. VPN (ticked)\n4. Wiki\n')
  })

  test('names the word that finds nothing, and asks again', async () => {
    const { answer, written } = await askedInLines(accesses(), ['wiki, fax', keys.enter, '4', keys.enter])
    expect({ answer, written }).toEqual({ answer: [3], written: expect.stringContaining('Nothing matches “fax”.') })
  })

  test('says why these will not do', async () => {
    const { written } = await askedInLines(accesses({ fewest: 1 }), ['-', keys.enter, '1', keys.enter])
    expect(written).toContain('Il en faut 1.')
  })
})
