import type { Context } from '../../context.ts'
import { Cancelled, type Message, MissingInformation, PartlyDone, WrongUsage } from '../../errors.ts'
import type { Platform, TicketForm } from '../../glpi/platform.ts'
import { dates } from '../../i18n/dates.ts'
import { fieldsOf, toJson } from '../../views/records.ts'
import { requestFields, requestRecord, viewRequest } from '../../views/request.ts'
import { ticketFields, ticketRecord } from '../../views/ticket-record.ts'
import { checkFiles } from './file-option.ts'
import type { NewOptions } from './new.ts'
import { fieldsToAsk, questionFields, questions } from './question.ts'
import { missingFields, type Request, type RequestFlags, understand, withDefaults } from './request.ts'
import { commandToSendAgain, type Refusal, sendFiles } from './send-files.ts'

/** Opens a ticket: understands the flags, asks for the rest, shows it all, sends it, then its files. */
export async function openTicket(options: NewOptions, context: Context): Promise<void> {
  const { terminal } = context
  if (options.json !== undefined) fieldsOf(options.json, options.dryRun ? requestFields : ticketFields)
  const flags = await readDescription(options, context)
  const early = await checkFiles(options.attach ?? [], context)
  if (early.problems.length > 0) throw nothingSent(early.problems)

  const platform = await context.platform()
  const form = await readForm(platform, options, context)
  const { request: known, problems } = understand(flags, form, context.t)
  const { files, problems: fileProblems } = await checkFiles(options.attach ?? [], context, form.fileLimit)
  if (options.attach) known.files = files
  const missing = terminal.interactive ? [] : missingFields(known, form)
  const all = [...problems, ...fileProblems, ...missing.map((field): Message => ({ key: `new.missing.${field}` }))]
  if (all.length > 0) throw nothingSent(all)

  const complete = terminal.interactive ? await ask(known, form, options, context) : withDefaults(known, form)
  if (options.dryRun) return showOnly(complete, options, context)
  if (terminal.interactive && !options.yes) await send(complete, form, platform, options, context)
  else await create(complete, platform, options, context)
}

function nothingSent(lines: Message[]): MissingInformation {
  return new MissingInformation({ key: 'new.nothing-sent' }, lines, { hint: { key: 'new.nothing-sent-hint' } })
}

async function readDescription({ descriptionFile, ...options }: NewOptions, context: Context): Promise<RequestFlags> {
  if (descriptionFile === undefined) return options
  if (options.description !== undefined) {
    throw new WrongUsage('new.two-descriptions', undefined, { hint: { key: 'new.two-descriptions-hint' } })
  }
  const text = descriptionFile === '-' ? context.terminal.readInput() : context.files.readText(descriptionFile)
  return { ...options, description: await text }
}

async function readForm(platform: Platform, { refresh }: NewOptions, { terminal, t }: Context): Promise<TicketForm> {
  const form = await platform.form.read({ refresh: refresh ?? false })
  if (form.source === 'none') {
    terminal.warn('new.no-form', { reason: form.reason ? t(form.reason.key, form.reason.parameters) : '' })
  }
  return form
}

async function ask(known: Partial<Request>, form: TicketForm, options: NewOptions, context: Context): Promise<Request> {
  let request = known
  for (const field of fieldsToAsk(known, form, options.yes ?? false)) {
    const answers = await questions[field](withDefaults(request, form), form, context)
    request = { ...request, ...answers }
  }
  return withDefaults(request, form)
}

function showOnly(request: Request, { json }: NewOptions, context: Context): void {
  const { terminal, t } = context
  if (json === undefined) terminal.print(viewRequest(request, terminal.style, t, terminal.width))
  else terminal.print(toJson(requestRecord(request), json))
  terminal.note('new.dry-run')
}

/** Shows the whole request and asks: send, change something, or stop. */
async function send(
  request: Request,
  form: TicketForm,
  platform: Platform,
  options: NewOptions,
  context: Context,
): Promise<void> {
  const { prompts, t, terminal } = context
  terminal.show(viewRequest(request, terminal.noteStyle, t, terminal.width))
  const decision = await prompts.select({
    message: t('new.question.send'),
    choices: [
      { name: t('new.send'), value: 'send' },
      { name: t('new.change'), value: 'change' },
      { name: t('new.stop'), value: 'stop' },
    ],
    default: 'send',
  })
  if (decision === 'stop') throw new Cancelled('new.stopped')
  if (decision === 'send') return create(request, platform, options, context)
  const field = await prompts.select({
    message: t('new.question.change'),
    choices: questionFields.map((name) => ({ name: t(fieldLabels[name]), value: name })),
  })
  const changed = { ...request, ...(await questions[field](request, form, context)) }
  return send(changed, form, platform, options, context)
}

const fieldLabels = {
  type: 'request.type',
  urgency: 'request.urgency',
  notify: 'request.notify',
  email: 'request.email',
  equipment: 'request.equipment',
  category: 'request.category',
  title: 'request.subject',
  description: 'request.description',
  files: 'request.files',
} as const

async function create(request: Request, platform: Platform, options: NewOptions, context: Context): Promise<void> {
  const { terminal, t } = context
  const { id } = await terminal.during(
    t('new.sending'),
    platform.tickets.create({
      type: request.type,
      urgency: request.urgency,
      title: request.title,
      description: request.description,
      notify: request.notify,
      ...(request.category ? { categoryId: request.category.id } : {}),
      ...(request.equipment ? { equipment: request.equipment.key } : {}),
      ...(request.notify && request.email ? { email: request.email } : {}),
    }),
  )
  const refused = await sendFiles(id, request.files, platform.documents, context)
  await tell(id, platform, options, context)
  if (refused.length > 0) throw filesMissing(id, refused, context)
}

/** The number for scripts; for a person, a word, the link, and the command that follows the ticket. */
async function tell(
  id: number,
  platform: Platform,
  { json }: NewOptions,
  { terminal, t, clock }: Context,
): Promise<void> {
  const link = await platform.tickets.link(id)
  terminal.note('new.saved', { id })
  terminal.show(link)
  terminal.note('new.follow', { id })
  if (json !== undefined) {
    const inWords = dates({ language: t.language, now: clock.now(), timeZone: terminal.timeZone })
    terminal.print(toJson(ticketRecord(await platform.tickets.get(id), link, inWords), json))
  } else if (!terminal.outputIsTerminal) terminal.print(String(id))
}

function filesMissing(id: number, refused: Refusal[], { terminal, t }: Context): PartlyDone {
  for (const { file, reason } of refused) {
    terminal.warn('new.file-refused', { name: file.name, reason: t(reason.key, reason.parameters) })
  }
  const hint = { key: 'new.send-again', parameters: { command: commandToSendAgain(id, refused) } } as const
  return new PartlyDone('new.files-missing', { id, count: refused.length }, { hint })
}
