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
import { countedWith, leftOutText } from '../../left-out.ts'

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
  const { former, own, isLeftOut } = together
  const { form, given, answers } = former
  if (isLeftOut && (form === undefined) === (own.form === undefined))
    return { form, given, answers, ...countedIn(together) }
  const places = differingTexts(wordsOf(former) ?? {}, wordsOf(own) ?? {}) ?? []
  if (own.form) return { ...bothOf(together), ...withTextOf(former, places, together, context) }
  const repeated = places.length === 0 && { leftOut: countedWith(former, own) }
  return { ...bothOf(together), ...asGiven(together, places, context), ...repeated }
}

/** Only the number of `own`, and of its files, comes to the former one. */
export function countedIn({ former, own }: Together): Pick<TicketDraft, 'files' | 'lastText' | 'leftOut'> {
  const { files, created, lastText = created } = former
  return { files, lastText, leftOut: countedWith(former, own, own.files.length) }
}

/** The files of both, and what is left to be told of them behind their texts. */
export function bothOf({ first, second }: Together): Pick<TicketDraft, 'files' | 'lastText' | 'leftOut'> {
  const times = [first, second].map(({ lastText, created }) => lastText ?? created).sort()
  return { files: [...first.files, ...second.files], lastText: times.at(-1), leftOut: second.leftOut }
}

/** A text of the first, with what was left out behind it, and one of the second, with its time. */
export function following({ first, second }: Together, before: string, now: string, context: Context): string {
  return paragraphs(withLeftOut(first, before, context), headed(second, now))
}

/** The first one's answers stay; texts of several lines go on in them, and what else was said comes beside them. */
function asGiven(together: Together, places: readonly SaidText[], context: Context): JoinedContent {
  const { first, second, own } = together
  const [before, now] = [wordsOf(first) ?? {}, wordsOf(second) ?? {}]
  const within = places.filter((place) => fitsInPlace(place, before, now))
  const texts = new Map(
    within.map((place) => [place, following(together, textAt(place, before), textAt(place, now), context)]),
  )
  const others = places.filter((place) => !texts.has(place)).map((place) => namedTextAt(place, now))
  const beside =
    within.length > 0 ? headed(second, others.join('\n')) : following(together, '', others.join('\n'), context)
  const also = paragraphs(first.given?.also, others.length > 0 ? beside : '', second.given?.also)
  const { description, ...words } = withSaid(before, texts)
  const title = first.answers.title ?? own.answers.title
  return {
    given: { ...own.given, ...words, ...(also !== '' && { also }) },
    answers: { ...own.answers, title, description },
  }
}

/** Of a form that is filled in already its own answers stay, and the text of the former one comes to its own. */
function withTextOf(
  former: TicketDraft,
  places: readonly SaidText[],
  together: Together,
  context: Context,
): JoinedContent {
  const { own, first } = together
  const text = textOf(former, places)
  if (text === '') return { leftOut: countedWith(own, former) }
  const said = own.answers.description ?? ''
  if (own.form?.textIn === undefined) {
    // What is put beside the answers has a time of its own.
    const description = paragraphs(said, headed(former, withLeftOut(former, text, context)))
    return { leftOut: own.leftOut, ...withTexts(own, { description }) }
  }
  const [before, now] = first === former ? [text, said] : [said, text]
  return withTexts(own, { description: following(together, before, now, context) })
}

/** What a draft says in these texts, and what was put to it since; '' where that is nothing. */
function textOf(draft: TicketDraft, places: readonly SaidText[]): string {
  const { form, given, answers, joined = [] } = draft
  if (form?.textIn !== undefined && (joined.length > 0 || places.length > 0)) return answers.description ?? ''
  const words = wordsOf(draft) ?? {}
  const added = form && form.textIn === undefined ? answers.description : given?.also
  return paragraphs(...places.map((place) => namedTextAt(place, words)), added)
}

function withLeftOut({ leftOut }: TicketDraft, text: string, context: Context): string {
  return paragraphs(text, leftOut && leftOutText(leftOut, context))
}

function headed({ answers: { title }, created }: TicketDraft, text: string): string {
  const when = `(${created.slice(0, 16).replace('T', ' ')} UTC)`
  return `— ${title ? `${title} ${when}` : when}\n${text}`
}

function paragraphs(...texts: Array<string | undefined>): string {
  return texts.filter(Boolean).join('\n\n')
}
