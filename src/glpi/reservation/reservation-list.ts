import * as z from 'zod/mini'
import { NotAllowed } from '../../errors/error.ts'
import type { Person } from '../../itil/person.ts'
import type { ReservableItem, Reservation } from '../../itil/reservation.ts'
import { openSite, unreadable } from '../form/site.ts'
import { decodeEntities } from '../html.ts'
import type { Http } from '../http/http.ts'
import { parseJson } from '../http/json.ts'
import { everyItem } from '../range.ts'
import type { ServerDates } from '../session/clock.ts'
import type { Session } from '../session/session.ts'
import { flag, integer, label, parse, reference, unexpected } from '../wire.ts'

/** What reading needs; `items`: those that this account may reserve. */
interface BookingSource {
  session: Session
  http: Http
  dates: ServerDates
  items: ReservableItem[]
}

/**
 * The reservations that touch a period: from the API, and where it refuses a customer, as on GLPI 10.0, from the
 * calendar on the web (GLPI.md, «Reservations»). The API is asked first: it renews a dead session.
 */
export async function readReservations(reading: BookingSource, start: Date, end: Date): Promise<Reservation[]> {
  const found = (await fromApi(reading)) ?? (await fromCalendar(reading, start, end))
  return found
    .filter((reservation) => reservation.start < end && reservation.end > start)
    .sort((one, other) => one.start.getTime() - other.start.getTime())
}

// Contract, «Reservation list».
const row = z.object({
  id: integer,
  reservationitems_id: integer,
  begin: z.string(),
  end: z.string(),
  users_id: integer,
  comment: z.optional(label),
})
const names = z.object({ id: integer, users_id: reference })

async function fromApi({ session, dates, items }: BookingSource): Promise<Reservation[] | undefined> {
  try {
    const rows = parse(z.array(row), await everyItem(session, 'Reservation?get_hateoas=false'), 'Reservation')
    const logins =
      rows.length > 0 ? await everyItem(session, 'Reservation?expand_dropdowns=true&get_hateoas=false') : []
    const loginOf = new Map(parse(z.array(names), logins, 'Reservation').map(({ id, users_id }) => [id, users_id]))
    const { person } = await session.current()
    return rows.map(({ id, reservationitems_id, begin, end, users_id, comment }) => {
      const mine = users_id === person.id
      const item = items.find((one) => one.id === reservationitems_id)
      return {
        ...reservation(dates, { id, start: begin, end, mine, comment }, item),
        ...by(mine ? person.name : loginOf.get(id)),
      }
    })
  } catch (error) {
    if (error instanceof NotAllowed) return undefined
    throw error
  }
}

const event = z.object({
  id: integer,
  start: z.string(),
  end: z.string(),
  title: z.optional(label),
  comment: z.optional(z.nullable(z.string())),
  itemtype: z.optional(label),
  items_id: z.optional(integer),
  editable: z.optional(flag),
})

async function fromCalendar(reading: BookingSource, start: Date, end: Date): Promise<Reservation[]> {
  const { session, http, dates, items } = reading
  const when = (date: Date) => encodeURIComponent(dates.write(date).replace(' ', 'T'))
  const path = `ajax/reservations.php?action=get_events&reservationitems_id=0&start=${when(start)}&end=${when(end)}`
  const page = await hiddenAsRefused(async () => (await openSite(session, http)).page(path))
  const events = parse(z.array(event), jsonOf(page), 'reservations.php')
  const { person } = await session.current()
  return events.map(({ title, itemtype, items_id, editable = false, comment, ...rest }) => {
    const item = items.find(({ key }) => key === `${itemtype}:${items_id}`)
    const said = readComment(comment ?? '', person)
    const mine = said.by === undefined ? editable : said.by === inTexts(person)
    const name = title && decodeEntities(title)
    return {
      ...reservation(dates, { ...rest, mine, comment: said.text }, item, name),
      ...by(mine && said.by ? person.name : said.by),
    }
  })
}

async function hiddenAsRefused(read: () => Promise<string>): Promise<string> {
  try {
    return await read()
  } catch (error) {
    throw unreadable(error, hidden)
  }
}

/** A stranger gets a page in the place of JSON. */
function jsonOf(page: string): unknown {
  try {
    return parseJson(Buffer.from(page))
  } catch (error) {
    throw hidden(error)
  }
}

function hidden(cause: unknown): NotAllowed {
  return new NotAllowed('calendar-hidden', undefined, { cause })
}

function inTexts({ name, listedAs }: Person): string {
  return listedAs ?? name
}

/** The calendar's text: the comment, then «Réservé par Durand Alice» on a line of its own. */
function readComment(html: string, person: Person): { text: string; by?: string } {
  const lines = html.split(/<br\s*\/?>|\n/i).map((line) => decodeEntities(line.replace(/<[^<>]*>/g, '')).trim())
  const last = lines.at(-1) ?? ''
  const name =
    /^(?:Réservé par|Reserved by)\s+(\S.*)$/i.exec(last)?.[1] ??
    (last.endsWith(inTexts(person)) ? inTexts(person) : undefined)
  const text = (name ? lines.slice(0, -1) : lines).join('\n').trim()
  return { text, ...(name ? { by: name } : {}) }
}

interface Read {
  id: number
  /** Naive, of the server. */
  start: string
  end: string
  mine: boolean
  comment?: string | undefined
}

function reservation(dates: ServerDates, read: Read, item: ReservableItem | undefined, title = ''): Reservation {
  const [start, end] = [dates.read(read.start), dates.read(read.end)]
  if (!start || !end) throw unexpected('Reservation', 'begin')
  return {
    id: read.id,
    ...(item ? { itemId: item.id } : {}),
    itemName: item?.name ?? title,
    start,
    end,
    mine: read.mine,
    ...(read.comment ? { comment: read.comment } : {}),
  }
}

function by(name: string | undefined): { by?: string } {
  return name ? { by: name } : {}
}
