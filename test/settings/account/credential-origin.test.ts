import { expect, test } from 'vitest'
import { sessionProof } from '../../../src/settings/account/credential-origin.ts'

const alice = { user: 'alice', password: 'alice-secret' }

test('the same credential and session give the same proof', () => {
  expect(sessionProof('session', alice)).toBe(sessionProof('session', { ...alice }))
})

test.each([
  ['another session', 'other', alice],
  ['another password', 'session', { user: 'alice', password: 'changed' }],
  ['a password that borrows from the name', 'session', { user: 'alicea', password: 'lice-secret' }],
  ['a token of the same letters', 'session', { token: 'alice' }],
])('%s gives another proof', (_, token, credential) => {
  expect(sessionProof(token, credential)).not.toBe(sessionProof('session', alice))
})

test('the proof holds nothing of the password', () => {
  expect(sessionProof('session', alice)).toMatch(/^[0-9a-f]{64}$/)
})
