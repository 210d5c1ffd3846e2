import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lock } from '../../src/files/lock.ts'
import { readText } from '../../src/files/private-file.ts'
import { accountFile } from '../../src/settings/account/account-file.ts'
import { peekLanguage } from '../../src/settings/peek-language.ts'
import { readSeen } from '../../src/settings/read-seen.ts'

/** A pipe with nobody at its other end. */
function pipeAt(path: string): string {
  execFileSync('mkfifo', [path])
  return path
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'ipeos-pipe-'))

test.skipIf(!existsSync('/usr/bin/mkfifo'))(
  'a pipe in the place of a file of ours is told, or left aside, and waited for by nobody',
  async () => {
    const folder = newFolder()
    const unreadable = readText(pipeAt(join(folder, 'settings.json')))
    await expect(unreadable).rejects.toMatchObject({ code: 'cannot-read-settings', parameters: { reason: 'EFTYPE' } })
    pipeAt(accountFile(folder, 'seen', 'alice'))
    expect(readSeen(folder, 'alice')).toEqual({})
    const origin = { env: { IPEOS_CONFIG_DIR: folder }, platform: 'linux', home: folder } as const
    expect(peekLanguage(origin, {})).toBe('en')
    await expect(lock(pipeAt(join(folder, 'lock')), { longest: 1000 })).rejects.toMatchObject({ code: 'EFTYPE' })
  },
)

test('a folder in the place of a file of ours is told as one', async () => {
  const path = join(newFolder(), 'settings.json')
  mkdirSync(path)
  await expect(readText(path)).rejects.toMatchObject({ parameters: { reason: 'EISDIR' } })
})
