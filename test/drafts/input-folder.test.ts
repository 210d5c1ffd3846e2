import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { InputFolder } from '../../src/drafts/input-folder.ts'
import { Ours } from '../../src/files/ours.ts'

/** A folder of copies, as each of several commands has it; `running` are the numbers of those that are alive. */
function place(running: number[]) {
  const folder = join(mkdtempSync(join(tmpdir(), 'ipeos-input-folder-')), 'input')
  const isRunning = (pid: number) => running.includes(pid)
  return { folder, command: (pid: number) => new InputFolder(folder, new Ours(), { pid, isRunning }) }
}

const keep = (input: InputFolder, content = 'pixels', limit = 100) =>
  input.keep({ name: 'capture.png', stream: Readable.from([Buffer.from(content)]), limit, onPart: () => undefined })

const naming = (...paths: string[]) => Promise.resolve(new Set(paths))
const left = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

test('what a killed command left goes with a later one, that itself read nothing', async () => {
  const { folder, command } = place([2])
  await keep(command(1))
  await command(2).sweep(() => naming())
  expect(left(folder)).toEqual([])
})

test('what a command that runs has read is its own, though no draft names it yet', async () => {
  const { command } = place([1, 2])
  const path = await keep(command(1))
  await command(2).sweep(() => naming())
  expect(existsSync(path)).toBe(true)
})

test('what a draft names stays, whoever was killed', async () => {
  const { folder, command } = place([2, 3])
  const path = await keep(command(1))
  await command(2).sweep(() => naming(path))
  await command(3).sweep(() => naming(path))
  expect(existsSync(path)).toBe(true)
  expect(left(folder)).toHaveLength(1)
})

test('where it cannot be known what drafts name, nothing goes until it can', async () => {
  const { folder, command } = place([3])
  const path = await keep(command(1))
  await command(2).sweep(() => Promise.reject(new Error('closed')))
  expect(existsSync(path)).toBe(true)
  await command(3).sweep(() => naming())
  expect(left(folder)).toEqual([])
})

test('a command that ends leaves what a draft names, and nothing beside it', async () => {
  const { folder, command } = place([1])
  const input = command(1)
  const path = await keep(input)
  await keep(input)
  await input.sweep(() => naming(path))
  expect(left(folder).map((entry) => join(folder, entry, 'capture.png'))).toEqual([path])
})

test('of what is too large nothing stays', async () => {
  const { folder, command } = place([1])
  await expect(keep(command(1), 'x'.repeat(200))).rejects.toMatchObject({ code: 'input-too-big' })
  expect(left(folder)).toEqual([])
})
