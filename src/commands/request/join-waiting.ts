import type { Context } from '../../app/context.ts'
import { stageOf } from '../../drafts/describe.ts'
import type { Draft, TicketDraft } from '../../drafts/draft.ts'
import type { KnownDraft, OpenDraft } from '../../drafts/drafts.ts'
import { withTexts } from '../../drafts/form/form-text.ts'
import { differingTexts, wordsOf } from '../../drafts/form/said-words.ts'
import { belongsTo } from '../../drafts/own-drafts.ts'
import { isYounger } from './left-out.ts'
import {
  bothOf,
  countedIn,
  following,
  type JoinedContent,
  joinedByForm,
  type Together,
} from './site-form/draft/join-words.ts'

/** Characters that a request takes; what is more stays a draft of its own. */
const longestJoined = 200_000

/**
 * A job that comes every few minutes while the platform is away must not leave a draft each time: what it said before is
 * joined to what it says now. What may have been sent stays, and what a person typed.
 */
export async function joinWaiting(open: OpenDraft<TicketDraft>, context: Context): Promise<void> {
  const { drafts } = context
  const { keyMark } = open.draft
  if (keyMark !== undefined) await drafts.alone(keyMark, () => joinFormer(open, context, 'few'))
}

/**
 * `few`: texts that follow one another too soon (`--dedupe-every`) are counted alone. `entity`: where this one goes, as far
 * as that is known.
 */
export async function joinFormer(
  open: OpenDraft<TicketDraft>,
  context: Context,
  how: 'all' | 'few',
  entity = open.draft.entity,
): Promise<void> {
  const { drafts, settings } = context
  const own = { ...open.draft, entity }
  if (open.draft.unkept) return
  for (const draft of await drafts.others(mayBeOfKey(own))) {
    if (!isOfSameKey(draft, own) || draft.byHand || stageOf(draft) !== 'typing' || !asksForTheSame(draft, own)) continue
    const { given } = draft
    if (given && (given.entity !== settings.entity || given.profile !== settings.profile)) continue
    const former = await drafts.takeUp(draft).catch(() => undefined)
    if (!former) continue
    try {
      await joinTo(open, former, how, context)
    } finally {
      await former.release()
    }
  }
}

/**
 * What goes by a form of the site is put together where it asks for the same, but for its texts; else each goes by itself,
 * in its turn. One that is not read yet takes in no other that is: what that one answers has no place in it.
 */
function asksForTheSame(former: TicketDraft, own: TicketDraft): boolean {
  const [before, now] = [wordsOf(former), wordsOf(own)]
  if (before && now) return differingTexts(before, now) !== undefined && !(former.form && own.given)
  return [former, own].every((draft) => isAsBefore(draft))
}

/** Said without a form, or filled in one whose text is the description. */
function isAsBefore(draft: TicketDraft): boolean {
  return draft.form ? draft.form.textIn !== undefined : wordsOf(draft) === undefined
}

/** Whatever stops it half-way, no text is there twice: a draft that was joined already only goes. */
async function joinTo(
  open: OpenDraft<TicketDraft>,
  former: OpenDraft<TicketDraft>,
  how: 'all' | 'few',
  context: Context,
): Promise<void> {
  const { draft } = open
  const { joined = [] } = draft
  const { id, joined: joinedBefore = [], created: begun } = former.draft
  if (!joined.includes(id)) {
    const { lastText = begun, says, onlyIfOpen = false } = former.draft
    // The texts that it took in already came at other times.
    const isRepeat = how === 'few' && joined.length === 0 && says === draft.says
    const isLeftOut = isRepeat && isYounger(lastText, Date.parse(draft.created), draft)
    const [first, second] = begun <= draft.created ? [former.draft, draft] : [draft, former.draft]
    const together = { first, second, former: former.draft, own: draft, isLeftOut }
    const isByForm = wordsOf(draft) !== undefined && wordsOf(former.draft) !== undefined
    const content = isByForm ? joinedByForm(together, context) : joinedAsBefore(together, context)
    if (isTooMuch(content)) return
    await open.change({
      ...content,
      onlyIfOpen: onlyIfOpen && draft.onlyIfOpen,
      joined: [...joinedBefore, ...joined, id],
      created: first.created,
    })
  }
  await former.remove()
}

function isTooMuch({ answers, given }: JoinedContent): boolean {
  const texts = [answers?.description, given?.piped, given?.also, ...(given?.answer ?? [])]
  return texts.some((text = '') => text.length > longestJoined)
}

function joinedAsBefore(together: Together, context: Context): JoinedContent {
  const { first, second, former, own, isLeftOut } = together
  const textOf = ({ answers }: TicketDraft): string => answers.description ?? ''
  const description = isLeftOut ? textOf(former) : following(together, textOf(first), textOf(second), context)
  const whole = { form: own.form, answers: { ...former.answers, ...own.answers } }
  const counted = isLeftOut ? countedIn(together) : bothOf(together)
  return { ...counted, ...withTexts(whole, { title: first.answers.title, description }) }
}

/** Of this key, or of one that may become this one: its account was not known when it was last looked at. */
export function mayBeOfKey({ keyMark, owner }: Pick<TicketDraft, 'keyMark' | 'owner'>) {
  return (known: KnownDraft): boolean =>
    known.keyMark === keyMark || (known.given?.dedupe !== undefined && !belongsTo(known, owner))
}

/** Another draft of this key, account and entity: of another entity, it would now be sent to the wrong place. */
export function isOfSameKey(
  draft: Draft,
  own: Pick<TicketDraft, 'id' | 'keyMark' | 'owner'> & { entity?: TicketDraft['entity'] },
): draft is TicketDraft {
  return (
    draft.kind === 'ticket' &&
    draft.id !== own.id &&
    draft.keyMark === own.keyMark &&
    (draft.given ? draft.entity === undefined : draft.entity?.id === own.entity?.id) &&
    belongsTo(draft, own.owner)
  )
}
