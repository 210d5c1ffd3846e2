import type { Context } from '../../app/context.ts'
import { isWaiting, shortId } from '../../drafts/describe.ts'
import type { Draft } from '../../drafts/draft.ts'
import type { Choice } from '../../terminal/prompts/prompts.ts'
import { type Candidate, missing, pick } from '../choice/pick.ts'

/** The draft that the person points at; undefined where there is none. Throws `WrongUsage` where nobody can be asked. */
export async function pickDraft(verb: 'show' | 'delete', context: Context): Promise<Draft | undefined> {
  const { terminal, t } = context
  if (!terminal.interactive) throw missing('draft', `ipeos draft ${verb} 3f2a9c41`)
  const { drafts } = await context.drafts.list()
  if (drafts.length > 0) return pick(t(`choice.draft.${verb}`), await candidatesOf(drafts, context), context)
  terminal.note('draft.none')
  return undefined
}

/** Which of these is to go on. Rejects with `Cancelled` where the person leaves. */
export async function pickToResume(drafts: Draft[], context: Context): Promise<Draft> {
  return pick(context.t('choice.draft.resume'), await candidatesOf(drafts, context), context)
}

/** Of what waits to be sent, one, or all of it; undefined where nothing waits. */
export async function pickToSend(context: Context): Promise<Draft | 'all' | undefined> {
  const { terminal, t } = context
  const waiting = (await context.drafts.list()).drafts.filter(isWaiting)
  if (waiting.length === 0) {
    terminal.note('choice.no-draft-to-send')
    return undefined
  }
  // A request goes with all that waits, or is resumed: alone it is sent by neither.
  const messages = waiting.filter(({ kind }) => kind !== 'ticket')
  const all: Choice<'all'> = { name: t('choice.draft.all', { count: waiting.length }), value: 'all' }
  return pick<Draft | 'all'>(t('choice.draft.send'), await candidatesOf(messages, context), context, [all])
}

async function candidatesOf(drafts: Draft[], context: Context): Promise<Candidate<Draft>[]> {
  const { kindWord, subjectOf } = await import('../../views/draft.ts')
  const dates = context.dates()
  return drafts.map((draft) => ({
    value: draft,
    number: shortId(draft),
    state: kindWord(draft, context.t),
    title: subjectOf(draft, context.t).split('\n')[0] ?? '',
    age: dates.relative(new Date(draft.changed)),
  }))
}
