import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unreachable } from '../../../src/errors/unreachable-codes.ts'
import { en } from '../../../src/i18n/en.ts'
import { fr } from '../../../src/i18n/fr.ts'
import type { FaultKind } from '../../../src/sandbox/faults.ts'
import { deskWithTicket } from '../../support/ticket-life.ts'

const commands = [
  { words: ['ticket', 'comment', 'ID', '-m', 'Toujours lent'], goesOn: /ipeos draft send [0-9a-f]{8}$/ },
  { words: ['ticket', 'attach', 'ID', 'journal.txt'], goesOn: /ipeos draft send [0-9a-f]{8}$/ },
  {
    words: ['ticket', 'new', '--title', 't', '--description', 'd', '--yes'],
    goesOn: /ipeos ticket new --resume [0-9a-f]{8}$/,
  },
  {
    words: ['ticket', 'new', '--title', 't', '--description', 'd', '--dedupe', 'k', '--yes'],
    goesOn: /ipeos draft send --all$/,
  },
  { words: ['alert'], goesOn: /ipeos draft send --all$/ },
]

const faults: FaultKind[] = [
  { kind: 'drop-before' },
  { kind: 'truncated' },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, retryAfter: 9 },
]

const cases = commands.flatMap((command) =>
  faults.map((fault) => ({ ...command, fault, named: JSON.stringify(fault) })),
)

test.each(cases)('what stops $words by $named ends with the draft, and with no «try again»', async (one) => {
  const { desk, id, site } = await deskWithTicket('10.0')
  writeFileSync(join(desk.home, 'journal.txt'), 'a')
  site.faults.inject({ ...one.fault, times: 1000 })
  const words = one.words.map((word) => (word === 'ID' ? id : word))
  const asText = await desk.ipeos(words, { stdin: 'df 91 %' })
  const asJson = await desk.ipeos([...words, '--json'], { stdin: 'df 91 %' })
  const { hint } = JSON.parse(asJson.notes.trimEnd().split('\n').at(-1) ?? '')
  expect([asText.code, asJson.code]).toEqual([6, 6])
  expect(asText.notes.trimEnd()).toMatch(one.goesOn)
  expect(hint).toMatch(one.goesOn)
  expect(asText.notes + hint).not.toMatch(/try again/i)
})

const told = Object.values(unreachable).flatMap((codes) => Object.entries(codes))

test.each(told)('where a draft is kept, %s has nothing given once more', (_code, sentences) => {
  const { hint, givesAgain = false }: { hint?: keyof typeof en; givesAgain?: boolean } = sentences
  const said = hint && !givesAgain ? `${en[hint]} ${fr[hint]}` : ''
  expect(said).not.toMatch(/try again|wait (a|longer)|réessay|attendez/i)
})
