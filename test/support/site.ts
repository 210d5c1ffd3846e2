import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/serve.ts'

export interface Site {
  sandbox: Sandbox
  url: string
  /** A folder of the person's own, gone after the test. */
  folder: string
  /** What `bin/ipeos` needs to run there, logged in by the environment. */
  env: Record<string, string>
}

/** The embedded platform behind a real socket, for one test. */
export async function openSite(options: SandboxOptions & { user?: string | null } = {}): Promise<Site> {
  const sandbox = await openSandbox(options)
  const { url, close } = await serve(sandbox)
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-site-'))
  onTestFinished(async () => {
    await close()
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const { user = 'alice' } = options
  const login = user ? { IPEOS_USER: user, IPEOS_PASSWORD: `${user}-secret` } : {}
  return { sandbox, url, folder, env: { HOME: folder, IPEOS_URL: url, LANG: 'fr_FR.UTF-8', ...login } }
}
