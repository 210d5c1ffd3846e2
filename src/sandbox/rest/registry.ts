import { CONFIGURATION_RESOURCES } from './itemtype/configuration.ts'
import { documentItemResource, documentResource } from './itemtype/document.ts'
import { articleResource, reservationItemResource, reservationResource } from './itemtype/reservation.ts'
import { ticketResource } from './itemtype/ticket.ts'
import { groupTicketResource, itemTicketResource, ticketUserResource } from './itemtype/ticket-people.ts'
import { followupResource, solutionResource, taskResource } from './itemtype/timeline.ts'
import type { Resource } from './resource.ts'

const RESOURCES: Resource[] = [
  ...[
    ticketResource,
    ticketUserResource,
    groupTicketResource,
    itemTicketResource,
    followupResource,
    taskResource,
    solutionResource,
  ],
  ...[documentResource, documentItemResource, articleResource, reservationItemResource, reservationResource],
  ...CONFIGURATION_RESOURCES,
]

const BY_NAME = new Map(RESOURCES.map((resource) => [resource.itemtype.toLowerCase(), resource]))

/** The itemtype of that name, whatever its case; undefined when there is none. */
export function resourceNamed(name: string): Resource | undefined {
  return BY_NAME.get(name.toLowerCase())
}
