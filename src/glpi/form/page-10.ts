import type { FormField, FormPreset } from '../../itil/ticket-form.ts'
import { ticketType, urgency } from '../../itil/ticket-words.ts'
import { decodeEntities } from '../html.ts'
import { type Element, isSet, named, options, type Page, readPage, scripts, textOf } from './dom.ts'
import {
  mandatoryOf,
  otherLabels,
  type PeopleMenu,
  readCsrfToken,
  readEquipment,
  readScriptFacts,
  readTreeMenu,
  readUrgencies,
  required,
  type WebForm,
} from './web-form.ts'

/** The controls of the form's fields, and the tags that they may be. */
const controls: Array<[field: FormField, tag: string, name: string]> = [
  ['type', 'select', 'type'],
  ['urgency', 'select', 'urgency'],
  ['category', 'select', 'itilcategories_id'],
  ['equipment', 'select', 'my_items'],
  ['location', 'select', 'locations_id'],
  ['title', 'input', 'name'],
  ['description', 'textarea', 'content'],
]

/** Reads GLPI 10's `helpdesk.public.php?create_ticket=1`; undefined when the page is not that form (GLPI.md, «The ticket form», 2). */
export function readPage10(html: string): WebForm | undefined {
  const page = readPage(html)
  const fields = controls.map(([field, tag, name]): [FormField, Element | undefined] => [
    field,
    named(page, tag, name).find(({ attributes }) => attributes.type !== 'hidden'),
  ])
  const of = new Map(fields)
  const description = of.get('description')
  if (!of.get('type') && !of.get('urgency') && !description) return undefined
  fields.push(['observers', observersSelect(page)], ['files', fileInput(page)])
  const shown = fields.map(([, element]) => element)
  const type = of.get('type')
  const people = readPeopleMenu(page)
  return {
    types: type ? options(type).flatMap(({ value }) => ticketType(Number(value)) ?? []) : [],
    ...readUrgencies(of.get('urgency')),
    equipment: readEquipment(of.get('equipment')),
    mandatory: mandatoryOf(fields),
    otherMandatory: otherLabels(controlsBeside(shown.find((one) => one)).filter(required), shown, labelInRow),
    ...readScriptFacts(page),
    categoryMenu: readTreeMenu(page, 'ITILCategory'),
    ...(of.get('location') && { locationMenu: readTreeMenu(page, 'Location') }),
    ...(people && { observers: people }),
    ...readTemplate(page, fields),
    ...readResending(of.get('category') ?? type),
  }
}

/** Where the form goes, to come back anew. Read in GLPI's source (10.0): a change of type or category sends all of it there. */
export const anew10 = 'front/tracking.injector.php'

/** What a browser sends of a form, without its button. */
function readResending(control: Element | undefined): Pick<WebForm, 'resending'> {
  const form = formAround(control)
  if (!form?.attributes.action?.endsWith(`/${anew10}`)) return {}
  const sent = controlsBeside(control).filter(({ attributes }) => attributes.name && !('disabled' in attributes))
  const fields = sent.flatMap((one) => {
    const value = sentBy(one)
    return value === undefined ? [] : [[one.attributes.name, value]]
  })
  const resending: Record<string, string> = Object.fromEntries(fields)
  return resending._glpi_csrf_token ? { resending } : {}
}

function sentBy(control: Element): string | undefined {
  const { type = 'text', value = '' } = control.attributes
  if (control.name === 'textarea') return decodeEntities(control.text)
  if (control.name === 'input') return type === 'hidden' || type === 'text' ? value : undefined
  return options(control).find(({ selected }) => selected)?.value
}

