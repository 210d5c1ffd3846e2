import { lazy } from '../itil/lazy.ts'
import type { Ticket, TimelineEntry } from '../itil/ticket.ts'
import type { Api } from './api/api.ts'
import type { Approvals } from './approval/approvals.ts'
import type { Around } from './around/around.ts'
import type { Documents } from './document/documents.ts'
import type { Faq } from './faq/faq.ts'
import type { FormAccess } from './form/read.ts'
import type { FormsAccess } from './forms/form-site.ts'
import type { Forms } from './forms/forms.ts'
import type { Http } from './http/http.ts'
import type { News } from './news/news.ts'
import type { NewsAccess } from './news/read-news.ts'
import type { PasswordAccess } from './password/password-change.ts'
import type { Passwords } from './password/passwords.ts'
import type { People } from './people/people.ts'
import type { Contracts, Form, PersonalToken, Preferences } from './platform.ts'
import type { PreferenceAccess } from './preferences/web-preferences.ts'
import type { Reservations } from './reservation/reservations.ts'
import type { DateReader, ServerDates } from './session/clock.ts'
import type { Session } from './session/session.ts'
import type { SurveyAccess } from './survey/answer-survey.ts'
import type { Surveys } from './survey/surveys.ts'

// The parts of the client that most commands never need: each is loaded when it is first asked.

/** Files of tickets. */
export function lazyDocuments(session: Session, http: Http): Documents {
  return {
    async attach(ticketId, file, onProgress) {
      const { attachFile } = await import('./document/document.ts')
      return attachFile(session, ticketId, file, onProgress)
    },
    async download(ticketId, documentId) {
      const { downloadDocument } = await import('./document/download.ts')
      return downloadDocument(session, http, { itemtype: 'Ticket', id: ticketId }, documentId)
    },
    async withImages(ticket, timeline) {
      if (!mayHaveImages(ticket, timeline)) return ticket.documents
      const { imagesOf } = await import('./document/inline/images-of-ticket.ts')
      return imagesOf(ticket, timeline, session, http)
    },
  }
}

/** Most tickets have none, and nothing is loaded for them. */
function mayHaveImages({ description }: Ticket, timeline: readonly TimelineEntry[]): boolean {
  return /<img/i.test(description) || timeline.some((entry) => 'html' in entry && /<img/i.test(entry.html))
}

/** Any call of the API. */
export function lazyApi(session: Session): Api {
  return {
    async send(call) {
      const { sendCall } = await import('./api/send-call.ts')
      return sendCall(session, call)
    },
    async *pages(call) {
      const { callPages } = await import('./api/send-call.ts')
      yield* callPages(session, call)
    },
  }
}

/** The form of a new ticket. */
export function lazyForm(access: FormAccess): Form {
  const chosen = lazy(async () => new (await import('./form/chosen-form.ts')).ChosenForms(access))
  return {
    async read(reading = {}) {
      const { readForm } = await import('./form/read.ts')
      return readForm(access, reading)
    },
    async chosen(form, choice) {
      return form.follows ? (await chosen()).of(form, choice) : form
    },
    async link() {
      const { formLink } = await import('./form/read.ts')
      return formLink(access.session)
    },
  }
}

/** Those who may observe a ticket. */
export function lazyPeople(access: FormsAccess): People {
  const people = lazy(async () => (await import('./people/find-people.ts')).peopleOf(access))
  return {
    find: async (words, page) => (await people()).find(words, page),
    byAddress: async () => (await people()).byAddress(),
  }
}

/** Who takes part in a ticket, and which tickets belong together. */
export function lazyAround(session: Session): Around {
  const around = lazy(async () => (await import('./around/around-ticket.ts')).aroundOf(session))
  return {
    people: async (ticketId) => (await around()).people(ticketId),
    addObserver: async (ticketId, observer, how) => (await around()).addObserver(ticketId, observer, how),
    notify: async (person, isWanted) => (await around()).notify(person, isWanted),
    removeObserver: async (person) => (await around()).removeObserver(person),
    links: async (ticketId) => (await around()).links(ticketId),
    link: async (ticketId, other, relation) => (await around()).link(ticketId, other, relation),
    unlink: async (link) => (await around()).unlink(link),
  }
}

