import type { OfferedChoice, OpenForm } from '../../../../src/glpi/forms/open-form.ts'
import { folded } from '../../../../src/i18n/folded.ts'
import type { FormPage, FormQuestion, FormSection } from '../../../../src/itil/site-form.ts'

let last = 100

export function question(label: string, some: Partial<FormQuestion> = {}): FormQuestion {
  last += 1
  return {
    ...{ block: 'question', id: last, label, storedLabel: label, kind: 'text', mandatory: false, conditional: false },
    ...{ help: '', several: false, preset: '', choices: [] },
    ...some,
  }
}

export function choices(...labels: string[]): FormQuestion['choices'] {
  return labels.map((label, place) => ({ value: String(301 + place), label, chosen: false }))
}

export function section(title: string, blocks: FormQuestion[], conditional = false): FormSection {
  last += 1
  return { id: last, title, description: '', conditional, blocks }
}

export function pageOf(...sections: FormSection[]): FormPage {
  return { id: 7, title: 'Un formulaire', storedTitle: 'A form', header: '', sections, delegates: [] }
}

/** What the site offers of a question, by its label: searched as GLPI does, in pages of two. */
export function formOf(
  page: FormPage,
  offered: Record<string, Partial<OfferedChoice>[]> = {},
): Pick<OpenForm, 'page' | 'choices'> & { searches: string[] } {
  const searches: string[] = []
  return {
    page,
    searches,
    async choices({ label }, search, number) {
      searches.push(search)
      const all = (offered[label] ?? []).map((one): OfferedChoice => {
        const name = one.label?.split(' > ').at(-1) ?? ''
        return { value: '', label: '', name, disabled: false, ...one }
      })
      const found = all.filter((one) => folded(`${one.label} ${one.login ?? ''}`).includes(folded(search)))
      return { choices: found.slice((number - 1) * 2, number * 2), more: number * 2 < found.length }
    },
  }
}
