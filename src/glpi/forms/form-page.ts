import { Failed } from '../../errors/error.ts'
import type { FormBlock, FormComment, FormPage, FormSection, QuestionChoice } from '../../itil/site-form.ts'
import { type Element, hasClass, named, type Page, readPage, textOf } from '../form/dom.ts'
import { descriptionOf, readChoices, readQuestion } from './question.ts'
import { type FormWiring, readWiring } from './wiring.ts'

const mark = 'data-glpi-form-renderer'
/** A form of a hundred questions is long, one of twenty sections too. */
const mostBlocks = 1_000
const mostSections = 100
/** Of one block: a list of ten thousand choices is one question. */
const mostWithin = 12_000

/** Of a page with a form: some lists of several thousand choices in it. */
const mostOfForm = { elements: 200_000, attributes: 600_000 }

/** A page with its form, as it may be read. */
export interface ReadForm {
  page: FormPage
  wiring: FormWiring
}

/**
 * Reads `Form/Render/N` of GLPI 11 (GLPI-11-FORMS.md, 4). Throws `Failed` when it holds no form, or more than any form has:
 * half of a form must not be answered as if it were the whole.
 */
export function readForm(html: string): ReadForm {
  const page = readPage(html, mostOfForm)
  const form = page.isWhole ? formIn(page) : undefined
  if (!form) throw new Failed('forms-unreadable')
  return { page: form, wiring: readWiring(page) }
}

function formIn(page: Page): FormPage | undefined {
  const form = named(page, 'form').find(({ attributes }) => attributes.id === 'forms_form_answers')
  if (!form) return undefined
  const { inner } = form
  const id = Number(inner.find(({ attributes }) => attributes.name === 'forms_id')?.attributes.value)
  if (!Number.isSafeInteger(id)) return undefined
  const header = inner.find(({ attributes }) => attributes['data-testid'] === 'form-description')
  return {
    id,
    title: headOf(inner, 'h1'),
    storedTitle: storedTitle(page),
    header: header ? textOf(header) : '',
    sections: readSections(inner),
    delegates: readDelegates(inner),
    ...(isButtonHidden(inner) && { buttonConditional: true }),
  }
}

/** The title of the page: the form's stored name, and the site's own after it. */
function storedTitle(page: Page): string {
  const [title] = named(page, 'title')
  // What is searched by it is compared letter by letter, spaces too.
  return title ? title.text.trim().replace(/ - GLPI$/, '') : ''
}

function isButtonHidden(inner: Element[]): boolean {
  const button = inner.find(({ attributes }) => attributes[`${mark}-action`] === 'submit')
  return button !== undefined && isHidden(button)
}

function readDelegates(inner: Element[]): QuestionChoice[] {
  const select = inner.find(({ name, attributes }) => name === 'select' && attributes.name === 'delegation_users_id')
  return select ? readChoices(select) : []
}

/** One after the other, as they open; of what was never closed, each thing stands in the last that began. */
function readSections(inner: Element[]): FormSection[] {
  const sections: FormSection[] = []
  const parts = beginnings(inner)
  let blocks = 0
  for (const { start, end, isSection } of parts) {
    const [head, ...within] = inner.slice(start, Math.min(end, start + mostWithin))
    const last = sections.at(-1)
    if (!head) continue
    if (isSection && sections.length < mostSections) sections.push(readSection(head, within))
    else if (!isSection && last && blocks < mostBlocks) {
      blocks += 1
      last.blocks.push(readBlock(head, within))
    }
  }
  return sections
}

interface Part {
  start: number
  end: number
  isSection: boolean
}

/** Where sections, questions and comments begin; each ends where the next one begins. */
function beginnings(inner: Element[]): Part[] {
  const starts = inner.flatMap(({ attributes }, index) => {
    const isSection = `${mark}-section` in attributes
    const isPart = isSection || `${mark}-question` in attributes || `${mark}-comment` in attributes
    return isPart ? [{ start: index, isSection }] : []
  })
  return starts.map((part, index) => ({ ...part, end: starts[index + 1]?.start ?? inner.length }))
}

function readSection(section: Element, within: Element[]): FormSection {
  const about = within.find((one) => hasClass(one, 'section-description'))
  return {
    id: numberOf(section),
    title: headOf(within, 'h2'),
    description: about ? textOf(about) : '',
    conditional: isHidden(section),
    blocks: [],
  }
}

function readBlock(block: Element, within: Element[]): FormBlock {
  const head = { id: numberOf(block), conditional: isHidden(block) }
  return `${mark}-comment` in block.attributes ? readComment(within, head) : readQuestion(block, within, head)
}

function readComment(within: Element[], head: Pick<FormComment, 'id' | 'conditional'>): FormComment {
  return { block: 'comment', ...head, title: headOf(within, 'h3'), text: descriptionOf(within) }
}

function numberOf({ attributes }: Element): number {
  return Number(attributes[`${mark}-id`])
}

function isHidden({ attributes }: Element): boolean {
  return `${mark}-hidden-by-condition` in attributes
}

function headOf(within: Element[], tag: string): string {
  const head = within.find(({ name }) => name === tag)
  return head ? textOf(head) : ''
}
