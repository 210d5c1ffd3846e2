import { type Problem, WrongUsage } from '../../errors/error.ts'
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { isEmailAddress } from '../../itil/email-address.ts'
import { knownFields } from '../../itil/known-fields.ts'
import type { Category, Equipment, FormField, Observer, TicketForm } from '../../itil/ticket-form.ts'
import { type TicketType, ticketTypeId, type Urgency, urgencyId } from '../../itil/ticket-words.ts'
import type { Settings } from '../../settings/settings.ts'
import { typeWord, urgencyWord } from '../../views/word.ts'
import { type Match, match, type Nameable } from '../choice/match.ts'
import { noneWords } from './field/none-word.ts'
import { isAskedBy, presetRequest, withoutHeld } from './field/template.ts'
import type { GivenFile } from './file-option.ts'
import { textTooLong } from './given-text.ts'

/** A request as the person means it; `undefined` is an answer not given yet, `null` a deliberate «none». */
export interface Request {
  type: TicketType
  urgency: Urgency
  notify: boolean
  email: string | undefined
  /** None for a deliberate «none». */
  equipment: Pick<Equipment, 'key' | 'name'>[]
  category: Pick<Category, 'id' | 'fullName'> | null
  /** Those who may follow it, too. */
  observers: Observer[]
  location: Pick<Category, 'id' | 'fullName'> | null
  title: string
  description: string
  files: GivenFile[]
}

/** What the flags of `ticket new` say, as text. */
export interface RequestFlags {
  type?: string
  urgency?: string
  notify?: boolean
  email?: string
  about?: string[]
  category?: string
  /** Only the platform knows whom they mean: `understandObservers`. */
  observer?: string[]
  /** The same, of those who are to get no mails. */
  silentObserver?: string[]
  location?: string
  title?: string
  description?: string
}

export interface Understood {
  request: Partial<Request>
  problems: Problem[]
}

/** Reads the flags against what the platform's form offers; every problem is named, not only the first. */
export function understand(flags: RequestFlags, form: TicketForm, t: Translate): Understood {
  const problems: Problem[] = []
  function choose<Value>(
    field: ChosenField,
    text: string | undefined,
    candidates: Nameable<Value>[],
  ): Value | undefined {
    if (text === undefined) return undefined
    const found = match(text, candidates)
    if ('found' in found) return found.found
    problems.push(explain(field, text, found))
    return undefined
  }
  function chooseLocation(text: string | undefined): Request['location'] | undefined {
    const candidates = locationCandidates(form, t)
    if (form.locations.length > 0 || text === undefined || 'found' in match(text, candidates))
      return choose('location', text, candidates)
    problems.push({ field: 'location', key: 'new.not-taken.location', parameters: { text } })
    return undefined
  }
  function chooseItems(words: readonly string[] | undefined): Request['equipment'] | undefined {
    const chosen = words?.map((text) => choose('equipment', text, equipmentCandidates(form, text, t)))
    if (!chosen || chosen.includes(undefined)) return undefined
    const items = chosen.flatMap((item) => item ?? [])
    return items.filter(({ key }, place) => items.findIndex((one) => one.key === key) === place)
  }
  const request: Partial<Request> = {
    ...given('type', choose('type', flags.type, typeCandidates(form, t))),
    ...given('urgency', choose('urgency', flags.urgency, urgencyCandidates(form, t))),
    ...given('equipment', chooseItems(flags.about)),
    ...given('category', choose('category', flags.category, categoryCandidates(form, flags.category, t))),
    ...given('location', chooseLocation(flags.location)),
    ...given('notify', flags.notify ?? (flags.email === undefined ? undefined : true)),
    ...given('email', flags.email?.trim()),
    ...given('title', oneLine(flags.title)),
    ...given('description', flags.description?.trim() ? flags.description : undefined),
  }
  problems.push(...wrongNotification(flags))
  const tooLong = titleTooLong(request.title ?? '')
  if (tooLong) problems.push({ field: 'title', ...tooLong.text })
  const tooMuch = textTooLong(request.description ?? '')
  if (tooMuch) problems.push({ field: 'description', ...tooMuch.text })
  return { request, problems }
}

/** What is wrong with how somebody wants to be informed. */
export function wrongNotification({ notify, email }: Pick<RequestFlags, 'notify' | 'email'>): Problem[] {
  if (email === undefined) return []
  if (!isEmailAddress(email)) return [{ field: 'email', key: 'new.bad-email', parameters: { text: email } }]
  return notify === false ? [{ field: 'notify', key: 'new.email-without-notify' }] : []
}

type ChosenField = 'type' | 'urgency' | 'equipment' | 'category' | 'location'

function given<Key extends keyof Request>(key: Key, value: Request[Key] | undefined): Partial<Request> {
  return value === undefined ? {} : { [key]: value }
}

function explain(field: ChosenField, text: string, missed: Exclude<Match<unknown>, { found: unknown }>): Problem {
  if ('ambiguous' in missed) {
    return { field, key: `new.ambiguous.${field}`, parameters: { text, names: missed.ambiguous.join(', ') } }
  }
  if (missed.some.length === 0) return { field, key: `new.none-offered.${field}`, parameters: { text } }
  // Of these there are so few that all are told.
  if (field === 'type' || field === 'urgency')
    return { field, key: `new.unknown.${field}`, parameters: { text, names: missed.some.join(', ') } }
  const key: MessageKey = missed.near.length > 0 ? `new.unknown.${field}` : `new.no-such.${field}`
  const names = missed.near.length > 0 ? missed.near : missed.some
  return { field, key, parameters: { text, names: names.join(', ') } }
}

