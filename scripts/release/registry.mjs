/** Packages of the npm registry that are no part of an install: the Node.js and the keychain's part of each system. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, 'node_modules', '.cache', 'ipeos-release')

/** The Node.js inside of the executables, and the packages that hold it and the keychain's part, by system. */
export const nodes = JSON.parse(readFileSync(join(root, 'packaging', 'executable', 'nodes.json'), 'utf8'))

/** The system that this runs on, as `nodes` names it. */
export const host = `${process.platform}-${process.arch}`

/** The folder of the Node.js for a system, where `bin/node` or `bin/node.exe` is. */
export function nodeOf(target) {
  const { node, integrity } = nodes.targets[target]
  return unpacked(node, nodes.version, integrity)
}

/** The program in it. */
export function nodeProgram(target) {
  return join(nodeOf(target), 'bin', target.startsWith('win32') ? 'node.exe' : 'node')
}

/** The folder of the keychain's part for a system, as the lock file knows it. */
export function keyringOf(target) {
  const { keyring } = nodes.targets[target]
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { version, integrity } = packages[`node_modules/${keyring}`]
  return unpacked(keyring, version, integrity)
}

/** Fetched once, and only when its bytes are those that this project was made with. */
function unpacked(name, version, integrity) {
  const folder = join(cache, `${name.replace('/', '+')}-${version}`)
  if (existsSync(folder)) return folder
  const work = `${folder}.${process.pid}`
  mkdirSync(work, { recursive: true })
  try {
    const words = ['pack', `${name}@${version}`, '--json', '--pack-destination', work]
    const [{ filename }] = JSON.parse(execFileSync('npm', words, { cwd: work, encoding: 'utf8' }))
    const file = join(work, filename.replace('@', '').replace('/', '-'))
    const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
    if (found !== integrity) throw new Error(`${name}@${version} is not what it was: ${found}, not ${integrity}`)
    execFileSync('tar', ['xzf', file, '-C', work])
    renameSync(join(work, 'package'), folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}
