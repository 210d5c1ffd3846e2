import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DraftFolder } from '../../src/drafts/draft-folder.ts'
import { sendText } from '../../src/drafts/send-message.ts'
import type { Sender } from '../../src/drafts/sender.ts'
import { NotLoggedIn, Unreachable } from '../../src/errors/error.ts'
import { translator } from '../support/translator.ts'

/** Says something without a network; gives how many drafts were there each time that what was typed was forgotten. */
async function unsent({ full }: { full: boolean }): Promise<number[]> {
  const folder = join(mkdtempSync(join(tmpdir(), 'ipeos-drafts-')), 'drafts')
  // Where its folder would be, a file stands.
  if (full) writeFileSync(folder, '')
  const now = () => new Date(Date.parse('2026-03-05T09:00:00Z'))
  const drafts = new DraftFolder({ folder, now, holder: { pid: 1, isRunning: () => true } })
  const ignored = (): void => undefined
  const context: Sender = {
    t: translator('en'),
    terminal: {
      ...{ note: ignored, done: ignored, remark: ignored, warn: ignored, during: (_message, work) => work },
      ...{ interactive: false, quote: ignored },
      progress: () => ({ at: ignored, end: ignored }),
    },
    drafts,
    account: {
      ...{ name: 'alice@support.example', url: 'https://support.example', meant: undefined, known: [] },
      session: async () => undefined,
      credential: () => Promise.reject(new NotLoggedIn('no-account')),
    },
    files: { check: () => Promise.reject(new Error('no file is given')) },
    patience: { now, sleep: async () => undefined, timeout: 30_000, longestRequest: 60_000 },
    platform: () => Promise.reject(new Unreachable('no-route', { host: 'support.example' })),
    ifInterrupted: ignored,
  }
  const forgotten: number[] = []
  const onKept = async (): Promise<void> => void forgotten.push((await drafts.list()).drafts.length)
  await expect(sendText({ kind: 'comment', ticketId: 12, text: 'Encore' }, context, onKept)).rejects.toThrow()
  return forgotten
}

test('what was typed is forgotten once the message of it is on disk', async () => {
  expect(await unsent({ full: false })).toEqual([1])
})

test('where the message cannot be kept, what was typed stays until it has arrived', async () => {
  expect(await unsent({ full: true })).toEqual([])
})
