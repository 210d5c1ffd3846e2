import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { isNewer } from '../../src/cli/version/newest-release.ts'
import { type CallOptions, newDesk } from '../support/desk.ts'
import { organisation } from '../support/organisation.ts'

interface Request {
  method: string
  url: string
  headers?: Record<string, string>
}

const nobody = { fetch: () => Promise.reject(new Error('the platform was asked')) }

/** Somebody whose organisation says where newer versions are announced; there, this is answered. */
async function informed(status: number, body: string, headers: Record<string, string> = {}) {
  const desk = newDesk(nobody)
  writeFileSync(join(desk.home, 'ipeos.json'), JSON.stringify(organisation))
  await desk.ipeos(['config', 'import', 'ipeos.json', '--yes'])
  const asked: Request[] = []
  const http = async (request: Request) => {
    asked.push(request)
    return { status, headers, body: Buffer.from(body) }
  }
  const check = (words: string[] = [], options: CallOptions = {}) =>
    desk.ipeos(['version', '--check', ...words], { ...options, world: { http } })
  return { desk, http, asked, check }
}

const newer = { version: '99.0.1', released: '2026-12-01', page: 'https://ipeos.example/ipeos/' }

test('ipeos version says it, and asks nobody', async () => {
  expect(await newDesk(nobody).ipeos(['version'])).toEqual({ code: 0, out: `${version}\n`, notes: '' })
  const { out } = await newDesk(nobody).ipeos(['version', '--json'])
  expect(JSON.parse(out)).toEqual({ version, latest: null, newer: null, released: null, page: null })
})

describe('ipeos version --check', () => {
  test('says that there is a newer version, and where', async () => {
    const { check } = await informed(200, JSON.stringify({ ...newer, more: 'to come' }))
    const { code, out, notes } = await check()
    expect({ code, out }).toEqual({ code: 0, out: `${version}\n` })
    expect(notes).toBe('A newer version is there: 99.0.1, of 1 Dec 2026.\nTo get it: https://ipeos.example/ipeos/\n')
  })

  test('in French', async () => {
    const { check } = await informed(200, JSON.stringify({ version: '99.0.1' }))
    const { notes } = await check(['--lang', 'fr'])
    expect(notes).toContain('Une version plus récente est parue\u00a0: 99.0.1.')
    expect(notes).toContain('Installez-la comme vous avez installé celle-ci')
  })

  test('says that this is the newest', async () => {
    const { check } = await informed(200, JSON.stringify({ version }))
    expect((await check()).notes).toContain('This is the newest version.')
  })

  test('tells a script', async () => {
    const { check } = await informed(200, JSON.stringify(newer))
    const { out } = await check(['--json'])
    const { released, page } = newer
    expect(JSON.parse(out)).toEqual({ version, latest: '99.0.1', newer: true, released, page })
  })

  test('sends one GET to the address of the organisation’s file, and nothing by which anybody is known', async () => {
    const { check, asked } = await informed(200, JSON.stringify(newer))
    await check()
    expect(asked).toEqual([
      {
        method: 'GET',
        url: organisation.releases,
        headers: { Accept: 'application/json', 'User-Agent': 'ipeos' },
        limit: expect.any(Number),
      },
    ])
  })

  test('without such an address says who can give one', async () => {
    const { code, notes } = await newDesk(nobody).ipeos(['version', '--check'])
    expect({ code, notes }).toEqual({ code: 2, notes: expect.stringContaining('“releases”') })
  })

  test.each([
    [404, '', {}, '404'],
    [500, '', {}, '500'],
    [302, '', { location: 'https://elsewhere.example/x' }, 'https://elsewhere.example/x'],
    [200, '<html>', {}, 'does not say which version'],
    [200, '{"version": "newest"}', {}, 'does not say which version'],
    [200, '{"version": "1.0.0", "page": "javascript:alert(1)"}', {}, 'does not say which version'],
    [200, '{"version": "1.0.0", "page": "https://x.example/\\u001b[2J"}', {}, 'does not say which version'],
  ])('what answers %d %s is told as what it is', async (status, body, headers, told) => {
    const { check, asked } = await informed(status, body, headers)
    const { code, notes } = await check()
    expect({ code, notes }).toEqual({ code: 6, notes: expect.stringContaining(told) })
    expect(asked).toHaveLength(1)
  })
})

test('no other command looks for a newer version', async () => {
  const { desk, http, asked } = await informed(404, '')
  for (const words of [['version'], ['contact'], ['ticket', 'list'], ['doctor']])
    await desk.ipeos(words, { world: { http } })
  expect(asked.map(({ url }) => url)).not.toContain(organisation.releases)
  expect(asked).not.toEqual([])
})

test.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', false],
  ['0.2.0', '0.2.0-rc.1', true],
  ['0.1.9', '0.2.0-rc.1', false],
])('whether %s is newer than %s: %s', (version, than, expected) => {
  expect(isNewer(version, than)).toBe(expected)
})
