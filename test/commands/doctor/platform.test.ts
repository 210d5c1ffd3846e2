import { describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { type Expected, examined } from './examined.ts'

type Fetch = Sandbox['fetch']

interface Situation extends Expected {
  user?: string
  env?: Record<string, string>
  options?: SandboxOptions
  prepare?(site: Sandbox): void
  /** Something between the person and the platform. */
  between?(fetch: Fetch): Fetch
}

/** Changes what the platform answers where `matches` says so. */
function changing(matches: RegExp, change: (text: string) => string): (fetch: Fetch) => Fetch {
  return (fetch) => async (request) => {
    const response = await fetch(request)
    if (!matches.test(request.url)) return response
    return new Response(change(await response.text()), response)
  }
}

const situations: Array<[what: string, situation: Situation]> = [
  [
    'a maintenance page',
    {
      id: 'api',
      code: 6,
      prepare: (site) => site.faults.inject({ kind: 'html', times: 9 }),
      fr: { seen: /page web \(«\sMaintenance\s»\)/, repair: /navigateur/ },
      en: { seen: /web page \(“Maintenance”\)/, repair: /browser/ },
    },
  ],
  [
    'a server in trouble',
    {
      id: 'api',
      code: 6,
      prepare: (site) => site.faults.inject({ kind: 'status', status: 503, times: 9 }),
      fr: { seen: /503/, repair: /quelques minutes/ },
      en: { seen: /503/, repair: /few minutes/ },
    },
  ],
  [
    'a connection that is cut',
    {
      id: 'api',
      code: 6,
      prepare: (site) => site.faults.inject({ kind: 'drop-before', times: 9 }),
      fr: { seen: /coupée/, repair: /pare-feu/ },
      en: { seen: /cut/, repair: /firewall/ },
    },
  ],
  [
    'a wrong path',
    {
      id: 'api',
      code: 6,
      options: { configuration: { basePath: '/glpi' } },
      fr: { seen: /page web/, repair: /export IPEOS_URL=ADRESSE/ },
      en: { seen: /web page/, repair: /export IPEOS_URL=ADDRESS/ },
    },
  ],
  [
    'an API that is switched off',
    {
      id: 'api-enabled',
      code: 6,
      options: { configuration: { apiEnabled: false } },
      fr: { seen: /désactivée/, repair: /activer l’API/ },
      en: { seen: /switched off/, repair: /switch on the REST API/ },
    },
  ],
  [
    'an IP filter',
    {
      id: 'ip-filter',
      code: 5,
      options: { configuration: { ipRefused: true } },
      fr: { seen: /adresse IP/, repair: /VPN/ },
      en: { seen: /IP address/, repair: /VPN/ },
    },
  ],
  [
    'an application token that lacks',
    {
      id: 'app-token',
      code: 4,
      options: { configuration: { appToken: 'right' } },
      fr: { seen: /demande un jeton d’application/, repair: /--app-token/ },
      en: { seen: /wants an application token/, repair: /--app-token/ },
    },
  ],
  [
    'a wrong application token',
    {
      id: 'app-token',
      code: 4,
      env: { IPEOS_APP_TOKEN: 'wrong' },
      options: { configuration: { appToken: 'right' } },
      fr: { seen: /n’accepte pas ce jeton d’application/, repair: /--app-token/ },
      en: { seen: /not accept this application token/, repair: /--app-token/ },
    },
  ],
  [
    'a proxy that strips the login',
    {
      id: 'authorization',
      code: 6,
      options: { configuration: { stripAuthorization: true } },
      fr: { seen: /en-tête Authorization/, repair: /transmettre l’en-tête/ },
      en: { seen: /Authorization header/, repair: /must pass the Authorization/ },
    },
  ],
  [
    'logins by password that are off',
    {
      id: 'password-login',
      code: 4,
      options: { configuration: { credentialsLoginEnabled: false } },
      fr: { seen: /avec un mot de passe/, repair: /--token-stdin/ },
      en: { seen: /with a password/, repair: /--token-stdin/ },
    },
  ],
  [
    'a wrong password of the environment',
    {
      id: 'session',
      code: 4,
      env: { IPEOS_PASSWORD: 'wrong' },
      fr: { seen: /mot de passe/, repair: /IPEOS_USER, IPEOS_PASSWORD/ },
      en: { seen: /password/, repair: /IPEOS_USER, IPEOS_PASSWORD/ },
    },
  ],
  [
    'a wrong token of the environment',
    {
      id: 'session',
      code: 4,
      env: { IPEOS_TOKEN: 'wrong' },
      fr: { seen: /jeton personnel/, repair: /IPEOS_TOKEN/ },
      en: { seen: /personal token/, repair: /IPEOS_TOKEN/ },
    },
  ],
  [
    'half a login in the environment',
    {
      id: 'keychain',
      code: 2,
      env: { IPEOS_USER: 'alice', IPEOS_PASSWORD: '' },
      fr: { seen: /IPEOS_PASSWORD/, repair: /les deux|IPEOS_TOKEN/ },
      en: { seen: /IPEOS_PASSWORD/, repair: /both/ },
    },
  ],
  [
    'a profile that is not a customer’s, beside one that is',
    {
      id: 'profile',
      status: 'warning',
      code: 0,
      user: 'henri',
      fr: { seen: /Observer.*pas un profil de client/, repair: /Self-Service.*ipeos profile use/ },
      en: { seen: /Observer.*not a customer’s/, repair: /Self-Service.*ipeos profile use/ },
    },
  ],
  [
    'no customer’s profile at all',
    {
      id: 'profile',
      status: 'warning',
      code: 0,
      user: 'teo',
      fr: { seen: /Technician/, repair: /demandez au support un profil/ },
      en: { seen: /Technician/, repair: /ask support for a customer’s profile/ },
    },
  ],
  [
    'no right to open tickets',
    {
      id: 'rights',
      code: 5,
      between: changing(/getFullSession/, (text) => text.replace('"ticket":5', '"ticket":1')),
      fr: { seen: /ne permet pas d’ouvrir/, repair: /support/ },
      en: { seen: /may not open/, repair: /support/ },
    },
  ],
  [
    'no right to list tickets',
    {
      id: 'tickets',
      code: 5,
      between: (fetch) => async (request) =>
        /search\/Ticket/.test(request.url)
          ? Response.json(['ERROR_RIGHT_MISSING', 'Non.'], { status: 403 })
          : fetch(request),
      fr: { seen: /profil/, repair: /ipeos whoami/ },
      en: { seen: /profile/, repair: /ipeos whoami/ },
    },
  ],
  [
    'a form that the site hides',
    {
      id: 'form',
      status: 'warning',
      code: 0,
      options: { configuration: { formAvailable: false } },
      fr: { seen: /ne se lit pas/, repair: /numéros à la main/ },
      en: { seen: /cannot be read/, repair: /numbers by hand/ },
    },
  ],
  [
    'a platform that takes no files',
    {
      id: 'upload',
      status: 'warning',
      code: 0,
      options: { configuration: { documentMaxSizeMb: 0 } },
      fr: { seen: /ne prend pas de fichiers/, repair: /support/ },
      en: { seen: /takes no files/, repair: /support/ },
    },
  ],
  [
    'a web server that takes less than the platform',
    {
      id: 'upload',
      status: 'warning',
      code: 0,
      between: changing(/Form\/Render/, (text) => text.replaceAll(/maxFileSize: \d+/g, 'maxFileSize: 1048576')),
      fr: { seen: /prend 1\sMo, alors que .* 2\sMo/, repair: /support/ },
      en: { seen: /takes 1 MB, though .* 2 MB/, repair: /support/ },
    },
  ],
  [
    'a clock that is late',
    {
      id: 'clock',
      status: 'warning',
      code: 0,
      options: { clock: () => new Date(Date.now() + 7 * 60_000) },
      fr: { seen: /retarde de 7 minutes/, repair: /horloge/ },
      en: { seen: /7 minutes behind/, repair: /clock/ },
    },
  ],
  [
    'a clock that is hours ahead of the Date header',
    {
      id: 'clock',
      status: 'warning',
      code: 0,
      between: (fetch) => async (request) => {
        const response = await fetch(request)
        response.headers.set('Date', new Date(Date.now() - 3 * 3_600_000).toUTCString())
        return response
      },
      fr: { seen: /avance de 180 minutes/, repair: /horloge/ },
      en: { seen: /180 minutes ahead/, repair: /clock/ },
    },
  ],
  [
    'an answer that never comes',
    {
      id: 'api',
      code: 6,
      env: { IPEOS_TIMEOUT: '0.3' },
      prepare: (site) => site.faults.inject({ kind: 'delay', milliseconds: 60_000, times: 9 }),
      fr: { seen: /Toujours pas fini après 0,3/, repair: /--timeout 60/ },
      en: { seen: /No end after 0\.3/, repair: /--timeout 60/ },
    },
  ],
]

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test.each(situations)('%s is found, with its repair', async (_what, situation) => {
    const {
      id,
      status = 'failed',
      code,
      user = 'alice',
      env = {},
      options,
      prepare,
      between = (fetch) => fetch,
    } = situation
    const site = await openSandbox(options)
    prepare?.(site)
    const desk = newDesk({ fetch: between((request) => site.fetch(request)) }, { user })
    const found = await examined(desk, language, { env: { IPEOS_URL: 'sandbox', ...env } })
    await site.close()
    expect(found.check(id)).toMatchObject({
      status,
      seen: expect.stringMatching(situation[language].seen),
      repair: expect.stringMatching(situation[language].repair),
    })
    expect(found.ids(status)).toEqual([id])
    expect(found.code).toBe(code)
    expect(site.writes).toEqual([])
  })
})
