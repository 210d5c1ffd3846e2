import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const compiled = `compiled-${process.version}-${process.platform}-${process.arch}`

/** A copy of what is built, whose files of compiled code may be spoilt. */
function copy(spoil: (bytes: Buffer) => Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true })
  const kept = join(folder, 'dist', compiled)
  for (const name of existsSync(kept) ? readdirSync(kept) : [])
    writeFileSync(join(kept, name), spoil(readFileSync(join(kept, name))))
  return folder
}

test.each([
  ['is there', (bytes: Buffer) => bytes],
  ['is empty', () => Buffer.alloc(0)],
  ['is something else', (bytes: Buffer) => Buffer.alloc(bytes.length, 'x')],
  ['was cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
])('ipeos runs where what was compiled %s', (_what, spoil) => {
  const folder = copy(spoil)
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(folder, 'bin', 'ipeos'), 'ticket', '--help', '--lang', 'fr'],
    {
      env: { HOME: folder },
      encoding: 'utf8',
    },
  )
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'Utilisation\u00a0: ipeos ticket [commande] [options]'])
})
