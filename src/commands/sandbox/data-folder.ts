import { rename, rm, stat } from 'node:fs/promises'
import { Failed } from '../../errors/error.ts'
import { hasCode } from '../../files/has-code.ts'

/** Opens the store; one that cannot be read is put aside whole, so that nothing of it is lost and the next try is new. */
export async function openOrPutAside<Opened>(folder: string, now: Date, open: () => Promise<Opened>): Promise<Opened> {
  const { SandboxStoreError } = await import('../../sandbox/store/store-error.ts')
  try {
    return await open()
  } catch (error) {
    if (isSystemError(error)) throw new Failed('no-sandbox-folder', { folder, reason: error.code }, { cause: error })
    if (!(error instanceof SandboxStoreError)) throw error
    const aside = `${folder}.corrupt-${now.toISOString().replace(/[:.]/g, '-')}`
    // Several requests at once may find it out.
    await rename(folder, aside).catch((gone) => {
      if (!hasCode(gone, 'ENOENT')) throw gone
    })
    throw new Failed('sandbox-corrupt', { file: error.file, aside }, { cause: error })
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}

export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )
}

export async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true })
}
