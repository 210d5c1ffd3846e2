import * as z from 'zod/mini'
import type { Person } from '../../itil/person.ts'
import { formFields, type TicketForm } from '../../itil/ticket-form.ts'
import { ticketTypes } from '../../itil/ticket-type.ts'
import { urgencies } from '../../itil/urgency.ts'
import type { Cache } from '../platform.ts'

const keptForm = z.object({
  /** The form of one profile on one entity is not another's. */
  owner: z.string(),
  form: z.object({
    source: z.enum(['api', 'web-form']),
    types: z.array(z.enum(ticketTypes)),
    urgencies: z.array(z.enum(urgencies)),
    defaultUrgency: z.enum(urgencies),
    categories: z.array(z.object({ id: z.int(), name: z.string(), fullName: z.string(), level: z.int() })),
    equipment: z.array(z.object({ key: z.string(), name: z.string(), label: z.string() })),
    mandatory: z.array(z.enum(formFields)),
    fileLimit: z.number(),
    email: z.exactOptional(z.string()),
  }),
})

/** The form as it was kept, when it is whole and of this person in this role. */
export async function readKeptForm(cache: Cache, person: Person): Promise<TicketForm | undefined> {
  const kept = keptForm.safeParse(await cache.read())
  return kept.success && kept.data.owner === ownerOf(person) ? kept.data.form : undefined
}

/** Keeps a form for the next command; one that could not be read is asked again instead. */
export async function keepForm(cache: Cache, person: Person, form: TicketForm): Promise<void> {
  if (form.source !== 'none') await cache.write({ owner: ownerOf(person), form })
}

function ownerOf({ id, profile, entity }: Person): string {
  return `${id}/${profile.id}/${entity.id}`
}
