import type { FormBlock, FormComment, FormPage, FormSection } from '../../itil/site-form.ts'
import { type Element, named, readPage, textOf } from '../form/dom.ts'
import { descriptionOf, readQuestion } from './question.ts'

const mark = 'data-glpi-form-renderer'
/** A form of a hundred questions is long. */
const mostBlocks = 1_000

/** Reads `Form/Render/N` of GLPI 11; undefined when the page holds no form (GLPI-11-FORMS.md, 4). */
export function readFormPage(html: string): FormPage | undefined {
  const page = readPage(html)
  const form = named(page, 'form').find(({ attributes }) => attributes.id === 'forms_form_answers')
  const id = Number(form?.inner.find(({ attributes }) => attributes.name === 'forms_id')?.attributes.value)
  if (!form || !Number.isSafeInteger(id)) return undefined
  const header = form.inner.find(({ attributes }) => attributes['data-testid'] === 'form-description')
  return {
    id,
    title: headOf(form, 'h1'),
    header: header ? textOf(header) : '',
    sections: form.inner.filter(({ attributes }) => `${mark}-section` in attributes).map(readSection),
  }
}

function readSection(section: Element): FormSection {
  const about = section.inner.find(({ attributes }) => attributes.class?.split(/\s+/).includes('section-description'))
  const blocks = section.inner.filter(
    ({ attributes }) => `${mark}-question` in attributes || `${mark}-comment` in attributes,
  )
  return {
    id: numberOf(section),
    title: headOf(section, 'h2'),
    description: about ? textOf(about) : '',
    conditional: isHidden(section),
    blocks: blocks.slice(0, mostBlocks).flatMap(readBlock),
  }
}

function readBlock(block: Element): FormBlock[] {
  const head = { id: numberOf(block), conditional: isHidden(block) }
  if (`${mark}-comment` in block.attributes) return [readComment(block, head)]
  return [readQuestion(block, head)]
}

function readComment(block: Element, head: Pick<FormComment, 'id' | 'conditional'>): FormComment {
  return { block: 'comment', ...head, title: headOf(block, 'h3'), text: descriptionOf(block) }
}

function numberOf({ attributes }: Element): number {
  return Number(attributes[`${mark}-id`])
}

function isHidden({ attributes }: Element): boolean {
  return `${mark}-hidden-by-condition` in attributes
}

function headOf({ inner }: Element, tag: string): string {
  const head = inner.find(({ name }) => name === tag)
  return head ? textOf(head) : ''
}
