import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'
import { type BinResult, runBin } from '../support/bin.ts'
import { againstHostile, type Hostility } from '../support/hostile-platform.ts'
import { close, listen } from '../support/loopback.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-host-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const login = { IPEOS_USER: 'alice', IPEOS_PASSWORD: 'alice-secret' }

function run(words: string[], env: Record<string, string>, folder = newFolder()): Promise<BinResult> {
  return runBin(words, { env: { HOME: folder, LANG: 'en_GB.UTF-8', ...env }, folder })
}

/** A server that notes all that comes to it. */
async function listening(
  answer: RequestListener = (_, response) => response.end(),
): Promise<{ url: string; came: IncomingMessage[] }> {
  const came: IncomingMessage[] = []
  const server = createServer((request, response) => {
    came.push(request)
    answer(request, response)
  })
  onTestFinished(() => close(server))
  return { url: await listen(server), came }
}

describe('a redirect carries nothing away', () => {
  test.each<[where: string, path: string, words: string[], env?: Record<string, string>]>([
    ['the first look', '/api.php/', ['ticket', 'list']],
    ['the login', '/apirest.php/initSession', ['ticket', 'list']],
    ['a list', '/apirest.php/search/Ticket', ['ticket', 'list']],
    ['a ticket', '/apirest.php/Ticket/7?', ['ticket', 'show', '7']],
    ['the site', '/?', ['ticket', 'form']],
    ['the page of the form', '/front/helpdesk.public.php', ['ticket', 'form']],
    ['a lost password', '/apirest.php/lostPassword', ['password', 'reset', 'alice@ipeos.example']],
    ['a new ticket', '/apirest.php/Ticket', ['ticket', 'new', '--title', 'a', '--description', 'b', '--yes']],
    [
      'the end of a session that is not kept',
      '/apirest.php/killSession',
      ['ticket', 'list'],
      { IPEOS_INSECURE_STORAGE: '' },
    ],
  ])('from %s', async (_where, path, words, env) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const elsewhere = await listening()
      let sent = 0
      const away: Hostility = ({ url = '' }, response) => {
        const isMeant = path === '/?' ? url === '/' : url.startsWith(path)
        if (!isMeant) return false
        sent += 1
        return response
          .writeHead(status, { Location: `${elsewhere.url.replace('127.0.0.1', 'localhost')}${url}` })
          .end()
      }
      const { notes } = await againstHostile([...words, '--no-input'], { '/': away }, env)
      expect(sent).toBeGreaterThan(0)
      expect(notes).not.toContain('alice-secret')
      expect(elsewhere.came.length).toBe(0)
    }
  })
})

describe('a secret is for the host that it was stored for', () => {
  test('another host asks for its own login, and hears nothing before it', async () => {
    const { url, close: stop } = await serve(await openSandbox())
    onTestFinished(stop)
    const folder = newFolder()
    const stored = await runBin(['login', '--user', 'alice', '--password-stdin', '--insecure-storage'], {
      env: { HOME: folder, LANG: 'en_GB.UTF-8', IPEOS_URL: url },
      folder,
      stdin: 'alice-secret',
    })
    const other = await listening()
    const home = await run(['whoami'], { IPEOS_URL: url }, folder)
    const away = await run(['whoami', '--url', other.url], { IPEOS_URL: url }, folder)
    expect([stored.code, home.code, away.code, other.came.length]).toEqual([0, 0, 4, 0])
    expect(away.notes).toContain(`ipeos login --url ${other.url}`)
  })

  test('plain http to another machine is refused before a name is looked up', async () => {
    const { code, notes } = await run(['ticket', 'list'], { ...login, IPEOS_URL: 'http://support.example' })
    expect([code, notes]).toEqual([2, expect.stringContaining('not encrypted')])
  })
})

function pem(name: string): string {
  return join(import.meta.dirname, '..', 'support', 'tls', `${name}.pem`)
}

/** A platform that speaks TLS with this certificate, and refuses every password. */
async function secure(certificate: string): Promise<{ url: string; came: IncomingMessage[] }> {
  const both = readFileSync(pem(certificate))
  const came: IncomingMessage[] = []
  const server = createTlsServer({ key: both, cert: both }, (request, response) => {
    came.push(request)
    response.writeHead(401, { 'Content-Type': 'application/json' }).end('["ERROR_GLPI_LOGIN","no"]')
  })
  onTestFinished(() => close(server))
  return { url: await listen(server, 'https'), came }
}

const refused = expect.stringContaining('does not accept')

