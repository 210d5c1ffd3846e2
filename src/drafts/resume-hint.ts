import { Cancelled, Failed, fateOf, IpeosError, NotAllowed, NotLoggedIn, Unreachable } from '../errors/error.ts'
import { understood } from '../errors/replaced.ts'
import type { Message, MessageKey, MessageParameters, Translate } from '../i18n/translate.ts'
import { resumeCommand, shortId } from './describe.ts'
import type { Draft } from './draft.ts'
import type { OpenDraft } from './drafts.ts'
import { requestText } from './form/form-text.ts'

type DraftNow = Pick<OpenDraft, 'draft' | 'isKept'>

interface Told {
  readonly interactive: boolean
  quote(text: string): void
  warn(key: MessageKey, parameters?: MessageParameters): void
  remark(key: MessageKey, parameters?: MessageParameters): void
}

interface Place {
  readonly t: Translate
  readonly terminal: Told
  ifInterrupted(message: Message | undefined): void
}

/** What a person must know when work on this draft stops half-way; undefined where nothing of it is kept. */
export function resumeHint({ draft, isKept }: DraftNow): Message | undefined {
  if (draft.unkept) return undefined
  return { key: isKept ? 'draft.kept' : 'draft.kept-partly', parameters: { command: resumeCommand(draft) } }
}

/** Characters: of more than this nobody copies from a screen. */
const copied = 5_000

/** To a person: what was typed and is not on disk, so that it can be copied from the screen. */
function showUnkept({ draft, isKept }: DraftNow, terminal: Told): void {
  const text = isKept || !terminal.interactive ? '' : typedIn(draft)
  if (text === '') return
  const isShort = text.length <= copied
  terminal.warn(isShort ? 'draft.text-unkept' : 'draft.long-text-unkept')
  if (isShort) terminal.quote(text)
}

function typedIn(draft: Draft): string {
  if (draft.kind !== 'ticket') return draft.text
  const { title, description } = { ...draft.answers, ...draft.typing }
  return [title, description].filter(Boolean).join('\n\n')
}

/**
 * Runs what is asked of the platform before a draft is sent. What is refused for good leaves no draft; whatever else stops
 * it, the draft waits, and the person is told how to go on.
 */
export async function beforeSending<Result>(
  open: OpenDraft | undefined,
  context: Place,
  work: () => Promise<Result>,
): Promise<Result> {
  const { ifInterrupted } = context
  if (!open) return work()
  ifInterrupted(resumeHint(open))
  try {
    return await work()
  } catch (error) {
    const { draft } = open
    const isKept = draft.kind === 'ticket' && draft.keep
    const isGone = isForGood(error) && !isKept && !isOfSite(error)
    if (isGone) await open.remove()
    await open.release()
    throw isGone || isKept ? error : stopped(error, open, context)
  } finally {
    ifInterrupted(undefined)
  }
}

/** The error with which to end, which says how to go on from the draft that it leaves. */
function stopped(by: unknown, open: DraftNow, context: Place): unknown {
  const { terminal } = context
  const error = understood(by)
  if (isLost(error, open, terminal)) return lost(error, open, context)
  showUnkept(open, terminal)
  const hint = resumeHint(open)
  if (!hint) return error
  if (!(error instanceof IpeosError)) {
    terminal.remark(hint.key, hint.parameters)
    return error
  }
  if (error.code === 'perhaps-submitted') return error
  if (error instanceof Cancelled) return error.withHint(hint)
  // Sent again as it is, it would be refused again.
  if (error instanceof NotAllowed)
    return error.whereKept({
      key: 'draft.kept-refused',
      parameters: { command: `ipeos draft show ${shortId(open.draft)}` },
    })
  return error.whereKept(hint)
}

/** True where nobody is there who still has what was to be sent, and it would wait if it could be kept. */
function isLost(error: unknown, { draft }: DraftNow, terminal: Told): error is IpeosError {
  const isKnown = error instanceof IpeosError && !(error instanceof Cancelled) && error.code !== 'text-lost'
  return isKnown && draft.unkept === true && !terminal.interactive && !isForGood(error)
}

/** Of one text for several tickets it is told once. */
const toldLast = new WeakMap<Told, string>()

/** Tells what was to be sent; gives the error with which to end: not that of what waits, for whoever gave it must give it again. */
export function lost(error: IpeosError, { draft }: DraftNow, { terminal, t }: Pick<Place, 'terminal' | 't'>): Failed {
  const text = saidIn(draft, t)
  if (text !== '' && toldLast.get(terminal) !== text) {
    terminal.warn('draft.lost-text')
    terminal.quote(text)
    toldLast.set(terminal, text)
  }
  const names = draft.files.map(({ name }) => name).join(', ')
  if (names !== '') terminal.warn('draft.lost-files', { names })
  const says = fateOf(error) === 'not-done' ? 'draft.lost' : 'draft.lost-perhaps'
  return new Failed('text-lost', { reason: t(error.text) }, { says, cause: error })
}

/** All that a draft says, in the words in which it was given. */
function saidIn(draft: Draft, t: Translate): string {
  if (draft.kind !== 'ticket') return draft.text
  const { answers, given } = draft
  const { answer = [], answersText, piped, also } = given ?? {}
  return [answers.title, requestText(draft, t), ...answer, answersText, piped, also].filter(Boolean).join('\n\n')
}

/** The site's form is out of order, or was changed meanwhile: it may be read again, and understood, later. */
function isOfSite(error: unknown): boolean {
  const codes: string[] = ['forms-unreadable', 'form-broken', 'form-changed']
  return error instanceof IpeosError && codes.includes(error.code)
}

/** A network, or a login, may be better next time, and what nobody classified says nothing. */
export function isForGood(error: unknown): boolean {
  const mayPass = error instanceof Unreachable || error instanceof NotLoggedIn || error instanceof Cancelled
  return error instanceof IpeosError && error.fate === 'not-done' && !mayPass && error.code !== 'no-turn'
}

/** The form does not take it, or the site fails of its forms, while it may well take a ticket. */
export function isOfForm(error: unknown): error is IpeosError {
  return error instanceof IpeosError && (isForGood(error) || error.code === 'forms-down')
}

/** Runs work on a draft; whatever stops it, the person is told that nothing is lost, and how to go on. */
export async function withResumeHint<Result>(
  context: Place,
  now: () => DraftNow | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const open = now()
    // Of what a program said, one word for all that waits comes at the end.
    if (!open || (open.draft.kind === 'ticket' && open.draft.keep)) throw error
    throw stopped(error, open, context)
  } finally {
    context.ifInterrupted(undefined)
  }
}
