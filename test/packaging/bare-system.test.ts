import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { keyringTools } from '../support/secret-service.ts'

/** Only root makes such a place, and not in every container. */
const canMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0
const here = test.runIf(process.getuid?.() === 0 && canMount)

async function tried(script: string): Promise<{ code: number; told: string }> {
  const child = spawn(join('packaging', script), { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, notes, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: Number(code), told: `${out}${notes}` }
}

describe('in a bare Debian', () => {
  needs('debootstrap', 'dpkg-deb', 'script', 'unshare', ...keyringTools)

  here(
    'the package does all that it is for, is upgraded, and leaves nothing but what people wrote',
    {
      timeout: 600_000,
    },
    async ({ skip }) => {
      const { code, told } = await tried('try-in-debian.sh')
      skip(code === 77, 'no bare Debian can be had here')
      expect(told).toContain('✓ all of it')
      expect(code).toBe(0)
    },
  )
})

describe('by rpm', () => {
  needs('debootstrap', 'rpm', 'rpmbuild', 'unshare')

  here(
    'the package works, is complete, and leaves nothing but the settings of the computer',
    {
      timeout: 600_000,
    },
    async ({ skip }) => {
      const { code, told } = await tried('try-rpm.sh')
      skip(code === 77, 'no bare Debian can be had here')
      expect(told).toContain('✓ all of it')
      expect(code).toBe(0)
    },
  )
})
