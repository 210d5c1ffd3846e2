import { expect, test } from 'vitest'
import type { SandboxConfiguration } from '../../../src/sandbox/configuration.ts'
import { openSandbox } from '../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../support/desk.ts'
import { examined } from './examined.ts'

const byToken = { IPEOS_TOKEN: 'alice-token', IPEOS_USER: '', IPEOS_PASSWORD: '' }

async function checked(configuration: Partial<SandboxConfiguration>, language: 'en' | 'fr', env = {}) {
  const found = await examined(newDesk(await openSandbox({ configuration })), language, {
    env: { IPEOS_URL: 'sandbox', ...env },
  })
  return found.check('sign-in')
}

test.each([
  ['en', 'by a password here, the site takes tokens'],
  ['fr', 'par mot de passe ici, le site accepte les jetons'],
] as const)('what one is logged in by is told (%s)', async (language, seen) => {
  expect(await checked({}, language)).toMatchObject({ status: 'ok', seen })
})

test('single sign-on, and that no tokens are taken, are told', async () => {
  const configuration = { tokenLoginEnabled: false, singleSignOn: { kind: 'cas', people: [] } } as const
  const seen = 'by a password here, the site takes no tokens, single sign-on by a CAS, on its pages'
  expect(await checked(configuration, 'en')).toMatchObject({ status: 'ok', seen })
})

test('with a second factor a token is the better way in, and is named', async () => {
  const found = await checked({ secondFactorEnforced: true }, 'en')
  expect(found).toMatchObject({ status: 'warning', seen: expect.stringContaining('which is not asked for here') })
  expect(found).toMatchObject({ repair: expect.stringContaining('--save-token') })
})

test('by a token a second factor is no more than told', async () => {
  const found = await checked({ secondFactorEnforced: true }, 'en', byToken)
  expect(found).toMatchObject({ status: 'ok', seen: expect.stringContaining('by a token here') })
})