describe('a certificate', () => {
  test('that nobody signed ends it before anything is sent', async () => {
    const { url, came } = await secure('self-signed')
    const { code, notes } = await run(['ticket', 'list'], { ...login, IPEOS_URL: url })
    expect([code, notes, came.length]).toEqual([6, expect.stringContaining('IPEOS_CA_FILE'), 0])
  })

  test.each([['IPEOS_CA_FILE'], ['NODE_EXTRA_CA_CERTS']])(
    'of the company’s own authority is trusted by %s',
    async (name) => {
      const { url } = await secure('self-signed')
      const { code, notes } = await run(['ticket', 'list'], { ...login, IPEOS_URL: url, [name]: pem('self-signed') })
      expect([code, notes]).toEqual([4, refused])
    },
  )

  test('of the company’s own authority is trusted by settings.json, wherever one is', async () => {
    const { url } = await secure('self-signed')
    const config = newFolder()
    mkdirSync(join(config, 'ca'))
    writeFileSync(join(config, 'ca', 'company.pem'), readFileSync(pem('self-signed')))
    const settings = { version: 1, accounts: {}, current: {}, ca: 'ca/company.pem' }
    writeFileSync(join(config, 'settings.json'), JSON.stringify(settings))
    const { code, notes } = await run(['ticket', 'list'], { ...login, IPEOS_URL: url, IPEOS_CONFIG_DIR: config })
    expect([code, notes]).toEqual([4, refused])
  })

  test('file that holds no certificate is named', async () => {
    const { url, came } = await secure('self-signed')
    const { code, notes } = await run(['ticket', 'list'], {
      ...login,
      IPEOS_URL: url,
      IPEOS_CA_FILE: join(import.meta.dirname, 'own-host.test.ts'),
    })
    expect([code, notes, came.length]).toEqual([1, expect.stringContaining('own-host.test.ts cannot be read'), 0])
  })

  test('of another host is not taken for this one’s, even when its authority is known', async () => {
    const { url, came } = await secure('other-host')
    const env = { ...login, IPEOS_URL: url, IPEOS_CA_FILE: pem('other-host') }
    const { code } = await run(['ticket', 'list'], env)
    expect([code, came.length]).toEqual([6, 0])
  })
})

describe('a proxy of the environment', () => {
  /** Leads every tunnel to the one platform that there is, and notes what it was told. */
  async function proxyTo(target: string): Promise<{ url: string; told: string[] }> {
    const told: string[] = []
    const server = createServer((request, response) => {
      told.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`)
      response.end()
    })
    server.on('connect', (request, socket: Socket) => {
      told.push(`CONNECT ${request.url} ${JSON.stringify(request.headers)}`)
      const { port, hostname } = new URL(target)
      const tunnel = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        tunnel.pipe(socket).pipe(tunnel)
      })
      for (const end of [tunnel, socket]) end.on('error', () => undefined)
    })
    onTestFinished(() => close(server))
    return { url: await listen(server), told }
  }

  const platform = { ...login, IPEOS_URL: 'https://other.example', IPEOS_CA_FILE: pem('other-host') }

  test('is gone through, and learns the host alone', async () => {
    const { url, came } = await secure('other-host')
    const proxy = await proxyTo(url)
    const { code, notes } = await run(['ticket', 'list'], { ...platform, HTTPS_PROXY: proxy.url })
    expect([code, notes]).toEqual([4, refused])
    expect(came.length).toBeGreaterThan(0)
    expect(proxy.told.join()).toContain('CONNECT other.example:443')
    expect(proxy.told.join()).not.toMatch(/authorization|alice|session/i)
  })

  test('is left aside for the hosts of NO_PROXY', async () => {
    const { url } = await secure('other-host')
    const proxy = await proxyTo(url)
    const env = { ...platform, HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost,.example' }
    const { code } = await run(['ticket', 'list'], env)
    expect([code, proxy.told]).toEqual([6, []])
  })

  test('hears nothing of a platform on this very machine', async () => {
    const here = await listening((_, response) =>
      response.writeHead(401, { 'Content-Type': 'application/json' }).end('["ERROR_GLPI_LOGIN","no"]'),
    )
    const proxy = await proxyTo(here.url)
    const { code } = await run(['ticket', 'list'], { ...login, IPEOS_URL: here.url, HTTP_PROXY: proxy.url })
    expect({ code, told: proxy.told }).toEqual({ code: 4, told: [] })
    expect(here.came.length).toBeGreaterThan(0)
  })
})
