import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from 'rolldown/utils'
import { expect, test } from 'vitest'
import { engines } from '../../package.json'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'ipeos')

/** `bin/ipeos --version` as that version of Node would run it, as far as it can see. */
function under(version: string, env: Record<string, string>) {
  const preload = join(mkdtempSync(join(tmpdir(), 'ipeos-node-')), 'pretend.cjs')
  writeFileSync(
    preload,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`,
  )
  return spawnSync(process.execPath, ['--require', preload, bin, '--version'], { env, encoding: 'utf8' })
}

test.each(['12.22.12', '18.20.8', '20.17.0', '20.18.0'])(
  'Node %s is told which is wanted, in one sentence',
  (version) => {
    const { status, stdout, stderr } = under(version, { LANG: 'en_GB.UTF-8' })
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `✗ ipeos needs Node.js ${engines.node.replace('>=', '')} or a later version; this one is ${version}.\n`,
    })
  },
)

test('where French is spoken, it is told so in French', () => {
  const { stderr } = under('12.22.12', { LANG: 'fr_FR.UTF-8' })
  expect(stderr).toBe(
    `✗ ipeos a besoin de Node.js ${engines.node.replace('>=', '')} ou d’une version plus récente ; celle-ci est la 12.22.12.\n`,
  )
})

test.each(['20.18.1', '20.20.2', '22.0.0', '24.1.0'])('Node %s is new enough', (version) => {
  expect(under(version, {})).toMatchObject({ status: 0, stderr: '' })
})

test('what is started has no syntax that Node 12 does not read', () => {
  const code = readFileSync(bin, 'utf8')
  const written = (target: string) => transformSync('ipeos.cjs', code, { target, sourceType: 'script' }).code
  expect(written('es2019')).toBe(written('esnext'))
})
