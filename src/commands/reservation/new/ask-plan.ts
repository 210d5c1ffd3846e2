import type { Context } from '../../../app/context.ts'
import type { Reader } from '../../../dates/dates.ts'
import { NotFound, WrongUsage } from '../../../errors/error.ts'
import type { ReservableItem, ReservationPlan, Slot } from '../../../itil/reservation.ts'
import { inTurn } from '../../../terminal/prompts/went-back.ts'
import { match } from '../../choice/match.ts'
import { readEnd, readerOf, readLength, readStart, repeated } from '../period.ts'
import { askEnd, askItem, askStart, type KeptTyping } from './ask.ts'
import type { NewOptions } from './new-options.ts'

/** What was answered so far: it stands there again, as it was typed, for whoever comes back to it. */
interface Answered {
  item?: ReservableItem
  from?: string
  to?: string
  comment?: string
  /** The last of these questions is the first to be asked: the person went back from one after them. */
  isComplete?: boolean
}

type Question = 'item' | 'from' | 'to'

export interface Asking {
  options: NewOptions
  given: Partial<Slot>
  items: ReservableItem[]
  answered: Answered
  /** What was typed another time, and not sent. */
  kept: KeptTyping | undefined
}

/** What is asked of a person: all that is not given. */
export function questionsOf({ item, from, to, for: length }: NewOptions): Question[] {
  return [
    ...(item === undefined ? (['item'] as const) : []),
    ...(from === undefined ? (['from'] as const) : []),
    ...(to === undefined && length === undefined ? (['to'] as const) : []),
  ]
}

/** Asks for what is not given, back and forth as the person likes, and notes it in `answered`. */
export async function askPlan(asking: Asking, context: Context): Promise<ReservationPlan> {
  const { options, given, items, answered } = asking
  const reader = readerOf(context)
  const named = options.item === undefined ? undefined : findItem(options.item, items)
  const questions = questionsOf(options)
  const leave = (question: Question, typed: string): void => {
    if (question !== 'item' && typed.trim() !== '') answered[question] = typed
  }
  const from = answered.isComplete ? questions.length - 1 : 0
  await inTurn(questions, (question, back) => answer(question, back, asking, reader, context), { from, leave })
  answered.isComplete = true
  const start = given.start ?? (await readStart(answered.from ?? '', reader))
  const end = given.end ?? (await endOf(options, answered, start, reader))
  const slot = { start, end }
  const { every, until } = options
  const slots = every && until !== undefined ? await repeated(slot, every, until, reader) : [slot]
  return {
    item: named ?? answered.item ?? findItem('', items),
    slots,
    comment: undefined,
    repeats: every !== undefined,
  }
}

async function answer(
  question: Question,
  back: boolean,
  { given, items, answered, kept }: Asking,
  reader: Reader,
  context: Context,
): Promise<void> {
  if (question === 'item') answered.item = await askItem(items, context, answered.item)
  else if (question === 'from') answered.from = await askStart(reader, context, { before: answered.from, back, kept })
  else {
    const start = given.start ?? (await readStart(answered.from ?? '', reader))
    answered.to = await askEnd(start, reader, context, { before: answered.to, back, kept })
  }
}

function endOf({ to, for: length }: NewOptions, answered: Answered, start: Date, reader: Reader): Date | Promise<Date> {
  return length === undefined ? readEnd(to ?? answered.to ?? '', start, reader) : readLength(length, start, reader)
}

/** The item that a person names by its number, its key or its name. */
function findItem(text: string, items: ReservableItem[]): ReservableItem {
  const found = match(
    text,
    items.map((item) => ({ value: item, keys: [String(item.id), `#${item.id}`, item.key], names: [item.name] })),
  )
  if ('found' in found) return found.found
  if ('ambiguous' in found) throw new WrongUsage('ambiguous-item', { text, names: found.ambiguous.join(', ') })
  throw new NotFound('unknown-item', { text, names: found.some.join(', ') })
}