function typeCandidates(form: TicketForm, t: Translate): Nameable<TicketType>[] {
  return form.types.map((type) => ({
    value: type,
    keys: [type, String(ticketTypeId(type))],
    names: [typeWord(type, t)],
  }))
}

function urgencyCandidates(form: TicketForm, t: Translate): Nameable<Urgency>[] {
  return form.urgencies.map((urgency) => ({
    value: urgency,
    keys: [urgency, urgency.replace('-', ' '), String(urgencyId(urgency))],
    names: [urgencyWord(urgency, t)],
  }))
}

/** Where the platform shows no list, a number (or `Computer:3`) is taken at its word. */
function equipmentCandidates(
  form: TicketForm,
  text: string,
  t: Translate,
): Nameable<Pick<Equipment, 'key' | 'name'> | null>[] {
  const byHand = form.source === 'none' && /^[A-Za-z]+:\d+$/.test(text) ? [{ key: text, name: text, label: text }] : []
  return [
    ...[...form.equipment, ...byHand].map((item) => ({
      value: item,
      keys: [item.key, item.key.replace(':', '_')],
      names: [item.name, item.label],
    })),
    noneCandidate(t),
  ]
}

function categoryCandidates(form: TicketForm, text: string | undefined, t: Translate): Nameable<Request['category']>[] {
  const byHand =
    form.source === 'none' && text && /^\d+$/.test(text)
      ? [{ id: Number(text), fullName: `n° ${text}`, name: text }]
      : []
  return [
    ...[...form.categories, ...byHand].map((category) => ({
      value: category,
      keys: [String(category.id)],
      names: [category.fullName, category.name],
    })),
    noneCandidate(t),
  ]
}

function locationCandidates({ locations }: TicketForm, t: Translate): Nameable<Request['location']>[] {
  const offered = locations.map((place) => ({
    value: place,
    keys: [String(place.id)],
    names: [place.fullName, place.name],
  }))
  return [...offered, noneCandidate(t)]
}

function noneCandidate(t: Translate): Nameable<null> {
  return { value: null, keys: noneWords(t), names: [] }
}

/** A title is one line; its blanks, unbreakable ones too, are as they were typed. */
function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim() || undefined
}

/** What GLPI's column for titles holds. */
export const longestTitle = 255

export function titleTooLong(title: string): WrongUsage | undefined {
  const { length } = [...title]
  return length > longestTitle ? new WrongUsage('title-too-long', { length, most: longestTitle }) : undefined
}

/** The fields that have no default of their own. */
const askedFields = ['observers', 'equipment', 'location', 'category', 'title', 'description', 'files'] as const
type AskedField = (typeof askedFields)[number]

/** What must still be given. A title is always asked for: a ticket without one helps nobody. */
export function missingFields(request: Partial<Request>, form: TicketForm): AskedField[] {
  const mandatory = new Set<FormField>([...form.mandatory, 'title', 'description'])
  const {
    category,
    location,
    title,
    description,
    equipment = [],
    observers = [],
    files = [],
  } = {
    ...presetRequest(form),
    ...knownFields(request),
  }
  const empty: Record<AskedField, boolean> = {
    category: !category,
    location: !location,
    equipment: equipment.length === 0,
    observers: observers.length === 0,
    title: !title,
    description: !description,
    files: files.length === 0,
  }
  return askedFields.filter((field) => mandatory.has(field) && empty[field] && isAskedBy(form, field))
}

/** What of a request the form does not offer any more, or wants and did not before. */
export function noLongerOffered(request: Request, form: TicketForm): (keyof Request)[] {
  const { type, urgency, category, equipment, location, observers } = request
  const isListed = form.source !== 'none'
  const gone: Partial<Record<keyof Request, boolean>> = {
    type: !form.types.includes(type),
    urgency: !form.urgencies.includes(urgency),
    category: isListed && category !== null && !form.categories.some(({ id }) => id === category.id),
    equipment: isListed && equipment.some(({ key }) => !form.equipment.some((one) => one.key === key)),
    location: isListed && location !== null && !form.locations.some(({ id }) => id === location.id),
    observers: isListed && observers.length > 0 && !form.observers,
  }
  const missing = missingFields(request, form)
  return (Object.keys(request) as (keyof Request)[]).filter(
    (field) => gone[field] || missing.some((one) => one === field),
  )
}

/** What a person set for good: whether, and where, to be informed. */
export type Wishes = Pick<Settings, 'notify' | 'email'>

/** The request with the person's own wishes, then the form's defaults, in the place of what was not said, or cannot be. */
export function withDefaults(said: Partial<Request>, form: TicketForm, wishes: Wishes): Request {
  const request = withoutHeld(said, form)
  const notify = request.notify ?? (request.email !== undefined || wishes.notify)
  const preset = presetRequest(form)
  const { category = preset.category ?? null, location = preset.location ?? null } = request
  return {
    type: request.type ?? preset.type ?? form.types[0] ?? 'incident',
    urgency: request.urgency ?? preset.urgency ?? form.defaultUrgency,
    notify,
    email: notify ? (request.email ?? wishes.email ?? form.email) : undefined,
    equipment: request.equipment ?? preset.equipment ?? [],
    ...{ category, location, observers: request.observers ?? [] },
    title: request.title ?? preset.title ?? '',
    description: request.description ?? preset.description ?? '',
    files: request.files ?? [],
  }
}
