/** What is measured is what customers get: the package, installed into an empty prefix. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Packs this clone, as for a release, into `folder`; gives the file. */
export function pack(folder) {
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root))
  return join(folder, filename)
}

/** Installs a package below `folder`, where nothing else is; gives the folder of the package. */
export function install(file, folder) {
  const prefix = mkdtempSync(join(folder, 'prefix-'))
  npm(['install', '--global', '--prefix', prefix, '--no-audit', '--no-fund', file], folder)
  return join(prefix, 'lib', 'node_modules', 'ipeos')
}

function npm(words, cwd) {
  const { status, stdout, stderr } = spawnSync('npm', words, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ${words.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}
