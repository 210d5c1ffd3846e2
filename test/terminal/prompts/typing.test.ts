import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Cancelled } from '../../../src/errors/error.ts'
import { tellingWhile } from '../../../src/terminal/prompts/typing.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function typing(question: { default?: string } = {}, tell: (typed: string) => unknown = () => undefined) {
  const told: string[] = []
  const leave: { answer?: (text: string) => void; cancel?: () => void } = {}
  let is: (typed: string) => void = () => undefined
  const whileTyping = async (typed: string) => {
    const answer = await tell(typed)
    told.push(typed)
    return answer
  }
  const over = tellingWhile({ ...question, whileTyping }, (now) => {
    is = (typed) => now.is(typed)
    return new Promise<string>((resolve, reject) => {
      Object.assign(leave, { answer: resolve, cancel: () => reject(new Cancelled('cancelled')) })
    })
  })
  return { told, over, leave, type: (typed: string) => is(typed) }
}

test('what is typed is told within the second, while it is typed', async () => {
  const { told, type } = typing()
  for (let length = 1; length <= 20; length++) {
    type('x'.repeat(length))
    await vi.advanceTimersByTimeAsync(100)
  }
  await vi.advanceTimersByTimeAsync(900)
  expect(told.at(-1)).toBe('x'.repeat(20))
  const behind = told.map((text, index) => text.length - (told[index - 1] ?? '').length)
  expect(Math.max(...behind)).toBeLessThan(10)
})

test('what did not change is not told again, nor is the text that stood there before', async () => {
  const { told, type } = typing({ default: 'Bonjour' })
  type('Bonjour')
  await vi.advanceTimersByTimeAsync(1000)
  expect(told).toEqual([])
  type('Bonjour,')
  type('Bonjour,')
  await vi.advanceTimersByTimeAsync(5000)
  expect(told).toEqual(['Bonjour,'])
})

test('a text that is erased is not told: what stood there last stays', async () => {
  const { told, type, leave, over } = typing()
  type('Bon')
  await vi.advanceTimersByTimeAsync(1000)
  type('')
  leave.answer?.('')
  await over
  expect(told).toEqual(['Bon'])
})

test.each(['answer', 'cancel'] as const)('whoever leaves by %s has all of it told before', async (way) => {
  const { told, type, leave, over } = typing()
  type('Bonjour, plus r')
  type('Bonjour, plus rien')
  leave[way]?.('')
  await over.catch(() => undefined)
  expect(told).toEqual(['Bonjour, plus rien'])
})

test('a telling that takes long is not overtaken by the next one', async () => {
  const done: string[] = []
  const { type, leave, over } = typing({}, async (typed) => {
    await new Promise((resolve) => setTimeout(resolve, typed === 'un' ? 5000 : 10))
    done.push(typed)
  })
  type('un')
  await vi.advanceTimersByTimeAsync(400)
  type('un deux')
  leave.answer?.('')
  await vi.advanceTimersByTimeAsync(6000)
  await over
  expect(done).toEqual(['un', 'un deux'])
})

test('what could not be kept is told once more when the question ends', async () => {
  const { told, type, leave, over } = typing({}, () => (told.length === 0 ? 'The disk is full.' : undefined))
  type('Bonjour')
  await vi.advanceTimersByTimeAsync(1000)
  leave.answer?.('')
  await over
  expect(told).toEqual(['Bonjour', 'Bonjour'])
})
