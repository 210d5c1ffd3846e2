import { expect, test } from 'vitest'
import { platformAddress } from '../../src/settings/platform-address.ts'

test.each([
  'https://support.example',
  'https://support.example/',
  'support.example',
  'HTTPS://Support.Example/apirest.php',
  'https://support.example:443/api.php/v1/',
  'https://support.example/api.php/v2.2',
])('%s is the same platform as https://support.example', (given) => {
  expect(platformAddress(given)).toEqual({
    url: 'https://support.example',
    label: 'support.example',
    exposed: false,
    local: false,
  })
})

test('a platform under a sub-path is another one than that of the host', () => {
  expect(platformAddress('https://host.example/glpi/apirest.php')?.label).toBe('host.example/glpi')
})

test('http and https of one host are two platforms, by address and by label', () => {
  const [plain, encrypted] = [platformAddress('http://host.example'), platformAddress('https://host.example')]
  expect([plain?.url, plain?.label]).toEqual(['http://host.example', 'host.example:80'])
  expect([encrypted?.url, encrypted?.label]).toEqual(['https://host.example', 'host.example'])
})

test.each(['http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:3000', 'http://glpi.localhost'])(
  '%s stays on this machine: nobody can listen',
  (given) => {
    expect(platformAddress(given)?.exposed).toBe(false)
  },
)

test.each(['http://host.example', 'http://127.0.0.1.evil.example', 'http://192.168.0.2'])(
  '%s can be listened to',
  (given) => {
    expect(platformAddress(given)?.exposed).toBe(true)
  },
)

test.each([
  '',
  'not an address',
  'ht!tp',
  'https://a,b.example',
  'ftp://host.example',
  'https://alice:secret@host.example',
  'https://',
])('“%s” is no address of a platform', (given) => {
  expect(platformAddress(given)).toBeUndefined()
})
