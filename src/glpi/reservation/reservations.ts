import type { NewReservation, ReservableItem, Reservation } from '../../itil/reservation.ts'

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