/** What its template makes of the form: fields that are not there, that cannot be changed, that hold something already. */
function readTemplate(
  page: Page,
  fields: Array<[FormField, Element | undefined]>,
): Pick<WebForm, 'hidden' | 'readOnly' | 'preset'> {
  // That observers or places are not asked is told by their absence; files may be taken by a script alone.
  const { fileLimit } = readScriptFacts(page)
  const hidden = fields.flatMap(([field, element]): FormField[] =>
    element || field === 'observers' || field === 'location' || (field === 'files' && fileLimit) ? [] : [field],
  )
  const readOnly = fields.flatMap(([field, element]) => (element && isLocked(element) ? [field] : []))
  const isSet = (field: FormField): boolean => hidden.includes(field) || readOnly.includes(field)
  const heldIn = (field: FormField): string => {
    const element = fields.find(([name]) => name === field)?.[1] ?? hiddenInput(page, field)
    return element ? heldBy(element) : ''
  }
  const preset = presetOf(heldIn, isSet)
  return {
    ...(hidden.length > 0 && { hidden }),
    ...(readOnly.length > 0 && { readOnly }),
    ...(Object.keys(preset).length > 0 && { preset }),
  }
}

/** Type and urgency always stand in it: they are told where nobody may change them. */
function presetOf(heldIn: (field: FormField) => string, isSet: (field: FormField) => boolean): FormPreset {
  const type = ticketType(Number(heldIn('type')))
  const level = urgency(Number(heldIn('urgency')))
  const category = Number(heldIn('category'))
  const location = Number(heldIn('location'))
  const [, itemtype, id] = /^([A-Za-z][\w\\]*)_(\d+)$/.exec(heldIn('equipment')) ?? []
  const title = heldIn('title')
  const description = heldIn('description')
  return {
    ...(type && (isSet('type') || type !== 'incident') && { type }),
    ...(level && isSet('urgency') && { urgency: level }),
    ...(category > 0 && { category }),
    ...(location > 0 && { location }),
    ...(itemtype && { equipment: `${itemtype}:${id}` }),
    ...(title !== '' && { title }),
    ...(description !== '' && { description }),
  }
}

/** A browser sends what stands in it, though nobody sees it. */
function hiddenInput(page: Page, field: FormField): Element | undefined {
  const name = controls.find(([one]) => one === field)?.[2]
  return name === undefined
    ? undefined
    : named(page, 'input', name).find(({ attributes }) => attributes.type === 'hidden')
}

function heldBy(element: Element): string {
  if (element.name === 'select') return options(element).find(({ selected }) => selected)?.value ?? ''
  // Its HTML is encoded once more, and the parser leaves what is in a textarea alone.
  if (element.name === 'textarea') return plainText(decodeEntities(element.text))
  return (element.attributes.value ?? '').trim()
}

/** The text of the few tags that a template has, a line for each block. */
function plainText(html: string): string {
  const lines = html.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n').replace(/<[^<>]*>/g, '')
  return decodeEntities(lines)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function isLocked(element: Element): boolean {
  return isSet(element, 'disabled') || isSet(element, 'readonly')
}

/** A list without a name, which a script fills. */
function observersSelect(page: Page): Element | undefined {
  return named(page, 'select').find(({ attributes }) => attributes['data-actor-type'] === 'observer')
}

function fileInput(page: Page): Element | undefined {
  return named(page, 'input').find(({ attributes }) => attributes.type === 'file')
}

/** The script that asks who may observe, and takes what looks like an address where it makes a choice of it. */
function readPeopleMenu(page: Page): PeopleMenu | undefined {
  const csrfToken = readCsrfToken(page)
  const asking = scripts(page).filter((text) => text.includes('/ajax/actors.php'))
  const script = asking.find((text) => /["']observer["']/.test(text)) ?? asking[0]
  const asked = script?.slice(script.indexOf('/ajax/actors.php'))
  const idorToken = /_idor_token["']?\s*:\s*["'](\w+)["']/.exec(asked ?? '')?.[1]
  if (!script || !idorToken || !csrfToken) return undefined
  return { idorToken, csrfToken, byAddress: script.includes('createTag') }
}

/** The controls of the form that this one stands in: the page has others, to search for instance. */
function controlsBeside(control: Element | undefined): Element[] {
  return (formAround(control)?.inner ?? []).filter(
    ({ name }) => name === 'select' || name === 'input' || name === 'textarea',
  )
}

function formAround(control: Element | undefined): Element | undefined {
  let form = control?.parent
  while (form && form.name !== 'form') form = form.parent
  return form
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
