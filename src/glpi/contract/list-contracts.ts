import * as z from 'zod/mini'
import type { Contract, OpeningHours } from '../../itil/contract.ts'
import { contractLevel } from '../../itil/contract-level.ts'
import { everyItem } from '../range.ts'
import type { Session } from '../session/session.ts'
import { flag, integer, label, parse, reference } from '../wire.ts'

const day = z.optional(z.nullable(z.string()))
const hour = z.optional(z.nullable(z.string()))

const wireContract = z.object({
  id: integer,
  name: label,
  num: z.optional(label),
  contracttypes_id: z.optional(reference),
  begin_date: day,
  duration: z.optional(z.nullable(integer)),
  comment: z.optional(z.nullable(z.string())),
  is_deleted: z.optional(flag),
  is_template: z.optional(flag),
  week_begin_hour: hour,
  week_end_hour: hour,
  use_saturday: z.optional(flag),
  saturday_begin_hour: hour,
  saturday_end_hour: hour,
  use_sunday: z.optional(flag),
  sunday_begin_hour: hour,
  sunday_end_hour: hour,
})

type WireContract = z.infer<typeof wireContract>

/** Every contract that this account may see (GLPI.md, «Who the customer is»: 403 for the stock Self-Service). */
export async function listContracts(session: Session): Promise<Contract[]> {
  const items = await everyItem(session, 'Contract?get_hateoas=false&expand_dropdowns=true')
  return parse(z.array(wireContract), items, 'Contract')
    .filter((one) => !one.is_deleted && !one.is_template)
    .map(contractOf)
}

function contractOf(wire: WireContract): Contract {
  const { id, name, num, comment } = wire
  const level = contractLevel(wire.contracttypes_id ?? '') ?? contractLevel(name)
  const begins = dayOf(wire.begin_date)
  const ends = begins && wire.duration ? monthsAfter(begins, wire.duration) : undefined
  const notes = comment ? comment.slice(0, longestNotes).trim() : ''
  return {
    id,
    number: num || String(id),
    name,
    ...(level ? { level } : {}),
    ...(begins ? { begins } : {}),
    ...(ends ? { ends } : {}),
    hours: hoursOf(wire),
    ...(notes ? { notes } : {}),
  }
}

/** Characters. */
const longestNotes = 4000

function dayOf(text: string | null | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0]
}

/** As GLPI itself counts it: 31 January and a month are 3 March. */
function monthsAfter(day: string, months: number): string | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10)
}

function hoursOf(wire: WireContract): OpeningHours[] {
  return [
    ...span('week', wire.week_begin_hour, wire.week_end_hour),
    ...(wire.use_saturday ? span('saturday', wire.saturday_begin_hour, wire.saturday_end_hour) : []),
    ...(wire.use_sunday ? span('sunday', wire.sunday_begin_hour, wire.sunday_end_hour) : []),
  ]
}

/** Midnight to midnight is what GLPI has when nobody said it. */
function span(days: OpeningHours['days'], begin: string | null = '', end: string | null = ''): OpeningHours[] {
  const [from, to] = [begin, end].map((time) => /^\d{2}:\d{2}/.exec(time ?? '')?.[0])
  return from && to && from !== to ? [{ days, from, to }] : []
}
