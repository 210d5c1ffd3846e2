/** The files of `dist/`: how large, and which of them `ticket list` loads. */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder, ipeos, program, run } from './world.mjs'

const most = 400 * 1024

export async function measureBundle({ platform }) {
  const dist = join(program(), 'dist')
  const loaded = await loadedByList(dist, platform)
  const size = (name) => statSync(join(dist, name)).size
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`
  const all = readdirSync(dist).filter((name) => name.endsWith('.js'))
  const largest = Math.max(...loaded.map(size))
  return {
    rows: [
      {
        what: 'what `ipeos ticket list` loads',
        value: `${loaded.length} files, ${kilobytes(loaded.reduce((sum, name) => sum + size(name), 0))}`,
        against: `of ${all.length} files, ${kilobytes(all.reduce((sum, name) => sum + size(name), 0))}`,
        bound: '',
      },
      {
        what: 'the largest of these',
        value: kilobytes(largest),
        against: '',
        bound: `≤ ${kilobytes(most)}`,
        holds: largest <= most,
      },
    ],
    chunks: all
      .sort((one, other) => size(other) - size(one))
      .map((name) => ({
        name: name.replace(/-[\w-]{8}\.js$/, '.js'),
        size: kilobytes(size(name)),
        loaded: loaded.includes(name),
      })),
  }
}

async function loadedByList(dist, { env }) {
  const preload = join(folder, 'loaded.cjs')
  writeFileSync(preload, "process.once('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')))")
  const { output } = await run(['sh', '-c', '"$0" "$@" 2>&1 >/dev/null', ...ipeos('ticket', 'list')], {
    env: { ...env, NODE_OPTIONS: `--require ${preload}` },
    kept: true,
  })
  return output
    .split('\n')
    .filter((file) => file.startsWith(`${dist}/`))
    .map((file) => file.slice(dist.length + 1))
}
