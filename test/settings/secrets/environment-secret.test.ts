import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
])('a file that says %j is no secret, and what it says is not told', async (text, code) => {
  const error = await passwordOf({ IPEOS_PASSWORD_FILE: secretFile(text) }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ exitCode: 2, code })
  expect(JSON.stringify(error)).not.toContain('two')
})

test('a file that is not there, or is a folder, is named', async () => {
  for (const path of ['/nowhere/secret', tmpdir()])
    await expect(passwordOf({ IPEOS_PASSWORD_FILE: path })).rejects.toMatchObject({
      code: 'secret-file',
      parameters: { origin: 'IPEOS_PASSWORD_FILE', path },
    })
})

test.skipIf(process.platform === 'win32')('a file that everybody can read is told once', async () => {
  const told: string[] = []
  const [open, own] = [secretFile('a', 0o644), secretFile('a', 0o640)]
  const secrets = environmentSecrets({
    env: { IPEOS_PASSWORD_FILE: open, IPEOS_TOKEN_FILE: own },
    onOpenFile: (path) => told.push(path),
  })
  await Promise.all([secrets('IPEOS_PASSWORD'), secrets('IPEOS_PASSWORD'), secrets('IPEOS_TOKEN')])
  expect(told).toEqual([open])
})
