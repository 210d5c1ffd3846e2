import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createStyle } from '../../src/terminal/create-style.ts'
import { filtered, pourInto } from '../../src/terminal/pour.ts'

/** Pieces of text, and how many of them were asked for. */
function spring(count: number) {
  const asked = { count: 0 }
  async function* pieces() {
    for (let piece = 0; piece < count; piece += 1) {
      asked.count += 1
      yield `${'x'.repeat(999)}\n`
    }
  }
  return { asked, pieces: pieces() }
}

const heard = new AbortController().signal

const tick = () => new Promise((resolve) => setTimeout(resolve, 20))

test('what nobody reads is not asked for', async () => {
  const { asked, pieces } = spring(100)
  const output = new PassThrough({ highWaterMark: 3000 })
  const pouring = pourInto(pieces, { output, pager: undefined, beforeWriting: () => undefined, unheard: heard })
  await tick()
  const waiting = asked.count
  let bytes = 0
  output.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  await pouring
  await tick()
  expect(waiting).toBeLessThan(10)
  expect({ asked: asked.count, bytes }).toEqual({ asked: 100, bytes: 100_000 })
})

test('what moves on the screen is gone before each piece', async () => {
  const order: string[] = []
  const output = new PassThrough()
  output.on('data', () => order.push('text'))
  const pieces = spring(2).pieces
  await pourInto(pieces, { output, pager: undefined, beforeWriting: () => order.push('hide'), unheard: heard })
  await tick()
  expect(order).toEqual(['hide', 'text', 'hide', 'text'])
})

test('a signal that came before a filter runs is answered before it runs', async () => {
  const order: string[] = []
  const answer = () => order.push('signal')
  process.once('SIGUSR2', answer)
  async function* pieces() {
    process.kill(process.pid, 'SIGUSR2')
    yield '1\n'
  }
  const apply = (piece: string) => {
    order.push('filter')
    return piece
  }
  const look = {
    style: createStyle({ colors: false, links: false }),
    width: 80,
    outputIsTerminal: false,
    show: () => undefined,
  }
  for await (const piece of filtered(pieces(), { apply, inLines: true }, look)) order.push(piece)
  expect(order).toEqual(['signal', 'filter', '1\n'])
})
