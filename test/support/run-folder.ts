import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives all temporary folders of a run one place, and leaves nothing of them behind. */
export default function ownRunFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-tests-'))
  // Some tests run ipeos as somebody else, who must be able to pass.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
