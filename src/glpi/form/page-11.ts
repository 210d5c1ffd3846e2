import { type TicketType, ticketType, urgencies } from '../../itil/ticket-words.ts'
import { type Element, named, options, type Page, readPage, textOf } from './dom.ts'
import {
  mandatoryOf,
  namesEquipment,
  otherLabels,
  readEquipment,
  readScriptFacts,
  readTreeMenu,
  readUrgencies,
  required,
  type WebForm,
} from './web-form.ts'

/** The forms that GLPI 11 is installed with: 1 reports an incident, 2 makes a request (GLPI.md, «The ticket form», 3). */
const stockForms = [1, 2]

/** How many controls of a form are looked at: a page that never ends has one in the other. */
const mostControls = 500

/** How many forms of a site that made its own are looked at. */
const mostForms = 5

/** The forms of the service catalogue that open tickets: the stock ones, or the first ones where there are none. */
export function readCatalogue(html: string): number[] {
  const links = named(readPage(html), 'a').map(
    ({ attributes }) => /\/Form\/Render\/(\d+)/.exec(attributes.href ?? '')?.[1],
  )
  const ids = [...new Set(links.flatMap((id) => (id ? [Number(id)] : [])))]
  const stock = stockForms.filter((id) => ids.includes(id))
  return stock.length > 0 ? stock : ids.slice(0, mostForms)
}

/**
 * Reads GLPI 11's `Form/Render/N`; undefined when the page holds no question. Questions are told apart by what they
 * offer, for their labels are in the site's language: urgencies 1–5, equipment `Computer_3`, an `ITILCategory`.
 */
export function readPage11(html: string, formId: number): WebForm | undefined {
  const page = readPage(html)
  const asked = page.elements
    .filter(({ attributes }) => questionOf(attributes.name) !== undefined)
    .slice(0, mostControls)
  if (asked.length === 0) return undefined
  const selects = asked.filter(({ name }) => name === 'select')
  const urgency = selects.find(offersUrgencies)
  const equipment = selects.find((select) => options(select).some(namesEquipment))
  const stockType = stockForms.includes(formId) ? ticketType(formId) : undefined
  const fields: Parameters<typeof mandatoryOf>[0] = [
    ['urgency', urgency],
    ['category', categorySelect(page)],
    ['equipment', equipment],
    ['title', asked.find((one) => one.name === 'input' && (one.attributes.type ?? 'text') === 'text')],
    ['description', asked.find(({ name }) => name === 'textarea')],
  ]
  const known = fields.map(([, element]) => element)
  const types: TicketType[] = stockType ? [stockType] : ['incident', 'request']
  return {
    types,
    ...readUrgencies(urgency),
    equipment: readEquipment(equipment),
    mandatory: mandatoryOf(fields, isMandatory),
    otherMandatory: otherLabels(asked.filter(isMandatory), known, labelOf),
    ...readScriptFacts(page),
    categoryMenu: readTreeMenu(page, 'ITILCategory'),
  }
}

function isMandatory(control: Element): boolean {
  return required(control) || isStarred(control)
}

/** What stands above a control: its question's own words, which the site translates (GLPI-11-FORMS.md, 4). */
function labelOf(control: Element): string {
  let block = control.parent
  for (let height = 0; block && height < highestBlock; height += 1) {
    const head = block.inner.find(({ name }) => name === 'h3')
    if (head) return textOf(head)
    block = block.parent
  }
  return control.attributes['aria-label'] ?? ''
}

/** The number of the question that a control of this name answers: `answers_K`, `answers_K[items_id]`… */
function questionOf(name: string | undefined): string | undefined {
  return /^answers_(\w+?)(?:\[|$)/.exec(name ?? '')?.[1]
}

/** Medium is always enabled, so a drop-down of urgencies has it; one of types has not. */
function offersUrgencies(select: Element): boolean {
  const values = options(select)
    .map(({ value }) => Number(value))
    .filter((value) => value !== 0)
  return values.includes(urgencies.indexOf('medium') + 1) && values.every((value) => value >= 1 && value <= 5)
}

function categorySelect(page: Page): Element | undefined {
  const kind = named(page, 'input').find(
    ({ attributes }) => attributes.value === 'ITILCategory' && /^answers_\w+\[itemtype\]$/.test(attributes.name ?? ''),
  )
  return kind && named(page, 'select', kind.attributes.name?.replace('[itemtype]', '[items_id]'))[0]
}

/** How far above a control the block of its question is looked for. */
const highestBlock = 6

/** True when the block of this question, and of no other, holds the star that GLPI puts beside a mandatory label. */
function isStarred(control: Element): boolean {
  const question = questionOf(control.attributes.name)
  let block = control
  for (let height = 0; height < highestBlock && block.parent && asksOnly(block.parent, question); height += 1) {
    block = block.parent
  }
  return block.inner.some((element) => element.name === 'span' && textOf(element) === '*')
}

function asksOnly(block: Element, question: string | undefined): boolean {
  return block.inner.every(({ attributes }) => [undefined, question].includes(questionOf(attributes.name)))
}

/** One form out of several: what any of them offers, and what any of them wants. */
export function together(forms: WebForm[]): WebForm | undefined {
  const [first] = forms
  if (!first) return undefined
  const union = <Item>(lists: Item[][]): Item[] => [...new Set(lists.flat())]
  return {
    types: union(forms.map(({ types }) => types)),
    urgencies: urgencies.filter((level) => forms.some((form) => form.urgencies.includes(level))),
    defaultUrgency: forms.find(({ defaultUrgency }) => defaultUrgency)?.defaultUrgency,
    equipment: [...new Map(forms.flatMap(({ equipment }) => equipment).map((one) => [one.key, one])).values()],
    mandatory: union(forms.map(({ mandatory }) => mandatory)),
    otherMandatory: union(forms.map(({ otherMandatory }) => otherMandatory)),
    email: forms.find(({ email }) => email)?.email,
    fileLimit: forms.find(({ fileLimit }) => fileLimit)?.fileLimit,
    categoryMenu: forms.find(({ categoryMenu }) => categoryMenu)?.categoryMenu,
  }
}
