import type { Context } from '../../app/context.ts'
import { resumeCommand, stageOf, titleOf } from '../../drafts/describe.ts'
import type { TicketDraft } from '../../drafts/draft.ts'
import { currentOwner } from '../../drafts/own-drafts.ts'
import type { DraftOptions } from './request-draft.ts'
import { unfinished } from './request-draft.ts'

/** Of the options of a new ticket, those that say nothing about it; all others do. */
interface NewOptions extends DraftOptions {
  suggest?: boolean
  refresh?: boolean
  unattended?: boolean
  json?: unknown
}

/** More are not listed: \`ipeos draft list\` has them all. */
const mostOffered = 5

/**
 * The options, with the draft to go on with where the person chose one of those that wait. Whoever said already what
 * the new ticket is to be, is only told of them.
 */
export async function offerUnfinished<Options extends NewOptions>(
  options: Options,
  context: Context,
): Promise<Options> {
  if (!context.terminal.interactive || options.unattended || options.resume !== undefined) return options
  const { drafts } = context
  const found = await unfinished(drafts, await currentOwner(await context.platform()))
  const [newest] = found
  if (!newest) return options
  const typed = found.filter((draft) => stageOf(draft) === 'typing').slice(0, mostOffered)
  if (typed.length === 0 || !saysNothing(options)) {
    tell(newest, context)
    return options
  }
  const chosen = await choose(typed, context)
  return chosen ? { ...options, resume: chosen.id } : options
}

function saysNothing({
  suggest: _suggest,
  refresh: _refresh,
  json: _json,
  unattended: _no,
  ...others
}: NewOptions): boolean {
  return Object.values(others).every((value) => value === undefined)
}

/** Says in one line that a former request waits. */
function tell(draft: TicketDraft, { terminal, t, dates }: Context): void {
  terminal.note('draft.unfinished', {
    when: dates().relative(new Date(draft.changed)),
    title: shownTitle(draft, t),
    command: resumeCommand(draft),
  })
}

/** The draft to go on with; undefined for a new ticket. */
async function choose(drafts: TicketDraft[], context: Context): Promise<TicketDraft | undefined> {
  const { prompts, t, terminal } = context
  const [first, ...others] = drafts
  const answer = await prompts.select<TicketDraft | 'new' | 'forget'>({
    message: t('new.unfinished.question', { count: drafts.length }),
    choices: [
      ...drafts.map((draft) => ({ name: t('new.unfinished.resume', nameOf(draft, context)), value: draft })),
      { name: t('new.unfinished.new'), value: 'new' },
      ...(others.length === 0 ? [{ name: t('new.unfinished.forget'), value: 'forget' as const }] : []),
    ],
  })
  if (answer !== 'forget' || !first) return typeof answer === 'string' ? undefined : answer
  const message = t('new.unfinished.forget-sure', nameOf(first, context))
  if (!(await prompts.confirm({ message, default: false }))) return choose(drafts, context)
  await (await context.drafts.takeUp(first)).remove()
  terminal.note('new.unfinished.forgotten')
  return undefined
}

function nameOf(draft: TicketDraft, { t, dates }: Context): { title: string; when: string } {
  return { title: shownTitle(draft, t), when: dates().relative(new Date(draft.changed)) }
}

function shownTitle(draft: TicketDraft, t: Context['t']): string {
  return titleOf(draft, t('draft.untitled')) ?? t('draft.untitled')
}
