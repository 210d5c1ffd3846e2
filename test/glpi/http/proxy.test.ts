import { expect, test } from 'vitest'
import { proxyFor } from '../../../src/glpi/http/proxy.ts'

const both = { http: 'http://plain:3128', https: 'http://secure:3128' }

test.each([
  ['https://support.example', both, 'secure:3128'],
  ['http://support.example', both, 'plain:3128'],
  ['https://support.example', { http: 'http://plain:3128' }, 'plain:3128'],
  ['http://support.example', { https: 'http://secure:3128' }, undefined],
  ['https://support.example', {}, undefined],
  ['https://support.example', { https: 'no address' }, undefined],
])('calls to %s, with %j, go through %s', (address, proxy, host) => {
  expect(proxyFor(address, proxy)?.host).toBe(host)
})

test.each([
  ['*', true],
  ['support.example', true],
  ['SUPPORT.example', true],
  ['other.example support.example', true],
  ['other.example,support.example', true],
  ['.example', true],
  ['*.example', true],
  ['support.example:443', true],
  ['support.example:8443', false],
  ['example', false],
  ['other.example', false],
  ['', false],
])('NO_PROXY=%s leaves https://support.example aside: %s', (no, isLeftOut) => {
  expect(proxyFor('https://support.example', { ...both, no }) === undefined).toBe(isLeftOut)
})
