/** The Debian package, by dpkg-deb. */
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { layOut } from './tree.mjs'

/** Writes `ipeos_VERSION_ARCH.deb` into `out`; the files bear `moment`. `compressed`: as it is handed out. */
export function makeDebian({ clone, out, work, version, moment, deb, executable, licenses, compressed = true }) {
  const folder = join(work, `deb-${deb}`)
  layOut({ clone, folder, executable, licenses, zsh: 'vendor-completions' })
  const source = join(clone, 'packaging', 'debian')
  const at = (...path) => join(folder, 'usr', 'share', ...path)
  writeFileSync(at('doc', 'ipeos', 'changelog.gz'), gzipSync(changelogOf(version, moment), { level: 9 }))
  mkdirSync(at('lintian', 'overrides'), { recursive: true })
  copyFileSync(join(source, 'lintian-overrides'), at('lintian', 'overrides', 'ipeos'))
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
  const words = ['--root-owner-group', compressed ? '-Zxz' : '-Znone', '--threads-max=1', '--build', folder, file]
  execFileSync('dpkg-deb', words, { stdio: 'pipe', env: { ...process.env, SOURCE_DATE_EPOCH: String(moment) } })
  rmSync(folder, { recursive: true })
  return file
}

/** In the form that Debian's programs read; what changed stands in ours. */
function changelogOf(version, moment) {
  const day = new Date(moment * 1000).toUTCString().replace('GMT', '+0000')
  const who = 'IPEOS I-Solutions <support@ipeos.com>'
  return `ipeos (${version}) stable; urgency=medium\n\n  * CHANGELOG.md.gz beside this file.\n\n -- ${who}  ${day}\n`
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
