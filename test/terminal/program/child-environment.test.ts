import { expect, test } from 'vitest'
import { childEnvironment } from '../../../src/terminal/program/child-environment.ts'

test('a program that we start is given no secret, and no user without the password', () => {
  const env = { PATH: '/bin', IPEOS_USER: 'alice', IPEOS_PASSWORD: 'a', IPEOS_TOKEN: 'b', IPEOS_APP_TOKEN: 'c' }
  expect(childEnvironment(env)).toEqual({ PATH: '/bin' })
})

test('a program that we start is given a credential whose secret is in a file', () => {
  const env = { IPEOS_USER: 'alice', IPEOS_PASSWORD_FILE: '/run/secrets/password' }
  expect(childEnvironment(env)).toEqual(env)
})
