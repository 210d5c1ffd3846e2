/**
 * Builds all of a release from a tag into a folder: `node scripts/release.mjs` (docs/releasing.md). The same commit
 * gives the same bytes.
 *
 *   --out FOLDER      where (release/)
 *   --only A,B        of npm, executable, deb, rpm (all)
 *   --target A,B      systems of executables (all of packaging/executable/nodes.json)
 *   --page ADDRESS    the https address where people get it, for `ipeos version --check`
 *   --trial           from the last commit, whatever its tag and the changelog say: not to be handed out
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeArchive, momentOf } from './release/archive.mjs'
import { makeDebian } from './release/debian.mjs'
import { makeExecutable } from './release/executable.mjs'
import { notesOf } from './release/notes.mjs'
import { emptied } from './release/out.mjs'
import { host, keyringOf, nodeOf, nodeProgram, nodes } from './release/registry.mjs'
import { makeRpm } from './release/rpm.mjs'
import { billOf } from './release/sbom.mjs'
import { checkTag } from './release/tag.mjs'

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'release' },
    only: { type: 'string', default: 'npm,executable,deb,rpm' },
    target: { type: 'string', default: Object.keys(nodes.targets).join(',') },
    page: { type: 'string' },
    trial: { type: 'boolean', default: false },
  },
})
// Whatever that of whoever builds: modes stand in archives.
process.umask(0o022)
const project = join(import.meta.dirname, '..')
const out = resolve(values.out)
const [kinds, targets] = [values.only.split(','), values.target.split(',')]
const work = mkdtempSync(join(tmpdir(), 'ipeos-release-'))

try {
  const clone = cloneOf(project)
  const { version, license } = readJson(clone, 'package.json')
  const moment = momentOf(clone)
  if (!values.trial) checkTag(project, version)
  const changelog = readFileSync(join(clone, 'CHANGELOG.md'), 'utf8')
  const notes = values.trial ? undefined : notesOf(version, changelog)
  run(clone, 'npm', ['ci', '--silent', '--no-audit', '--no-fund'])
  emptied(out)

  const release = { clone, out, work, version, moment }
  if (kinds.includes('npm')) packNpm(release)
  for (const target of targets) if (kinds.some((kind) => kind !== 'npm')) await makeFor(target, release)
  const packages = readJson(clone, 'dist', 'packages.json')
  const bill = billOf({ version, license, moment, packages, lock: readJson(clone, 'package-lock.json'), nodes })
  write(`ipeos-${version}.cdx.json`, `${JSON.stringify(bill, undefined, 1)}\n`)
  copyFileSync(join(clone, 'dist', 'licenses.txt'), join(out, 'licenses.txt'))
  if (notes) write('notes.md', notes.text)
  const announced = { version, ...(notes && { released: notes.day }), ...(values.page && { page: values.page }) }
  write('latest.json', `${JSON.stringify(announced)}\n`)
  write('SHA256SUMS', sums())
  process.stdout.write(readFileSync(join(out, 'SHA256SUMS'), 'utf8'))
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** What is committed, and nothing else. */
function cloneOf(from) {
  const clone = join(work, 'ipeos')
  run(work, 'git', ['clone', '--quiet', '--no-hardlinks', from, clone])
  return clone
}

function packNpm({ clone, out }) {
  run(clone, 'npm', ['pack', '--silent', '--pack-destination', out])
}

/** The executable of a system, in an archive, and as packages where there are such. */
async function makeFor(target, release) {
  const { clone, work, version, moment } = release
  const name = target.startsWith('win32') ? 'ipeos.exe' : 'ipeos'
  const folder = join(work, `ipeos-${version}-${target}`)
  mkdirSync(folder)
  const keyring = keyringOf(target)
  const part = join(
    keyring,
    readdirSync(keyring).find((file) => file.endsWith('.node')),
  )
  const file = join(folder, name)
  await makeExecutable({ root: clone, node: nodeProgram(target), maker: nodeProgram(host), keyring: part, file })
  copyFileSync(join(clone, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'licenses.txt'), licensesOf(clone, keyring))
  execFileSync('chmod', ['755', file])
  const system = { ...nodes.targets[target], executable: file, licenses: join(folder, 'licenses.txt'), version, moment }
  if (kinds.includes('executable')) {
    makeArchive({ folder: work, names: [basename(folder)], file: join(out, `${basename(folder)}.tar.gz`), moment })
  }
  if (kinds.includes('deb') && system.deb) makeDebian({ ...release, ...system })
  if (kinds.includes('rpm') && system.rpm) makeRpm({ ...release, ...system })
}

/** Of the bundle, of Node.js (the package for Windows has no text of it) and of the keychain's part. */
function licensesOf(clone, keyring) {
  const texts = [join(clone, 'dist', 'licenses.txt'), join(nodeOf('linux-x64'), 'LICENSE')]
  const third = join(keyring, 'LICENSE.third-party.md')
  return [...texts, ...(existsSync(third) ? [third] : [])].map((path) => readFileSync(path, 'utf8')).join('\n\n')
}

function sums() {
  const names = readdirSync(out).filter((name) => name !== 'SHA256SUMS')
  const sumOf = (name) =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex')
  return names
    .sort()
    .map((name) => `${sumOf(name)}  ${name}\n`)
    .join('')
}

function run(cwd, program, words) {
  execFileSync(program, words, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

function readJson(...path) {
  return JSON.parse(readFileSync(join(...path), 'utf8'))
}

function write(name, text) {
  writeFileSync(join(out, name), text)
}
