/** A thing that can be reserved. Texts are decoded, but not yet fit for a terminal. */
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

/** A stretch of time. */
export interface Slot {
  start: Date
  end: Date
}

/** What is to be reserved, once everything is known. */
export interface ReservationPlan {
  item: ReservableItem
  slots: Slot[]
  comment: string | undefined
  /** Repeated, as was asked for, were it once. */
  repeats: boolean
}
