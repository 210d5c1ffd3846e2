import { retrying } from './http/retry.ts'
import { bounded } from './http/transport.ts'
import {
  lazyApi,
  lazyContracts,
  lazyDocuments,
  lazyFaq,
  lazyForm,
  lazyPreferences,
  lazyReservations,
} from './lazy-parts.ts'
import type { ConnectOptions, Platform } from './platform.ts'
import { AccountSession } from './session/account-session.ts'
import { type ServerDates, serverDates } from './session/clock.ts'
import { rolesOf } from './session/role.ts'
import { ticketsOf } from './ticket/account-tickets.ts'
import { followupsOf } from './ticket/followup.ts'
import { solutionsOf } from './ticket/solution.ts'

/**
 * The platform, as one account sees it. Nothing is asked before the first call, which opens a session when there is
 * none: a warm `tickets.list` is one request.
 */
export function connect(options: ConnectOptions): Platform {
  const traced = bounded(options.http, options.trace)
  const http = options.retry ? retrying(traced, options.retry) : traced
  const session = new AccountSession(options, http)
  const now = (): Date => options.clock?.now() ?? new Date()
  // Read the same way for as long as this connection lives, whatever becomes of this computer's clock and of the session:
  // a date that is read twice is the same moment.
  let known: ServerDates | undefined
  const clock = async (): Promise<ServerDates> => {
    known ??= serverDates(await session.current(), now())
    return known
  }
  const { formCache } = options

  return {
    session: () => session.current(),
    async whoAmI() {
      const { person } = session.fresh ? await session.current() : await session.reopen()
      return person
    },
    async inspect() {
      const { inspect } = await import('./session/inspect.ts')
      return inspect(session, now)
    },
    close: () => session.close(),
    roles: rolesOf(session),
    tickets: ticketsOf(session, clock),
    followups: followupsOf(session),
    solutions: solutionsOf(session),
    documents: lazyDocuments(session, http),
    api: lazyApi(session),
    form: lazyForm({ session, http, cache: formCache }),
    faq: lazyFaq(session, http, async () => (await clock()).read),
    contracts: lazyContracts(session),
    preferences: lazyPreferences({ session, http, formCache }),
    reservations: lazyReservations(session, http, clock),
  }
}
