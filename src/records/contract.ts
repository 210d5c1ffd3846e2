import { contractLevels, includesTelephone } from '../itil/contract-level.ts'
import type { ContactSheet, InformationSheet, SheetContract } from '../itil/information-sheet.ts'
import { day, integer, listOf, maybe, object, oneOf, type RecordOf, shape, text } from './shape.ts'

const source = oneOf(['platform', 'organisation'])
const contact = object({ name: text, login: maybe(text), email: maybe(text) })

const fields = {
  number: text,
  name: text,
  level: maybe(oneOf(contractLevels)),
  begins: maybe(day),
  ends: maybe(day),
  categories: maybe(listOf(text)),
  hours: maybe(text),
  telephone: maybe(text),
  contact: maybe(contact),
  notes: maybe(text),
  id: maybe(integer),
  source,
}

/** Contracts of support. `categories`: those that it takes in charge, all of them when null; `id`: on the platform. */
export const contractListShape = shape({
  name: 'contract',
  fields,
  columns: ['number', 'name', 'level', 'begins', 'ends', 'hours', 'telephone', 'source'],
  list: true,
})

/** One of them. */
export const contractShape = shape({ name: 'contract', fields, list: false })

const reach = object({
  number: text,
  name: text,
  level: maybe(oneOf(contractLevels)),
  hours: maybe(text),
  telephone: maybe(text),
})

/** How support is reached. `source`: of the contracts; null where none can be read. */
export const contactShape = shape({
  name: 'contact',
  fields: {
    support: maybe(text),
    platform: text,
    contact: maybe(contact),
    contracts: listOf(reach),
    recovery: maybe(object({ url: maybe(text), email: maybe(text) })),
    source: maybe(source),
  },
  list: false,
})

export function contractRecord(contract: SheetContract, { source }: InformationSheet): RecordOf<typeof contractShape> {
  const { number, name, level, begins, ends, categories, telephone, contact, notes, id } = contract
  return {
    number,
    name,
    level: level ?? null,
    begins: begins ?? null,
    ends: ends ?? null,
    categories: categories ?? null,
    hours: hoursForScripts(contract.hours),
    telephone: telephoneOf(level, telephone),
    contact: personOf(contact),
    notes: notes ?? null,
    id: id ?? null,
    source,
  }
}

export function contactRecord(sheet: ContactSheet, platform: string): RecordOf<typeof contactShape> {
  const { organisation, contracts, source } = sheet
  const { recovery } = organisation ?? {}
  return {
    support: organisation?.brand ?? null,
    platform,
    contact: personOf(organisation?.contact),
    contracts: contracts.map(({ number, name, level, hours, telephone }) => ({
      number,
      name,
      level: level ?? null,
      hours: hoursForScripts(hours),
      telephone: telephoneOf(level, telephone),
    })),
    recovery: recovery ? { url: recovery.url ?? null, email: recovery.email ?? null } : null,
    source: source ?? null,
  }
}

function telephoneOf(level: SheetContract['level'], telephone: string | undefined): string | null {
  return includesTelephone(level) ? (telephone ?? null) : null
}

function personOf(contact: SheetContract['contact']): RecordOf<typeof contactShape>['contact'] {
  return contact ? { name: contact.name, login: contact.login ?? null, email: contact.email ?? null } : null
}

/** `Mo-Fr 08:00-19:00; Sa 09:00-12:00`. */
function hoursForScripts(hours: SheetContract['hours']): string | null {
  if (typeof hours === 'string' || hours === undefined) return hours ?? null
  const names = { week: 'Mo-Fr', saturday: 'Sa', sunday: 'Su' }
  return hours.map(({ days, from, to }) => `${names[days]} ${from}-${to}`).join('; ')
}
