import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { TicketDraft } from '../../src/drafts/draft.ts'
import { DraftFolder } from '../../src/drafts/draft-folder.ts'
import { createTicket } from '../../src/drafts/send-ticket.ts'
import { fetchHttp } from '../../src/glpi/http/fetch-http.ts'
import type { Http } from '../../src/glpi/http/http.ts'
import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { customer } from '../support/customer.ts'

const start = Date.parse('2026-03-05T09:00:00Z')
const request = { type: 'incident', urgency: 'high', title: 'Panne', description: 'Tout.', notify: false } as const
const foreseenByNobody = new Error('nobody thought of this')

/** A draft of a ticket for an embedded platform, over an HTTP function made of the real one and the time since the start. */
async function begun(httpOf: (real: Http, time: () => number) => Http = (real) => real) {
  const sandbox = await openSandbox()
  onTestFinished(() => sandbox.close())
  let time = start
  const http = httpOf(fetchHttp(sandbox.fetch), () => time - start)
  const { platform } = customer(http, `http://sandbox.test${sandbox.configuration.basePath}`)
  const now = () => new Date(time)
  const folder = mkdtempSync(join(tmpdir(), 'ipeos-drafts-'))
  const drafts = new DraftFolder({ folder, now, holder: { pid: 1, isRunning: () => true } })
  const open = await drafts.begin<TicketDraft>({
    ...{ kind: 'ticket', owner: { platform: 'https://support.example', user: 'alice' }, files: [], filesDone: true },
    answers: request,
  })
  const sleep = async (milliseconds: number) => {
    time += milliseconds
  }
  const create = () => createTicket(open, platform, { now, sleep, timeout: 30_000, longestRequest: 60_000 })
  return { sandbox, open, platform, create }
}

/** Creates a ticket over an HTTP function whose first POST throws once the platform has it, or before. */
async function created({ throws }: { throws: 'before' | 'after' }) {
  const posts: number[] = []
  const { open, platform, create } = await begun((real, time) => async (asked) => {
    const isFirst = asked.method === 'POST' && posts.push(time()) === 1
    if (isFirst && throws === 'before') throw foreseenByNobody
    const answer = await real(asked)
    if (isFirst) throw foreseenByNobody
    return answer
  })
  const { wasThere } = await create()
  const found = await platform.tickets.withMark(open.draft.id)
  return { wasThere, posts, tickets: found.length }
}

test('a ticket that arrived before an error that nobody classified is found, and not sent again', async () => {
  expect(await created({ throws: 'after' })).toEqual({ wasThere: true, posts: [0], tickets: 1 })
})

test('after such an error it is sent again only once the first sending can no longer take effect', async () => {
  expect(await created({ throws: 'before' })).toEqual({ wasThere: false, posts: [0, 60_000], tickets: 1 })
})

test('whoever was killed before the look for twins is told of the older one too', async () => {
  const { sandbox, open, create } = await begun()
  sandbox.faults.inject({ kind: 'twice', match: { method: 'POST', path: /Ticket$/ } })
  const { id: older, younger } = await create()
  const [answered] = younger
  expect(answered).toBeGreaterThan(older)
  // What stands in the draft between the answer and the look.
  await open.change({ ticketId: answered })
  expect(await create()).toEqual({ id: answered, wasThere: true, younger: [older] })
})
