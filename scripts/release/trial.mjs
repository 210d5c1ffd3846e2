/**
 * A package of what `npm run build` built, with the Node.js that runs this and not compressed, to try it out:
 * `node scripts/release/trial.mjs deb FOLDER` (or `rpm`). Prints its path.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeDebian } from './debian.mjs'
import { makeExecutable, ownKeyring } from './executable.mjs'
import { host, nodes } from './registry.mjs'
import { makeRpm } from './rpm.mjs'

const [, , kind, out] = process.argv
const clone = join(import.meta.dirname, '..', '..')
const { version } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'))
const moment = Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: clone, encoding: 'utf8' }))
const work = mkdtempSync(join(tmpdir(), 'ipeos-trial-'))
try {
  const executable = join(work, 'ipeos')
  await makeExecutable({ root: clone, node: process.execPath, keyring: ownKeyring(clone), file: executable })
  const licenses = join(clone, 'dist', 'licenses.txt')
  const { deb, rpm } = nodes.targets[host]
  const given = { clone, out: resolve(out), work, version, moment, deb, rpm, executable, licenses, compressed: false }
  process.stdout.write(`${kind === 'rpm' ? makeRpm(given) : makeDebian(given)}\n`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
