import * as z from 'zod/mini'
import { headerOf } from '../http/transport.ts'
import type { Inspection, KeptSession } from '../platform.ts'
import { refused } from '../refusal.ts'
import { integer, parse } from '../wire.ts'
import { readFullSession, ticketRight } from './person.ts'
import type { Session } from './session.ts'

const rights = z.object({ glpiactiveprofile: z.object({ ticket: z.optional(integer) }) })

/** Asks for the session as the platform has it; `former`: that of the last command. Nothing is written. */
export async function inspect(session: Session, now: () => Date, former: KeptSession | undefined): Promise<Inspection> {
  const before = now().getTime()
  const answer = await session.ask({ path: 'getFullSession' })
  const after = now().getTime()
  if (answer.status !== 200) throw refused(answer)
  const full = parse(z.object({ session: z.unknown() }), answer.json, 'getFullSession').session
  const { ticket } = parse(rights, full, 'getFullSession').glpiactiveprofile
  const moment = { here: (before + after) / 2, date: headerOf(answer, 'date'), naive: readFullSession(full).serverNow }
  return {
    mayCreate: ticket === undefined ? undefined : (ticket & ticketRight.create) !== 0,
    clockAhead: clockAhead(moment),
    zoneMoved: zoneMoved(former, await session.readClock()),
  }
}

/** A zone that the platform names may change its offset by itself. */
function zoneMoved(former: KeptSession | undefined, { clockOffset, timeZone }: KeptSession): number {
  if (!former || (timeZone !== undefined && timeZone === former.timeZone)) return 0
  return former.clockOffset - clockOffset
}

const quarter = 15 * 60_000

/**
 * By the Date header, which is UTC; else by the server's naive time, of which only what is beyond the quarters of an
 * hour counts: zones are whole quarters.
 */
function clockAhead({
  here,
  date,
  naive,
}: {
  here: number
  date: string
  naive: string | undefined
}): number | undefined {
  const said = Date.parse(date)
  if (!Number.isNaN(said)) return said - here
  const stated = naive ? Date.parse(`${naive.replace(' ', 'T')}Z`) : Number.NaN
  if (Number.isNaN(stated)) return undefined
  const beyond = (stated - here) % quarter
  return Math.abs(beyond) <= quarter / 2 ? beyond : beyond - Math.sign(beyond) * quarter
}
