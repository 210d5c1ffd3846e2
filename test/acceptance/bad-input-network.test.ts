import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runBin } from '../support/bin.ts'
import { close, listen } from '../support/loopback.ts'
import { refusal } from '../support/refusal.ts'
import { openSite } from '../support/site.ts'

const answering = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  onTestFinished(() => close(server))
  return listen(server)
}

const selfSigned = async (): Promise<string> => {
  const pem = readFileSync(join(import.meta.dirname, '..', 'support', 'tls', 'self-signed.pem'))
  const server = createSecureServer({ key: pem, cert: pem })
  onTestFinished(() => close(server))
  return listen(server, 'https')
}

const speaking = async (words: string): Promise<string> => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(words))
  })
  onTestFinished(() => void server.close())
  return listen(server)
}

const maintenance: RequestListener = (_request, response) => {
  response.setHeader('Content-Type', 'text/html')
  response.end('<html><title>Portail de l’entreprise</title></html>')
}

interface Trouble {
  url: () => string | Promise<string>
  words?: string[]
  code?: number
  fr: RegExp
  en: RegExp
}

test.each<[string, Trouble]>([
  [
    'no address at all',
    {
      url: () => 'pas une adresse',
      code: 2,
      fr: /--url : « pas une adresse » n’est pas l’adresse d’une plateforme.*\n {2}→ .*--url https:/,
      en: /--url: “pas une adresse” is not the address of a platform.*\n {2}→ .*--url https:/,
    },
  ],
  [
    'an unknown host',
    {
      url: () => 'https://nulle-part.invalid',
      fr: /Aucun serveur ne s’appelle nulle-part\.invalid\.\n {2}→ .*ipeos login --url/,
      en: /There is no host named nulle-part\.invalid\.\n {2}→ .*ipeos login --url/,
    },
  ],
  [
    'a refused connection',
    {
      url: () => 'http://127.0.0.1:1',
      fr: /127\.0\.0\.1:1 refuse la connexion\.\n {2}→ .*ipeos doctor --url/,
      en: /127\.0\.0\.1:1 refuses the connection\.\n {2}→ .*ipeos doctor --url/,
    },
  ],
  [
    'a page in the place of JSON',
    {
      url: () => answering(maintenance),
      fr: /répond par une page web \(« Portail de l’entreprise »\), pas par l’API.*\n {2}→ .*ipeos doctor --url/,
      en: /answers with a web page \(“Portail de l’entreprise”\), not with the platform’s API.*\n {2}→ .*ipeos doctor --url/,
    },
  ],
  [
    'a certificate that nobody signed',
    {
      url: selfSigned,
      fr: /Le certificat de 127\.0\.0\.1:\d+ n’est signé par personne.*\n {2}→ .*IPEOS_CA_FILE/,
      en: /The certificate of 127\.0\.0\.1:\d+ is signed by nobody.*\n {2}→ .*IPEOS_CA_FILE/,
    },
  ],
  [
    'https where there is only http',
    {
      url: async () => (await answering(maintenance)).replace('http:', 'https:'),
      fr: /Impossible d’établir une connexion sécurisée.*\n {2}→ .*ipeos doctor --url/,
      en: /No secure connection .*\n {2}→ .*ipeos doctor --url/,
    },
  ],
  [
    'something that does not speak HTTP',
    {
      url: () => speaking('SSH-2.0-OpenSSH_9.6\r\n'),
      fr: /ne parle pas HTTP\.\n {2}→ Vérifiez l’adresse et son port/,
      en: /does not speak HTTP\.\n {2}→ Check the address and its port/,
    },
  ],
  [
    'no answer in time',
    {
      url: () => answering(() => undefined),
      words: ['--timeout', '0.3'],
      fr: /n’a pas répondu en 0,3 seconde\.\n {2}→ .*--timeout 60/,
      en: /did not answer within 0\.3 seconds\.\n {2}→ .*--timeout 60/,
    },
  ],
  [
    'plain http to elsewhere',
    {
      url: () => 'http://support.example',
      code: 2,
      fr: /n’est pas chiffré.*\n {2}→ .*\n.*--allow-http/,
      en: /is not encrypted.*\n {2}→ .*\n.*--allow-http/,
    },
  ],
])('%s is told apart from all else', async (_what, { url, words = [], code = 6, fr, en }) => {
  const site = await openSite()
  const told = await refusal(['ticket', 'list', '--url', await url(), ...words], { env: site.env, folder: site.folder })
  expect(told).toEqual({ code, fr: expect.stringMatching(fr), en: expect.stringMatching(en) })
})

test('an address with a password in it is refused without showing the password', async () => {
  const { env, folder } = await openSite()
  const told = await refusal(['ticket', 'list', '--url', 'https://alice:sesame@support.example'], { env, folder })
  expect(told.code).toBe(2)
  expect(`${told.fr}${told.en}`).not.toContain('sesame')
})

test('a platform that is gone since the last command is told, and the login is kept for its return', async () => {
  const site = await openSite({ user: null })
  const place = { env: site.env, folder: site.folder }
  const login = ['login', '--user', 'alice', '--password-stdin', '--insecure-storage']
  await runBin(login, { ...place, stdin: 'alice-secret' })
  site.sandbox.faults.inject({ kind: 'drop-before', times: 8 })
  const told = await refusal(['ticket', 'list'], place)
  expect(told).toMatchObject({ code: 6, fr: expect.stringContaining('a été coupée') })
  const opened = site.sandbox.requests.length
  expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0 })
  expect(site.sandbox.requests.slice(opened).map(({ path }) => path.split('?')[0])).toEqual([
    '/api.php/v1/search/Ticket',
  ])
})

test('a session that died meanwhile is renewed unseen, and the call is sent once more', async () => {
  const site = await openSite({ user: null })
  const place = { env: site.env, folder: site.folder }
  const login = ['login', '--user', 'alice', '--password-stdin', '--insecure-storage']
  await runBin(login, { ...place, stdin: 'alice-secret' })
  site.sandbox.killSessions()
  const before = site.sandbox.requests.length
  const { code, notes } = await runBin(['ticket', 'list'], place)
  const asked = site.sandbox.requests
    .slice(before)
    .map(({ path, status }) => [/\w+$/.exec(path.split('?')[0] ?? '')?.[0], status])
  expect({ code, notes, asked }).toEqual({
    code: 0,
    notes: '',
    asked: [
      ['Ticket', 401],
      ['initSession', 200],
      ['getGlpiConfig', 200],
      ['Ticket', 200],
    ],
  })
})
