import { expect, test } from 'vitest'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { newDesk } from '../support/desk.ts'

test('IPEOS_COLOR colours an error as it does the rest', async () => {
  const { ipeos } = newDesk(await openSandbox())
  const missing = ['ticket', 'show', '99999']
  const [plain, coloured] = [await ipeos(missing), await ipeos(missing, { env: { IPEOS_COLOR: 'always' } })]
  expect(plain.notes).not.toContain('\u001b[')
  expect(coloured.notes).toContain('\u001b[')
})

test.each([
  [['--no-input'], {}, '--no-input'],
  [[], { IPEOS_NO_INPUT: '1' }, 'IPEOS_NO_INPUT'],
])('who sits at a terminal is told by what questions are switched off (%j, %j)', async (flags, env, by) => {
  const { ipeos } = newDesk(await openSandbox())
  const { code, notes } = await ipeos(['ticket', 'new', ...flags], { columns: 80, env })
  expect(code).toBe(2)
  expect(notes).toContain(`Questions are switched off by ${by}.`)
})

test('in a pipe nobody would be asked anyway, and for what no question would mend nothing is said of them', async () => {
  const { ipeos } = newDesk(await openSandbox())
  const env = { IPEOS_NO_INPUT: '1' }
  const inPipe = await ipeos(['ticket', 'new'], { env })
  const other = await ipeos(['ticket', 'list', '--limit', 'x'], { columns: 80, env })
  expect(inPipe.notes + other.notes).not.toContain('switched off')
})
