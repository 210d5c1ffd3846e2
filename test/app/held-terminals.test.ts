import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HeldTerminals } from '../../src/app/held-terminals.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

class FakeHost extends EventEmitter {
  readonly pid = 4711
  readonly platform = 'linux'
  readonly sent: Array<[whom: number, signal: unknown, answered: number]> = []

  kill(whom: number, signal?: string | number): true {
    this.sent.push([whom, signal, this.listenerCount('SIGTSTP')])
    return true
  }
}

function place({ isJob = false } = {}) {
  const host = new FakeHost()
  const late: string[] = []
  const terminals = new HeldTerminals(
    host as unknown as NodeJS.Process,
    (signal) => late.push(signal),
    () => isJob,
  )
  const done: string[] = []
  const holder = {
    giveBack: (toShell: boolean) => done.push(toShell ? 'given to the shell' : 'given back'),
    takeAgain: () => done.push('taken again'),
    leave: () => done.push('left'),
  }
  return { host, late, terminals, done, holder }
}

test('the terminal is given back before all of the job is stopped, by what no listener of ours answers', () => {
  const { host, terminals, done, holder } = place()
  terminals.hold(holder).stop()
  expect(done).toEqual(['given back'])
  expect(host.sent).toEqual([[0, 'SIGTSTP', 0]])
})

test('of a job that a shell started, whoever asks is told that `fg` brings it back', () => {
  const { terminals, done, holder } = place({ isJob: true })
  terminals.hold(holder).stop()
  expect(done).toEqual(['given to the shell'])
})

test('once the process goes on, the terminal is taken again, and the next stop is answered too', () => {
  const { host, terminals, done, holder } = place()
  const held = terminals.hold(holder)
  held.stop()
  host.emit('SIGCONT')
  held.stop()
  host.emit('SIGCONT')
  expect(done).toEqual(['given back', 'taken again', 'given back', 'taken again'])
})

test('a stop that somebody else asks for stops this process alone', () => {
  const { host, terminals, holder } = place()
  terminals.hold(holder)
  host.emit('SIGTSTP')
  expect(host.sent).toEqual([[4711, 'SIGTSTP', 0]])
})

test('where nobody can stop it, it goes on by itself', async () => {
  const { terminals, done, holder } = place()
  terminals.hold(holder).stop()
  await vi.advanceTimersByTimeAsync(1000)
  expect(done).toEqual(['given back', 'taken again'])
})

test('before anybody holds the terminal, and once nobody does, it is stopped as any program', () => {
  const { host, terminals, holder } = place()
  const before = host.eventNames()
  terminals.hold(holder).letGo()
  expect({ before, after: host.listenerCount('SIGTSTP') }).toEqual({ before: [], after: 0 })
  expect(terminals.end('SIGTERM')).toBe(false)
})

test('a question that ended with its terminal has a moment to keep what was typed', async () => {
  const { host, late, terminals, holder } = place()
  terminals.hold(holder).letGo()
  host.emit('SIGHUP')
  const atOnce = [...late]
  await vi.advanceTimersByTimeAsync(10_000)
  expect({ atOnce, late }).toEqual({ atOnce: [], late: ['SIGHUP'] })
})

test.each(['SIGHUP', 'SIGTERM'] as const)('by %s whoever holds it leaves, and so does the next one', async (signal) => {
  const { host, terminals, done, holder } = place()
  const held = terminals.hold(holder)
  if (signal === 'SIGHUP') host.emit('SIGHUP')
  else terminals.end(signal)
  held.letGo()
  terminals.hold({ ...holder, leave: () => done.push('left, too') })
  await vi.advanceTimersByTimeAsync(1)
  expect({ done, endedBy: terminals.endedBy }).toEqual({ done: ['left', 'left, too'], endedBy: signal })
})

test('who does not leave in time is not waited for', async () => {
  const { late, terminals, holder } = place()
  terminals.hold(holder)
  terminals.end('SIGTERM')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(late).toEqual(['SIGTERM'])
})

test('a window that is closed hangs up twice, and hurries nobody', () => {
  const { host, late, terminals, done, holder } = place()
  terminals.hold(holder)
  host.emit('SIGHUP')
  host.emit('SIGHUP')
  expect({ done, late }).toEqual({ done: ['left'], late: [] })
})

test('a spinner alone keeps no signal from ending the process', async () => {
  const { host, late, terminals, holder } = place()
  terminals.hold({ giveBack: holder.giveBack, takeAgain: holder.takeAgain })
  host.emit('SIGHUP')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(late).toEqual(['SIGHUP'])
})
