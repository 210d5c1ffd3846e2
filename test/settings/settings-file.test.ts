import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setAside } from '../../src/files/private-file.ts'
import { readSettingsFile, updateSettingsFile } from '../../src/settings/settings-file.ts'

function newFolder(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-settings-'))
  if (text !== undefined) writeFileSync(join(folder, 'settings.json'), text)
  return folder
}

async function refusalOf(folder: string): Promise<unknown> {
  return readSettingsFile(folder).catch((error: unknown) => error)
}

test('there may be no settings yet', async () => {
  expect(await readSettingsFile(newFolder())).toBeUndefined()
})

test('what is written is read again', async () => {
  const folder = newFolder()
  await updateSettingsFile(folder, (data) => ({ ...data, language: 'fr' }))
  expect(await readSettingsFile(folder)).toMatchObject({ version: 1, language: 'fr' })
})

test('settings are for their owner alone, and so is their folder', async () => {
  const folder = join(newFolder(), 'deeper', 'ipeos')
  await updateSettingsFile(folder, (data) => data)
  expect([statSync(folder).mode & 0o777, statSync(join(folder, 'settings.json')).mode & 0o777]).toEqual([0o700, 0o600])
})

test('twenty commands at once lose no update', async () => {
  const folder = newFolder()
  const names = Array.from({ length: 20 }, (_, index) => `user-${index}@a.example`)
  const account = { url: 'https://a.example', user: 'x', storage: 'keychain' } as const
  await Promise.all(
    names.map((name) =>
      updateSettingsFile(folder, (data) => ({ ...data, accounts: { ...data.accounts, [name]: account } })),
    ),
  )
  expect(Object.keys((await readSettingsFile(folder))?.accounts ?? {}).sort()).toEqual(names.sort())
})

test('an update leaves neither lock nor temporary file behind', async () => {
  const folder = newFolder()
  await updateSettingsFile(folder, (data) => data)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('the lock of a command that died is broken', async () => {
  const folder = newFolder()
  const lock = join(folder, 'settings.json.lock')
  writeFileSync(lock, '')
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(lock, longAgo, longAgo)
  await updateSettingsFile(folder, (data) => ({ ...data, language: 'fr' }))
  expect(await readSettingsFile(folder)).toMatchObject({ language: 'fr' })
})

test('the lock of a command that was killed holds nobody up', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'settings.json.lock'), '4242')
  const holder = { pid: 1, isRunning: (pid: number) => pid !== 4242 }
  await updateSettingsFile(folder, (data) => ({ ...data, language: 'fr' }), holder)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('a broken file that another command has just put right is not moved aside', async () => {
  const folder = newFolder('{"version":1')
  const path = join(folder, 'settings.json')
  writeFileSync(path, '{"version":1,"accounts":{},"current":{},"language":"fr"}')
  expect([await setAside(path, '{"version":1'), readdirSync(folder)]).toEqual([undefined, ['settings.json']])
  rmSync(path)
  expect(await setAside(path, '{"version":1')).toBeUndefined()
})

test('the lock of a living command is respected', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'settings.json.lock'), String(process.pid))
  const error = await updateSettingsFile(folder, (data) => data).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ exitCode: 1, code: 'settings-locked' })
})

test('what a newer ipeos added to the file survives an update', async () => {
  const folder = newFolder('{"version":1,"accounts":{},"current":{},"shape":"round"}')
  await updateSettingsFile(folder, (data) => ({ ...data, language: 'en' }))
  expect(await readSettingsFile(folder)).toMatchObject({ shape: 'round', language: 'en' })
})

test.each([
  ['', 'JSON'],
  ['{"version":1', 'JSON'],
  ['[]', 'JSON'],
  ['{"version":1,"accounts":{"a":3},"current":{}}', 'accounts.a'],
  ['{"version":"1"}', 'version'],
])('a file that says %j is refused each time, and stays where it is', async (text, reason) => {
  const folder = newFolder(text)
  const path = join(folder, 'settings.json')
  const refused = { exitCode: 1, code: 'settings-corrupt', parameters: { path, reason } }
  expect([await refusalOf(folder), await refusalOf(folder)]).toMatchObject([refused, refused])
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test.each(['{}', '{"url":"https://own.example"}', '\ufeff{"version":1,"url":"https://own.example"}\r\n'])(
  'a file written by hand, as %j, leaves out what it does not say',
  async (text) => {
    expect(await readSettingsFile(newFolder(text))).toMatchObject({ version: 1, accounts: {}, current: {} })
  },
)

test('a broken file is not written over by a command that would keep something', async () => {
  const folder = newFolder('broken')
  await expect(updateSettingsFile(folder, (data) => data)).rejects.toMatchObject({ code: 'settings-corrupt' })
  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe('broken')
})

test('a settings file that cannot be read is told by its path', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'settings.json'))
  expect(await refusalOf(folder)).toMatchObject({
    exitCode: 1,
    code: 'cannot-read-settings',
    parameters: { path: join(folder, 'settings.json'), reason: 'EISDIR' },
  })
})

test('a folder that cannot be made is told by its path', async () => {
  const folder = join(newFolder('not a folder'), 'settings.json', 'ipeos')
  const error = await updateSettingsFile(folder, (data) => data).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ exitCode: 1, code: 'cannot-write-settings' })
})

test('the file of a newer ipeos is refused and stays where it is', async () => {
  const folder = newFolder('{"version":2,"accounts":[]}')
  expect(await refusalOf(folder)).toMatchObject({ exitCode: 1, code: 'settings-newer' })
  expect(readdirSync(folder)).toEqual(['settings.json'])
})
