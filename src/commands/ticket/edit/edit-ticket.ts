import type { Context } from '../../../app/context.ts'
import { type KeptAnswers, keepAnswers } from '../../../drafts/keep-answers.ts'
import { currentOwner } from '../../../drafts/own-drafts.ts'
import { Cancelled, MissingInformation, PartlyDone, WrongUsage } from '../../../errors/error.ts'
import { leftOut } from '../../../glpi/document/inline/kept-images.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { Ticket, TicketChanges } from '../../../itil/ticket.ts'
import { freshForm, type TicketForm } from '../../../itil/ticket-form.ts'
import { type ChosenFields, fieldsOf } from '../../../records/chosen-fields.ts'
import { toJson } from '../../../records/format/json.ts'
import { fieldNames } from '../../../records/shape.ts'
import { ticketRecord, ticketShape } from '../../../records/ticket/ticket.ts'
import { readText } from '../../../terminal/html.ts'
import { unlessBack } from '../../../terminal/prompts/went-back.ts'
import { urgencyWord } from '../../../views/word.ts'
import { hintOf } from '../../request/attachment/given-images.ts'
import { refuseToSend } from '../../request/file-option.ts'
import { givenText } from '../../request/given-text.ts'
import { type Keep, labelOf, questions } from '../../request/question.ts'
import { type Request, type RequestFlags, understand } from '../../request/request.ts'
import { unwrittenTicketOf } from '../ticket-state.ts'
import { type EditedDescription, editedDescription } from './description-images.ts'
import { attachShown, newImages } from './new-images.ts'

export interface EditOptions {
  ticketId: number
  title?: string
  description?: string
  descriptionFile?: string
  urgency?: string
  category?: string
  /** The new description may leave images of the former one out. */
  dropImages?: boolean
  json?: ChosenFields
  jq?: string
  template?: string
  jsonSchema?: boolean
}

const editableFields = ['title', 'urgency', 'category', 'description'] as const
type EditableField = (typeof editableFields)[number]
/** What is typed of them. */
const typedFields = ['title', 'description'] as const
type TypedField = (typeof typedFields)[number]

/** Changes what the flags say, or what the person chooses, of a ticket that nobody wrote on yet. */
export async function editTicket(
  { ticketId, json, jq, template, dropImages = false, ...options }: EditOptions,
  context: Context,
): Promise<void> {
  const { terminal, t } = context
  if (json !== undefined) fieldsOf(json, fieldNames(ticketShape))
  const isAsked = Object.keys(options).length === 0
  if (isAsked && !terminal.interactive) throw new WrongUsage('what-to-edit')
  const flags = await withDescription(options, context)

  const platform = await context.platform()
  const before = await unwrittenTicketOf(ticketId, 'edit', platform)
  const form = await platform.form.read({ newerThan: freshForm })
  const description = await editedDescription(before, platform, t)
  const asIs = requestOf(before, form, description.text)
  const kept = isAsked ? await keptOf(ticketId, platform, context) : undefined
  const wanted = kept
    ? await ask(asIs, form, { fields: await editable(before, context), kept, description }, context)
    : { ...asIs, ...understood(flags, form, t) }
  const fields = changedFields(asIs, wanted)
  if (fields.length === 0) {
    terminal.note('edit.same', { id: ticketId })
    return printJson(before, json, platform, context)
  }
  const lost = imagesLost(asIs, wanted, description)
  if (!isAsked && !dropImages && lost !== '') throw new WrongUsage('images-left-out', { id: ticketId, images: lost })
  const texts = { before: asIs.description, after: wanted.description, file: options.descriptionFile }
  const { fileLimit } = await platform.session()
  const drawn = isAsked
    ? { text: wanted.description, images: wanted.files, problems: [] }
    : await newImages(texts, fileLimit, context)
  refuseToSend(drawn.problems, hintOf(drawn))
  const shown = await attachShown(drawn, { ticket: before, platform, context })
  const changes = changesOf(fields, { ...wanted, description: shown.text })
  const sending = platform.tickets.update(ticketId, changes, [...description.images, ...shown.images])
  await terminal.during(t('write.sending'), sending)
  await kept?.forget()
  const after = await platform.tickets.get(ticketId)
  const ignored = ignoredFields(fields, wanted, requestOf(after, form, wanted.description))
  if (ignored.length === 0) terminal.done('edit.done', { id: ticketId })
  await printJson(after, json, platform, context)
  if (ignored.length === 0) return
  const names = ignored.map((field) => t(labelOf(field))).join(', ')
  throw new PartlyDone('some-edited', { id: ticketId, fields: names })
}

