import type { Http } from '../http/http.ts'
import type { ServerDates } from '../session/clock.ts'
import type { Session } from '../session/session.ts'

/** What can be reserved, and who did. Texts are decoded, but not yet fit for a terminal. */
export interface Reservations {
  /** What this account may reserve. Rejects with `NotAllowed` when its profile may reserve nothing. */
  items(): Promise<ReservableItem[]>
  /**
   * All reservations that touch this period, of everybody, the first to begin first. Rejects with `NotAllowed` when
   * neither the API nor the calendar on the web shows them to this account.
   */
  between(start: Date, end: Date): Promise<Reservation[]>
  /** Rejects with `Failed` when the platform refuses it, as it does when somebody else has it then. */
  create(request: NewReservation): Promise<{ id: number }>
  /** Rejects with `NotAllowed` when this account may not, as no customer may on GLPI 10.0. */
  cancel(id: number): Promise<void>
  /** The page of a reservation on the web; the calendar of all without a number. */
  link(id?: number): Promise<string>
}

export interface ReservableItem {
  id: number
  /** Of the thing itself: «Vidéoprojecteur». */
  name: string
  /** GLPI's itemtype: `Peripheral`. */
  kind: string
  /** `Peripheral:1`. */
  key: string
  /** What the platform says of it: where it is, how to get it. */
  comment?: string
}

export interface Reservation {
  id: number
  /** Of the item; undefined when it is none that this account may reserve. */
  itemId?: number
  itemName: string
  start: Date
  end: Date
  mine: boolean
  /** Full name or login; undefined where the platform does not say it. */
  by?: string
  comment?: string
}

export interface NewReservation {
  itemId: number
  start: Date
  end: Date
  comment?: string
}

/** Reservations over a session, loaded when first asked: most commands never do. */
export function lateReservations(session: Session, http: Http, clock: () => Promise<ServerDates>): Reservations {
  let loaded: Promise<Reservations> | undefined
  const reservations = () => {
    loaded ??= import('./reserving.ts').then(({ reservationsOf }) => reservationsOf(session, http, clock))
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
