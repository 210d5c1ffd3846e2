import { describe, expect, test, vi } from 'vitest'
import { Unreachable } from '../../../../src/errors/error.ts'
import type { LookupQuestion, Prompts } from '../../../../src/terminal/prompts/prompts.ts'
import { WentBack } from '../../../../src/terminal/prompts/went-back.ts'
import { widthOf } from '../../../../src/terminal/width.ts'
import { asked, askedInLines } from '../../../support/asked-prompt.ts'
import { keys } from '../../fake-stream.ts'

const people = ['Durand Alice', 'Nourel Amine', 'Nourel Nadia', 'Petit Bob']

/** Five a page of places, or people by their names; `broken`: how many questions fail first. */
function findIn(names: string[], { size = 5, broken = 0 } = {}) {
  let failing = broken
  return async (words: string, page: number) => {
    if (failing > 0) {
      failing -= 1
      throw new Unreachable('connection-refused', { host: 'support.example' })
    }
    const found = names.filter((name) => name.toLowerCase().includes(words.toLowerCase()))
    const choices = found.slice((page - 1) * size, page * size).map((name) => ({ name, value: name }))
    return { choices, more: found.length > page * size }
  }
}

const places = Array.from({ length: 12 }, (_none, index) => `Bâtiment A > Étage ${index + 1}`)

function place(more: Partial<LookupQuestion<string | null>> = {}) {
  return (prompts: Prompts) =>
    prompts.lookUp<string | null>({
      message: 'Lieu',
      own: [{ name: 'Sans lieu', value: null }],
      default: null,
      fewest: 0,
      find: findIn(places),
      ...more,
    })
}

function person(more: Partial<LookupQuestion<string>> = {}) {
  return (prompts: Prompts) =>
    prompts.lookUp<string>({ message: 'Observateur', own: [], fewest: 2, find: findIn(people), ...more })
}

/** What stands on the screen once it holds this. */
async function shown(getScreen: () => string, text: string): Promise<string> {
  await vi.waitUntil(() => getScreen().includes(text), { timeout: 10_000 })
  return getScreen()
}