/** The ticket as it is now, for scripts that ask for it. */
async function printJson(ticket: Ticket, json: EditOptions['json'], platform: Platform, context: Context) {
  if (json === undefined) return
  const record = ticketRecord(ticket, await platform.tickets.link(ticket.id), context.dates())
  context.terminal.print(toJson(record, json))
}

async function withDescription(
  { description, descriptionFile, ...flags }: Omit<EditOptions, 'ticketId' | 'json' | 'jsonSchema' | 'dropImages'>,
  context: Context,
): Promise<RequestFlags> {
  if (description !== undefined && descriptionFile !== undefined) {
    throw new WrongUsage('two-descriptions')
  }
  const messageFile = descriptionFile === undefined ? {} : { messageFile: descriptionFile }
  const text = await givenText(
    { ...messageFile, ...(description === undefined ? {} : { message: description }) },
    context,
  )
  if (text === undefined && (description ?? descriptionFile) !== undefined) throw new WrongUsage('blank-description')
  if (flags.title !== undefined && flags.title.trim() === '') throw new WrongUsage('blank-title')
  return { ...flags, ...(text === undefined ? {} : { description: text }) }
}

function understood(flags: RequestFlags, form: TicketForm, t: Translate): Partial<Request> {
  const { request, problems } = understand(flags, form, t)
  if (problems.length === 0) return request
  throw new MissingInformation('nothing-sent', undefined, { lines: problems })
}

/** The ticket as if it were still being asked for: what the questions change. */
function requestOf(ticket: Ticket, form: TicketForm, description: string): Request {
  const { category } = ticket
  const known = form.categories.find(({ fullName }) => fullName === category)
  return {
    type: ticket.type ?? 'incident',
    urgency: ticket.urgency,
    category: known ?? (category ? { id: unknownCategory, fullName: category } : null),
    title: ticket.title,
    description,
    ...{ notify: false, email: undefined, equipment: [], files: [], observers: [], location: null },
  }
}

/** One that the form does not offer; it is never sent, for it is never chosen. */
const unknownCategory = -1

/** Of a description that is too long to be read whole, what was not read would be lost. */
async function editable({ description }: Ticket, { terminal }: Context): Promise<readonly EditableField[]> {
  const { left } = await readText(description, Number.POSITIVE_INFINITY)
  if (left === 0) return editableFields
  terminal.note('show.left-out', { count: left })
  return editableFields.filter((field) => field !== 'description')
}

/** What was typed of this ticket before, and not sent. */
async function keptOf(ticketId: number, platform: Platform, context: Context): Promise<KeptAnswers<TypedField>> {
  const where = { command: `ticket-edit-${ticketId}`, owner: await currentOwner(platform) }
  return keepAnswers(where, typedFields, context)
}

/** What may be asked of a ticket, and where it goes while it is typed. */
interface Asked {
  fields: readonly EditableField[]
  kept: KeptAnswers<TypedField>
  description: EditedDescription
}

