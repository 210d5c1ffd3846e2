import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { getAsset, isSea } from 'node:sea'

/**
 * The text of a file that comes with ipeos, by its path from `folder` on; undefined where it is not there. In the lone
 * executable (packaging/executable) it stands inside of it, by that path alone.
 */
export function packagedText(path: string, folder: string): string | undefined {
  try {
    return isSea() ? getAsset(path, 'utf8') : readFileSync(join(folder, path), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ERR_SINGLE_EXECUTABLE_APPLICATION_ASSET_NOT_FOUND') return undefined
    throw error
  }
}

/** The folder of the package that a file is in: `dist/` lies right below it, files of the sources deeper. */
export function packageFolder(from: string): string {
  const above = dirname(from)
  return above === from || existsSync(join(above, 'package.json')) ? above : packageFolder(above)
}
