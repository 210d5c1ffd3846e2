import type { RequestListener } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { fetchHttp } from '../../../src/glpi/http/fetch-http.ts'
import type { HttpRequest } from '../../../src/glpi/http/http.ts'
import { answering } from '../../support/loopback.ts'
import { networks } from '../../support/networks.ts'

const chunk = Buffer.alloc(20_000, 'x')

describe.each(networks)('$way,', ({ network }) => {
  async function streaming(listener: RequestListener, options: Partial<HttpRequest> = {}) {
    const url = await answering(listener)
    const send = await network({ timeout: 1000 })
    const response = await send({ url, streamed: true, ...options })
    if (!response.stream) throw new Error('there is no stream')
    return { ...response, stream: response.stream }
  }

  test('the head of a streamed answer is there before its body', async () => {
    const { status, stream, body } = await streaming((_request, response) => response.writeHead(200).flushHeaders())
    expect([status, body.length]).toEqual([200, 0])
    stream.destroy()
  })

  test('a body that keeps coming may take longer than the time-out', async () => {
    const { stream } = await streaming(async (_request, response) => {
      for (let count = 0; count < 8; count += 1) {
        response.write(chunk)
        await sleep(200)
      }
      response.end()
    })
    expect(Buffer.concat(await stream.toArray())).toHaveLength(8 * chunk.length)
  })

  test.each([
    ['stands still', () => 0],
    ['comes drop by drop', () => 1],
  ])('a body that %s is given up', async (_how, size) => {
    const { stream } = await streaming(async (_request, response) => {
      response.write(chunk)
      while (!response.destroyed) {
        response.write(Buffer.alloc(size()))
        await sleep(50)
      }
    })
    await expect(stream.toArray()).rejects.toMatchObject({ exitCode: 6, code: 'time-out' })
  })

  test('a body that never ends is read up to its limit', async () => {
    const flood: RequestListener = (_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', pour)
      }
      pour()
    }
    const { stream } = await streaming(flood, { limit: 1_000_000 })
    await expect(stream.toArray()).rejects.toMatchObject({ code: 'answer-too-big' })
  })

  test('a body that nobody reads frees its connection', async () => {
    let isFree = false
    const { stream } = await streaming((_request, response) => {
      response.write(chunk)
      response.on('close', () => {
        isFree = true
      })
    })
    stream.destroy()
    await expect.poll(() => isFree).toBe(true)
  })
})

test('within one process a streamed answer is bounded too', async () => {
  const http = fetchHttp(async () => new Response(chunk))
  const { stream } = await http({ method: 'GET', url: 'http://x.test/', headers: {}, streamed: true, limit: 1000 })
  await expect(stream?.toArray()).rejects.toMatchObject({ code: 'answer-too-big' })
})
