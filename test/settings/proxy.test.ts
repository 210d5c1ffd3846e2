import { expect, test } from 'vitest'
import { proxyFor } from '../../src/settings/proxy.ts'

const both = { http_proxy: 'http://plain:3128', https_proxy: 'http://secure:3128' }

test.each([
  ['https://support.example', both, 'secure:3128'],
  ['http://support.example', both, 'plain:3128'],
  ['support.example', both, 'secure:3128'],
  ['https://support.example', { HTTPS_PROXY: 'http://secure:3128' }, 'secure:3128'],
  ['https://support.example', { http_proxy: 'http://plain:3128' }, 'plain:3128'],
  ['http://support.example', { https_proxy: 'http://secure:3128' }, undefined],
  ['https://support.example', {}, undefined],
  ['https://support.example', { https_proxy: '' }, undefined],
  ['https://support.example', { https_proxy: 'secure:3128' }, 'secure:3128'],
  ['https://support.example', { https_proxy: 'bob:p%zz@secure:3128' }, 'secure:3128'],
  ['https://support.example', { https_proxy: 'bob:pw@secure:3128' }, 'secure:3128'],
  ['https://127.0.0.1:8443', both, undefined],
  ['http://[::1]:8080', both, undefined],
])('calls to %s, with %j, go through %s', (address, env, host) => {
  expect(proxyFor(address, env)?.host).toBe(host)
})

test.each([
  ['*', true],
  ['support.example', true],
  ['SUPPORT.example', true],
  ['other.example support.example', true],
  ['other.example,support.example', true],
  ['example', true],
  ['.example', true],
  ['*.example', true],
  ['support.example:443', true],
  ['example:443', true],
  ['support.example:8443', false],
  ['ample', false],
  ['port.example', false],
  ['other.example', false],
  ['', false],
])('NO_PROXY=%s leaves https://support.example aside: %s', (no_proxy, isLeftOut) => {
  expect(proxyFor('https://support.example', { ...both, no_proxy }) === undefined).toBe(isLeftOut)
})

test.each(['no address', 'socks5://secure:1080', 'http://bob:sésame@:3128'])(
  'a proxy variable that says %j is refused by its name, and not told',
  (https_proxy) => {
    const ask = () => proxyFor('https://support.example', { https_proxy })
    expect(ask).toThrow(expect.objectContaining({ code: 'wrong-proxy', parameters: { variable: 'HTTPS_PROXY' } }))
  },
)

test('any sign may stand in the password of a proxy', () => {
  const proxy = proxyFor('https://support.example', { https_proxy: 'http://bob:p%zz@secure:3128' })
  expect(decodeURIComponent(proxy?.password ?? '')).toBe('p%zz')
})

test('a proxy is its host and its login: what stands behind them, and blanks around, are left', () => {
  const proxy = proxyFor('https://support.example', { https_proxy: ' http://bob:pw@secure:3128/path?x#y ' })
  expect(proxy?.href).toBe('http://bob:pw@secure:3128/')
  expect(proxyFor('https://support.example', { https_proxy: ' ' })).toBeUndefined()
})
