import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { secretFile } from '../../../src/settings/secrets/secret-file.ts'

const secrets = { credential: { user: 'alice', password: 'alice-secret' } }

function newStore() {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-secrets-'))
  return { store: secretFile(folder), folder, path: join(folder, 'secrets.json') }
}

test('secrets are read as they were kept, each for its account', async () => {
  const { store } = newStore()
  await store.set('alice@a.example', secrets)
  await store.set('bob@a.example', { credential: { token: 'bob-token' } })
  expect(await store.get('alice@a.example')).toEqual(secrets)
})

test('the file is for its owner alone', async () => {
  const { store, path } = newStore()
  await store.set('alice@a.example', secrets)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('what is removed is gone from the disk', async () => {
  const { store, path } = newStore()
  await store.set('alice@a.example', secrets)
  expect(await store.remove('alice@a.example')).toBe(true)
  expect(readFileSync(path, 'utf8')).not.toContain('alice-secret')
})

test('there may be nothing to remove', async () => {
  expect(await newStore().store.remove('alice@a.example')).toBe(false)
})

test('a file that others can read is not used; the hint says chmod', async () => {
  const { store, path } = newStore()
  await store.set('alice@a.example', secrets)
  chmodSync(path, 0o640)
  await expect(store.get('alice@a.example')).rejects.toMatchObject({
    exitCode: 1,
    code: 'secrets-readable',
    hint: { parameters: { path } },
  })
})

test('a broken file is moved aside whole, still for its owner alone', async () => {
  const { store, path, folder } = newStore()
  writeFileSync(path, 'broken', { mode: 0o600 })
  await expect(store.get('alice@a.example')).rejects.toMatchObject({ exitCode: 1, code: 'secrets-corrupt' })
  const [aside = ''] = readdirSync(folder)
  expect([readFileSync(join(folder, aside), 'utf8'), statSync(join(folder, aside)).mode & 0o777]).toEqual([
    'broken',
    0o600,
  ])
})

test('two commands that keep secrets at once lose none', async () => {
  const { store } = newStore()
  const names = Array.from({ length: 10 }, (_, index) => `user-${index}@a.example`)
  await Promise.all(names.map((name) => store.set(name, secrets)))
  expect(await Promise.all(names.map((name) => store.get(name)))).toEqual(names.map(() => secrets))
})

test('an entry that is not ours counts as none', async () => {
  const { store, path } = newStore()
  writeFileSync(path, '{"version":1,"accounts":{"alice@a.example":{"credential":{"user":3}}}}', { mode: 0o600 })
  expect(await store.get('alice@a.example')).toBeUndefined()
})
