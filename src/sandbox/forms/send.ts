import { decoded, plainText } from '../html-text.ts'
import type { Language } from '../messages.ts'
import type { PhpValues } from '../php-query.ts'
import { textAt } from '../php-query.ts'
import { isImage, showsImage, withImage } from '../rest/itemtype/inline-image.ts'
import type { Site } from '../site.ts'
import type { TicketRow } from '../store/rows.ts'
import { mimeOf } from '../ticket/file-type.ts'
import { notifyNewTicket } from '../ticket/notification.ts'
import { priorityOf, ROLE, STATUS } from '../ticket/ticket-words.ts'
import type { Viewer } from '../viewer.ts'
import { type Answers, postedAnswers } from './answers.ts'
import { faultsIn, isEmail } from './check.ts'
import { seenWith } from './conditions.ts'
import { autoContent, deviceIn, filledIn, groupIn, userIn, type Writing } from './content.ts'
import { type Destination, type FormDefinition, type Question, questionsOf } from './definition.ts'
import { type Found, namedUploads } from './uploads.ts'

const LONGEST_TITLE = 70

/** A form that was sent: the tickets that came of it, and the name of the set of answers. */
export interface Sent {
  tickets: TicketRow[]
  answers: string
}

/** An answer did not pass the check (no words), or a file, an address did not (its words). Nothing is left behind. */
export class SendingRefused extends Error {
  constructor(readonly words: string[]) {
    super(words.join(' '))
  }
}

interface Sending {
  site: Site
  viewer: Viewer
  form: FormDefinition
  answers: Answers
  posted: PhpValues
}

/** Makes the tickets of a form (GLPI-11-FORMS.md, 9); inside a transaction. Throws `SendingRefused`. */
export function sendForm(site: Site, viewer: Viewer, form: FormDefinition, posted: PhpValues): Sent {
  const { language } = viewer.user
  const answers = postedAnswers(form, posted)
  if (faultsIn(form, answers, { language }).length > 0) throw new SendingRefused([])
  refuseUnknownPeople(site, form, answers)
  const files = filesOf(site, form, answers, language)
  const sending: Sending = { site, viewer, form, answers, posted }
  refuseBadAddress(sending)
  const set = site.store.add('AnswersSet', { forms_id: form.id, name: '' })
  const name = `${form.name} #${set.id}`
  site.store.put('AnswersSet', { ...set, name })
  return { tickets: form.destinations.map((one) => makeTicket(sending, one, set.id, files)), answers: name }
}

function refuseUnknownPeople(site: Site, form: FormDefinition, answers: Answers): void {
  for (const { id, kind, multiple } of questionsOf(form)) {
    if (kind !== 'requester' && kind !== 'observer' && kind !== 'assignee') continue
    const values = answers.get(id)?.values.filter((value) => value !== '' && value !== '0') ?? []
    const isWrong =
      values.some((value) => !(userIn(site, value) ?? groupIn(site, value))) || (values.length > 1 && !multiple)
    if (isWrong) throw new SendingRefused([])
  }
}

function filesOf(site: Site, form: FormDefinition, answers: Answers, language: Language): Found[] {
  const named = questionsOf(form).flatMap(({ id }) => answers.get(id)?.files ?? [])
  const found = namedUploads(site, named, language)
  if ('refused' in found) throw new SendingRefused([found.refused])
  return found
}

/** For whom the ticket is, and how that person is told. */
interface Requester {
  id: number
  notice: Notice
}

interface Notice {
  use_notification: 0 | 1
  alternative_email: string
}

/** Who is named, the sender or one for whom they may send; else the sender, and what is said of mail is ignored. */
function namedRequester({ site, viewer, posted }: Sending): Requester {
  const id = Number(textAt(posted, 'delegation_users_id'))
  if (id !== viewer.user.id && !site.configuration.delegates.includes(id))
    return { id: viewer.user.id, notice: { use_notification: 1, alternative_email: '' } }
  const notice: Notice = {
    use_notification: textAt(posted, 'delegation_use_notification') === '1' ? 1 : 0,
    alternative_email: textAt(posted, 'delegation_alternative_email') ?? '',
  }
  return { id, notice }
}

function refuseBadAddress(sending: Sending): void {
  const { alternative_email } = namedRequester(sending).notice
  if (alternative_email === '' || isEmail(alternative_email)) return
  const isFrench = sending.viewer.user.language === 'fr_FR'
  throw new SendingRefused([
    isFrench ? `Adresse e-mail ${alternative_email} invalide` : `Invalid email address ${alternative_email}`,
  ])
}

function makeTicket(sending: Sending, destination: Destination, answerssets_id: number, files: Found[]): TicketRow {
  const { site, viewer, form, answers } = sending
  const writing: Writing = { site, language: viewer.user.language, answers }
  const seen = seenWith(form, answers)
  // What answers a hidden question is dropped; what answers a question of a hidden section is not.
  const isHidden = ({ id }: Question) => seen.questions.get(id) === false
  const content =
    destination.content === 'auto' ? autoContent(form, writing, isHidden) : filledIn(destination.content, form, writing)
  const urgency = urgencyOf(sending)
  const now = site.time.now()
  const ticket = site.store.add('Ticket', {
    entities_id: viewer.session.entities_id,
    name: filledIn(destination.title, form, writing) || firstWords(content),
    content,
    ...{ date: now, date_mod: now, date_creation: now, closedate: null, solvedate: null, takeintoaccountdate: null },
    ...{ users_id_lastupdater: viewer.user.id, users_id_recipient: viewer.user.id },
    ...{ status: STATUS.new, urgency, impact: 3, priority: priorityOf(urgency, 3) },
    itilcategories_id: lastItem(sending, 'ITILCategory'),
    locations_id: lastItem(sending, 'Location'),
    type: destination.requestType ?? typeOf(sending),
    ...{ time_to_resolve: null, actiontime: 0, is_deleted: 0, answerssets_id },
  })
  addPeople(sending, destination, ticket)
  addItems(sending, ticket)
  for (const file of files) attach(sending, ticket, file)
  notifyNewTicket(site, ticket)
  return ticket
}

