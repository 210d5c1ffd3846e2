/**
 * The Debian package, by dpkg-deb. `node scripts/release/debian.mjs FOLDER` makes one of what `npm run build` built, with the
 * Node.js that runs it and hardly compressed: to try it out.
 */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeExecutable, ownKeyring } from './executable.mjs'
import { layOut } from './tree.mjs'

/** Writes `ipeos_VERSION_ARCH.deb` into `out`; the files bear `moment`. `compression`: as dpkg-deb names it. */
export function makeDebian({ clone, out, work, version, moment, deb, executable, licenses, compression = 'xz' }) {
  const folder = join(work, `deb-${deb}`)
  layOut({ clone, folder, executable, licenses, zsh: 'vendor-completions' })
  const source = join(clone, 'packaging', 'debian')
  const control = join(folder, 'DEBIAN')
  mkdirSync(control)
  copyFileSync(join(source, 'postrm'), join(control, 'postrm'))
  const facts = readFileSync(join(source, 'control'), 'utf8')
  const values = { VERSION: version, ARCHITECTURE: deb, SIZE: String(Math.ceil(sizeOf(folder) / 1024)) }
  writeFileSync(
    join(control, 'control'),
    facts.replace(/@(\w+)@/g, (_all, name) => values[name]),
  )
  setModes(folder)
  for (const program of [join(folder, 'usr', 'bin', 'ipeos'), join(control, 'postrm')]) chmodSync(program, 0o755)
  const file = join(out, `ipeos_${version}_${deb}.deb`)
  // One thread: with more, the bytes depend on how many there are.
  const words = ['--root-owner-group', `-Z${compression}`, '--threads-max=1', '--build', folder, file]
  execFileSync('dpkg-deb', words, { stdio: 'pipe', env: { ...process.env, SOURCE_DATE_EPOCH: String(moment) } })
  rmSync(folder, { recursive: true })
  return file
}

/** Whatever the umask of whoever builds. */
function setModes(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
  }
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((size, { parentPath, name }) => size + statSync(join(parentPath, name)).size, 0)
}

if (process.argv[1] === import.meta.filename) {
  const [, , out] = process.argv
  const clone = join(import.meta.dirname, '..', '..')
  const { version } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'))
  const work = mkdtempSync(join(tmpdir(), 'ipeos-debian-'))
  try {
    const executable = join(work, 'ipeos')
    await makeExecutable({ root: clone, node: process.execPath, keyring: ownKeyring(clone), file: executable })
    const deb = execFileSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).trim()
    const licenses = join(clone, 'dist', 'licenses.txt')
    const made = { clone, out: resolve(out), work, version, moment: 0, deb, executable, licenses, compression: 'none' }
    process.stdout.write(`${makeDebian(made)}\n`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
