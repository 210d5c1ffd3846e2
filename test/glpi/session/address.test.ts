import { describe, expect, test } from 'vitest'
import { WrongUsage } from '../../../src/errors/error.ts'
import { readAddress } from '../../../src/glpi/session/address.ts'

describe('the address of a platform', () => {
  test.each([
    ['support.ipeos.com', 'https://support.ipeos.com'],
    ['  https://support.ipeos.com/ ', 'https://support.ipeos.com'],
    ['https://host.example/glpi///', 'https://host.example/glpi'],
    ['localhost:8080/glpi', 'https://localhost:8080/glpi'],
    ['http://127.0.0.1:8011', 'http://127.0.0.1:8011'],
    ['https://host.example/glpi/front/ticket.form.php?id=12', 'https://host.example/glpi'],
    ['https://host.example/index.php#top', 'https://host.example'],
    ['https://host.example/glpi/api.php', 'https://host.example/glpi'],
    ['https://host.example/api.php/v2.2/', 'https://host.example'],
  ])('%s has its root at %s, and its API is still to be found', (text, rootUrl) => {
    expect(readAddress(text)).toEqual({ rootUrl })
  })

  test.each([
    ['https://host.example/apirest.php', 'https://host.example', 'https://host.example/apirest.php'],
    ['https://host.example/glpi/apirest.php/', 'https://host.example/glpi', 'https://host.example/glpi/apirest.php'],
    ['host.example/api.php/v1//', 'https://host.example', 'https://host.example/api.php/v1'],
  ])('%s names its API itself', (text, rootUrl, apiUrl) => {
    expect(readAddress(text)).toEqual({ rootUrl, apiUrl })
  })

  test.each(['', 'ftp://host.example', 'https://', 'file:///etc/passwd', 'https://a b'])('%j is none', (text) => {
    expect(() => readAddress(text)).toThrow(WrongUsage)
  })

  test('a password in it is refused, and not repeated', () => {
    expect(() => readAddress('https://alice:s3cret@host.example/')).toThrow(
      expect.objectContaining({ code: 'wrong-address', parameters: { url: 'https://host.example/' } }),
    )
  })
})
