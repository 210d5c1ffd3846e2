import type { Context } from '../../../app/context.ts'
import { resumeCommand, shortId } from '../../../drafts/describe.ts'
import type { TicketDraft } from '../../../drafts/draft.ts'
import { sendTicket } from '../../../drafts/send-ticket.ts'
import { NotAllowed, WrongUsage } from '../../../errors/error.ts'
import type { Platform } from '../../../glpi/platform.ts'
import { type ChosenFields, fieldsOf, toJson } from '../../../records/records.ts'
import { requestShape, ticketShape } from '../../../records/ticket-shape.ts'
import { requestRecord, viewRequest } from '../../../views/request.ts'
import { lookOf } from '../../output.ts'
import { readLongText } from '../given-text.ts'
import { sendUnlessOpen, tellWhereItGoes } from './dedupe.ts'
import { type FillOptions, fillRequest, type Given } from './fill-request.ts'
import type { Request, RequestFlags } from './request.ts'
import { announceUnfinished, type DraftOptions, requestDraft } from './request-draft.ts'
import { tellAdded, tellCreated } from './tell-ticket.ts'

export interface NewOptions extends RequestFlags, FillOptions, DraftOptions {
  descriptionFile?: string
  json?: ChosenFields
  jsonSchema?: boolean
}

/** Opens a ticket: understands the flags, asks for the rest, shows it all, sends it, then its files. */
export async function openTicket(options: NewOptions, context: Context): Promise<void> {
  const { json, dryRun } = options
  refuseMeaningless(options)
  const given = await givenFlags(options, context)
  const platform = await context.platform()
  await refuseUnlessAllowed(platform)
  const kept = await requestDraft(options, platform, context)
  try {
    if (kept.sent) {
      refuseChanges(kept.sent.draft, options)
      return await tellCreated(await sendTicket(kept.sent, context), kept.sent, json, context)
    }
    if (context.terminal.interactive && !kept.draft) await announceUnfinished(platform, context)
    const request = await fillRequest(given, kept, options, context)
    if (!request) {
      await kept.remove()
      return context.terminal.note('suggest.done')
    }
    if (dryRun) return await showOnly(request, kept.keyMark, json, context)
    const open = await kept.save(request)
    const { keyMark } = kept
    const arrival =
      keyMark === undefined ? await sendTicket(open, context) : await sendUnlessOpen(keyMark, request, open, context)
    if ('addedTo' in arrival) await tellAdded(arrival.addedTo, arrival.sent, json, context)
    else await tellCreated(arrival, open, json, context)
  } finally {
    await kept.release()
  }
}

/** Throws `WrongUsage` for what nobody can mean, before anything is read or asked. */
function refuseMeaningless({ json, dryRun, dedupe }: NewOptions): void {
  if (json !== undefined) fieldsOf(json, Object.keys((dryRun ? requestShape : ticketShape).fields))
  if (dedupe?.trim() === '') throw new WrongUsage('empty-key')
}

/** The flags, with the text of the file that they name. */
async function givenFlags({ descriptionFile, ...flags }: NewOptions, context: Context): Promise<Given> {
  if (descriptionFile === undefined) return { flags, problems: [] }
  if (flags.description !== undefined) {
    throw new WrongUsage('two-descriptions')
  }
  try {
    return { flags: { ...flags, description: await readLongText(descriptionFile, context) }, problems: [] }
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    return { flags, problems: [{ field: 'description', ...error.text }] }
  }
}

async function refuseUnlessAllowed(platform: Platform): Promise<void> {
  const { person } = await platform.session()
  if (person.opensNone) throw new NotAllowed('opens-none', { profile: person.profile.name })
}

/** A request that was sent stays as it is; what is missing of it is sent now. */
function refuseChanges(
  draft: TicketDraft,
  { resume: _resume, yes: _yes, json: _json, suggest: _suggest, ...others }: NewOptions,
): void {
  if (Object.values(others).every((value) => value === undefined)) return
  throw new WrongUsage('draft-already-sent', { id: shortId(draft), command: resumeCommand(draft) })
}

async function showOnly(
  request: Request,
  keyMark: string | undefined,
  json: ChosenFields | undefined,
  context: Context,
): Promise<void> {
  const { terminal } = context
  if (json === undefined) terminal.print(viewRequest(request, lookOf(context)))
  else terminal.print(toJson(requestRecord(request), json))
  terminal.note('new.dry-run')
  if (keyMark !== undefined) await tellWhereItGoes(keyMark, context)
}
