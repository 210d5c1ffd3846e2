import type { FormBlock, FormPage, FormQuestion, FormSection, QuestionKind } from '../../src/itil/site-form.ts'

/** A form of these sections, named «Arrival». */
export function formPage(...sections: FormSection[]): FormPage {
  return { id: 7, title: 'Arrival', storedTitle: 'Arrival', header: '', sections, delegates: [] }
}

/** A section; what it is beside its blocks may stand before them. */
export function section(id: number, ...parts: Array<FormBlock | Partial<FormSection>>): FormSection {
  const blocks = parts.filter((part): part is FormBlock => 'block' in part)
  const more = parts.filter((part): part is Partial<FormSection> => !('block' in part))
  return Object.assign({ id, title: `Section ${id}`, description: '', conditional: false, blocks }, ...more)
}

/** An optional question, which the page shows from the start. */
export function question(id: number, kind: QuestionKind, more: Partial<FormQuestion> = {}): FormQuestion {
  const label = `Question ${id}`
  return {
    ...{ block: 'question', id, label, storedLabel: label, kind, mandatory: false, conditional: false },
    ...{ help: '', several: false, preset: '', choices: [] },
    ...more,
  }
}

/** A choice of a list. */
export function choice(value: string, label: string, chosen = false) {
  return { value, label, chosen }
}
