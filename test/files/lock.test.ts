import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isLocked, type LockOptions, lock, lockInTurn } from '../../src/files/lock.ts'

const alive: LockOptions = { holder: { pid: 1, isRunning: () => true }, longest: 60_000 }
const other: LockOptions = { holder: { pid: 2, isRunning: () => true }, longest: 60_000 }
const survivor: LockOptions = { holder: { pid: 2, isRunning: (pid) => pid === 2 }, longest: 60_000 }

function place(): string {
  return join(mkdtempSync(join(tmpdir(), 'ipeos-lock-')), 'it.lock')
}

function leave(path: string, text: string, age: number): void {
  writeFileSync(path, text)
  const then = new Date(Date.now() - age)
  utimesSync(path, then, then)
}

test('one has it, the other does not, until it is given back', async () => {
  const path = place()
  const unlock = await lock(path, alive)
  expect(await lock(path, other)).toBeUndefined()
  expect(await isLocked(path, other)).toBe(true)
  expect(await isLocked(path, alive), 'by another than oneself').toBe(false)
  await unlock?.()
  expect(await isLocked(path, other)).toBe(false)
  expect(await lock(path, other)).toBeDefined()
})

test('what a killed process left is free at once', async () => {
  const path = place()
  leave(path, '1', 0)
  expect(await isLocked(path, survivor)).toBe(false)
  const unlock = await lock(path, survivor)
  await unlock?.()
  expect(readdirSync(join(path, '..'))).toEqual([])
})

test('what a process left that died before it gave its number is free after a while', async () => {
  const path = place()
  leave(path, '', 1_000)
  expect(await lock(path, other)).toBeUndefined()
  leave(path, '', 20_000)
  expect(await lock(path, other)).toBeDefined()
})

test('an empty lock is nobody’s after a moment, and so is that of whoever was to break it', async () => {
  const path = place()
  leave(path, '', 3_000)
  const { ino, mtimeMs } = statSync(path)
  leave(`${path}.${ino}-${Math.round(mtimeMs)}`, '', 3_000)
  const unlock = await lock(path, other)
  await unlock?.()
  expect(readdirSync(join(path, '..'))).toEqual([])
})

test('one that does not say whose it is, is held for longer', async () => {
  const path = place()
  leave(path, '-', 3_000)
  expect(await lock(path, other)).toBeUndefined()
})

test('a lock that there is no room for leaves nothing, and the system’s error', async () => {
  const path = place()
  await fillDisk(path)
  await expect(lock(path, other)).rejects.toThrow('ENOSPC')
  expect(readdirSync(join(path, '..'))).toEqual([])
})

test('a stale lock that there is no room to break stays, and nothing beside it', async () => {
  const path = place()
  leave(path, '', 3_000)
  await fillDisk(path)
  await expect(lock(path, other)).rejects.toThrow('ENOSPC')
  expect(readdirSync(join(path, '..'))).toEqual(['it.lock'])
})

/** From here on a file can be made, and nothing be written into it. */
async function fillDisk(path: string): Promise<void> {
  const file = await open(join(path, '..'))
  const handles = Object.getPrototypeOf(file) as { writeFile(text: string): Promise<void> }
  await file.close()
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const writing = vi.spyOn(handles, 'writeFile').mockRejectedValue(full)
  onTestFinished(() => writing.mockRestore())
}

test('a lock of yesterday is nobody’s, though another program bears its number today', async () => {
  const path = place()
  leave(path, '1', 61_000)
  expect(await lock(path, other)).toBeDefined()
})

test('of many that come at once for a stale lock, one has it', async () => {
  const path = place()
  leave(path, '1', 61_000)
  const all = await Promise.all(Array.from({ length: 20 }, () => lock(path, other)))
  expect(all.filter((unlock) => unlock !== undefined)).toHaveLength(1)
})

test('who waits in turn gets it when the other is done, or nothing when patience ends', async () => {
  const path = place()
  const unlock = await lock(path, alive)
  expect(await lockInTurn(path, other, 0)).toBeUndefined()
  const waiting = lockInTurn(path, other, 60_000)
  await unlock?.()
  expect(await waiting).toBeDefined()
})

const here: LockOptions = { holder: { pid: 7, place: 'one', isRunning: () => false }, longest: 600_000 }
const elsewhere: LockOptions = { holder: { pid: 7, place: 'two', isRunning: () => false }, longest: 600_000 }

test('a process of another container is alive, though its number is nobody’s here, or one’s own', async () => {
  const path = place()
  const unlock = await lock(path, here)
  expect(await isLocked(path, elsewhere)).toBe(true)
  expect(await lock(path, elsewhere)).toBeUndefined()
  expect(await isLocked(path, here), 'by another than oneself').toBe(false)
  await unlock?.()
  expect(await lock(path, elsewhere)).toBeDefined()
})

test('what a process of another container left is free once nobody touched it for two minutes', async () => {
  const path = place()
  leave(path, '7 one', 110_000)
  expect(await lock(path, elsewhere)).toBeUndefined()
  leave(path, '7 one', 130_000)
  expect(await lock(path, elsewhere)).toBeDefined()
})

test('a lock is touched as long as it is held', async () => {
  const path = place()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const unlock = await lock(path, here)
  const then = new Date('2026-03-05T09:00:00Z')
  utimesSync(path, then, then)
  vi.advanceTimersByTime(20_000)
  await vi.waitFor(() => expect(statSync(path).mtimeMs).toBeGreaterThan(then.getTime()))
  await unlock?.()
  expect(vi.getTimerCount()).toBe(0)
})
