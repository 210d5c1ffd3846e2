import type { MandatoryField, TemplateField } from '../../configuration.ts'
import { type PhpValues, textAt } from '../../php-query.ts'
import type { Visitor } from '../visitor.ts'

/** What GLPI calls the fields of its form. */
export const NAMES: Record<TemplateField, string> = {
  ...{ type: 'type', category: 'itilcategories_id', urgency: 'urgency', observers: '_users_id_observer' },
  ...{ equipment: 'my_items', location: 'locations_id', title: 'name', description: 'content', files: '_filename' },
}

/** What they hold where nobody said anything. */
const DEFAULTS: Record<TemplateField, string> = {
  ...{ type: '1', category: '0', urgency: '3', observers: '', equipment: '', location: '0' },
  ...{ title: '', description: '', files: '' },
}

const FIELDS = Object.keys(NAMES) as TemplateField[]

interface TemplateInUse {
  id: number
  mandatory: readonly MandatoryField[]
  hidden: readonly TemplateField[]
  readOnly: readonly TemplateField[]
  preset: Partial<Record<TemplateField, string>>
}

/** The form as one page shows it. */
export interface ShownForm {
  visitor: Visitor
  /** One for the page: its form spends it, and its scripts cannot use it then. */
  csrfToken: string
  template: TemplateInUse
  /** What its controls hold. */
  held: Record<TemplateField, string>
  /** What the template filled in, as the page carries it: so that the next template may take it away. */
  predefined: string
}

/**
 * What the form shows where so much was posted, nothing for the first time. Read in GLPI's source (10.0, `showFormHelpdesk`
 * and `setPredefinedFields`): what comes is kept, but for a category that is not of the type; the template is that of
 * category and type, else the site's own; it fills in what is as it was at first, what the last template filled in, and
 * everything that it has a value for where it is another template than the last one.
 */
export function shownForm(visitor: Visitor, csrfToken: string, posted: PhpValues = {}): ShownForm {
  const held = heldBy(posted)
  if (!isOfType(visitor, Number(held.category), held.type)) held.category = DEFAULTS.category
  const template = templateFor(visitor, held)
  return { visitor, csrfToken, template, held, predefined: fillIn(held, template, posted) }
}

function heldBy(posted: PhpValues): Record<TemplateField, string> {
  const entries = FIELDS.map((field) => [field, textAt(posted, NAMES[field]) ?? DEFAULTS[field]])
  return Object.fromEntries(entries) as Record<TemplateField, string>
}

const kindOf = (type: string): 'incident' | 'request' => (type === '2' ? 'request' : 'incident')

/** Whether a category may be chosen with a type. */
export function isOfType({ site }: Visitor, category: number, type: string): boolean {
  const only = site.configuration.categoryTypes[category]
  return only === undefined || only === kindOf(type)
}

/** A category's own says nothing of type and category, but that they are mandatory (`getFromDBWithData`). */
function templateFor({ site }: Visitor, held: Record<TemplateField, string>): TemplateInUse {
  const { configuration } = site
  const ownOf = (category: string, type: string): TemplateInUse | undefined => {
    const own = configuration.categoryTemplates[Number(category)]?.[kindOf(type)]
    if (!own) return undefined
    const { type: _type, category: _category, ...preset } = own.preset ?? {}
    const hidden = (own.hidden ?? []).filter((field) => field !== 'type' && field !== 'category')
    return { id: own.id, mandatory: own.mandatory ?? [], hidden, readOnly: own.readOnly ?? [], preset }
  }
  const { hidden = [], readOnly = [], preset = {} } = configuration.template
  return (
    ownOf(held.category, held.type) ??
    ownOf(preset.category ?? held.category, preset.type ?? held.type) ?? {
      ...{ id: 1, mandatory: configuration.mandatoryFields, hidden, readOnly, preset },
    }
  )
}

/** Puts what the template fills in into the form; gives that, as the page carries it. */
function fillIn(held: Record<TemplateField, string>, { id, preset }: TemplateInUse, posted: PhpValues): string {
  const before = decoded(textAt(posted, '_predefined_fields'))
  const isFirst = Object.keys(before).length === 0
  const last = textAt(posted, 'tickettemplates_id')
  const filled: Record<string, string> = {}
  for (const field of FIELDS) {
    const wanted = preset[field]
    const wasFilled = held[field] === before[NAMES[field]]
    if (wanted === undefined) {
      if (wasFilled && Object.keys(preset).length === 0) held[field] = DEFAULTS[field]
      continue
    }
    const isUntouched = isFirst && held[field] === DEFAULTS[field]
    if (!isUntouched && !wasFilled && (last === undefined || last === String(id))) continue
    held[field] = wanted
    filled[NAMES[field]] = wanted
  }
  const isOverridden = Object.keys(preset).length > 0 && Object.keys(filled).length === 0
  const carried = isOverridden ? { _all_predefined_override: 1 } : filled
  return Buffer.from(JSON.stringify(carried)).toString('base64')
}

function decoded(text: string | undefined): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(Buffer.from(text ?? '', 'base64').toString('utf8'))
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}
