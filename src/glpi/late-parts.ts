import type { Contracts } from './contract/contracts.ts'
import type { Faq } from './faq/faq.ts'
import type { Http } from './http/http.ts'
import type { Preferences } from './preferences/preferences.ts'
import type { PreferenceAccess } from './preferences/web-preferences.ts'
import type { Reservations } from './reservation/reservations.ts'
import type { DateReader, ServerDates } from './session/clock.ts'
import type { Session } from './session/session.ts'

/** Contracts, whose part of the client is loaded when it is first asked for. */
export function lateContracts(session: Session): Contracts {
  return {
    async list() {
      const { listContracts } = await import('./contract/list-contracts.ts')
      return listContracts(session)
    },
  }
}

/** The same of the preferences. */
export function latePreferences(access: PreferenceAccess): Preferences {
  const opened = async (): Promise<Preferences> => {
    const { preferencesOf } = await import('./preferences/web-preferences.ts')
    return preferencesOf(access)
  }
  return {
    read: async () => (await opened()).read(),
    change: async (changes) => (await opened()).change(changes),
  }
}

/** The FAQ over a session, loaded when it is first asked: most commands never do. */
export function lateFaq(session: Session, http: Http, dates: () => Promise<DateReader>): Faq {
  let loaded: Promise<Omit<Faq, 'download'>> | undefined
  const faq = () => {
    loaded ??= import('./faq/read-faq.ts').then(({ faqOf }) => faqOf(session, dates))
    return loaded
  }
  return {
    list: async () => (await faq()).list(),
    search: async (words) => (await faq()).search(words),
    get: async (id) => (await faq()).get(id),
    async download(id, documentId) {
      const { downloadDocument } = await import('./document/download.ts')
      return downloadDocument(session, http, { itemtype: 'KnowbaseItem', id }, documentId)
    },
    link: async (id) => (await faq()).link(id),
  }
}

/** Reservations over a session, loaded when first asked: most commands never do. */
export function lateReservations(session: Session, http: Http, clock: () => Promise<ServerDates>): Reservations {
  let loaded: Promise<Reservations> | undefined
  const reservations = () => {
    loaded ??= import('./reservation/reserving.ts').then(({ reservationsOf }) => reservationsOf(session, http, clock))
    return loaded
  }
  return {
    items: async () => (await reservations()).items(),
    between: async (start, end) => (await reservations()).between(start, end),
    create: async (request) => (await reservations()).create(request),
    cancel: async (id) => (await reservations()).cancel(id),
    link: async (id) => (await reservations()).link(id),
  }
}
