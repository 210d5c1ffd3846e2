import { expect, test } from 'vitest'
import { startBin } from '../support/bin.ts'
import { openSite } from '../support/site.ts'

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends an expression of jq that has no end',
  async (signal) => {
    const { env, folder } = await openSite()
    const stuck = startBin(['ticket', 'list', '--json', 'id', '--debug', '--jq', 'def f: f; f'], { env, folder })
    await stuck.until(({ notes }) => /Ticket|Assistance/.test(notes))
    // So that jq has begun.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    stuck.signal(signal)
    // By the signal itself, or by our own answer to it where jq had not begun.
    expect([null, 130, 143]).toContain(await stuck.left)
  },
  30_000,
)
