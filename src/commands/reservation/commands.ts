import { addReservationCancel } from './cancel.ts'
import { addReservationItems } from './items.ts'
import { addReservationList } from './list.ts'
import { addReservationNew } from './new/new.ts'

/** All of `ipeos reservation`, in the order in which help names them. */
export const reservationCommands = [addReservationItems, addReservationNew, addReservationList, addReservationCancel]
