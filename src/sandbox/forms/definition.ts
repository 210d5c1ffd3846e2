/** The forms of GLPI 11, as an administrator makes them (GLPI-11-FORMS.md). Names are stored in one language; some are translated. */
export interface FormDefinition {
  id: number
  name: string
  description: string
  /** HTML above the questions; '': none. */
  header: string
  /** The category of the catalogue that it stands in; 0: the root. */
  category: number
  /** Where it is listed: this entity and those below. */
  entity: number
  active: boolean
  pinned: boolean
  /** Only by a link that carries this token; undefined: for everybody who logs in. */
  accessToken?: string
  /** When the button that sends it is there; always when absent. */
  submit?: Visibility
  sections: SectionDefinition[]
  destinations: Destination[]
  fr_FR?: { name: string; description: string }
}

export interface SectionDefinition {
  id: number
  uuid: string
  name: string
  /** HTML; '': none. */
  description: string
  visibility?: Visibility
  blocks: Block[]
  fr_FR?: { name: string }
}

export type Block = Question | Comment

export interface Comment {
  block: 'comment'
  id: number
  uuid: string
  name: string
  /** HTML. */
  text: string
  visibility?: Visibility
}

export interface Choice {
  value: string
  label: string
}

/** The kinds of questions, by GLPI's words. */
export type Kind =
  | 'short text'
  | 'email'
  | 'number'
  | 'long text'
  | 'date and time'
  | 'radio'
  | 'checkbox'
  | 'drop-down'
  | 'urgency'
  | 'request type'
  | 'object'
  | 'drop-down item'
  | 'my devices'
  | 'requester'
  | 'observer'
  | 'assignee'
  | 'file'
  | 'plug-in'

export interface Question {
  block: 'question'
  id: number
  uuid: string
  name: string
  kind: Kind
  mandatory: boolean
  /** HTML below the label. */
  help?: string
  /** A value, or several with commas between. */
  default?: string
  multiple?: boolean
  options?: Choice[]
  itemtype?: 'ITILCategory' | 'Location' | 'Computer' | 'Entity'
  date?: boolean
  time?: boolean
  visibility?: Visibility
  /** What an answer must be. */
  rules?: Rule[]
  /** The field that the template of a stock form makes mandatory. */
  field?: 'title' | 'description' | 'category' | 'equipment' | 'urgency' | 'location'
  fr_FR?: { name: string }
}

export interface Visibility {
  strategy: 'visible_if' | 'hidden_if'
  conditions: Condition[]
}

export interface Condition {
  /** The name of a question of the form. */
  question: string
  operator:
    | 'equals'
    | 'not_equals'
    | 'contains'
    | 'not_contains'
    | 'greater_than'
    | 'less_than'
    | 'empty'
    | 'not_empty'
    | 'visible'
    | 'not_visible'
  value?: string | string[]
  /** How it is joined to those before it. */
  logic: 'and' | 'or'
}

export type Rule =
  | { rule: 'format'; value: string }
  | { rule: 'at least this long' | 'shorter than'; value: number }
  | { rule: 'at most' | 'greater than'; value: string }

/** A ticket that comes out of the form. */
export interface Destination {
  /** With `{answer:Name of a question}`. */
  title: string
  /** 'auto': every answered question. */
  content: string
  /** 1 incident, 2 request; absent: what was answered last, else an incident. */
  requestType?: 1 | 2
  /** Whether the observers that were answered become those of the ticket. */
  takesObservers: boolean
  /** Whether a requester that was answered becomes that of the ticket. */
  takesRequester?: boolean
}

/** A category of the catalogue. */
export interface CatalogueCategory {
  id: number
  name: string
  description: string
  /** 0: the root. */
  parent: number
}

/** All that the catalogue of a site holds. */
export interface Catalogue {
  categories: CatalogueCategory[]
  forms: FormDefinition[]
  /** Switched off for the entity: its page refuses, what it asks for still answers. */
  isOff: boolean
}

/** The questions of a form, in its order. */
export function questionsOf(form: FormDefinition): Question[] {
  return form.sections.flatMap(({ blocks }) => blocks.filter((block) => block.block === 'question'))
}
