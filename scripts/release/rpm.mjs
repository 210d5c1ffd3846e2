/** The RPM, by rpmbuild, which Debian has too. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { layOut } from './tree.mjs'

/** Writes `ipeos-VERSION-1.ARCH.rpm` into `out`; the files bear `moment`. `compressed`: as it is handed out. */
export function makeRpm({ clone, out, work, version, moment, rpm, executable, licenses, compressed = true }) {
  const folder = join(work, `rpm-${rpm}`)
  const root = join(folder, 'root')
  layOut({ clone, folder: root, executable, licenses, zsh: 'site-functions' })
  mkdirSync(join(folder, 'made'))
  const defined = {
    _topdir: join(folder, 'top'),
    _rpmdir: join(folder, 'made'),
    _rpmfilename: '%{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm',
    staged: root,
    given_version: version,
    _buildhost: 'ipeos',
    use_source_date_epoch_as_buildtime: '1',
    clamp_mtime_to_source_date_epoch: '1',
    _binary_payload: compressed ? 'w9.gzdio' : 'w.ufdio',
  }
  const words = Object.entries(defined).flatMap(([name, value]) => ['--define', `${name} ${value}`])
  execFileSync(
    'rpmbuild',
    ['-bb', '--quiet', '--target', `${rpm}-linux`, ...words, join(clone, 'packaging', 'rpm', 'ipeos.spec')],
    {
      stdio: 'pipe',
      env: { ...process.env, SOURCE_DATE_EPOCH: String(moment) },
    },
  )
  const [name] = readdirSync(join(folder, 'made'))
  copyFileSync(join(folder, 'made', name), join(out, name))
  rmSync(folder, { recursive: true })
  return join(out, name)
}
