import type { Context } from '../../app/context.ts'
import type { TicketDraft } from '../../drafts/draft.ts'
import type { OpenDraft } from '../../drafts/drafts.ts'
import { asDraftFiles } from '../../drafts/file/draft-files.ts'
import { keyMarkOf } from '../../drafts/key-mark.ts'
import { localOwner } from '../../drafts/own-drafts.ts'
import { checkFiles } from './file-option.ts'
import type { FillOptions } from './fill-request.ts'

import type { DraftOptions } from './request-draft.ts'
import { type GivenFlags, type NewWords, speaksOfForm } from './site-form/form-flags.ts'

/**
 * What a script asks for, on disk before anything is asked of the network; undefined where it does not say enough, or
 * somebody is there who can say it again.
 */
export async function spooled(
  { flags, problems, lostFiles = 0 }: GivenFlags,
  { dedupe, dedupeEvery, bestEffort, related, attach = [] }: DraftOptions & Pick<FillOptions, 'attach'>,
  context: Context,
  what: Pick<TicketDraft, 'says' | 'onlyIfOpen' | 'accept' | 'keep' | 'byApi'> = {},
): Promise<OpenDraft<TicketDraft> | undefined> {
  const { title, description, ...words } = flags
  const checked = await checkFiles(attach, context)
  const isEnough = speaksOfForm(flags) || (title?.trim() && description?.trim())
  if (!isEnough || problems.length + checked.problems.length > 0) return undefined
  const owner = await localOwner(context.account)
  const { profile, entity } = context.settings
  return context.drafts.begin<TicketDraft>({
    ...{ kind: 'ticket', owner, filesDone: true, confirmed: true },
    answers: { ...(title !== undefined && { title }), ...(description !== undefined && { description }) },
    files: await asDraftFiles(checked.files),
    given: { ...words, dedupe, profile, entity },
    ...(dedupe !== undefined && { keyMark: keyMarkOf(dedupe, owner) }),
    ...(dedupeEvery !== undefined && { dedupeEvery }),
    ...(bestEffort && { bestEffort }),
    ...(related !== undefined && { related }),
    ...(lostFiles > 0 && { lostFiles }),
    ...what,
  })
}

/** A log that is empty says less than the ticket: it keeps none from being opened. */
export async function leaveOutEmpty(options: Pick<FillOptions, 'attach'>, { files, terminal }: Context): Promise<void> {
  const kept: string[] = []
  for (const path of options.attach ?? []) {
    const check = await files.check(path)
    if ('problem' in check && check.problem.code === 'file-empty') terminal.warn('new.empty-file', { name: path })
    else kept.push(path)
  }
  if (options.attach) options.attach = kept
}

/** The words of a draft that was spooled, before those of this call. */
export function withSpooled({ flags, problems }: GivenFlags, draft: TicketDraft | undefined): GivenFlags {
  if (!draft?.given) return { flags, problems }
  const { dedupe: _key, profile: _profile, entity: _entity, also: _also, about, ...words } = draft.given
  const { title, description } = draft.answers
  return {
    flags: {
      ...defined({ ...words, about: typeof about === 'string' ? [about] : about, title, description }),
      ...flags,
    },
    problems,
  }
}

function defined(flags: { [name in keyof NewWords]: NewWords[name] | undefined }): NewWords {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
}
