import type { Command } from 'commander'
import type { Context } from '../../app/context.ts'
import { addReservationCancel } from './cancel.ts'
import { addReservationItems } from './items.ts'
import { addReservationList } from './list.ts'
import { addReservationNew } from './new/new.ts'

/** All of `ipeos reservation`, in the order in which help names them. */
export function addReservationCommands(reservation: Command, context: Context): void {
  addReservationItems(reservation, context)
  addReservationNew(reservation, context)
  addReservationList(reservation, context)
  addReservationCancel(reservation, context)
}