/** The forms of the service catalogue. */
export function lazyForms(session: Session, http: Http, now: () => Date): Forms {
  const loaded = lazy(async () => (await import('./forms/open-forms.ts')).formsOf({ session, http, now }))
  return {
    list: async () => (await loaded()).list(),
    read: async (id) => (await loaded()).read(id),
    open: async (id) => (await loaded()).open(id),
    newestFrom: async (storedTitle) => (await loaded()).newestFrom(storedTitle),
    allFrom: async (storedTitle, after) => (await loaded()).allFrom(storedTitle, after),
    link: async (id) => `${(await session.current()).rootUrl}/Form/Render/${id}`,
  }
}

/** Contracts of support. */
export function lazyContracts(session: Session): Contracts {
  return {
    async list() {
      const { listContracts } = await import('./contract/list-contracts.ts')
      return listContracts(session)
    },
  }
}

/** What the person prefers. */
export function lazyPreferences(access: PreferenceAccess): Preferences {
  const loaded = async (): Promise<Preferences> => {
    const { preferencesOf } = await import('./preferences/web-preferences.ts')
    return preferencesOf(access)
  }
  return {
    read: async () => (await loaded()).read(),
    change: async (changes) => (await loaded()).change(changes),
  }
}

/** The personal token of the person. */
export function lazyPersonalToken(access: { session: Session; http: Http }): PersonalToken {
  const loaded = lazy(async () => (await import('./preferences/personal-token.ts')).personalTokenOf(access))
  return {
    read: async () => (await loaded()).read(),
    make: async () => (await loaded()).make(),
    revoke: async () => (await loaded()).revoke(),
  }
}

/** The FAQ. */
export function lazyFaq(session: Session, http: Http, dates: () => Promise<DateReader>): Faq {
  const faq = lazy(async () => (await import('./faq/read-faq.ts')).faqOf(session, dates))
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

/** Requests for approvals. */
export function lazyApprovals(session: Session, dates: () => Promise<DateReader>): Approvals {
  const approvals = lazy(async () => (await import('./approval/answer-approval.ts')).approvalsOf(session, dates))
  return {
    waiting: async () => (await approvals()).waiting(),
    get: async (id) => (await approvals()).get(id),
    answer: async (id, answer) => (await approvals()).answer(id, answer),
  }
}

/** Surveys about closed tickets. */
export function lazySurveys(access: SurveyAccess): Surveys {
  const surveys = lazy(async () => (await import('./survey/answer-survey.ts')).surveysOf(access))
  return {
    of: async (ticketId) => (await surveys()).of(ticketId),
    form: async (ticketId) => (await surveys()).form(ticketId),
    answer: async (ticketId, answer) => (await surveys()).answer(ticketId, answer),
  }
}

/** Announcements, and news of elsewhere. */
export function lazyNews(access: NewsAccess): News {
  const news = lazy(async () => (await import('./news/read-news.ts')).newsOf(access))
  return {
    announcements: async () => (await news()).announcements(),
    feeds: async () => (await news()).feeds(),
  }
}

/** The password. */
export function lazyPassword(access: PasswordAccess): Passwords {
  const loaded = lazy(async () => (await import('./password/password-change.ts')).passwordsOf(access))
  return {
    open: async () => (await loaded()).open(),
    link: async () => (await loaded()).link(),
  }
}

/** Reservations. */
export function lazyReservations(session: Session, http: Http, clock: () => Promise<ServerDates>): Reservations {
  const reservations = lazy(async () =>
    (await import('./reservation/reserving.ts')).reservationsOf(session, http, clock),
  )
  return {
    items: async () => (await reservations()).items(),
    between: async (start, end) => (await reservations()).between(start, end),
    create: async (request) => (await reservations()).create(request),
    cancel: async (id) => (await reservations()).cancel(id),
    link: async (id) => (await reservations()).link(id),
  }
}
