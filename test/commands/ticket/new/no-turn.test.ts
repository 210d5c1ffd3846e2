import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openSandbox } from '../../../../src/sandbox/sandbox.ts'
import { newDesk } from '../../../support/desk.ts'

test('who waited in vain for a turn hears that the text is kept, and how to go on', async () => {
  const sandbox = await openSandbox()
  let locks: string[] = []
  const desk = newDesk({
    fetch: (request) => {
      const names = readdirSync(folder).filter((name) => name.startsWith('key-'))
      if (names.length > 0) locks = names
      return sandbox.fetch(request)
    },
  })
  const folder = join(desk.home, '.local', 'state', 'ipeos', 'drafts')
  const words = ['ticket', 'new', '--title', 't', '--description', 'd', '--dedupe', 'k', '--yes']
  await desk.ipeos(words)
  for (const name of locks) writeFileSync(join(folder, name), '7 elsewhere')
  let minutes = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => 60_000 * ++minutes * 6)
  onTestFinished(() => clock.mockRestore())
  const { code, notes } = await desk.ipeos(words)
  expect(code).toBe(1)
  expect(notes).toMatch(/at the same for five minutes\.\n {2}→ Nothing is lost; to go on: ipeos draft send/)
})
