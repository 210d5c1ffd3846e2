import * as z from 'zod/mini'
import { questionKinds } from '../../itil/site-form.ts'

const chosenAnswer = z.object({ value: z.string(), label: z.string() })

const formAnswer = z.union([
  z.object({ text: z.string() }),
  z.object({ html: z.string() }),
  z.object({ chosen: z.array(chosenAnswer) }),
  z.object({ files: z.array(z.object({ name: z.string(), path: z.string() })) }),
])

/** A question as it was when it was answered: a form may change. */
const knownQuestion = z.object({
  id: z.int(),
  label: z.string(),
  storedLabel: z.string(),
  kind: z.enum(questionKinds),
  itemtype: z.optional(z.string()),
  actor: z.optional(z.enum(['requester', 'observer', 'assignee'])),
})

/** What a job said by a form of the site, in its own words. */
const saidWords = z.object({
  form: z.optional(z.string()),
  answer: z.optional(z.array(z.string())),
  answersText: z.optional(z.string()),
  piped: z.optional(z.string()),
  folder: z.optional(z.string()),
  description: z.optional(z.string()),
})

/** What of a draft goes by a form of the site. */
export const draftForm = z.object({
  id: z.int(),
  title: z.string(),
  /** As the site keeps it, perhaps in another language: tickets name it. */
  storedTitle: z.string(),
  /** Those that are answered, or begun, in the order of the page. */
  questions: z.array(knownQuestion),
  /** By the number of the question. */
  answers: z.record(z.string(), formAnswer),
  /** What was typed of answers that are none yet, by the number of the question. */
  typing: z.optional(z.record(z.string(), z.string())),
  /** The question whose answer of several parts is not over: what there is of it stands with the answers. */
  unfinished: z.optional(z.int()),
  /** In which words a job said it: what it says next may be joined to it. */
  said: z.optional(saidWords),
  onBehalfOf: z.optional(chosenAnswer),
  notify: z.optional(z.boolean()),
  /** Null for the address that the site knows. */
  email: z.optional(z.nullable(z.string())),
  /** The question whose answer is the description of the request: what is put together about a key is said there. */
  textIn: z.optional(z.int()),
  /** The same of its title. */
  titleIn: z.optional(z.int()),
  /** The long text that bears the marks, once it was about to be sent. */
  markIn: z.optional(z.int()),
  /** The newest ticket of this form before it was sent, of those that this account sees; 0 for none. */
  newestBefore: z.optional(z.int()),
  /** Tickets that it made besides the draft's own. */
  others: z.optional(z.array(z.int())),
  /** The site's name for the answers, once it has them and made nothing that this account sees. */
  unseen: z.optional(z.string()),
})

export type SaidWords = z.infer<typeof saidWords>
export type DraftForm = z.infer<typeof draftForm>

/** The number of somebody for whom a form is sent, of what the page calls her. */
export function delegateUser({ value }: Pick<NonNullable<DraftForm['onBehalfOf']>, 'value'>): number {
  return Number(value.replace(/^\D*/, ''))
}
