/**
 * The lone executable: a Node.js with dist/, completions, manual pages and the keychain's part inside of it, as Node's
 * single-executable application. Works on what `npm run build` built in `root`.
 *
 * `node scripts/release/executable.mjs FILE` makes one of the Node.js that runs it, to try it out, with the keychain's
 * part that npm installed here, or that of a file named after it.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { unsign } from 'macho-unsign'
import { inject } from 'postject'

/** By this Node knows that something was put into it; it turns the last digit. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

/**
 * Makes `file` of the Node.js in `node`, with what `keyring` (a file, for the same system) holds. `maker`: a Node.js of
 * the same version that runs here.
 */
export async function makeExecutable({ root, node, maker = node, keyring, file }) {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-executable-'))
  try {
    const blob = join(folder, 'blob')
    const config = {
      // By a path from `root` on: it stands in the program, whose bytes must not depend on where it was made.
      main: 'packaging/executable/start.cjs',
      output: blob,
      disableExperimentalSEAWarning: true,
      assets: { ...assetsOf(root), 'keyring.node': keyring },
    }
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
    execFileSync(maker, ['--experimental-sea-config', join(folder, 'config.json')], { cwd: root, stdio: 'pipe' })
    copyFileSync(node, file)
    removeSignature(file)
    await quietly(() =>
      inject(file, 'NODE_SEA_BLOB', readFileSync(blob), { sentinelFuse: fuse, machoSegmentName: 'NODE_SEA' }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of a program for macOS: it would fit no longer. Whoever has a Mac signs anew (docs/releasing.md). */
function removeSignature(file) {
  const program = readFileSync(file)
  if (program.readUInt32LE(0) !== 0xfeedfacf) return
  const unsigned = unsign(program)
  if (unsigned) writeFileSync(file, Buffer.from(unsigned))
}

/** What ipeos reads of its own package, by the names under which it asks: `dist/main.js`, `help-fr.txt`. */
function assetsOf(root) {
  const named = (folder, from) => filesBelow(join(root, folder)).map((path) => [relative(join(root, from), path), path])
  const texts = named('dist', 'dist').filter(([name]) => !name.endsWith('.js'))
  const code = named('dist', '.').filter(([name]) => name.endsWith('.js'))
  return Object.fromEntries([...code, ...texts, ...named('completions', '.'), ...named('man', '.')])
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

/** The library that injects warns of what has no say for us. */
async function quietly(work) {
  const { log, warn, error } = console
  try {
    for (const name of ['log', 'warn', 'error']) console[name] = () => undefined
    await work()
  } finally {
    Object.assign(console, { log, warn, error })
  }
}

/** The keychain's part that npm installed here. */
export function ownKeyring(root) {
  const { resolve } = createRequire(createRequire(join(root, 'package.json')).resolve('@napi-rs/keyring'))
  const system = `${process.platform}-${process.arch}${process.platform === 'linux' ? '-gnu' : ''}`
  return resolve(`@napi-rs/keyring-${system}/keyring.${system}.node`)
}

if (process.argv[1] === import.meta.filename) {
  const [, , file, keyring] = process.argv
  const root = join(import.meta.dirname, '..', '..')
  await makeExecutable({ root, node: process.execPath, keyring: keyring ?? ownKeyring(root), file })
}
