import { describe, expect, test, vi } from 'vitest'
import { LookedUp } from '../../../../src/terminal/prompts/choice/looked-up.ts'

type Page = { found: string[]; more: boolean }

interface Asked {
  words: string
  page: number
  signal: AbortSignal
  resolve(page: Page): void
  reject(reason: Error): void
}

/** People found by a site that answers only when the test says so. */
function site({ fewest = 0 } = {}) {
  const asked: Asked[] = []
  const find = (words: string, page: number, signal: AbortSignal) =>
    new Promise<Page>((resolve, reject) => asked.push({ words, page, signal, resolve, reject }))
  const lookup = new LookedUp<string>({ fewest, find }, 5)
  const questions = (count: number) => vi.waitUntil(() => asked.length >= count)
  const settled = () => vi.waitUntil(() => !lookup.isBusy)
  return { lookup, asked, questions, settled }
}

test('what is typed quickly is asked for once, when the keys rest', async () => {
  const { lookup, asked, questions } = site({ fewest: 2 })
  for (const words of ['n', 'no', 'nou', 'nour']) lookup.is(words)
  await questions(1)
  expect(asked.map(({ words }) => words)).toEqual(['nour'])
})

test('nothing is asked for before there are letters enough', async () => {
  const { lookup } = site({ fewest: 2 })
  lookup.is('n ')
  expect({ isShort: lookup.isShort, isBusy: lookup.isBusy }).toEqual({ isShort: true, isBusy: false })
})

test('an answer that comes after a newer question counts no more', async () => {
  const { lookup, asked, questions, settled } = site()
  lookup.is('a')
  await questions(1)
  lookup.is('ab')
  await questions(2)
  asked[1]?.resolve({ found: ['Abel'], more: false })
  asked[0]?.resolve({ found: ['Alice'], more: false })
  await settled()
  expect([lookup.found, asked[0]?.signal.aborted]).toEqual([['Abel'], true])
})

test('what is typed again is not asked for again', async () => {
  const { lookup, asked, questions, settled } = site()
  lookup.is('a')
  await questions(1)
  asked[0]?.resolve({ found: ['Alice'], more: false })
  await settled()
  lookup.is('ab')
  lookup.is('a')
  expect({ isBusy: lookup.isBusy, questions: asked.length }).toEqual({ isBusy: false, questions: 1 })
})

describe('a further page', () => {
  async function first(more: boolean) {
    const made = site()
    made.lookup.is('')
    await made.questions(1)
    made.asked[0]?.resolve({ found: ['Alice'], more })
    await made.settled()
    made.lookup.further()
    return made
  }

  test('comes behind those that are there', async () => {
    const { lookup, asked, questions, settled } = await first(true)
    await questions(2)
    asked[1]?.resolve({ found: ['Bob'], more: false })
    await settled()
    expect([lookup.found, asked[1]?.page]).toEqual([['Alice', 'Bob'], 2])
  })

  test('is not asked for where there is none', async () => {
    expect((await first(false)).asked).toHaveLength(1)
  })

  test('that cannot be had costs nothing, and can be asked for again', async () => {
    const { lookup, asked, questions, settled } = await first(true)
    await questions(2)
    asked[1]?.reject(new Error('lost'))
    await settled()
    expect([lookup.found, String(lookup.trouble)]).toEqual([['Alice'], 'Error: lost'])
    lookup.again()
    await questions(3)
    expect([asked[2]?.page, lookup.trouble]).toEqual([2, undefined])
  })
})

test('a page on which nothing may be chosen is passed over', async () => {
  const { lookup, asked, questions, settled } = site()
  lookup.is('')
  await questions(1)
  asked[0]?.resolve({ found: [], more: true })
  await questions(2)
  asked[1]?.resolve({ found: ['Site'], more: false })
  await settled()
  expect([lookup.found, asked.map(({ page }) => page)]).toEqual([['Site'], [1, 2]])
})

test('once it is closed, nothing changes any more', async () => {
  const { lookup, asked, questions } = site()
  let changes = 0
  lookup.is('')
  await questions(1)
  lookup.onChange = () => {
    changes += 1
  }
  lookup.close()
  asked[0]?.resolve({ found: ['Alice'], more: false })
  await questions(1)
  expect(changes).toBe(0)
})
