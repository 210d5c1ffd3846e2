import type { Context } from '../../app/context.ts'
import type { Reader } from '../../dates/dates.ts'
import { apartBy, spokenLength } from '../../dates/spoken-length.ts'
import { refuseTwice, type SpokenMoment, spokenMoment } from '../../dates/spoken-moment.ts'
import { WrongUsage } from '../../errors/error.ts'
import { wallClock } from '../../i18n/wall-clock.ts'
import type { Slot } from '../../itil/reservation.ts'
import type { Step } from './new/step-option.ts'

export function readerOf({ t, clock, terminal }: Context): Reader {
  return { language: t.language, now: clock.now(), timeZone: terminal.timeZone }
}

async function moment(text: string, reader: Reader): Promise<SpokenMoment> {
  // «9h» is an hour here, in English too: lengths are said otherwise.
  const language = /^\d{1,2} ?h/i.test(text.trim()) ? 'fr' : reader.language
  const found = await spokenMoment(text, { ...reader, language, meant: 'future' })
  if ('trouble' in found) throw found.trouble
  refuseTwice(text, found, reader)
  return found
}

/** When a reservation begins. Throws `WrongUsage` for what is no date, has no hour, or is over. */
export async function readStart(text: string, reader: Reader): Promise<Date> {
  const { moment: start, wholeDay } = await moment(text, reader)
  if (wholeDay) throw new WrongUsage('no-hour', { text })
  // Reservations of the platform begin at a minute; the minute that runs has begun.
  const begin = wholeMinute(start)
  if (begin < wholeMinute(reader.now)) throw new WrongUsage('moment-past', { text })
  return begin
}

/** When it ends: a moment, an hour after its begin («16h»), or a length (`+2h`). Throws `WrongUsage` as `readStart` does. */
export async function readEnd(text: string, start: Date, reader: Reader): Promise<Date> {
  const length = text.trim().startsWith('+') ? spokenLength(text.trim().slice(1)) : undefined
  if (length) return laterThan(start, apartBy(start, length, 1, reader.timeZone), text)
  const said = await moment(text, reader)
  if (said.wholeDay) throw new WrongUsage('no-hour', { text })
  if (!said.onlyHour) return laterThan(start, wholeMinute(said.moment), text)
  // The hour of that day: a night is said with its date, for it is more often a slip.
  const end = (await moment(text, { ...reader, now: start })).moment
  const day = wallClock(reader.timeZone)
  const isThatDay = day.read(end).toISOString().slice(0, 10) === day.read(start).toISOString().slice(0, 10)
  return laterThan(start, isThatDay ? wholeMinute(end) : start, text)
}

/** When it ends, by how long it lasts: `2h`, «1h30», «3 jours». */
export function readLength(text: string, start: Date, { timeZone }: Reader): Date {
  const length = spokenLength(text.trim().replace(/^\+/, ''))
  if (!length) throw new WrongUsage('no-length', { text })
  return laterThan(start, apartBy(start, length, 1, timeZone), text)
}

function laterThan(start: Date, end: Date, text: string): Date {
  if (end > start) return end
  throw new WrongUsage('ends-first', { text })
}

/** The day that is meant, from its first moment to its last. */
export async function readDay(text: string | undefined, reader: Reader): Promise<Slot> {
  return dayOf(text === undefined ? reader.now : (await moment(text, reader)).moment, reader)
}

function dayOf(moment: Date, { timeZone }: Reader): Slot {
  const { read, at } = wallClock(timeZone)
  const hands = read(moment)
  hands.setUTCHours(0, 0, 0, 0)
  const next = new Date(hands)
  next.setUTCDate(next.getUTCDate() + 1)
  return { start: at(hands), end: at(next) }
}

/** Far more than a room is booked for at a time; each is a call of the platform. */
const mostSlots = 60

/** The slot again every day or week, at the same hour, up to the end of that day. Throws `WrongUsage` for too many. */
export async function repeated(slot: Slot, every: Step, until: string, reader: Reader): Promise<Slot[]> {
  const last = await readLastDay(until, slot.start, reader)
  if (last.end <= slot.start) throw new WrongUsage('until-first', { text: until })
  const slots: Slot[] = []
  for (let turn = 0; ; turn += 1) {
    const days = turn * (every === 'week' ? 7 : 1)
    const later = (date: Date) => apartBy(date, { months: 0, days, milliseconds: 0 }, 1, reader.timeZone)
    const next = { start: later(slot.start), end: later(slot.end) }
    if (next.start >= last.end) return slots
    const before = slots.at(-1)
    if (before && next.start < before.end) throw new WrongUsage(`over-itself-${every}`)
    slots.push(next)
    if (slots.length > mostSlots) throw new WrongUsage('too-many-slots', { most: mostSlots })
  }
}

/** A length, `+2 weeks`, counts from the first reservation: that is what is repeated. */
async function readLastDay(until: string, start: Date, reader: Reader): Promise<Slot> {
  const length = spokenLength(until.trim().replace(/^\+/, ''))
  return length ? dayOf(apartBy(start, length, 1, reader.timeZone), reader) : readDay(until, reader)
}

function wholeMinute(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 60_000) * 60_000)
}
