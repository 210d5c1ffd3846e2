import * as z from 'zod/mini'
import { ticketTypes, urgencies } from '../itil/ticket-words.ts'
import { draftForm } from './form/form-draft.ts'

const moment = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))))

/** A send whose answer has not come: when it left, and from when on it can no longer take effect. */
export const unansweredSend = z.object({ since: moment, settled: moment })

/** A file as it was when it was given. */
export const draftFile = z.object({
  /** Absolute. */
  path: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  modified: moment,
  sha1: z.string(),
  unanswered: z.optional(unansweredSend),
  /** The document's number, once the platform has it. */
  document: z.optional(z.int()),
  /** The question of a form that it answers. */
  question: z.optional(z.int()),
  /** It goes to the ticket afterwards: the form refused it, or another one beside it. */
  aside: z.optional(z.boolean()),
  /** It went along with the answers of a form. */
  submitted: z.optional(z.boolean()),
})

/** Texts of a key that were not sent, so as not to fill its ticket. */
export const leftOutTexts = z.object({ count: z.int(), files: z.optional(z.int()), first: moment, last: moment })

/** Whose it is: it is never sent as anybody else. */
export const draftOwner = z.object({ platform: z.string(), user: z.string() })

const common = {
  version: z.literal([1, 2]),
  /** Also the mark by which the platform's side of it is found again. */
  id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  owner: draftOwner,
  created: moment,
  changed: moment,
  files: z.array(draftFile),
  unanswered: z.optional(unansweredSend),
  /** True where it could not be kept on this computer: it lives as long as its command. */
  unkept: z.optional(z.boolean()),
}

const keptItem = z.object({ key: z.string(), name: z.string() })
const silent = z.optional(z.boolean())
const observer = z.union([
  z.object({ name: z.string(), user: z.int(), silent }),
  z.object({ name: z.string(), group: z.int(), silent }),
  z.object({ name: z.string(), email: z.string(), silent }),
])

/** What was answered so far; an absent key was not asked yet, null is a deliberate «none». */
const ticketAnswers = z.object({
  type: z.optional(z.enum(ticketTypes)),
  urgency: z.optional(z.enum(urgencies)),
  notify: z.optional(z.boolean()),
  email: z.optional(z.nullable(z.string())),
  /** One alone as an older ipeos has it. */
  equipment: z.optional(z.nullable(z.union([keptItem, z.array(keptItem)]))),
  category: z.optional(z.nullable(z.object({ id: z.int(), fullName: z.string() }))),
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  observers: z.optional(z.array(observer)),
  location: z.optional(z.nullable(z.object({ id: z.int(), fullName: z.string() }))),
})

/** Answers that people type. */
const typedAnswers = z.object({
  email: z.optional(z.string()),
  equipment: z.optional(z.string()),
  category: z.optional(z.string()),
  title: z.optional(z.string()),
  description: z.optional(z.string()),
})

/** What a script said of its request, in its own words: only the platform’s form tells what they mean. */
const givenWords = z.object({
  type: z.optional(z.string()),
  urgency: z.optional(z.string()),
  notify: z.optional(z.boolean()),
  email: z.optional(z.string()),
  /** An older ipeos wrote one alone. */
  about: z.optional(z.union([z.string(), z.array(z.string())])),
  category: z.optional(z.string()),
  form: z.optional(z.string()),
  answer: z.optional(z.array(z.string())),
  /** What a file of answers holds, and its name. */
  answersText: z.optional(z.string()),
  answers: z.optional(z.string()),
  /** What came by standard input for an answer. */
  piped: z.optional(z.string()),
  /** Absolute: where its paths begin. */
  folder: z.optional(z.string()),
  observer: z.optional(z.array(z.string())),
  silentObserver: z.optional(z.array(z.string())),
  location: z.optional(z.string()),
  onBehalfOf: z.optional(z.string()),
  /** What else was said of its key by a form, and has no answer of its own: it comes at the end of the long text. */
  also: z.optional(z.string()),
  dedupe: z.optional(z.string()),
  profile: z.optional(z.string()),
  entity: z.optional(z.string()),
})

