import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { needs } from '../support/left-out.ts'
import { keyringTools } from '../support/secret-service.ts'

needs('debootstrap', 'dpkg-deb', 'script', 'unshare', ...keyringTools)

// Only root makes such a place.
const byRoot = test.skipIf(process.getuid?.() !== 0)

byRoot(
  'in a bare Debian the package does all that it is for, is upgraded, and leaves nothing but what people wrote',
  {
    timeout: 600_000,
  },
  async () => {
    const child = spawn(join('packaging', 'try-in-debian.sh'), { stdio: ['ignore', 'pipe', 'pipe'] })
    const [out, notes] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect(`${out}${notes}`).toContain('✓ all of it')
  },
)
