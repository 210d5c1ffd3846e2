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
  writeFileSync(join(folder, 'settings.json.lock'), '')
  const error = await updateSettingsFile(folder, (data) => data).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ exitCode: 1, code: 'settings-locked' })
})

test('what a newer ipeos added to the file survives an update', async () => {
  const folder = newFolder('{"version":1,"accounts":{},"current":{},"shape":"round"}')
  await updateSettingsFile(folder, (data) => ({ ...data, language: 'en' }))
  expect(await readSettingsFile(folder)).toMatchObject({ shape: 'round', language: 'en' })
})

test.each(['', '{"version":1', '[]', '{"version":1,"accounts":{"a":3},"current":{}}', '{}'])(
  'a file that says %j is moved aside whole, and both paths are told',
  async (text) => {
    const folder = newFolder(text)
    const error = await refusalOf(folder)
    const [aside = ''] = readdirSync(folder)
    expect(aside).toMatch(/^settings\.json\.corrupt-\d{8}T\d{6}Z$/)
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(text)
    expect(error).toMatchObject({
      exitCode: 1,
      text: { parameters: { path: join(folder, 'settings.json'), aside: join(folder, aside) } },
      hint: { key: 'settings.corrupt.hint' },
    })
  },
)

test('two broken files of the same second both stay', async () => {
  const folder = newFolder('first')
  await refusalOf(folder)
  writeFileSync(join(folder, 'settings.json'), 'second')
  await refusalOf(folder)
  expect(
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .sort(),
  ).toEqual(['first', 'second'])
})

test('after a broken file was moved aside, the next command starts afresh', async () => {
  const folder = newFolder('broken')
  await refusalOf(folder)
  expect(await readSettingsFile(folder)).toBeUndefined()
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
