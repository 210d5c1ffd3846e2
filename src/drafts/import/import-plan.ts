import * as z from 'zod/mini'
import type { NewTicket } from '../../itil/ticket.ts'
import { ticketTypes, urgencies } from '../../itil/ticket-words.ts'
import { draftFile, draftOwner, unansweredSend } from '../draft.ts'
import { draftForm } from '../form/form-draft.ts'

const request = z.object({
  type: z.enum(ticketTypes),
  urgency: z.enum(urgencies),
  title: z.string(),
  description: z.string(),
  categoryId: z.optional(z.int()),
  /** An older ipeos wrote one alone. */
  equipment: z.optional(z.union([z.string(), z.array(z.string())])),
  locationId: z.optional(z.int()),
  notify: z.boolean(),
  email: z.optional(z.string()),
})

/** What is to be imported: written once, and never changed. */
export const importPlan = z.object({
  /** 2 where lines go by a form of the site: an older ipeos would send them otherwise. */
  version: z.literal([1, 2]),
  /** The marks of its tickets begin with it. */
  id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  owner: draftOwner,
  /** Where the tickets are opened. */
  entity: z.object({ id: z.int(), name: z.string() }),
  created: z.string(),
  /** What the person called the file. */
  source: z.string(),
  /** Tells, to an older ipeos, whether another file asks for the same. */
  digest: z.string(),
  /** `line`: where it stands in the file, from 1; `mark`: what it is known by, of which an older ipeos knows nothing. */
  rows: z.array(
    z.object({
      line: z.int(),
      request,
      /** What it answers of a form, in the place of the request, of which the title alone counts then. */
      byForm: z.optional(draftForm),
      mark: z.optional(z.object({ content: z.string(), key: z.optional(z.string()) })),
      files: z.optional(z.array(draftFile)),
    }),
  ),
  /** True where tickets that are there are opened once more. */
  again: z.optional(z.boolean()),
  /** The whole file, as text, and the column by which the person said that lines are known: for a report. */
  text: z.optional(z.string()),
  key: z.optional(z.string()),
  /** The number of the form of the site by which the lines go. */
  byForm: z.optional(z.int()),
})

/** A file as a script gave it, until the platform’s form tells what its lines mean. */
export const givenImport = z.object({
  version: z.literal([1, 2]),
  /** Of the import that becomes of it. */
  id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  owner: draftOwner,
  created: z.string(),
  source: z.string(),
  text: z.string(),
  key: z.optional(z.string()),
  again: z.optional(z.boolean()),
  /** The form of the site by which the lines go, as the script named it. */
  formName: z.optional(z.string()),
  /** In which role, where the script said so. */
  entity: z.optional(z.string()),
  profile: z.optional(z.string()),
})

/** How far it got. */
export const importState = z.object({
  version: z.literal(1),
  /** The numbers of the tickets that are there, by the place of their rows. */
  tickets: z.record(z.string(), z.int()),
  /** Why the platform refused others. */
  refused: z.record(z.string(), z.string()),
  /** How far the files of a row got; without those that the platform refused for good. */
  files: z.optional(z.record(z.string(), z.array(draftFile))),
  /** Why files of a row are not on its ticket, in words. */
  unattached: z.optional(z.record(z.string(), z.string())),
  /** Of a row several tickets may be there, where something on the way sent a request twice: those after the first. */
  younger: z.optional(z.record(z.string(), z.array(z.int()))),
  /** Batches that are there, and of which nobody has looked yet whether they are there twice. */
  unlooked: z.optional(z.array(z.int())),
  /** How far the rows that go by a form got, as drafts have it. */
  byForm: z.optional(
    z.record(
      z.string(),
      z.object({
        ...{ markIn: draftForm.shape.markIn, newestBefore: draftForm.shape.newestBefore },
        ...{ others: draftForm.shape.others, unseen: draftForm.shape.unseen },
        unanswered: z.optional(unansweredSend),
      }),
    ),
  ),
  /** A request whose answer has not come, and for which batch of rows. */
  unanswered: z.optional(z.extend(unansweredSend, { batch: z.int() })),
})

export type ImportPlan = z.infer<typeof importPlan>
export type GivenImport = z.infer<typeof givenImport>
export type ImportState = z.infer<typeof importState>

/** Whether the site has what the row of this place asks for, also where this account sees no ticket of it. */
export function isSent({ tickets, byForm }: ImportState, place: number): boolean {
  return tickets[place] !== undefined || byForm?.[place]?.unseen !== undefined
}

/** How many rows are sent. */
export function countSent({ plan, state }: { plan: ImportPlan; state: ImportState }): number {
  return plan.rows.filter((_row, place) => isSent(state, place)).length
}

/** A request costs a server about 100 ms a ticket, and must be answered well before anybody stops waiting. */
const rowsPerBatch = 100
/** Characters of the descriptions of one request, unless one alone has more: descriptions are read back by the search. */
const longestBatch = 400_000

/** The places of the rows that go by one request each; always the same ones for a plan. */
export function batchesOf({ rows }: Pick<ImportPlan, 'rows'>): number[][] {
  const batches: number[][] = []
  let room = 0
  for (const [place, { request }] of rows.entries()) {
    const batch = batches.at(-1)
    room -= request.description.length
    if (batch && batch.length < rowsPerBatch && room >= 0) {
      batch.push(place)
      continue
    }
    batches.push([place])
    room = longestBatch - request.description.length
  }
  return batches
}

/** The request of a row, without what is not given. */
export function requestOf({
  request: { categoryId, equipment, locationId, email, ...rest },
}: ImportPlan['rows'][number]): NewTicket {
  return {
    ...rest,
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(equipment === undefined ? {} : { equipment: [equipment].flat() }),
    ...(locationId === undefined ? {} : { locationId }),
    ...(email === undefined ? {} : { email }),
  }
}
