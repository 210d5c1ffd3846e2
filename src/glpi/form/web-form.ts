import type { Equipment, FormField, FormPreset } from '../../itil/ticket-form.ts'
import { type TicketType, type Urgency, urgencies, urgency } from '../../itil/ticket-words.ts'
import { type Element, isSet, named, type Option, options, type Page, scripts } from './dom.ts'

/** What a page of the site says of its ticket form. */
export interface WebForm {
  types: TicketType[]
  urgencies: Urgency[]
  defaultUrgency: Urgency | undefined
  equipment: Equipment[]
  mandatory: FormField[]
  /** The labels of what is mandatory besides. */
  otherMandatory: string[]
  email: string | undefined
  /** Bytes. */
  fileLimit: number | undefined
  categoryMenu: TreeMenu | undefined
  locationMenu?: TreeMenu | undefined
  observers?: PeopleMenu | undefined
  hidden?: FormField[]
  readOnly?: FormField[]
  preset?: FormPreset
  /** What the page of GLPI 10 sends of itself when the type or the category changes; absent where it sends nothing. */
  resending?: Record<string, string>
}

/** What those who may observe are asked with (GLPI-CUSTOMER.md, a). */
export interface PeopleMenu {
  idorToken: string
  csrfToken: string
  /** E-mail addresses are taken too. */
  byAddress: boolean
}

/** What categories, or places, are asked with, since the page itself does not hold them (GLPI.md, «The ticket form», 4). */
export interface TreeMenu {
  /** '' for none. */
  condition: string
  /** Proves that this page offered this drop-down. */
  idorToken: string
  csrfToken: string
}

/** The levels of an urgency drop-down, and the one that is selected. */
export function readUrgencies(select: Element | undefined): {
  urgencies: Urgency[]
  defaultUrgency: Urgency | undefined
} {
  const levels = select ? options(select).map((one) => ({ ...one, level: urgency(Number(one.value)) })) : []
  return {
    urgencies: urgencies.filter((level) => levels.some((one) => one.level === level)),
    defaultUrgency: levels.find(({ selected, level }) => selected && level)?.level,
  }
}

const equipmentValue = /^([A-Za-z][\w\\]*)_(\d+)$/

/** True for an option such as `Computer_3`. */
export function namesEquipment({ value }: Option): boolean {
  return equipmentValue.test(value)
}

/** The equipment of a drop-down, of options such as `Computer_3`: «Ordinateur - poste-alice - WTC-0003». */
export function readEquipment(select: Element | undefined): Equipment[] {
  return (select ? options(select) : []).flatMap(({ value, text }) => {
    const [, itemtype, id] = equipmentValue.exec(value) ?? []
    return itemtype ? [{ key: `${itemtype}:${id}`, name: equipmentName(text), label: text }] : []
  })
}

/** The second part of the label: kind, name, serial number. */
function equipmentName(text: string): string {
  return text.split(' - ')[1]?.trim() || text
}

/** The e-mail and the file limit, which stand in scripts of the page. */
export function readScriptFacts(page: Page): { email: string | undefined; fileLimit: number | undefined } {
  const text = scripts(page).join('\n')
  const email = /["']?default_email["']?\s*:\s*["']([^"'\\\s@]+@[^"'\\\s@]+)["']/.exec(text)?.[1]
  const fileLimit = Number(/["']?maxFileSize["']?\s*:\s*["']?(\d+)/.exec(text)?.[1] ?? Number.NaN)
  return { email, fileLimit: fileLimit > 0 ? fileLimit : undefined }
}

/** A form has one drop-down of a kind, or two. */
const mostMenus = 20
/** Characters; the parameters of a drop-down take some thousand. */
const longestParameters = 20_000

/** What a drop-down of categories, or of places, is asked with; GLPI 10 writes it as bare JavaScript, GLPI 11 as JSON. */
export function readTreeMenu(page: Page, itemtype: 'ITILCategory' | 'Location'): TreeMenu | undefined {
  const csrfToken = readCsrfToken(page)
  const kind = new RegExp(`["']?itemtype["']?\\s*:\\s*["']${itemtype}["']`, 'g')
  for (const script of scripts(page)) {
    const hits = [...script.matchAll(kind)]
    for (const hit of hits.slice(0, mostMenus)) {
      const parameters = objectAround(script, hit.index)
      const condition = textValue(parameters, 'condition') ?? ''
      const idorToken = textValue(parameters, '_idor_token')
      if (idorToken && csrfToken) return { condition, idorToken, csrfToken }
    }
  }
  return undefined
}

/** The token that every page carries, and a script of it sends along. */
export function readCsrfToken(page: Page): string | undefined {
  return named(page, 'meta').find(({ attributes }) => attributes.property === 'glpi:csrf_token')?.attributes.content
}

/** The object literal that surrounds a place in a script. */
function objectAround(script: string, place: number): string {
  return script.slice(edge(script, place, -1), edge(script, place, 1) + 1)
}

/** Where the object that surrounds a place opens (step −1) or closes (step 1). */
function edge(script: string, place: number, step: 1 | -1): number {
  const [deeper, out] = step === 1 ? ['{', '}'] : ['}', '{']
  let depth = 0
  let at = place
  for (; at > 0 && at < script.length - 1 && Math.abs(at - place) < longestParameters; at += step) {
    if (script[at] === deeper) depth += 1
    if (script[at] === out && depth-- === 0) break
  }
  return at
}

function textValue(object: string, name: string): string | undefined {
  return new RegExp(`["']?\\b${name}["']?\\s*:\\s*["'](\\w+)["']`).exec(object)?.[1]
}

/** The fields that are mandatory, of those that the page has. */
export function mandatoryOf(fields: Array<[FormField, Element | undefined]>, isMandatory = required): FormField[] {
  return fields.filter(([, element]) => element && isMandatory(element)).map(([field]) => field)
}

/** A form has some ten questions. */
const mostLabels = 10

/** The labels of the controls that are mandatory and none of those that are known. */
export function otherLabels(
  controls: Element[],
  known: Array<Element | undefined>,
  labelOf: (control: Element) => string,
): string[] {
  const labels = controls
    .filter((control) => !known.includes(control) && control.attributes.type !== 'hidden')
    .map((control) => withoutStar(labelOf(control)) || (control.attributes.name ?? ''))
  return [...new Set(labels)].filter((label) => label !== '').slice(0, mostLabels)
}

/** A label is one line without blanks at its ends; the star behind it says that it is mandatory. */
export function withoutStar(label: string): string {
  return label.endsWith('*') ? label.slice(0, -1).trimEnd() : label
}

export function required(element: Element): boolean {
  return isSet(element, 'required')
}
