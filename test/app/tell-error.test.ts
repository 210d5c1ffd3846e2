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
