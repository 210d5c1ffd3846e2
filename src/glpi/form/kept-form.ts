import * as z from 'zod/mini'
import type { Person } from '../../itil/person.ts'
import { formFields } from '../../itil/ticket-form.ts'
import { ticketTypes, urgencies } from '../../itil/ticket-words.ts'
import type { Cache } from '../platform.ts'

const tree = z.array(z.object({ id: z.int(), name: z.string(), fullName: z.string(), level: z.int() }))
const keptPreset = z.object({
  type: z.exactOptional(z.enum(ticketTypes)),
  urgency: z.exactOptional(z.enum(urgencies)),
  category: z.exactOptional(z.int()),
  location: z.exactOptional(z.int()),
  equipment: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
  description: z.exactOptional(z.string()),
})

/** What a template makes of a form. */
const templated = {
  defaultUrgency: z.enum(urgencies),
  mandatory: z.array(z.enum(formFields)),
  hidden: z.exactOptional(z.array(z.enum(formFields))),
  readOnly: z.exactOptional(z.array(z.enum(formFields))),
  preset: z.exactOptional(keptPreset),
  observers: z.exactOptional(z.object({ byAddress: z.boolean() })),
  elsewhere: z.exactOptional(z.object({ labels: z.array(z.string()), url: z.string() })),
}

/** What the page makes of the form where something is chosen, beside what it is without. */
const chosenPart = z.object({
  ...templated,
  /** Where they are others. */
  categories: z.exactOptional(tree),
  locations: z.exactOptional(tree),
})
export type ChosenPart = z.output<typeof chosenPart>

const keptForm = z.object({
  /** The form of one profile on one entity is not another's. */
  owner: z.string(),
  /** When, in milliseconds. */
  read: z.number(),
  form: z.object({
    source: z.enum(['api', 'web-form']),
    types: z.array(z.enum(ticketTypes)),
    urgencies: z.array(z.enum(urgencies)),
    categories: tree,
    locations: tree,
    equipment: z.array(z.object({ key: z.string(), name: z.string(), label: z.string() })),
    ...templated,
    fileLimit: z.number(),
    email: z.exactOptional(z.string()),
    follows: z.exactOptional(z.literal(true)),
  }),
  chosen: z.exactOptional(z.record(z.string(), chosenPart)),
})
export type KeptForm = z.output<typeof keptForm>

/** The form as it was kept, when it is whole and of this person in this role. */
export async function readKeptForm(cache: Cache, person: Person): Promise<KeptForm | undefined> {
  const kept = keptForm.safeParse(await cache.read())
  return kept.success && kept.data.owner === ownerOf(person) ? kept.data : undefined
}

export function ownerOf({ id, profile, entity }: Person): string {
  return `${id}/${profile.id}/${entity.id}`
}
