import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BinOptions, runBin, runShell } from '../support/bin.ts'
import { refusal } from '../support/refusal.ts'
import { openSite } from '../support/site.ts'

const missing = join(tmpdir(), 'ipeos-no-such-home', 'alice')

async function homeless(home: string) {
  const site = await openSite()
  const place: BinOptions = { env: { ...site.env, HOME: home }, folder: site.folder }
  return { site, place }
}

describe.each([
  ['is no folder', '/dev/null'],
  ['is not there', missing],
  ['is empty', ''],
])('where the home %s', (_case, home) => {
  test('tickets are listed with the credential of the environment, and nothing is made', async () => {
    const { site, place } = await homeless(home)
    expect(await runBin(['ticket', 'list'], place)).toMatchObject({ code: 0, notes: '' })
    expect({ home: existsSync(missing), files: readdirSync(site.folder) }).toEqual({ home: false, files: [] })
  })

  test('what should be kept before it is sent is sent all the same, with a warning, and made nowhere', async () => {
    const { site, place } = await homeless(home)
    const words = ['ticket', 'comment', '15', '--message', 'Bonjour']
    const { code, notes } = await runBin(words, { ...place, env: { ...place.env, LANG: 'en' } })
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('There is no home folder here') })
    expect(site.sandbox.writes).toHaveLength(1)
    expect({ home: existsSync(missing), files: readdirSync(site.folder) }).toEqual({ home: false, files: [] })
  })
})

test('a login that could not be kept is refused before anything is sent', async () => {
  const { site, place } = await homeless('/dev/null')
  const words = ['login', '--user', 'alice', '--password-stdin', '--insecure-storage']
  const told = await refusal(words, { ...place, stdin: 'alice-secret' })
  expect(told).toEqual({
    code: 1,
    fr: expect.stringContaining('IPEOS_CONFIG_DIR'),
    en: expect.stringContaining('IPEOS_CONFIG_DIR'),
  })
  expect(site.sandbox.requests).toEqual([])
})

test('doctor says what is not kept, and what to set', async () => {
  const { place } = await homeless('/dev/null')
  const { out } = await runBin(['doctor', '--json', 'id,status,seen,repair'], {
    ...place,
    env: { ...place.env, LANG: 'en', IPEOS_CONFIG_DIR: place.folder },
  })
  const found = JSON.parse(out).find(({ id }: { id: string }) => id === 'folders')
  expect(found.status).toBe('warning')
  expect(found.seen).toContain('drafts, form and completion, embedded platform')
  expect(found.repair).toMatch(/HOME.*IPEOS_STATE_DIR, IPEOS_CACHE_DIR, IPEOS_DATA_DIR$/)
})

// Only root may become somebody else.
describe.runIf(process.getuid?.() === 0)('a user whom the system does not know, and who has no HOME', () => {
  async function strange() {
    const { site, place } = await homeless('')
    const { HOME: _home, ...env } = place.env
    return { site, stranger: { ...place, env: { ...env, LANG: 'en' }, folder: '/', uid: 54_321, gid: 54_321 } }
  }

  test('may list tickets, and read help', async () => {
    const { site, stranger } = await strange()
    expect(await runBin(['ticket', 'list'], stranger)).toMatchObject({ code: 0, notes: '' })
    expect(await runBin(['ticket', 'list', '--help'], stranger)).toMatchObject({ code: 0, notes: '' })
    expect(site.sandbox.writes).toEqual([])
  })

  test('may open a ticket, and is told that nothing is kept', async () => {
    const { site, stranger } = await strange()
    const words = ['ticket', 'new', '--title', 'Panne', '--description', 'Rien.', '--category', 'Site web', '--yes']
    const { code, notes } = await runBin(words, stranger)
    expect({ code, notes }).toEqual({ code: 0, notes: expect.stringContaining('There is no home folder here') })
    expect(site.sandbox.writes).toHaveLength(1)
  })

  test('keeps what is not sent in the folders that the environment names', async () => {
    const { site, stranger } = await strange()
    const state = join(site.folder, 'state')
    mkdirSync(state, { mode: 0o700 })
    for (const folder of [site.folder, state]) chownSync(folder, 54_321, 54_321)
    const env = { ...stranger.env, IPEOS_STATE_DIR: state, IPEOS_URL: 'http://127.0.0.1:9' }
    const words = ['ticket', 'comment', '15', '--message', 'Bonjour']
    expect(await runBin(words, { ...stranger, env })).toMatchObject({ code: 6 })
    expect(readdirSync(join(state, 'drafts'))).toHaveLength(1)
  })
})

test('a folder that was deleted since the command line stood in it stops nothing', async () => {
  const { place } = await homeless('/dev/null')
  const { code, out, notes } = await runShell('mkdir gone && cd gone && rmdir ../gone && ipeos ticket list', place)
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
  expect(out).toContain('17\t')
})
