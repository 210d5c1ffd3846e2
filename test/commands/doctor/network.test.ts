import { readFileSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newDesk } from '../../support/desk.ts'
import { answering, close, listen, speaking } from '../../support/loopback.ts'
import { openProxy, refusingProxy } from '../../support/proxy.ts'
import { type Expected, examined } from './examined.ts'

/** A person before the real network. */
const desk = () => newDesk({ fetch: (request) => fetch(request) })

interface Situation extends Expected {
  url(): string | Promise<string>
  env?(): Record<string, string> | Promise<Record<string, string>>
}

function pem(name: string): string {
  return join(import.meta.dirname, '..', '..', 'support', 'tls', `${name}.pem`)
}

async function secure(name: string): Promise<string> {
  const both = readFileSync(pem(name))
  const server = createTlsServer({ key: both, cert: both }, (_request, response) => response.end())
  onTestFinished(() => close(server))
  return listen(server, 'https')
}

const asHttps = (url: string) => url.replace('http:', 'https:')

/** A proxy that answers each demand for a way with this. */
async function proxy(answer: string): Promise<Record<string, string>> {
  const { href } = await refusingProxy(answer)
  return { HTTPS_PROXY: href.replace('//', '//alice:proxy-secret@') }
}

const situations: Array<[what: string, situation: Situation]> = [
  [
    'a host that does not exist',
    {
      id: 'dns',
      code: 6,
      url: () => 'https://nulle-part.invalid',
      fr: { seen: /s’appelle nulle-part\.invalid/, repair: /export IPEOS_URL=ADRESSE/ },
      en: { seen: /no host named nulle-part\.invalid/, repair: /export IPEOS_URL=ADDRESS/ },
    },
  ],
  [
    'a port that is refused',
    {
      id: 'tcp',
      code: 6,
      url: () => 'https://127.0.0.1:1',
      fr: { seen: /refuse la connexion/, repair: /port compris/ },
      en: { seen: /refuses the connection/, repair: /port included/ },
    },
  ],
  [
    'a certificate out of date',
    {
      id: 'tls',
      code: 6,
      url: () => secure('expired'),
      env: () => ({ IPEOS_CA_FILE: pem('expired') }),
      fr: { seen: /n’est plus valable.*jusqu’au/, repair: /date de votre ordinateur/ },
      en: { seen: /out of date: it was good until/, repair: /computer’s date/ },
    },
  ],
  [
    'a certificate that is not good yet',
    {
      id: 'tls',
      code: 6,
      url: () => secure('not-yet'),
      env: () => ({ IPEOS_CA_FILE: pem('not-yet') }),
      fr: { seen: /pas encore valable.*2090-01-01.*horloge.* UTC/, repair: /date de votre ordinateur/ },
      en: { seen: /not good yet.*2090-01-01.*clock says .* UTC/, repair: /computer’s date/ },
    },
  ],
  [
    'a certificate of another host',
    {
      id: 'tls',
      code: 6,
      url: () => secure('other-host'),
      env: () => ({ IPEOS_CA_FILE: pem('other-host') }),
      fr: { seen: /établi pour .*, pas pour 127\.0\.0\.1/, repair: /Vérifiez l’adresse/ },
      en: { seen: /made for .*, not for 127\.0\.0\.1/, repair: /Check the address/ },
    },
  ],
  [
    'a certificate that nobody signed',
    {
      id: 'tls',
      code: 6,
      url: () => secure('self-signed'),
      fr: { seen: /signé par .*, que cet ordinateur ne connaît pas/, repair: /IPEOS_CA_FILE=/ },
      en: { seen: /signed by .*, which this computer does not know/, repair: /IPEOS_CA_FILE=/ },
    },
  ],
  [
    'a file of authorities that is none',
    {
      id: 'tls',
      code: 1,
      url: () => secure('self-signed'),
      env: () => ({ IPEOS_CA_FILE: '/no/such/file.pem' }),
      fr: { seen: /\/no\/such\/file\.pem/, repair: /IPEOS_CA_FILE/ },
      en: { seen: /\/no\/such\/file\.pem/, repair: /IPEOS_CA_FILE/ },
    },
  ],
  [
    'https where there is only http',
    {
      id: 'tls',
      code: 6,
      url: async () => asHttps(await answering((_request, response) => response.end())),
      fr: { seen: /connexion sécurisée/, repair: /https/ },
      en: { seen: /secure connection/, repair: /https/ },
    },
  ],
  [
    'a server that says nothing',
    {
      id: 'tls',
      code: 6,
      url: async () => asHttps(await speaking(() => undefined)),
      env: () => ({ IPEOS_TIMEOUT: '0.3' }),
      fr: { seen: /0,3 seconde/, repair: /--timeout 60/ },
      en: { seen: /0\.3 seconds/, repair: /--timeout 60/ },
    },
  ],
  [
    'a page in the place of the API',
    {
      id: 'api',
      code: 6,
      url: () =>
        answering((_request, response) =>
          response.setHeader('Content-Type', 'text/html').end('<title>Portail</title>'),
        ),
      fr: { seen: /page web \(«\sPortail\s»\)/, repair: /navigateur/ },
      en: { seen: /web page \(“Portail”\)/, repair: /browser/ },
    },
  ],
  [
    'a redirect to elsewhere',
    {
      id: 'api',
      code: 6,
      url: () =>
        answering((_request, response) => response.writeHead(302, { Location: 'https://elsewhere.example/' }).end()),
      fr: {
        seen: /renvoie ailleurs\s: https:\/\/elsewhere\.example/,
        repair: /ipeos login --url https:\/\/elsewhere\.example/,
      },
      en: { seen: /elsewhere: https:\/\/elsewhere\.example/, repair: /ipeos login --url https:\/\/elsewhere\.example/ },
    },
  ],
  [
    'an address in plain http',
    {
      id: 'url',
      code: 2,
      url: () => 'http://support.example',
      fr: { seen: /n’est pas chiffré/, repair: /https/ },
      en: { seen: /not encrypted/, repair: /https/ },
    },
  ],
  [
    'a proxy that wants a login',
    {
      id: 'proxy',
      code: 6,
      url: () => 'https://support.example',
      env: () => proxy('407 Proxy Authentication Required'),
      fr: { seen: /ne nous laisse pas passer vers support\.example \(code 407\)/, repair: /HTTPS_PROXY/ },
      en: { seen: /not let us through to support\.example \(status 407\)/, repair: /HTTPS_PROXY/ },
    },
  ],
  [
    'a proxy that refuses the host',
    {
      id: 'proxy',
      code: 6,
      url: () => 'https://support.example',
      env: () => proxy('403 Forbidden'),
      fr: { seen: /code 403/, repair: /NO_PROXY/ },
      en: { seen: /status 403/, repair: /NO_PROXY/ },
    },
  ],
  [
    'a proxy that is not there',
    {
      id: 'proxy',
      code: 6,
      url: () => 'https://support.example',
      env: () => ({ https_proxy: 'http://127.0.0.1:1' }),
      fr: { seen: /Le proxy 127\.0\.0\.1:1 ne répond pas/, repair: /HTTPS_PROXY/ },
      en: { seen: /proxy 127\.0\.0\.1:1 does not answer/, repair: /HTTPS_PROXY/ },
    },
  ],
]

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test.each(situations)('%s is found, with its repair, and nothing after it is tried', async (_what, situation) => {
    const { id, code } = situation
    const env = { IPEOS_URL: await situation.url(), ...(await situation.env?.()) }
    const found = await examined(desk(), language, { env })
    expect(found.check(id)).toMatchObject({
      status: 'failed',
      seen: expect.stringMatching(situation[language].seen),
      repair: expect.stringMatching(situation[language].repair),
    })
    expect(found.ids('failed')).toEqual([id])
    expect(found.check('session').status).toBe('skipped')
    expect(found.code).toBe(code)
  })
})

