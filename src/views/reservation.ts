import type { Dates } from '../dates/dates.ts'
import type { Translate } from '../i18n/translate.ts'
import type { ReservableItem, Reservation, ReservationPlan, Slot } from '../itil/reservation.ts'
import { plain } from '../terminal/sanitize.ts'
import { type Column, table } from '../terminal/table.ts'
import { cards, narrowWindow } from './layout/cards.ts'
import { type Field, viewFields } from './layout/fields.ts'
import type { Look } from './look.ts'

/** A reservation with the address of its page. */
export type ListedReservation = Reservation & { url: string }

/** Reservations as people read them, the first to begin first. */
export function reservationTable(reservations: ListedReservation[], look: Look): string {
  const { style, t, width, dates } = look
  if (width < narrowWindow && !style.plain)
    return cards(
      reservations.map((one) => reservationLines(one, look)),
      width,
    )
  const columns: Column[] = [
    {
      head: t('list.number'),
      cells: reservations.map(({ id }) => `#${id}`),
      align: 'right',
      paint: (text, row) => style.link(style.bold(text), reservations[row]?.url ?? ''),
    },
    { head: t('reservation.item'), cells: reservations.map(({ itemName }) => plain(itemName)), minWidth: 10 },
    { head: t('reservation.when'), cells: reservations.map(({ start, end }) => dates.period(start, end)) },
    {
      head: t('reservation.by'),
      cells: reservations.map((one) => byWhom(one, t)),
      dropRank: 1,
      minWidth: 10,
      paint: (text, row) => (reservations[row]?.mine ? text : style.dim(text)),
    },
    {
      head: t('reservation.comment'),
      cells: reservations.map(({ comment = '' }) => plain(comment)),
      dropRank: 2,
      minWidth: 12,
    },
  ]
  return table(columns, width, style)
}

/** When it is matters as much as what it is: both stay in any window. */
function reservationLines(one: ListedReservation, { style, t, dates }: Look): string[] {
  const whose = one.mine ? '' : style.dim(` · ${byWhom(one, t)}`)
  return [
    `${style.link(style.bold(`#${one.id}`), one.url)} ${plain(one.itemName)}${whose}`,
    dates.period(one.start, one.end),
    style.dim(plain(one.comment ?? '')),
  ]
}

/** What can be reserved, and when it is taken on that day; undefined where that may not be read. */
export function itemTable(
  items: ReservableItem[],
  taken: ((item: ReservableItem) => Reservation[]) | undefined,
  { style, t, width, dates }: Look,
): string {
  const busy = items.map((item) => taken?.(item) ?? [])
  const state = busy.map((reservations) =>
    reservations.length === 0
      ? t('reservation.free')
      : t('reservation.busy', { when: reservations.map(({ start, end }) => dates.hours(start, end)).join(', ') }),
  )
  const columns: Column[] = [
    { head: t('list.number'), cells: items.map(({ id }) => `#${id}`), align: 'right', paint: style.bold },
    { head: t('reservation.item'), cells: items.map(({ name }) => plain(name)), minWidth: 26 },
    ...(taken
      ? [
          {
            head: t('reservation.state'),
            cells: state,
            paint: (text: string, row: number) => (busy[row]?.length ? style.magenta(text) : style.green(text)),
          },
        ]
      : []),
    {
      head: t('reservation.comment'),
      cells: items.map(({ comment = '' }) => plain(comment)),
      dropRank: 1,
      minWidth: 10,
    },
  ]
  return table(columns, width, style)
}

const mostShown = 12

/** What is about to be reserved, as it was understood. */
export function planView({ item, slots, comment, repeats }: ReservationPlan, look: Look): string {
  const { style, t, dates } = look
  const shown = slots.slice(0, mostShown).map(({ start, end }) => dates.period(start, end))
  const more = slots.length - shown.length
  const when = [
    ...(repeats ? [t('reservation.series', seriesOf(slots, dates))] : []),
    ...shown,
    ...(more > 0 ? [t('reservation.and-more', { count: more })] : []),
  ]
  const where = item.comment ? ` ${style.dim(plain(item.comment))}` : ''
  const fields: Field[] = [
    [t('reservation.item'), `${plain(item.name)}${where}`],
    [t('reservation.when'), when.join('\n')],
    ...(comment ? [[t('reservation.comment'), plain(comment, { multiline: true })] satisfies Field] : []),
  ]
  return `\n${viewFields(fields, look)}\n`
}

/** How many they are, and from which day to which: what «+4 semaines» came to. */
export function seriesOf(slots: Slot[], dates: Dates): { count: number; first: string; last: string } {
  const dayOf = (slot?: Slot) => (slot ? dates.weekday(slot.start) : '')
  return { count: slots.length, first: dayOf(slots[0]), last: dayOf(slots.at(-1)) }
}

function byWhom({ mine, by }: Reservation, t: Translate): string {
  return mine ? t('reservation.me') : plain(by ?? '')
}
