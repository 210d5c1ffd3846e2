import { createServer, type RequestListener, type Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import { Readable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { close, listen, speaking } from '../../support/loopback.ts'
import { networks } from '../../support/networks.ts'

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

interface Counted {
  url: string
  server: Server
  /** How many connections were made to it. */
  connections: number
}

async function counting(listener: RequestListener, host = '127.0.0.1'): Promise<Counted> {
  const server = createServer(listener)
  const counted = { url: '', server, connections: 0 }
  server.on('connection', () => {
    counted.connections += 1
  })
  onTestFinished(() => close(server))
  counted.url = await listen(server, 'http', host)
  return counted
}

/** A server that gives each connection one answer and leaves; `read` is all that it was sent. */
async function leaving(): Promise<{ url: string; read: string[] }> {
  const read: string[] = []
  const url = await speaking((socket) =>
    socket.once('data', (data) => {
      read.push(String(data).split(' ', 1)[0] ?? '')
      socket.end('HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok')
    }),
  )
  return { url, read }
}

describe.each(networks)('$way,', ({ network }) => {
  test('a connection serves page after page', async () => {
    const site = await counting((_request, response) => response.end('page'))
    const send = await network()
    for (let page = 1; page <= 8; page += 1) await send({ url: `${site.url}/${page}` })
    expect(site.connections).toBeLessThan(3)
  })

  test('two pages at once are two connections, which serve those after them', async () => {
    const site = await counting((_request, response) => response.end('page'))
    const send = await network()
    for (let page = 1; page <= 8; page += 1) await Promise.all([send(site), send(site)])
    expect(site.connections).toBeLessThan(5)
  })

  test('a write arrives once, though the server left the connection that was kept', async () => {
    const { url, read } = await leaving()
    const send = await network()
    await send({ url })
    const { body } = await send({ url, method: 'POST', body: 'x' })
    expect(String(body)).toBe('ok')
    expect(read).toEqual(['GET', 'POST'])
  })

  test('a write that is cut once it was read is never sent again', async () => {
    const got: string[] = []
    const { url } = await counting((request, response) => {
      got.push(request.method ?? '')
      if (request.method === 'GET') response.end()
      else request.socket.destroy()
    })
    const send = await network()
    await send({ url })
    await expect(send({ url, method: 'POST', body: 'x' })).rejects.toMatchObject({
      code: 'connection-cut',
    })
    expect(got).toEqual(['GET', 'POST'])
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    'a text that is sent with %s says its length',
    async (method) => {
      let got: unknown
      const { url } = await counting(async (request, response) => {
        const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
        got = { length, encoding, body: (await request.toArray()).join('') }
        response.end()
      })
      const send = await network()
      await send({ url, method, body: 'été' })
      expect(got).toEqual({ length: '5', encoding: undefined, body: 'été' })
    },
  )

  test('an upload that is refused before its end is told as refused', async () => {
    const { url } = await counting((_request, response) => response.writeHead(413).end('too large'))
    const send = await network()
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.alloc(65_536)
    }
    const body = Readable.from(endless()).on('error', () => undefined)
    const { status } = await send({ url, method: 'POST', headers: { 'Content-Length': '10000000000' }, body })
    expect(status).toBe(413)
    await expect.poll(() => body.destroyed).toBe(true)
  })

  test('an upload that cannot be read is told as such, and cut', async () => {
    const { url } = await counting(() => undefined)
    const send = await network()
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('x')
      throw Object.assign(new Error('no such disk'), { code: 'EIO' })
    }
    const sent = send({ url, method: 'POST', headers: { 'Content-Length': '2' }, body: Readable.from(broken()) })
    await expect(sent).rejects.toMatchObject({ code: 'network-failed', parameters: { reason: 'EIO' } })
  })

  test('headers without end are told as an answer too large', async () => {
    const { url } = await counting((_request, response) =>
      response.writeHead(200, { 'X-Long': 'x'.repeat(20_000) }).end(),
    )
    const send = await network()
    await expect(send({ url })).rejects.toMatchObject({ code: 'outsized-answer' })
  })

  test('a body in pieces that is cut is told as such', async () => {
    const url = await speaking((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n')),
    )
    const send = await network()
    await expect(send({ url })).rejects.toMatchObject({ code: 'connection-cut' })
  })

  test('a piece whose extension never ends is given up', async () => {
    const url = await speaking((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;')
        socket.write('x'.repeat(100_000))
      }),
    )
    const send = await network({ timeout: 500 })
    await expect(send({ url })).rejects.toMatchObject({
      code: expect.stringMatching(/^(outsized-answer|time-out)$/),
    })
  })

  test('a secure connection that is never made is given up in time', async () => {
    const url = await speaking(() => undefined)
    const send = await network({ timeout: 300 })
    await expect(send({ url: url.replace('http:', 'https:') })).rejects.toMatchObject({
      code: 'time-out',
    })
  })

  test.runIf(hasIpv6)('an IPv6 address is reached', async () => {
    const { url } = await counting((request, response) => response.end(request.headers.host), '::1')
    const send = await network()
    expect(String((await send({ url })).body)).toBe(new URL(url).host)
  })
})