test.each([
  ['fr', /n’est pas l’adresse d’une plateforme/],
  ['en', /not the address of a platform/],
] as const)('what is no address of the web is told before anything is looked at (%s)', async (language, told) => {
  const { code, notes } = await desk().ipeos(['doctor', '--lang', language, '--url', 'ftp://support.example'])
  expect([code, notes]).toEqual([2, expect.stringMatching(told)])
  expect(notes).toContain('ipeos login --url')
})

test('the login of a proxy is never shown', async () => {
  const env = { IPEOS_URL: 'https://support.example', ...(await proxy('407 Proxy Authentication Required')) }
  const { code, out, notes } = await desk().ipeos(['doctor', '--debug'], { env })
  expect(code).toBe(6)
  expect(out + notes).not.toContain('proxy-secret')
})

test('a proxy that lets us through stands for the name and the connection; the certificate is that of the platform', async () => {
  const platform = await secure('self-signed')
  const proxy = await openProxy(platform)
  const env = { IPEOS_URL: 'https://support.example', HTTPS_PROXY: proxy.url.href }
  const found = await examined(desk(), 'en', { env })
  expect([found.check('proxy').status, found.check('dns').status, found.check('tcp').status]).toEqual([
    'ok',
    'skipped',
    'skipped',
  ])
  expect(found.check('tls')).toMatchObject({ status: 'failed', seen: expect.stringContaining('support.example') })
})
