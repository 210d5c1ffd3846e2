import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { beforeEach } from 'vitest'

/**
 * Says which programs the tests of this file, or of this `describe`, need. Where one is not installed they are left out
 * by name, and the end of the run says what for; on a CI machine they fail.
 */
export function needs(...tools: string[]): void {
  const missing = tools.filter((tool) => !isInstalled(tool))
  if (missing.length === 0) return
  beforeEach(({ skip }) => {
    if (process.env.CI) throw new Error(`not installed, and needed here: ${missing.join(', ')}`)
    skip(`for want of ${missing.join(', ')}`)
  })
}

function isInstalled(tool: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
