import type { Context } from '../../../app/context.ts'
import { Cancelled, MissingInformation, PartlyDone, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { Ticket, TicketChanges } from '../../../itil/ticket.ts'
import { freshForm, type TicketForm } from '../../../itil/ticket-form.ts'
import { type ChosenFields, fieldsOf } from '../../../records/chosen-fields.ts'
import { toJson } from '../../../records/format/json.ts'
import { fieldNames } from '../../../records/shape.ts'
import { ticketRecord, ticketShape } from '../../../records/ticket/ticket.ts'
import { htmlToText, readText } from '../../../terminal/html.ts'
import { unlessBack } from '../../../terminal/prompts/went-back.ts'
import { urgencyWord } from '../../../views/word.ts'
import { givenText } from '../../request/given-text.ts'
import { labelOf, questions } from '../../request/question.ts'
import { type Request, type RequestFlags, understand } from '../../request/request.ts'
import { unwrittenTicketOf } from '../ticket-state.ts'

export interface EditOptions {
  ticketId: number
  title?: string
  description?: string
  descriptionFile?: string
  urgency?: string
  category?: string
  json?: ChosenFields
  jq?: string
  template?: string
  jsonSchema?: boolean
}

const editableFields = ['title', 'urgency', 'category', 'description'] as const
type EditableField = (typeof editableFields)[number]

/** Changes what the flags say, or what the person chooses, of a ticket that nobody wrote on yet. */
export async function editTicket(
  { ticketId, json, jq, template, ...options }: EditOptions,
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
  const asIs = requestOf(before, form)
  const wanted = isAsked
    ? await ask(asIs, form, await editable(before, context), context)
    : { ...asIs, ...understood(flags, form, t) }
  const fields = changedFields(asIs, wanted)
  if (fields.length === 0) {
    terminal.note('edit.same', { id: ticketId })
    return printJson(before, json, platform, context)
  }
  const sending = platform.tickets.update(ticketId, changesOf(fields, wanted))
  await terminal.during(t('write.sending'), sending)
  const after = await platform.tickets.get(ticketId)
  const ignored = ignoredFields(fields, wanted, requestOf(after, form))
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
  { description, descriptionFile, ...flags }: Omit<EditOptions, 'ticketId' | 'json' | 'jsonSchema'>,
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
function requestOf(ticket: Ticket, form: TicketForm): Request {
  const { category } = ticket
  const known = form.categories.find(({ fullName }) => fullName === category)
  return {
    type: ticket.type ?? 'incident',
    urgency: ticket.urgency,
    category: known ?? (category ? { id: unknownCategory, fullName: category } : null),
    title: ticket.title,
    description: htmlToText(ticket.description, Number.POSITIVE_INFINITY),
    ...{ notify: false, email: undefined, equipment: null, files: [] },
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

/** Asks what to change until the person saves it, or stops. */
async function ask(
  asIs: Request,
  form: TicketForm,
  fields: readonly EditableField[],
  context: Context,
): Promise<Request> {
  const { prompts, t } = context
  let wanted = asIs
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
    if (choice === 'stop') throw new Cancelled('edit-stopped')
    if (choice === 'save') return wanted
    wanted = { ...wanted, ...(await unlessBack(questions[choice](wanted, form, context, keepNothing, { back: true }))) }
  }
}

async function keepNothing(): Promise<void> {}

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
