import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Unreachable } from '../../../src/errors/error.ts'
import { answering, close, listen, speaking } from '../../support/loopback.ts'
import { behind, direct, networks } from '../../support/networks.ts'
import { openProxy, refusingProxy } from '../../support/proxy.ts'

function pem(name: string): string {
  return join(import.meta.dirname, '..', '..', 'support', 'tls', `${name}.pem`)
}

async function secure(name: string): Promise<string> {
  const both = readFileSync(pem(name))
  const server = createTlsServer({ key: both, cert: both }, (_request, response) => response.end('secret'))
  onTestFinished(() => close(server))
  return listen(server, 'https')
}

async function failure(work: Promise<unknown>): Promise<Unreachable> {
  return work.then(
    () => {
      throw new Error('it should have failed')
    },
    (error: Unreachable) => error,
  )
}

describe.each(networks)('$way,', ({ network }) => {
  describe('an exchange', () => {
    test('gives status, headers and the whole body', async () => {
      const url = await answering((_request, response) => {
        response.writeHead(206, { 'Content-Range': '0-0/9', 'Set-Cookie': ['a=1', 'b=2'] }).end('été')
      })
      const send = await network()
      const { status, headers, body } = await send({ url })
      expect([status, headers['content-range'], headers['set-cookie'], String(body)]).toEqual([
        206,
        '0-0/9',
        ['a=1', 'b=2'],
        'été',
      ])
    })

    test('sends text with its method and headers', async () => {
      let got = ''
      const url = await answering(async (request, response) => {
        got = `${request.method} ${request.url} ${request.headers['app-token']} ${(await request.toArray()).join('')}`
        response.end()
      })
      const send = await network()
      await send({ url: `${url}/x?y=z`, method: 'PUT', headers: { 'App-Token': 'T' }, body: 'corps' })
      expect(got).toBe('PUT /x?y=z T corps')
    })

    test('streams a body of a known length, without chunks', async () => {
      let got: Array<string | undefined> = []
      const url = await answering(async (request, response) => {
        const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
        got = [length, encoding, (await request.toArray()).join('')]
        response.end()
      })
      const send = await network()
      await send({
        url,
        method: 'POST',
        headers: { 'Content-Length': '4' },
        body: Readable.from([Buffer.from('ab'), Buffer.from('cd')]),
      })
      expect(got).toEqual(['4', undefined, 'abcd'])
    })

    test('never follows a redirect', async () => {
      const url = await answering((_request, response) => response.writeHead(302, { Location: '/elsewhere' }).end())
      const send = await network()
      expect((await send({ url })).status).toBe(302)
    })

    test('gives a 503 as it is, with its body', async () => {
      const url = await answering((_request, response) => response.writeHead(503).end('maintenance'))
      const send = await network()
      const { status, body } = await send({ url })
      expect([status, String(body)]).toEqual([503, 'maintenance'])
    })
  })

  describe('when there is no answer, it is said why', () => {
    test('it says nothing in time', async () => {
      const url = await answering(() => undefined)
      const send = await network({ timeout: 1000 })
      expect(await failure(send({ url }))).toMatchObject({
        exitCode: 6,
        code: 'time-out',
        parameters: { seconds: 1 },
        hint: { key: 'platform.time-out.hint' },
      })
    })

    test('its body does not end in time, though it goes on', async () => {
      const url = await answering((_request, response) => {
        response.write('x')
        const timer = setInterval(() => response.write('x'), 30)
        response.on('close', () => clearInterval(timer))
      })
      const send = await network({ timeout: 300 })
      expect((await failure(send({ url }))).code).toBe('time-out')
    })

    test('it is cut before the headers', async () => {
      const url = await speaking((socket) => socket.once('data', () => socket.destroy()))
      const send = await network()
      expect((await failure(send({ url }))).code).toBe('connection-cut')
    })

    test('it is cut in the middle of the body', async () => {
      const url = await speaking((socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf')),
      )
      const send = await network()
      expect((await failure(send({ url }))).code).toBe('connection-cut')
    })

    test('it does not speak HTTP', async () => {
      const url = await speaking((socket) => socket.once('data', () => socket.end('500 unrecognized command\r\n')))
      const send = await network()
      expect((await failure(send({ url }))).code).toBe('not-http')
    })

    test('it is larger than what may be read', async () => {
      const url = await answering((_request, response) => response.end('x'.repeat(2_000_000)))
      const send = await network()
      const error = await failure(send({ url, limit: 1024 * 1024 }))
      expect(error).toMatchObject({
        code: 'answer-too-big',
        parameters: { host: new URL(url).host, megabytes: 1 },
      })
    })
  })

  test('an upload that goes on is not cut by the time-out', async () => {
    const url = await answering(async (request, response) => {
      const body = await request.toArray()
      response.end(String(body.length > 0))
    })
    const send = await network({ timeout: 1000 })
    async function* slowly(): AsyncGenerator<Buffer> {
      for (let sent = 0; sent < 6; sent += 1) {
        await sleep(250)
        yield Buffer.from('x')
      }
    }
    const answer = await send({
      url,
      method: 'POST',
      headers: { 'Content-Length': '6' },
      body: Readable.from(slowly()),
    })
    expect(String(answer.body)).toBe('true')
  })

  describe('TLS', () => {
    test('a certificate that nobody signed is told, with its repair', async () => {
      const url = await secure('self-signed')
      const send = await network()
      expect(await failure(send({ url }))).toMatchObject({
        exitCode: 6,
        code: 'certificate-unknown',
        hint: { key: 'platform.certificate-unknown.hint' },
      })
    })

    test('a certificate of the authorities’ file is trusted', async () => {
      const url = await secure('self-signed')
      const send = await network({ caFile: pem('self-signed') })
      expect(String((await send({ url })).body)).toBe('secret')
    })

    test('a certificate out of date is told', async () => {
      const url = await secure('expired')
      const send = await network({ caFile: pem('expired') })
      expect(await failure(send({ url }))).toMatchObject({
        code: 'certificate-expired',
        parameters: {
          until: expect.stringMatching(/^2020-02-\d\d \d\d:\d\d UTC$/),
          now: expect.stringMatching(/ UTC$/),
        },
      })
    })

    test('a certificate that is not good yet is told apart, with the day', async () => {
      const url = await secure('not-yet')
      const send = await network({ caFile: pem('not-yet') })
      expect(await failure(send({ url }))).toMatchObject({
        code: 'certificate-early',
        parameters: { from: '2090-01-01 00:00 UTC', now: expect.stringMatching(/ UTC$/) },
      })
    })

    test('a certificate of another host is told', async () => {
      const url = await secure('other-host')
      const send = await network({ caFile: pem('other-host') })
      expect((await failure(send({ url }))).code).toBe('certificate-wrong-host')
    })

    test('https where there is only http is told', async () => {
      const url = await answering((_request, response) => response.end())
      const send = await network()
      expect((await failure(send({ url: url.replace('http:', 'https:') }))).code).toBe('tls-failed')
    })

    test('a file of authorities that cannot be read is named', async () => {
      await expect(network({ caFile: '/no/such/file.pem' })).rejects.toMatchObject({
        exitCode: 1,
        code: 'wrong-ca-file',
        parameters: { file: '/no/such/file.pem' },
      })
    })
  })
})

/** An address where nobody listens. */
async function nowhere(): Promise<string> {
  const server = createTcpServer()
  const url = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return url
}

test('where nobody listens, that is told', async () => {
  const send = await direct()
  const error = await failure(send({ url: await nowhere() }))
  expect(error).toMatchObject({ exitCode: 6, code: 'connection-refused' })
})

test('where a server of mail greets, it is told that it does not speak HTTP', async () => {
  const url = await speaking((socket) => socket.end('220 mail.example ESMTP\r\n'))
  const send = await direct()
  expect((await failure(send({ url }))).code).toBe('not-http')
})

test('where no host has that name, that is told', async () => {
  const send = await direct()
  const error = await failure(send({ url: 'http://nowhere.invalid/' }))
  expect(error).toMatchObject({
    code: expect.stringMatching(/^(unknown-host|lookup-failed)$/),
    parameters: { host: 'nowhere.invalid' },
  })
})

describe('a proxy', () => {
  test('is gone through, with the authorities’ file for the platform behind it', async () => {
    const url = await secure('self-signed')
    const proxy = await openProxy()
    const send = await behind(proxy.url, { caFile: pem('self-signed') })
    expect(String((await send({ url })).body)).toBe('secret')
    expect(proxy.tunnels).toEqual([new URL(url).host])
  })

  test('that refuses is told apart from the platform', async () => {
    const send = await behind(await refusingProxy('407 Proxy Authentication Required'))
    expect((await failure(send({ url: await secure('self-signed') }))).code).toBe('proxy-refused')
  })

  test.each([
    ['is down', nowhere],
    ['has a name that no host has', async () => 'http://proxy.invalid:3128'],
  ])('that %s is told by its own name', async (_how, address) => {
    const proxy = new URL(await address())
    const send = await behind(proxy)
    expect(await failure(send({ url: await secure('self-signed') }))).toMatchObject({
      code: 'proxy-silent',
      parameters: { proxy: proxy.host },
      hint: { key: 'platform.proxy-refused.hint' },
    })
  })

  test('that finds nobody is told apart from the platform', async () => {
    const send = await behind((await openProxy()).url)
    expect((await failure(send({ url: await nowhere() }))).code).toBe('proxy-refused')
  })
})