describe('a search that the site answers', () => {
  test('shows the first ones at once, below those of one’s own', async () => {
    const { answer, events, getScreen } = await asked(place())
    const screen = await shown(getScreen, 'Étage 5')
    events.keypress('enter')
    expect([await answer, screen]).toEqual([null, expect.stringContaining('❯ Sans lieu\n  Bâtiment A > Étage 1\n')])
  })

  test('asks for more as one goes down', async () => {
    const { answer, events, getScreen } = await asked(place())
    await shown(getScreen, 'Étage 5')
    events.keypress('end')
    await shown(getScreen, 'Étage 6')
    events.keypress('down')
    events.keypress('enter')
    expect(await answer).toBe('Bâtiment A > Étage 6')
  })

  test('of people says how much must be typed', async () => {
    const { answer, events, getScreen } = await asked(person())
    const screen = getScreen()
    events.keypress({ name: 'c', ctrl: true })
    await expect(answer).rejects.toThrow()
    expect(screen).toContain('Tapez au moins 2 lettres du nom.')
  })

  test('shows those that are found by what is typed', async () => {
    const { answer, events, getScreen } = await asked(person())
    events.type('nourel')
    await shown(getScreen, '❯ Nourel Amine\n  Nourel Nadia')
    events.keypress('down')
    events.keypress('enter')
    expect(await answer).toBe('Nourel Nadia')
  })

  test('takes an early Enter for the only one that is found', async () => {
    const { answer, events } = await asked(person())
    events.type('petit')
    events.keypress('enter')
    expect(await answer).toBe('Petit Bob')
  })

  test('takes an early Enter for none of several', async () => {
    const { answer, events, getScreen } = await asked(person())
    events.type('nourel')
    events.keypress('enter')
    await shown(getScreen, 'Nourel Nadia')
    events.keypress('enter')
    expect(await answer).toBe('Nourel Amine')
  })

  test('says in place what went wrong, keeps what was typed, and tries again', async () => {
    const { answer, events, getScreen } = await asked(person({ find: findIn(people, { broken: 1 }) }), { columns: 40 })
    events.type('petit')
    const screen = await shown(getScreen, 'Entrée réessaie.')
    events.keypress('enter')
    await shown(getScreen, '❯ Petit Bob')
    events.keypress('enter')
    expect([await answer, screen]).toEqual(['Petit Bob', expect.stringMatching(/^\? Observateur\s: petit\n/)])
    expect(screen.split('\n').filter((line) => widthOf(line) > 40)).toEqual([])
  })

  test('says that nothing is found', async () => {
    const { answer, events, getScreen } = await asked(person())
    events.type('zzz')
    await shown(getScreen, '✗ Rien ne correspond.')
    events.keypress('escape')
    events.type('bob')
    await shown(getScreen, 'Petit Bob')
    events.keypress('enter')
    expect(await answer).toBe('Petit Bob')
  })

  test('rejects with what is no fault of the site', async () => {
    const find = async () => {
      throw new RangeError('a bug')
    }
    const { answer, events } = await asked(person({ find }))
    const failed = expect(answer).rejects.toThrow('a bug')
    events.type('bob')
    await failed
  })

  test('is emptied by Escape, and left by the second one', async () => {
    const { answer, events } = await asked(person({ back: true }))
    const left = expect(answer).rejects.toBeInstanceOf(WentBack)
    events.type('no')
    events.keypress('escape')
    events.keypress('escape')
    await left
  })

  test('says what it does while it looks', async () => {
    const find = () => new Promise<never>(() => undefined)
    const { answer, events, getScreen } = await asked(person({ find }))
    events.type('bob')
    const screen = await shown(getScreen, 'Recherche…')
    events.keypress({ name: 'c', ctrl: true })
    await expect(answer).rejects.toThrow()
    expect(screen).toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Recherche…/)
  })

  test.each([
    [80, 24],
    [40, 24],
    [40, 8],
    [20, 5],
  ])('fits into a window of %i×%i', async (columns, rows) => {
    const help = 'Là où la personne travaillera le plus souvent, à partir de son premier jour.'
    const { answer, events, getScreen } = await asked(place({ help, back: true }), { columns, rows })
    const screen = await shown(getScreen, 'Bâtiment')
    events.keypress('enter')
    await answer
    const lines = screen.split('\n')
    expect(lines.length).toBeLessThanOrEqual(rows)
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([])
  })
})

describe('the same in lines', () => {
  test('lists the first ones, takes a number, and «+» tells further ones', async () => {
    const { answer, written } = await askedInLines(place(), ['+', keys.enter, '8', keys.enter])
    expect({ answer, written }).toEqual({
      answer: 'Bâtiment A > Étage 7',
      written: expect.stringContaining('7. Bâtiment A > Étage 6\n'),
    })
  })

  test('takes Enter for what is usual', async () => {
    expect((await askedInLines(place(), [keys.enter])).answer).toBe(null)
  })

  test('tells those that are found, and takes the only one at once', async () => {
    const { answer, written } = await askedInLines(person(), [
      'n',
      keys.enter,
      'nourel',
      keys.enter,
      'petit',
      keys.enter,
    ])
    expect(answer).toBe('Petit Bob')
    expect(written).toContain('Type at least 2 letters of the name.')
    expect(written).toContain('1. Nourel Amine\n2. Nourel Nadia\n')
    expect(written).toContain('Chosen: Petit Bob')
  })

  test('says what went wrong, and asks again', async () => {
    const find = findIn(people, { broken: 1 })
    const { answer } = await askedInLines(person({ find }), ['petit', keys.enter, 'petit', keys.enter])
    expect(answer).toBe('Petit Bob')
  })
})
