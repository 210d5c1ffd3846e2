import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { CodeOf } from '../../../src/errors/code.ts'
import { type IpeosError, Unreachable } from '../../../src/errors/error.ts'
import type { unreachable } from '../../../src/errors/unreachable-codes.ts'
import type { HttpRequest, HttpResponse } from '../../../src/glpi/http/http.ts'
import { retrying } from '../../../src/glpi/http/retry.ts'

const get: HttpRequest = { method: 'GET', url: 'https://support.example/apirest.php/Ticket', headers: {} }

function answer(status: number, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers, body: Buffer.from('') }
}

function failure(code: CodeOf<typeof unreachable>): IpeosError {
  return new Unreachable(code, { host: 'support.example' })
}

/** A server that gives these, one a request; time passes only by waiting. */
function server(...outcomes: Array<HttpResponse | Error>) {
  const left = [...outcomes]
  const waits: number[] = []
  let time = Date.parse('2026-03-05T09:00:00Z')
  const http = retrying(
    async () => {
      const next = left.shift()
      if (next === undefined) throw new Error('asked once too often')
      if (next instanceof Error) throw next
      return next
    },
    {
      now: () => new Date(time),
      sleep: async (milliseconds) => {
        waits.push(milliseconds)
        time += milliseconds
      },
      random: () => 0.5,
      patience: 30_000,
    },
  )
  return { http, waits, left }
}

test.each([
  ['a refused connection', failure('connection-refused')],
  ['a cut connection', failure('connection-cut')],
  ['a name server that is away', failure('lookup-failed')],
  ['a 502', answer(502)],
  ['a 500', answer(500)],
  ['a 429', answer(429)],
])('a question that meets %s is asked again, a little later', async (_name, trouble) => {
  const { http, waits } = server(trouble, answer(200))
  expect(await http(get)).toMatchObject({ status: 200 })
  expect(waits).toEqual([250])
})

test('a POST that changes nothing is asked again, and no other', async () => {
  const { http, left } = server(answer(503), answer(200), answer(503), answer(200))
  expect(await http({ ...get, method: 'POST', safe: true })).toMatchObject({ status: 200 })
  expect(await http({ ...get, method: 'POST' })).toMatchObject({ status: 503 })
  expect(left).toHaveLength(1)
})

test('each wait is twice the one before, and the last error is told after four tries', async () => {
  const cut = failure('connection-cut')
  const { http, waits, left } = server(cut, cut, answer(503), failure('no-route'))
  await expect(http(get)).rejects.toMatchObject({ code: 'no-route' })
  expect({ waits, left }).toEqual({ waits: [250, 500, 1000], left: [] })
})

test.each([
  ['seconds', '3'],
  ['a date', 'Thu, 05 Mar 2026 09:00:03 GMT'],
])('the server that says when to come back, in %s, is asked then', async (_name, value) => {
  const { http, waits } = server(answer(429, { 'retry-after': value }), answer(200))
  await http(get)
  expect(waits).toEqual([3000])
})

test('a server that says to come back after our patience ends is not waited for', async () => {
  const { http, waits } = server(answer(503, { 'retry-after': '120' }))
  expect(await http(get)).toMatchObject({ status: 503 })
  expect(waits).toEqual([])
})

test.each([
  ['an unknown host', failure('unknown-host')],
  ['a certificate', failure('certificate-expired')],
  ['a time-out', failure('time-out')],
])('%s is told at once', async (_name, trouble) => {
  const { http, waits } = server(trouble)
  await expect(http(get)).rejects.toBe(trouble)
  expect(waits).toEqual([])
})

test.each(['POST', 'PUT', 'DELETE'] as const)('a %s is never sent twice', async (method) => {
  const { http, left } = server(answer(502), answer(201))
  expect(await http({ ...get, method })).toMatchObject({ status: 502 })
  expect(left).toHaveLength(1)
})

test('what the server refuses is not asked again', async () => {
  const { http, left } = server(answer(404), answer(200))
  expect(await http(get)).toMatchObject({ status: 404 })
  expect(left).toHaveLength(1)
})

test('a file that could not be had yet is let go before it is asked for again', async () => {
  const stream = Readable.from([Buffer.from('busy')])
  const { http } = server({ ...answer(503), stream }, answer(200))
  expect((await http({ ...get, streamed: true })).status).toBe(200)
  expect(stream.destroyed).toBe(true)
})
