import { ticketType } from '../../itil/ticket-words.ts'
import { named, options, readPage } from './dom.ts'
import {
  mandatoryOf,
  readCategoryMenu,
  readEquipment,
  readScriptFacts,
  readUrgencies,
  type WebForm,
} from './web-form.ts'

/** Reads GLPI 10's `helpdesk.public.php?create_ticket=1`; undefined when the page is not that form (GLPI.md, «The ticket form», 2). */
export function readPage10(html: string): WebForm | undefined {
  const page = readPage(html)
  const field = (tag: string, name: string) => named(page, tag, name)[0]
  const type = field('select', 'type')
  const urgency = field('select', 'urgency')
  const equipment = field('select', 'my_items')
  const description = field('textarea', 'content')
  if (!type && !urgency && !description) return undefined
  return {
    types: type ? options(type).flatMap(({ value }) => ticketType(Number(value)) ?? []) : [],
    ...readUrgencies(urgency),
    equipment: readEquipment(equipment),
    mandatory: mandatoryOf([
      ['type', type],
      ['urgency', urgency],
      ['category', field('select', 'itilcategories_id')],
      ['equipment', equipment],
      ['title', field('input', 'name')],
      ['description', description],
    ]),
    ...readScriptFacts(page),
    categoryMenu: readCategoryMenu(page),
  }
}
