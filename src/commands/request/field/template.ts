import type { Problem } from '../../../errors/error.ts'
import type { Translate } from '../../../i18n/translate.ts'
import {
  type Category,
  type Equipment,
  type FormField,
  formFields,
  type TicketForm,
} from '../../../itil/ticket-form.ts'
import type { TicketType, Urgency } from '../../../itil/ticket-words.ts'

/** What a template may fill in of a request. */
interface Preset {
  type?: TicketType
  urgency?: Urgency
  category?: Category
  location?: Category
  equipment?: Equipment[]
  title?: string
  description?: string
}

/** What it does fill in, as far as the form offers it. */
export function presetRequest({ preset = {}, categories, locations, equipment }: TicketForm): Preset {
  const category = categories.find(({ id }) => id === preset.category)
  const location = locations.find(({ id }) => id === preset.location)
  const item = equipment.find(({ key }) => key === preset.equipment)
  return {
    ...(preset.type && { type: preset.type }),
    ...(preset.urgency && { urgency: preset.urgency }),
    ...(category && { category }),
    ...(location && { location }),
    ...(item && { equipment: [item] }),
    ...(preset.title && { title: preset.title }),
    ...(preset.description && { description: preset.description }),
  }
}

/** Whether the form asks that field of somebody: not what its template hides, or lets nobody change. */
export function isAskedBy(
  { hidden = [], readOnly = [] }: Pick<TicketForm, 'hidden' | 'readOnly'>,
  field: string,
): boolean {
  return ![...hidden, ...readOnly].some((one) => one === field)
}

/**
 * A request without what the form does not show, or lets nobody change, and a problem for each of those that were to be
 * something else than what stands there.
 */
export function withoutLocked<Request extends Partial<Record<FormField, unknown>>>(
  request: Request,
  form: TicketForm,
  t: Translate,
): { request: Partial<Request>; problems: Problem[] } {
  const { readOnly = [] } = form
  const locked = formFields.filter((field) => readOnly.includes(field) || isNotShown(form, field))
  if (locked.length === 0) return { request, problems: [] }
  const held: Partial<Record<FormField, unknown>> = presetRequest(form)
  const problems = locked
    .filter((field) => request[field] !== undefined && !isAlike(request[field], held[field]))
    .map((field): Problem => {
      const key = readOnly.includes(field) ? 'new.read-only' : 'new.not-shown'
      return { field, key, parameters: { field: t(`ticket-form.field.${field}`) } }
    })
  const free = Object.entries(request).filter(([field]) => !locked.some((one) => one === field))
  return { request: Object.fromEntries(free) as Partial<Request>, problems }
}

/** Texts and files are never left out: they say what it is about. */
const alwaysTaken: readonly FormField[] = ['title', 'description', 'files']

/** Whether a page that shows itself anew for what is chosen leaves a field out, so that nothing is to be said of it. */
function isNotShown({ follows, hidden = [], observers, locations }: TicketForm, field: FormField): boolean {
  if (!follows) return false
  if (field === 'observers') return !observers
  if (field === 'location') return locations.length === 0
  return hidden.includes(field) && !alwaysTaken.includes(field)
}

/** What of a request the form shows and lets somebody change. */
export function withoutHeld<Request extends Partial<Record<FormField, unknown>>>(
  request: Request,
  form: TicketForm,
): Partial<Request> {
  const { readOnly = [] } = form
  const isFree = (name: string) =>
    !formFields.some((one) => one === name && (readOnly.includes(one) || isNotShown(form, one)))
  return Object.fromEntries(Object.entries(request).filter(([name]) => isFree(name))) as Partial<Request>
}

/** Nothing at all is like none. */
function isAlike(one: unknown, other: unknown): boolean {
  const said = (value: unknown) => JSON.stringify(Array.isArray(value) && value.length === 0 ? null : (value ?? null))
  return said(one) === said(other)
}
