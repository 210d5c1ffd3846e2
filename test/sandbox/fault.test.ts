import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { type ServedSandbox, serve } from '../../src/sandbox/serve.ts'
import { login, openTicket } from './caller.ts'

const doors: Array<() => Promise<void>> = []

afterEach(async () => {
  vi.useRealTimers()
  for (const close of doors.splice(0)) await close()
})

async function served(sandbox: Sandbox): Promise<ServedSandbox> {
  const door = await serve(sandbox)
  doors.push(door.close)
  return door
}

const NEW_TICKET = { input: { name: 'Unique', content: 'x' } }
const countOf = async (sandbox: Sandbox) => {
  const { json } = await (await login(sandbox, 'teo')).get(
    '/search/Ticket?criteria[0][field]=1&criteria[0][value]=unique&range=0-0',
  )
  return json.totalcount
}

describe('a fault', () => {
  test('strikes once, unless told otherwise', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'status', status: 503, retryAfter: 2 })
    const [first, second] = [await alice.get('/Ticket'), await alice.get('/Ticket')]
    expect([first.status, first.headers.get('retry-after'), first.json]).toEqual([503, '2', undefined])
    expect(second.status).toBe(200)
  })

  test('waits for a request that matches it', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'status', status: 429, times: 2, match: { method: 'POST', path: /\/Ticket$/g } })
    const statuses = [
      await alice.get('/Ticket'),
      await alice.post('/Ticket', NEW_TICKET),
      await alice.post('/Ticket', NEW_TICKET),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([200, 429, 429])
    expect((await alice.post('/Ticket', NEW_TICKET)).status).toBe(201)
  })

  test('is gone once the plan is cleared', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'html', times: 9 })
    sandbox.faults.clear()
    expect((await alice.get('/getMyProfiles')).status).toBe(200)
  })

  test('that answers a maintenance page answers 200 with HTML', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'html' })
    const answered = await alice.get('/Ticket')
    expect([answered.status, answered.headers.get('content-type'), answered.json]).toEqual([
      200,
      'text/html; charset=UTF-8',
      undefined,
    ])
  })

  test('that delays lets the request through after', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    sandbox.faults.inject({ kind: 'delay', milliseconds: 60_000 })
    let status: number | undefined
    const answered = alice.get('/getMyProfiles').then((answer) => {
      status = answer.status
    })
    await vi.advanceTimersByTimeAsync(59_999)
    expect(status).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    await answered
    expect(status).toBe(200)
  })

  test('that delays does not take back what a client sent before it gave up', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    const { url } = await served(sandbox)
    sandbox.faults.inject({ kind: 'delay', milliseconds: 1000, match: { method: 'POST' } })
    const headers = { 'Session-Token': alice.token, 'Content-Type': 'application/json' }
    const client = new AbortController()
    const sent = { method: 'POST', headers, body: JSON.stringify(NEW_TICKET), signal: client.signal }
    const answered = fetch(`${url}/apirest.php/Ticket`, sent)
    await expect.poll(() => sandbox.requests.at(-1)?.method).toBe('POST')
    client.abort(new Error('given up'))
    await expect(answered).rejects.toThrow('given up')
    await expect.poll(() => countOf(sandbox)).toBe(1)
  })

  test('that delays ends with the sandbox', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'delay', milliseconds: 60_000 })
    const waiting = alice.get('/getMyProfiles')
    await sandbox.close()
    await expect(waiting).rejects.toThrow(TypeError)
  })

  test.each(['cut', 'reset'] as const)(
    'that is late lets the client go (%s), and does it afterwards',
    async (answer) => {
      const ends: Array<() => void> = []
      const sandbox = await openSandbox({ sleep: () => new Promise((resolve) => ends.push(resolve)) })
      const alice = await login(sandbox, 'alice')
      const { url } = await served(sandbox)
      sandbox.faults.inject({ kind: 'late', milliseconds: 50_000, answer, match: { method: 'POST' } })
      const headers = { 'Session-Token': alice.token, 'Content-Type': 'application/json' }
      const sent = { method: 'POST', headers, body: JSON.stringify(NEW_TICKET) }
      await expect(fetch(`${url}/apirest.php/Ticket`, sent)).rejects.toThrow('fetch failed')
      expect(await countOf(sandbox)).toBe(0)
      for (const end of ends) end()
      await expect.poll(() => countOf(sandbox)).toBe(1)
    },
  )

  test('that is late with several things does them one by one', async () => {
    const ends: Array<() => void> = []
    const sandbox = await openSandbox({ sleep: () => new Promise((resolve) => ends.push(resolve)) })
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'late', milliseconds: 1, each: 1, answer: 502, match: { method: 'POST' } })
    expect((await alice.post('/Ticket', { input: [NEW_TICKET.input, NEW_TICKET.input] })).status).toBe(502)
    const counts: number[] = []
    for (const _ of ['first', 'second']) {
      ends.pop()?.()
      await expect.poll(() => ends.length).toBe(1)
      counts.push(await countOf(sandbox))
    }
    expect(counts).toEqual([1, 2])
  })

  test('that kills the session answers 401 from then on', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'dead-session' })
    expect([(await alice.get('/Ticket')).status, (await alice.get('/Ticket')).status]).toEqual([401, 401])
    expect((await (await login(sandbox, 'alice')).get('/getMyProfiles')).status).toBe(200)
  })
})

