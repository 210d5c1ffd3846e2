import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../src/sandbox/sandbox.ts'
import { runBin } from '../support/bin.ts'
import { refusal } from '../support/refusal.ts'
import { openSite, type Site } from '../support/site.ts'

const login = ['login', '--user', 'alice', '--password-stdin', '--insecure-storage']

/** All that `ipeos` ever wrote into the person's home. */
function keptBy({ folder }: Site): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []
}

interface Refused {
  configuration?: Partial<SandboxConfiguration>
  password?: string
  appToken?: string
  code: number
  fr: RegExp
  en: RegExp
}

test.each<[string, Refused]>([
  [
    'a wrong password',
    {
      password: 'sésame-intime',
      code: 4,
      fr: /n’accepte pas cet identifiant avec ce mot de passe\.\n {2}→ [^✗]*ipeos password reset/,
      en: /does not accept this user name with this password\.\n {2}→ [^✗]*ipeos password reset/,
    },
  ],
  [
    'an API that is switched off',
    {
      configuration: { apiEnabled: false },
      code: 6,
      fr: /L’API de 127\.0\.0\.1:\d+ est désactivée\.\n {2}→ Demandez au support/,
      en: /The API of 127\.0\.0\.1:\d+ is switched off\.\n {2}→ Ask support/,
    },
  ],
  [
    'an API that takes no passwords',
    {
      configuration: { credentialsLoginEnabled: false },
      code: 4,
      fr: /n’autorise pas l’API avec un mot de passe\.\n {2}→ .*ipeos login --insecure-storage --web\n.*--token-stdin/,
      en: /does not let the API be used with a password\.\n {2}→ .*ipeos login --insecure-storage --web\n.*--token-stdin/,
    },
  ],
  [
    'a proxy that strips the Authorization header',
    {
      configuration: { stripAuthorization: true },
      code: 6,
      fr: /retire l’en-tête Authorization en chemin\.\n {2}→ Signalez-le au support/,
      en: /strips the Authorization header\.\n {2}→ Tell support/,
    },
  ],
  [
    'an application token that is missing',
    {
      configuration: { appToken: 'jeton-juste' },
      code: 4,
      fr: /demande un jeton d’application\.\n {2}→ .*ipeos login --insecure-storage --user alice --password-stdin --app-token JETON/,
      en: /wants an application token\.\n {2}→ .*ipeos login --insecure-storage --user alice --password-stdin --app-token TOKEN/,
    },
  ],
  [
    'an application token that is wrong',
    {
      configuration: { appToken: 'jeton-juste' },
      appToken: 'jeton-faux',
      code: 4,
      fr: /n’accepte pas ce jeton d’application\.\n {2}→ .*ipeos login --insecure-storage --user alice --password-stdin --app-token JETON/,
      en: /does not accept this application token\.\n {2}→ .*ipeos login --insecure-storage --user alice --password-stdin --app-token TOKEN/,
    },
  ],
  [
    'an IP address that is refused',
    {
      configuration: { ipRefused: true },
      code: 5,
      fr: /n’accepte pas les appels depuis cette adresse IP\.\n {2}→ .*VPN/,
      en: /does not accept calls from this IP address\.\n {2}→ .*VPN/,
    },
  ],
])('%s is told with its repair, and nothing is stored', async (_what, expected) => {
  const { configuration = {}, password = 'alice-secret', appToken, code, fr, en } = expected
  const site = await openSite({ user: null, configuration })
  const env = { ...site.env, ...(appToken ? { IPEOS_APP_TOKEN: appToken } : {}) }
  const told = await refusal(login, { env, folder: site.folder, stdin: password })
  expect(told).toEqual({ code, fr: expect.stringMatching(fr), en: expect.stringMatching(en) })
  expect(keptBy(site)).toEqual([])
})

test.each([
  ['password', { IPEOS_USER: 'alice', IPEOS_PASSWORD: 'sésame-intime' }],
  ['personal token', { IPEOS_TOKEN: 'sésame-intime' }],
  ['application token', { IPEOS_TOKEN: 'alice-token', IPEOS_APP_TOKEN: 'sésame-intime' }],
])('a %s that is refused shows nowhere, even with --debug', async (_what, secrets) => {
  const site = await openSite({ user: null, configuration: { appToken: 'jeton-juste' } })
  const env = { ...site.env, ...secrets }
  const { code, out, notes } = await runBin(['ticket', 'list', '--debug'], { env, folder: site.folder })
  const asSent = ['sésame-intime', Buffer.from('alice:sésame-intime').toString('base64')]
  expect({ code, out, shown: asSent.filter((secret) => notes.includes(secret)) }).toEqual({
    code: 4,
    out: '',
    shown: [],
  })
})

test('without a terminal, all that a login lacks is named at once', async () => {
  const site = await openSite({ user: null })
  const told = await refusal(['login'], { env: site.env, folder: site.folder })
  expect(told).toMatchObject({
    code: 2,
    fr: expect.stringMatching(/--user IDENTIFIANT\n.*--password-stdin/),
    en: expect.stringMatching(/--user NAME\n.*--password-stdin/),
  })
  expect(site.sandbox.requests).toEqual([])
})