/** Asks what to change until the person saves it, or stops; what was typed before stands there first. */
async function ask(
  asIs: Request,
  form: TicketForm,
  { fields, kept, description }: Asked,
  context: Context,
): Promise<Request> {
  const { prompts, t } = context
  let wanted = asIs
  const change = async (field: EditableField): Promise<void> => {
    wanted = { ...wanted, ...(await askOne(field, { asIs, wanted, kept }, form, context)) }
  }
  for (const field of typedFields) if (fields.includes(field) && kept.before(field) !== undefined) await change(field)
  for (;;) {
    const isChanged = changedFields(asIs, wanted).length > 0
    const choice = await prompts.select<EditableField | 'save' | 'stop'>({
      message: t(isChanged ? 'edit.question.more' : 'edit.question.what'),
      choices: [
        ...(isChanged ? [{ name: t('edit.save'), value: 'save' as const }] : []),
        ...fields.map((field) => ({ name: choiceOf(field, wanted, t), value: field })),
        { name: t('edit.stop'), value: 'stop' },
      ],
    })
    if (choice === 'stop') {
      await kept.forget()
      throw new Cancelled('edit-stopped')
    }
    if (choice !== 'save') await change(choice)
    else if (await mayGo(imagesLost(asIs, wanted, description), context)) return wanted
  }
}

/** The words of those images of the description that the new one names nowhere; empty for none. */
function imagesLost(asIs: Request, wanted: Request, { images }: EditedDescription): string {
  if (asIs.description === wanted.description) return ''
  return [...new Set(leftOut(wanted.description, images).map(({ words }) => words))].join(', ')
}

/** Whether these images may go, which nobody can bring back. */
async function mayGo(images: string, { prompts, t }: Context): Promise<boolean> {
  return images === '' || prompts.confirm({ message: t('edit.question.images', { images }), default: false })
}

/** Gives what the answer changes; nothing where the person goes back, and what was typed waits. */
async function askOne(
  field: EditableField,
  { asIs, wanted, kept }: { asIs: Request; wanted: Request; kept: KeptAnswers<TypedField> },
  form: TicketForm,
  context: Context,
): Promise<Partial<Request> | undefined> {
  const text = typedFields.find((one) => one === field)
  const before = text && kept.before(text)
  const keep: Keep = async (_part, typed = '') => text && kept.is(text, typed)
  const how = { back: true, ...(text && before !== undefined && { typed: { [text]: before } }) }
  const answer = await unlessBack(questions[field](wanted, form, context, keep, how))
  const given = text && answer?.[text]
  if (text && given !== undefined) await kept.is(text, given === asIs[text] ? '' : given)
  return answer
}

function choiceOf(field: EditableField, wanted: Request, t: Translate): string {
  const value = {
    title: wanted.title,
    urgency: urgencyWord(wanted.urgency, t),
    category: wanted.category?.fullName ?? t('request.no-category'),
    description: wanted.description.replace(/\s+/g, ' '),
  }[field]
  return t('edit.choice', { field: t(labelOf(field)), value })
}

function changedFields(asIs: Request, wanted: Request): EditableField[] {
  return editableFields.filter((field) =>
    field === 'category' ? asIs.category?.id !== wanted.category?.id : asIs[field] !== wanted[field],
  )
}

function changesOf(fields: EditableField[], { title, urgency, category, description }: Request): TicketChanges {
  const all: Required<TicketChanges> = { title, urgency, description, categoryId: category?.id ?? 0 }
  const chosen = fields.map((field) => (field === 'category' ? 'categoryId' : field))
  return Object.fromEntries(Object.entries(all).filter(([name]) => chosen.some((one) => one === name)))
}

/** GLPI drops without a word what the requester may not change; texts come back in their own form, so are not compared. */
function ignoredFields(fields: EditableField[], wanted: Request, now: Request): EditableField[] {
  const isListed = (wanted.category?.fullName ?? '') !== `n° ${wanted.category?.id}`
  return changedFields(wanted, now).filter(
    (field) => fields.includes(field) && (field === 'urgency' || (field === 'category' && isListed)),
  )
}
