import { expect, test } from 'vitest'
import { keepTyping } from '../../src/drafts/keep-typing.ts'
import { Failed } from '../../src/errors/error.ts'
import { translator } from '../support/translator.ts'

function keeper(failures: Array<Error | undefined>) {
  const kept: string[] = []
  const told: string[] = []
  const keep = keepTyping(
    async (typed: string) => {
      const failure = failures.shift()
      if (failure) throw failure
      kept.push(typed)
      return { isKept: true }
    },
    { terminal: { warn: (_key, { reason }) => told.push(reason) }, t: translator('en') },
  )
  return { kept, told, keep }
}

function full(): Failed {
  return new Failed('cannot-write-settings', { path: '/home/alice/drafts/1.json', reason: 'ENOSPC' })
}

test('on a full disk the person types on, is told once, and what there is room for later is kept', async () => {
  const { kept, told, keep } = keeper([undefined, full(), full()])
  for (const typed of ['un', 'un deux', 'un deux trois', 'un deux trois quatre']) await keep(typed)
  expect(kept).toEqual(['un', 'un deux trois quatre'])
  expect(told).toEqual([expect.stringContaining('ENOSPC')])
})

test('each time that something is not kept it is said, and no more once it is', async () => {
  const { keep } = keeper([undefined, full(), full()])
  const said: Array<string | undefined> = []
  for (const typed of ['un', 'un deux', 'un deux trois', 'un deux trois quatre']) said.push(await keep(typed))
  const unkept = expect.stringContaining('cannot be kept')
  expect(said).toEqual([undefined, unkept, unkept, undefined])
})

test('what was begun without being kept is said not to be', async () => {
  const keep = keepTyping(async () => ({ isKept: false }), { terminal: { warn: () => undefined }, t: translator('en') })
  expect(await keep()).toContain('cannot be kept')
})

test('a bug is not taken for a full disk', async () => {
  const { keep } = keeper([new TypeError('no such thing')])
  await expect(keep('un')).rejects.toBeInstanceOf(TypeError)
})