/** Paragraphs are glued together, as GLPI does. */
function firstWords(content: string): string {
  return decoded(plainText(content).replaceAll('\n', '')).slice(0, LONGEST_TITLE)
}

function lastAnswer(
  { form, answers }: Sending,
  isRight: (question: Question) => boolean,
  isValid: (value: string) => boolean,
) {
  return questionsOf(form)
    .filter(isRight)
    .flatMap(({ id }) => answers.get(id)?.values.filter(isValid) ?? [])
    .at(-1)
}

function urgencyOf(sending: Sending): number {
  const { urgencyMask } = sending.site.configuration
  const isLevel = (value: string) => Number(value) >= 1 && Number(value) <= 5
  const level = Number(lastAnswer(sending, ({ kind }) => kind === 'urgency', isLevel) ?? 3)
  return (urgencyMask & (1 << level)) !== 0 ? level : 3
}

function typeOf(sending: Sending): 1 | 2 {
  const isType = (value: string) => value === '1' || value === '2'
  return lastAnswer(sending, ({ kind }) => kind === 'request type', isType) === '2' ? 2 : 1
}

function lastItem(sending: Sending, itemtype: 'ITILCategory' | 'Location'): number {
  const { store } = sending.site
  const isKnown = (value: string) => store.get(itemtype, Number(value)) !== undefined
  return Number(lastAnswer(sending, (question) => question.itemtype === itemtype, isKnown) ?? 0)
}

function addPeople(sending: Sending, { takesObservers, takesRequester }: Destination, { id }: TicketRow): void {
  const { site, form, answers } = sending
  const add = (users_id: number, type: number, notice: Notice) =>
    site.store.add('Ticket_User', { tickets_id: id, users_id, type, ...notice })
  const usual: Notice = { use_notification: 1, alternative_email: '' }
  const answered = (kind: Question['kind']) =>
    questionsOf(form)
      .filter((question) => question.kind === kind)
      .flatMap((question) => answers.get(question.id)?.values ?? [])
  const people = (kind: Question['kind']) => answered(kind).flatMap((value) => userIn(site, value)?.id ?? [])
  const [requester] = takesRequester ? people('requester') : []
  const named = namedRequester(sending)
  if (requester === undefined) add(named.id, ROLE.requester, named.notice)
  else add(requester, ROLE.requester, usual)
  if (!takesObservers) return
  for (const observer of people('observer')) add(observer, ROLE.observer, usual)
  for (const group of answered('observer').flatMap((value) => groupIn(site, value)?.id ?? []))
    site.store.add('Group_Ticket', { tickets_id: id, groups_id: group, type: ROLE.observer })
}

/** The object that was answered, else all devices of the last question that was; and the form itself, always. */
function addItems(sending: Sending, { id }: TicketRow): void {
  const { site, form, answers } = sending
  const objects = questionsOf(form).filter(({ kind }) => kind === 'object')
  const object = objects.find((question) => Number(answers.get(question.id)?.values[0]) > 0)
  const devices = questionsOf(form)
    .filter(({ kind }) => kind === 'my devices')
    .map((question) => answers.get(question.id)?.values.flatMap((value) => deviceIn(site, value) ?? []) ?? [])
    .filter((list) => list.length > 0)
    .at(-1)
  if (object)
    site.store.add('Item_Ticket', {
      itemtype: object.itemtype ?? '',
      items_id: Number(answers.get(object.id)?.values[0]),
      tickets_id: id,
    })
  else
    for (const device of devices ?? [])
      site.store.add('Item_Ticket', { itemtype: device.itemtype, items_id: device.id, tickets_id: id })
  site.store.add('Item_Ticket', { itemtype: 'Glpi\\Form\\Form', items_id: form.id, tickets_id: id })
}

/** The same bytes as a document of the entity: that one is tied, and renamed. An image whose tag the text has stands there, and is in no list. */
function attach({ site, viewer }: Sending, { id, entities_id }: TicketRow, { filename, sha1sum, tag }: Found): void {
  const now = site.time.now()
  const ticket = site.store.get('Ticket', id)
  const isInline = ticket !== undefined && isImage(filename) && showsImage(ticket.content, tag)
  const known = site.store
    .table('Document')
    .by('sha1sum', sha1sum)
    .find((document) => document.entities_id === entities_id)
  const document =
    known ??
    site.store.add('Document', {
      ...{ entities_id, name: `Document ticket ${id}`, filename, mime: mimeOf(filename) ?? '', sha1sum },
      ...{ users_id: viewer.user.id, is_deleted: 0, date_creation: now, date_mod: now },
    })
  if (known) site.store.put('Document', { ...known, filename, date_mod: now })
  const link = { documents_id: document.id, itemtype: 'Ticket', items_id: id }
  const position = isInline ? { timeline_position: -1 as const } : {}
  site.store.add('Document_Item', { ...link, users_id: viewer.user.id, ...position, date_creation: now })
  if (!isInline) return
  const image = { tag, documentId: document.id, ticketId: id, bytes: site.store.document(sha1sum) ?? new Uint8Array() }
  site.store.put('Ticket', { ...ticket, content: withImage(site, ticket.content, image) })
}
