import type { Context } from '../../context.ts'
import { Cancelled, type Message, MissingInformation, WrongUsage } from '../../errors.ts'
import type { Platform, TicketForm } from '../../glpi/platform.ts'
import { fieldsOf, toJson } from '../../views/records.ts'
import { requestFields, requestRecord, viewRequest } from '../../views/request.ts'
import { ticketFields } from '../../views/ticket-record.ts'
import { createTicket } from './create-ticket.ts'
import { checkFiles } from './file-option.ts'
import type { NewOptions } from './new.ts'
import { fieldsToAsk, questionFields, questions } from './question.ts'
import { missingFields, type Request, type RequestFlags, understand, withDefaults } from './request.ts'

/** Opens a ticket: understands the flags, asks for the rest, shows it all, sends it, then its files. */
export async function openTicket(options: NewOptions, context: Context): Promise<void> {
  const { terminal } = context
  if (options.json !== undefined) fieldsOf(options.json, options.dryRun ? requestFields : ticketFields)
  const { flags, problems: textProblems } = await readDescription(options, context)
  const platform = await context.platform()
  const form = await readForm(platform, options, context)
  const { request: known, problems } = understand(flags, form, context.t)
  const { files, problems: fileProblems } = await checkFiles(options.attach ?? [], context, form.fileLimit)
  if (options.attach) known.files = files
  const missing = terminal.interactive ? [] : missingFields(known, form)
  refuseWrong({ choices: problems, text: textProblems, files: fileProblems }, missing)

  const complete = terminal.interactive ? await ask(known, form, options, context) : withDefaults(known, form)
  if (options.dryRun) return showOnly(complete, options, context)
  if (terminal.interactive && !options.yes) await send(complete, form, platform, options, context)
  else await createTicket(complete, platform, options, context)
}

interface Wrong {
  choices: Message[]
  text: Message[]
  files: Message[]
}

/** All that is wrong and all that is missing, in one error; what is given, and wrong, is not told as missing too. */
function refuseWrong({ choices, text, files }: Wrong, missing: ReturnType<typeof missingFields>): void {
  const given = new Set(choices.map(({ key }) => key.replace(/^.*\./, '')))
  if (text.length > 0) given.add('description')
  if (files.length > 0) given.add('files')
  const absent = missing.filter((field) => !given.has(field)).map((field): Message => ({ key: `new.missing.${field}` }))
  const lines = [...choices, ...text, ...files, ...absent]
  if (lines.length === 0) return
  const isFormWrong = choices.length + absent.length > 0
  const hint = { key: isFormWrong ? 'new.nothing-sent-hint' : 'new.put-right-hint' } as const
  throw new MissingInformation({ key: 'new.nothing-sent' }, lines, { hint })
}

interface ReadFlags {
  flags: RequestFlags
  problems: Message[]
}

async function readDescription({ descriptionFile, ...options }: NewOptions, context: Context): Promise<ReadFlags> {
  if (descriptionFile === undefined) return { flags: options, problems: [] }
  if (options.description !== undefined) {
    throw new WrongUsage('new.two-descriptions', undefined, { hint: { key: 'new.two-descriptions-hint' } })
  }
  try {
    const text = descriptionFile === '-' ? context.terminal.readInput() : context.files.readText(descriptionFile)
    const description = await text
    const isText = !/[\u0000\ufffd]/.test(description)
    if (isText) return { flags: { ...options, description }, problems: [] }
    return { flags: options, problems: [{ key: 'file.not-text', parameters: { path: descriptionFile } }] }
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    return { flags: options, problems: [error.text] }
  }
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
  terminal.show(viewRequest(request, terminal.noteStyle, t, terminal.width, { brief: true }))
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
  if (decision === 'send') return createTicket(request, platform, options, context)
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
