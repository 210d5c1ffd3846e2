import type { Context } from '../../../../app/context.ts'
import type { TicketDraft } from '../../../../drafts/draft.ts'
import { withTexts } from '../../../../drafts/form/form-text.ts'
import {
  differingTexts,
  fitsInPlace,
  namedTextAt,
  type SaidText,
  textAt,
  withSaid,
  wordsOf,
} from '../../../../drafts/form/said-words.ts'
import { addLeftOut, leftOutText } from '../../left-out.ts'

/** Two drafts of a key that become one: which was given first, and which takes in the other. */
export interface Together {
  first: TicketDraft
  second: TicketDraft
  former: TicketDraft
  own: TicketDraft
  /** The text of `own` is only counted. */
  isLeftOut: boolean
}

export type JoinedContent = Partial<Pick<TicketDraft, 'answers' | 'form' | 'given' | 'files' | 'lastText' | 'leftOut'>>

/**
 * What becomes of two requests of a key by a form that ask for the same, but for their texts: these follow one another, each
 * with its time; a mere repeat is counted.
 */
export function joinedByForm(together: Together, context: Context): JoinedContent {
  const { first, second, former, own, isLeftOut } = together
  const places = differingTexts(wordsOf(former) ?? {}, wordsOf(own) ?? {}) ?? []
  const isOfOneStage = (former.form === undefined) === (own.form === undefined)
  if (isLeftOut && isOfOneStage) return { ...counted(former, own), files: former.files }
  const times = [first, second].map(({ lastText, created }) => lastText ?? created).sort()
  const both = { files: [...first.files, ...second.files], lastText: times.at(-1) }
  if (own.form) {
    const text = textOf(former, places, context)
    return text === '' ? { ...countedIn(own, former), ...both } : { ...both, ...withText(together, text) }
  }
  if (places.length === 0) return { ...counted(former, own), ...both }
  return { ...both, leftOut: second.leftOut, ...asGiven(together, places, context) }
}

/** What was said before stays as it is; what comes now is one more. */
function counted(former: TicketDraft, own: TicketDraft): JoinedContent {
  const { given, form, answers } = former
  const kept = form ? { form, answers } : { given: own.given && { ...own.given, ...given }, answers }
  return { ...kept, lastText: former.lastText ?? former.created, ...countedIn(former, own) }
}

/** One that is said again, and how often it was said before. */
function countedIn(kept: TicketDraft, { created, lastText = created, leftOut }: TicketDraft): JoinedContent {
  const one = addLeftOut({ count: 1, first: created, last: lastText }, leftOut)
  const [first, second] = kept.created <= created ? [kept.leftOut, one] : [one, kept.leftOut]
  return { leftOut: addLeftOut(first, second) }
}

/** The first one's answers stay; texts of several lines go on in them, and what else was said comes beside them. */
function asGiven({ first, second, own }: Together, places: SaidText[], context: Context): JoinedContent {
  const [before, now] = [wordsOf(first) ?? {}, wordsOf(second) ?? {}]
  const [within, beside] = [true, false].map((isWithin) =>
    places.filter((place) => fitsInPlace(place, before, now) === isWithin),
  ) as [SaidText[], SaidText[]]
  const leftOut = first.leftOut ? leftOutText(first.leftOut, context) : ''
  const texts = within.map((place) => {
    const earlier = [textAt(place, before), leftOut].filter(Boolean).join('\n\n')
    return [place, `${earlier}\n\n${headed(second, textAt(place, now))}`] as const
  })
  const others = beside.map((place) => namedTextAt(place, now)).join('\n')
  const also = [
    first.given?.also,
    within.length === 0 ? leftOut : '',
    others && headed(second, others),
    second.given?.also,
  ].filter(Boolean)
  const { description, ...words } = withSaid(before, new Map(texts))
  const { title } = first.answers
  return {
    given: { ...own.given, ...words, ...(also.length > 0 && { also: also.join('\n\n') }) },
    answers: {
      ...own.answers,
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
    },
  }
}

/** Of a form that is filled in already: its own answers stay, and the text of the former comes to its own. */
function withText({ first, former, own }: Together, text: string): JoinedContent {
  const said = own.answers.description ?? ''
  const isInAnswer = own.form?.textIn !== undefined
  // What is put beside the answers has a time of its own.
  const description = !isInAnswer
    ? [said, headed(former, text)].filter(Boolean).join('\n\n')
    : [first === former ? [text, headed(own, said)] : [said, headed(former, text)]].flat().join('\n\n')
  return withTexts(own, { description })
}

/** What a draft says in these texts, and what was put to it since; '' where that is nothing. */
function textOf(draft: TicketDraft, places: ReturnType<typeof differingTexts> = [], context: Context): string {
  const { form, given, answers, joined = [], leftOut } = draft
  const words = wordsOf(draft) ?? {}
  const isWhole = form?.textIn !== undefined && (joined.length > 0 || places.length > 0)
  const texts = isWhole ? [answers.description] : places.map((place) => namedTextAt(place, words))
  const added = form ? form.textIn === undefined && answers.description : given?.also
  const all = [...texts, added].filter(Boolean)
  if (all.length > 0 && leftOut) all.push(leftOutText(leftOut, context))
  return all.join('\n\n')
}

function headed({ answers: { title }, created }: TicketDraft, text: string): string {
  const when = `(${created.slice(0, 16).replace('T', ' ')} UTC)`
  return `— ${title ? `${title} ${when}` : when}\n${text}`
}
