import type { FormQuestion, QuestionChoice, QuestionKind } from '../../itil/site-form.ts'
import { type Element, hasClass, textOf } from '../form/dom.ts'
import { withoutStar } from '../form/web-form.ts'
import { decodeEntities } from '../html.ts'

const mostChoices = 5_000

type Head = Pick<FormQuestion, 'id' | 'conditional'>
type Control = Pick<FormQuestion, 'kind'> &
  Partial<Pick<FormQuestion, 'several' | 'preset' | 'choices' | 'itemtype' | 'actor' | 'fileLimit' | 'extensions'>>

/** One question of a form: what it asks is told by its control (GLPI-11-FORMS.md, 4). */
export function readQuestion(block: Element, within: Element[], head: Head): FormQuestion {
  const title = within.find(({ name }) => name === 'h3')
  const label = title ? withoutStar(textOf(title)) : ''
  return {
    ...{ block: 'question', ...head, label, storedLabel: block.attributes['aria-label'] ?? label },
    mandatory: title?.inner.some((one) => one.name === 'span' && hasClass(one, 'text-danger')) ?? false,
    help: descriptionOf(within),
    ...{ several: false, preset: '', choices: [] },
    ...readControl(within),
  }
}

function readControl(inner: Element[]): Control {
  const [area] = inner.filter(({ name }) => name === 'textarea')
  // Its HTML is encoded once more, and the parser leaves what is in a textarea alone.
  if (area) return { kind: 'long-text', preset: decodeEntities(area.text).trim() }
  const inputs = inner.filter(({ name }) => name === 'input')
  if (inputs.some(({ attributes }) => attributes.type === 'file'))
    return { kind: 'file', several: true, ...limits(inner) }
  const ticks = inputs.filter(({ attributes }) => attributes.type === 'radio' || attributes.type === 'checkbox')
  if (ticks[0]) return readTicks(ticks, ticks[0].attributes.type === 'radio' ? 'radio' : 'checkbox')
  const itemtype = inputs.find(({ attributes }) => attributes.name?.endsWith('[itemtype]'))?.attributes.value
  const [select] = inner.filter(({ name }) => name === 'select')
  if (itemtype !== undefined && select) return { kind: 'object', itemtype, several: isMultiple(select) }
  if (select) return readSelect(select, inner)
  const typed = inputs.find(
    ({ attributes }) => /^answers_\d+$/.test(attributes.name ?? '') && attributes.type !== 'hidden',
  )
  const kind = typed && typedKinds[typed.attributes.type ?? 'text']
  return kind ? { kind, preset: typed.attributes.value ?? '' } : { kind: 'unknown' }
}

const typedKinds: Readonly<Record<string, QuestionKind>> = {
  ...{ text: 'text', email: 'email', number: 'number', date: 'date', time: 'time' },
  'datetime-local': 'date-time',
}

function readTicks(ticks: Element[], kind: 'radio' | 'checkbox'): Control {
  const choices = ticks.slice(0, mostChoices).map((tick): QuestionChoice => {
    let around = tick.parent
    while (around && around.name !== 'label') around = around.parent
    const label = around ? textOf(around) : (tick.attributes.value ?? '')
    return { value: tick.attributes.value ?? '', label, chosen: 'checked' in tick.attributes }
  })
  return { kind, choices, several: kind === 'checkbox' }
}

function readSelect(select: Element, inner: Element[]): Control {
  const asking = inner.find(({ name, text }) => name === 'script' && /ActorsDropdown/.test(text))
  const several = isMultiple(select)
  if (asking) return { kind: 'person', several, ...actorIn(asking.text) }
  return { kind: 'choice', choices: readChoices(select), several }
}

const actors = { is_requester: 'requester', is_watcher: 'observer', is_assign: 'assignee' } as const

/** What becomes of the person: the condition on groups says it. */
function actorIn(script: string): Pick<FormQuestion, 'actor'> {
  const found = /"?\b(is_requester|is_watcher|is_assign)\b/.exec(script)?.[1] as keyof typeof actors | undefined
  return found ? { actor: actors[found] } : {}
}

/** The options of a list, without the empty one. */
export function readChoices(select: Element): QuestionChoice[] {
  return select.inner
    .filter(({ name, attributes }) => name === 'option' && attributes.value !== undefined && attributes.value !== '0')
    .slice(0, mostChoices)
    .map((one): QuestionChoice => {
      return { value: one.attributes.value ?? '', label: textOf(one), chosen: 'selected' in one.attributes }
    })
}

/** Characters; some seventy extensions take five hundred. */
const longestTypes = 5_000

function limits(inner: Element[]): Pick<FormQuestion, 'fileLimit' | 'extensions'> {
  const code = inner
    .filter(({ name }) => name === 'script')
    .map(({ text }) => text)
    .join('\n')
  const limit = Number(/\bmaxFileSize\b["']?\s*:\s*(\d{1,15})/.exec(code)?.[1])
  const start = code.indexOf('acceptFileTypes')
  const told = start < 0 ? '' : code.slice(start, start + longestTypes)
  const types = /^acceptFileTypes["']?\s*:\s*\/\(([^)]+)\)/.exec(told)?.[1]
  const extensions = types?.split('|').map((one) => one.replace(/[\\$]/g, '')) ?? []
  return {
    ...(limit > 0 && { fileLimit: limit }),
    ...(extensions.length > 0 && { extensions }),
  }
}

function isMultiple({ attributes }: Element): boolean {
  return 'multiple' in attributes
}

/** What helps with a question, or is said between them. */
export function descriptionOf(within: Element[]): string {
  const about = within.find((one) => hasClass(one, 'block-description'))
  return about ? textOf(about) : ''
}
