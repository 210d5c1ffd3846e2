import { execFile } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { needs } from '../support/left-out.ts'

needs('npm')

const run = promisify(execFile)
/** What making the tarball has no need of, or makes anew. */
const left = ['.git', 'bench', 'dist', 'man', 'node_modules', 'test']

/** A copy of this project, as a clone after `npm ci`, in a folder of its own. */
function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-tarball-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const copy = join(folder, 'clone')
  for (const name of readdirSync('.').filter((one) => !left.includes(one)))
    cpSync(name, join(copy, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
  return copy
}

test('the tarball of npm pack installs without a warning, and runs; package.json stays as it was', {
  timeout: 120_000,
}, async () => {
  const clone = copyOfProject()
  const manifest = readFileSync(join(clone, 'package.json'), 'utf8')
  const options = { cwd: clone, env: { ...process.env, HOME: clone, npm_config_update_notifier: 'false' } }
  await run('npm', ['pack'], options)
  expect(readFileSync(join(clone, 'package.json'), 'utf8')).toBe(manifest)

  const tarball = readdirSync(clone).filter((name) => name.endsWith('.tgz'))
  const words = ['install', '--global', '--prefix', join(clone, 'there'), ...tarball]
  const { stderr } = await run('npm', [...words, '--omit=optional', '--offline'], options)
  const { stdout } = await run(join(clone, 'there', 'bin', 'ipeos'), ['whoami', '--help'], options)
  expect({ warnings: stderr, help: stdout }).toEqual({ warnings: '', help: expect.stringContaining('ipeos whoami') })

  const installed = join(clone, 'there', 'lib', 'node_modules', 'ipeos', 'package.json')
  const atInstall = ['preinstall', 'install', 'postinstall', 'prepare']
  const { scripts } = JSON.parse(readFileSync(installed, 'utf8')) as { scripts: Record<string, string> }
  expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([])
})

describe('from an address of git', () => {
  // What git itself is made of: its submodules are a shell script.
  needs('git', 'sed', 'uname')

  test('npm builds it, and installs the package, not its own clone', { timeout: 240_000 }, async () => {
    const clone = copyOfProject()
    rmSync(join(clone, 'node_modules'))
    const commit = ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'all of it']
    for (const words of [['init', '--quiet'], ['add', '--all'], commit]) await run('git', words, { cwd: clone })
    // What was fetched for this project is not fetched again.
    const { stdout: cache } = await run('npm', ['config', 'get', 'cache'])
    const env = { ...process.env, HOME: clone, npm_config_cache: cache.trim(), npm_config_prefer_offline: 'true' }
    const prefix = join(clone, 'there')
    const words = ['install', '--global', '--install-links', '--prefix', prefix, `git+file://${clone}`]
    await run('npm', words, { cwd: clone, env })

    const installed = join(prefix, 'lib', 'node_modules', 'ipeos')
    expect(lstatSync(installed).isDirectory()).toBe(true)
    const { stdout: help } = await run(join(prefix, 'bin', 'ipeos'), ['whoami', '--help'], { cwd: clone, env })
    expect({ help, source: existsSync(join(installed, 'src')) }).toEqual({
      help: expect.stringContaining('ipeos whoami'),
      source: false,
    })
  })

  test('without the option that npm needs for it, it names that option', async () => {
    const clone = copyOfProject()
    rmSync(join(clone, 'node_modules'))
    const failure = await run('npm', ['run', '-s', 'prepare'], { cwd: clone }).catch((error: Error) => error)
    const told = [expect.stringContaining('npm install -g --install-links git+'), expect.stringContaining('npm pack')]
    for (const stderr of told) expect(failure).toMatchObject({ code: 1, stderr })
  })
})
