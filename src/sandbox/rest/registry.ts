import { entityFeedResource, entityReminderResource, feedResource, reminderResource } from './itemtype/announcement.ts'
import { approvalResource } from './itemtype/approval.ts'
import { CONFIGURATION_RESOURCES } from './itemtype/configuration.ts'
import { documentItemResource, documentResource } from './itemtype/document.ts'
import { linkResource } from './itemtype/link.ts'
import { pendingItemResource, pendingReasonResource } from './itemtype/pending.ts'
import { articleResource, reservationItemResource, reservationResource } from './itemtype/reservation.ts'
import { surveyResource } from './itemtype/survey.ts'
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
  ...[linkResource, pendingReasonResource, pendingItemResource, surveyResource, approvalResource],
  ...[reminderResource, feedResource, entityReminderResource, entityFeedResource],
  ...CONFIGURATION_RESOURCES,
]

const BY_NAME = new Map(RESOURCES.map((resource) => [resource.itemtype.toLowerCase(), resource]))

/** The itemtype of that name, whatever its case; undefined when there is none. */
export function resourceNamed(name: string): Resource | undefined {
  return BY_NAME.get(name.toLowerCase())
}
