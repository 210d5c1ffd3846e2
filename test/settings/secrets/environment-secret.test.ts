import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { environmentSecrets } from '../../../src/settings/secrets/environment-secret.ts'

function secretFile(text: string, mode = 0o600): string {
  const path = join(mkdtempSync(join(tmpdir(), 'ipeos-secret-')), 'secret')
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}

function passwordOf(env: Record<string, string>, onOpenFile?: (path: string) => void): Promise<string | undefined> {
  return environmentSecrets({ env, onOpenFile })('IPEOS_PASSWORD')
}

test.each(['sésame', ' sésame ', 'sésame\n', 'sésame\r\n', '\ufeffsésame\n'])(
  'a file of a secret may end with a line’s end, which is no part of it: %j',
  async (text) => {
    const secret = text.replace(/^\ufeff|\r?\n$/g, '')
    expect(await passwordOf({ IPEOS_PASSWORD_FILE: secretFile(text) })).toBe(secret)
  },
)

test('a variable that was made from a file may end with a line’s end too', async () => {
  expect(await passwordOf({ IPEOS_PASSWORD: 'sésame\n' })).toBe('sésame')
})

test('a variable and a file together are refused', async () => {
  const env = { IPEOS_PASSWORD: 'a', IPEOS_PASSWORD_FILE: secretFile('b') }
  await expect(passwordOf(env)).rejects.toMatchObject({ exitCode: 2, code: 'secret-twice' })
})

test.each([
  ['', 'secret-file-empty'],
  ['\n', 'secret-file-empty'],
  ['one\ntwo\n', 'secret-file-lines'],
  ['t\0w\0o\0', 'secret-control'],
])('a file that says %j is no secret, and what it says is not told', async (text, code) => {
  const error = await passwordOf({ IPEOS_PASSWORD_FILE: secretFile(text) }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ exitCode: 2, code })
  expect(JSON.stringify(error)).not.toContain('two')
})

test('a file of far more than a secret is refused, unread', async () => {
  const env = { IPEOS_PASSWORD_FILE: secretFile('x'.repeat(65_537)) }
  await expect(passwordOf(env)).rejects.toMatchObject({ exitCode: 2, code: 'secret-file-big' })
})

test('a file that is not there, or is a folder, is named', async () => {
  // A folder may be of any size.
  const large = mkdtempSync(join(tmpdir(), 'ipeos-large-'))
  onTestFinished(() => rmSync(large, { recursive: true }))
  for (let name = 0; name < 1500; name += 1) writeFileSync(join(large, `${name}-${'x'.repeat(60)}`), '')
  for (const path of ['/nowhere/secret', large])
    await expect(passwordOf({ IPEOS_PASSWORD_FILE: path })).rejects.toMatchObject({
      code: 'secret-file',
      parameters: { origin: 'IPEOS_PASSWORD_FILE', path },
    })
})

test('a variable with a control character is named, and what it says is not told', async () => {
  const error = await passwordOf({ IPEOS_PASSWORD: 'one\ntwo' }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ exitCode: 2, code: 'secret-control', parameters: { origin: 'IPEOS_PASSWORD' } })
  expect(JSON.stringify(error)).not.toContain('two')
})

/** How often one is told of a file of somebody, where tests may choose whose, that is asked for twice. */
async function toldOf(mode: number, uid: number): Promise<number> {
  const told: string[] = []
  const path = secretFile('a', mode)
  if (process.getuid?.() === 0) chownSync(path, uid, -1)
  const secrets = environmentSecrets({ env: { IPEOS_PASSWORD_FILE: path }, onOpenFile: (open) => told.push(open) })
  await Promise.all([secrets('IPEOS_PASSWORD'), secrets('IPEOS_PASSWORD')])
  return told.length
}

test.skipIf(process.platform === 'win32').each([0o644, 0o640, 0o604, 0o444])(
  'a file that others can read is told once: %o',
  async (mode) => {
    expect(await toldOf(mode, 54_321)).toBe(1)
  },
)

test('a file that only its owner can read is not told', async () => {
  expect(await toldOf(0o600, 54_321)).toBe(0)
})

// Only root may give a file to root.
test.runIf(process.getuid?.() === 0).each([
  [0o440, 0],
  [0o444, 0],
  [0o640, 0],
  [0o644, 1],
])('root hands out secrets by their group, or for reading alone: %o', async (mode, times) => {
  expect(await toldOf(mode, 0)).toBe(times)
})
