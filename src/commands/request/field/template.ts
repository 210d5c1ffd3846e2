import type { Problem } from '../../../errors/error.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { Category, Equipment, FormField, TicketForm } from '../../../itil/ticket-form.ts'
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

/** A request without what the form lets nobody change, and a problem for each of those that were to be something else. */
export function withoutLocked<Request extends Partial<Record<FormField, unknown>>>(
  request: Request,
  form: TicketForm,
  t: Translate,
): { request: Partial<Request>; problems: Problem[] } {
  const { readOnly = [] } = form
  if (readOnly.length === 0) return { request, problems: [] }
  const held: Partial<Record<FormField, unknown>> = presetRequest(form)
  const problems = readOnly
    .filter((field) => request[field] !== undefined && !isAlike(request[field], held[field]))
    .map((field): Problem => {
      return { field, key: 'new.read-only', parameters: { field: t(`ticket-form.field.${field}`) } }
    })
  const locked: readonly string[] = readOnly
  const free = Object.entries(request).filter(([field]) => !locked.includes(field))
  return { request: Object.fromEntries(free) as Partial<Request>, problems }
}

/** Nothing at all is like none. */
function isAlike(one: unknown, other: unknown): boolean {
  const said = (value: unknown) => JSON.stringify(Array.isArray(value) && value.length === 0 ? null : (value ?? null))
  return said(one) === said(other)
}