describe('a cut connection', () => {
  test('before: nothing took effect', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'drop-before', match: { method: 'POST' } })
    await expect(alice.post('/Ticket', NEW_TICKET)).rejects.toThrow(TypeError)
    expect(await countOf(sandbox)).toBe(0)
    expect(sandbox.writes).toEqual([])
  })

  test('after: the ticket is there, though nobody was told', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'drop-after', match: { method: 'POST' } })
    await expect(alice.post('/Ticket', NEW_TICKET)).rejects.toThrow(TypeError)
    expect(await countOf(sandbox)).toBe(1)
    expect(sandbox.writes).toMatchObject([{ method: 'POST', path: '/apirest.php/Ticket', status: 201 }])
  })

  test.each(['drop-before', 'drop-after'] as const)('%s destroys the socket', async (kind) => {
    const sandbox = await openSandbox()
    const { url } = await served(sandbox)
    sandbox.faults.inject({ kind })
    const refused = await fetch(`${url}/apirest.php/Ticket`).catch((error: Error) => error.cause)
    expect(refused).toMatchObject({ code: 'UND_ERR_SOCKET' })
    expect((await fetch(`${url}/apirest.php/Ticket`)).status).toBe(400)
  })
})

describe('a truncated body', () => {
  test('announces its whole length and stops in the middle', async () => {
    const sandbox = await openSandbox()
    const { url } = await served(sandbox)
    const whole = await (await fetch(`${url}/api.php/`)).text()
    sandbox.faults.inject({ kind: 'truncated' })
    const raw = await rawGet(url, '/api.php/')
    const [head = '', body = ''] = raw.split('\r\n\r\n')
    expect(head.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(whole)}`)
    expect(body).toBe(whole.slice(0, Math.ceil(whole.length / 2)))
  })

  test('breaks the reading of it', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'truncated' })
    await expect(alice.get('/Ticket')).rejects.toThrow(TypeError)
  })
})

describe('a full disk', () => {
  test('answers 500, changes nothing and sends no mail', async () => {
    const data = await mkdtemp(join(tmpdir(), 'ipeos-full-'))
    doors.push(() => rm(data, { recursive: true }))
    const sandbox = await openSandbox({ data })
    const alice = await login(sandbox, 'alice')
    const before = await readFile(join(data, 'journal-1.ndjson'), 'utf8')
    sandbox.faults.inject({ kind: 'disk-full' })
    const refused = await alice.post('/Ticket', { input: { name: 'Unique', content: 'x', _users_id_requester: 8 } })
    expect([refused.status, refused.json]).toEqual([500, undefined])
    expect(await readFile(join(data, 'journal-1.ndjson'), 'utf8')).toBe(before)
    expect([await countOf(sandbox), sandbox.writes, sandbox.mails]).toEqual([0, [], []])
  })

  test('lets reading through, and waits for a write', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    sandbox.faults.inject({ kind: 'disk-full' })
    expect((await alice.get('/Ticket')).status).toBe(200)
    expect((await alice.post('/Ticket', NEW_TICKET)).status).toBe(500)
    expect((await alice.post('/Ticket', NEW_TICKET)).status).toBe(201)
  })
})

describe('what is recorded', () => {
  test('each request, with its query and its status', async () => {
    const sandbox = await openSandbox({ clock: () => new Date('2026-01-01T00:00:00Z') })
    const alice = await login(sandbox, 'alice')
    await alice.get('/Ticket/99999?get_hateoas=false')
    expect(sandbox.requests).toEqual([
      { method: 'GET', path: '/apirest.php/initSession', at: new Date('2026-01-01T00:00:00Z'), status: 200 },
      {
        method: 'GET',
        path: '/apirest.php/Ticket/99999?get_hateoas=false',
        at: new Date('2026-01-01T00:00:00Z'),
        status: 404,
      },
    ])
  })

  test('as writes, only what changed something: not sessions, not refusals', async () => {
    const sandbox = await openSandbox()
    const alice = await login(sandbox, 'alice')
    await alice.post('/changeActiveProfile', { profiles_id: 1 })
    await alice.post('/Ticket', { input: { entities_id: 2 } })
    const id = await openTicket(alice)
    await alice.call('DELETE', `/Ticket/${id}`)
    expect(sandbox.writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /apirest.php/Ticket',
      `DELETE /apirest.php/Ticket/${id}`,
    ])
  })
})

test('a client that leaves in the middle of its request changes nothing and breaks nothing', async () => {
  const sandbox = await openSandbox()
  const alice = await login(sandbox, 'alice')
  const { url } = await served(sandbox)
  const { port } = new URL(url)
  const socket = connect(Number(port), '127.0.0.1')
  const head = `POST /apirest.php/Ticket HTTP/1.1\r\nHost: x\r\nSession-Token: ${alice.token}\r\nContent-Type: application/json\r\n`
  socket.write(`${head}Content-Length: 1000\r\n\r\n{"input":{"name":"Unique"`, () =>
    setTimeout(() => socket.destroy(), 20),
  )
  await new Promise((resolve) => socket.on('close', resolve))
  expect((await fetch(`${url}/api.php/`)).status).toBe(200)
  expect(await countOf(sandbox)).toBe(0)
})

test('a server listens on loopback only, and frees its port', async () => {
  const sandbox = await openSandbox()
  const first = await serve(sandbox)
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await first.close()
  const second = await serve(sandbox, { port: Number(new URL(first.url).port) })
  doors.push(second.close)
  expect(second.url).toBe(first.url)
})

test('a port that is taken is refused', async () => {
  const sandbox = await openSandbox()
  const { url } = await served(sandbox)
  await expect(serve(sandbox, { port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

/** The bytes as they come, until the socket ends. */
function rawGet(url: string, path: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    let received = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(received))
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`)
  })
}