const ticketDraft = z.object({
  ...common,
  kind: z.literal('ticket'),
  /** Where the ticket goes; a draft of an older ipeos does not say. */
  entity: z.optional(z.object({ id: z.int(), name: z.string() })),
  answers: ticketAnswers,
  /** Where it goes by a form of the site: its answers are in the place of `answers`. */
  form: z.optional(draftForm),
  /** It opens a ticket by the API, whatever forms the site has. */
  byApi: z.optional(z.boolean()),
  /** Until the platform was asked. */
  given: z.optional(givenWords),
  /** True once all is said: it waits for the platform, and for nobody else. */
  confirmed: z.optional(z.boolean()),
  /** The numbers of drafts whose texts it holds too. */
  joined: z.optional(z.array(z.string())),
  /** False while more files may come. */
  filesDone: z.boolean(),
  /** What was typed of answers and is none yet: the person left in the middle of it. */
  typing: z.optional(typedAnswers),
  /** As an older ipeos has it: false where the description is what was typed of one. */
  descriptionDone: z.optional(z.boolean()),
  /** What it is about, as a mark: while a ticket with it is open, the text goes there (`--dedupe`). */
  keyMark: z.optional(z.string()),
  /** What is wrong with it becomes a note in its text, and it is sent all the same (`--best-effort`). */
  bestEffort: z.optional(z.boolean()),
  /** How many of its files could not be had: its text names them. */
  lostFiles: z.optional(z.int()),
  /** While the last text of its key is younger (ms), it is left out, and counted (`--dedupe-every`). */
  dedupeEvery: z.optional(z.int()),
  /** Those of its key that came while it waited. */
  leftOut: z.optional(leftOutTexts),
  /** What its last text tells of its key, where that is not that it happens. */
  says: z.optional(z.enum(['recovered', 'note'])),
  /** Where no ticket of its key is open, it opens none: all of its texts say that it is over, or less. */
  onlyIfOpen: z.optional(z.boolean()),
  /** With `onlyIfOpen`: a solution that waits on the ticket of its key is accepted. */
  accept: z.optional(z.boolean()),
  /** Whatever refuses it, it is kept: nobody reads what a program is told. */
  keep: z.optional(z.boolean()),
  /** When the last of its texts was given, where it holds several. */
  lastText: z.optional(moment),
  /** Somebody was at a terminal: what a job says later never takes the place of it. */
  byHand: z.optional(z.boolean()),
  /** One of this customer's tickets, to which it is linked. */
  related: z.optional(z.int()),
  /** Once the platform has the ticket. */
  ticketId: z.optional(z.int()),
})

const messageDraft = z.object({
  ...common,
  kind: z.enum(['comment', 'refusal', 'acceptance', 'attachment']),
  ticketId: z.int(),
  /** Empty for files alone. */
  text: z.string(),
  /** True where the person left in the middle of the text: it is typed to its end before it leaves. */
  unfinished: z.optional(z.boolean()),
  /** True once the platform has the text. */
  arrived: z.boolean(),
  /** Documents that the ticket had before: none of them is a file of ours. Unknown until the platform was asked. */
  documentsBefore: z.optional(z.array(z.int())),
})

/** What a draft's file holds; no secret. */
export const draftSchema = z.union([ticketDraft, messageDraft])

export type Unanswered = z.infer<typeof unansweredSend>
export type DraftFile = z.infer<typeof draftFile>
export type TicketDraft = z.infer<typeof ticketDraft>
export type MessageDraft = z.infer<typeof messageDraft>
export type Draft = TicketDraft | MessageDraft
export type LeftOut = z.infer<typeof leftOutTexts>
export type Owner = Draft['owner']
export type TypedAnswers = z.infer<typeof typedAnswers>
