import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { keyringTools } from '../support/secret-service.ts'

needs('debootstrap', 'dpkg-deb', 'script', 'unshare', ...keyringTools)

/** Only root makes such a place, and not in every container. */
const canMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

test.runIf(process.getuid?.() === 0 && canMount)(
  'in a bare Debian the package does all that it is for, is upgraded, and leaves nothing but what people wrote',
  {
    timeout: 600_000,
  },
  async ({ skip }) => {
    const child = spawn(join('packaging', 'try-in-debian.sh'), { stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, notes, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    skip(code === 77, 'no bare Debian can be had here')
    expect(`${out}${notes}`).toContain('✓ all of it')
  },
)
