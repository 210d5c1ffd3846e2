/** Archives whose bytes depend on what is in them alone: GNU tar with fixed times and owners, zlib without a name. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Seconds since 1970 that all files of a release bear: those of its commit. */
export function momentOf(root) {
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }))
}

/** Writes `file` (.tar.gz) of `names` in `folder`. */
export function makeArchive({ folder, names, file, moment }) {
  const fixed = ['--sort=name', '--format=ustar', `--mtime=@${moment}`, '--owner=0', '--group=0', '--numeric-owner']
  const tar = execFileSync('tar', [...fixed, '-C', folder, '-cf', '-', ...names], { maxBuffer: 1e9 })
  writeFileSync(file, gzipSync(tar, { level: 9 }))
}
