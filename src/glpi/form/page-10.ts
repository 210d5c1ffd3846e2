import { ticketType } from '../../itil/ticket-words.ts'
import { type Element, named, options, readPage, textOf } from './dom.ts'
import {
  mandatoryOf,
  otherLabels,
  readCategoryMenu,
  readEquipment,
  readScriptFacts,
  readUrgencies,
  required,
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
  const fields: Parameters<typeof mandatoryOf>[0] = [
    ['type', type],
    ['urgency', urgency],
    ['category', field('select', 'itilcategories_id')],
    ['equipment', equipment],
    ['title', field('input', 'name')],
    ['description', description],
  ]
  const known = fields.map(([, element]) => element)
  return {
    types: type ? options(type).flatMap(({ value }) => ticketType(Number(value)) ?? []) : [],
    ...readUrgencies(urgency),
    equipment: readEquipment(equipment),
    mandatory: mandatoryOf(fields),
    otherMandatory: otherLabels(controlsBeside(description).filter(required), known, labelInRow),
    ...readScriptFacts(page),
    categoryMenu: readCategoryMenu(page),
  }
}

/** The controls of the form that this one stands in: the page has others, to search for instance. */
function controlsBeside(control: Element | undefined): Element[] {
  let form = control?.parent
  while (form && form.name !== 'form') form = form.parent
  return (form?.inner ?? []).filter(({ name }) => name === 'select' || name === 'input' || name === 'textarea')
}

/** How far above a control its row is looked for. */
const highestRow = 4

/** The label in the row of a control; empty for none. */
function labelInRow(control: Element): string {
  let row = control.parent
  for (let height = 0; row && row.name !== 'form' && height < highestRow; height += 1) {
    const label = row.inner.find(({ name }) => name === 'label')
    if (label) return textOf(label)
    row = row.parent
  }
  return ''
}
