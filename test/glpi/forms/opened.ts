import { Readable } from 'node:stream'
import type { OpenForm } from '../../../src/glpi/forms/open-form.ts'
import type { FormAnswers } from '../../../src/itil/form-answer.ts'
import type { FormQuestion } from '../../../src/itil/site-form.ts'
import { catalogueOf } from '../../../src/sandbox/forms/site-forms.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { place } from '../../support/glpi-versions.ts'

type Kind = Parameters<typeof catalogueOf>[0]

/** A form that alice opened, and how its questions are called. */
export async function opened(name: string, { kind = 'usual' as Kind, configuration = {}, connect = {} } = {}) {
  const there = await place({
    glpi: '11.0',
    configuration: { catalogue: catalogueOf(kind), ...configuration },
    connect,
  })
  const id = there.sandbox.configuration.catalogue.forms.find((one) => one.name === name)?.id ?? 0
  const form = await there.platform.forms.open(id)
  return { ...there, form, question: (label: string) => questionOf(form, label) }
}

/** By its stored label. */
export function questionOf({ page }: OpenForm, label: string): FormQuestion {
  const questions = page.sections.flatMap(({ blocks }) => blocks.filter((block) => block.block === 'question'))
  const found = questions.find((one) => one.storedLabel === label)
  if (!found) throw new Error(`no question «${label}»`)
  return found
}

/** The small form, answered. */
export function printerAnswers(form: OpenForm, problem = '1'): FormAnswers {
  return {
    [questionOf(form, 'Quelle imprimante ?').id]: { text: 'HP de l’étage 2' },
    [questionOf(form, 'Problème').id]: { chosen: [{ value: problem, label: '' }] },
    [questionOf(form, 'Urgence').id]: { chosen: [{ value: '4', label: '' }] },
  }
}

/** What must be answered of the large one. */
export function arrivalAnswers(form: OpenForm): FormAnswers {
  return {
    [questionOf(form, 'Nom et prénom').id]: { text: 'Jeanne Martin' },
    [questionOf(form, "Date d'arrivée").id]: { text: '2030-01-07' },
    [questionOf(form, 'Type de contrat').id]: { chosen: [{ value: '101', label: 'CDI' }] },
    [questionOf(form, 'Poste de travail').id]: { chosen: [{ value: '201', label: 'Portable' }] },
  }
}

/** A file in memory. */
export function fileOf(name: string, content: string | Buffer) {
  const bytes = Buffer.from(content)
  return { name, size: bytes.length, open: () => Readable.from([bytes]) }
}

/** How often the platform was asked for what stands there. */
export function timesAsked({ requests }: Sandbox, path: string) {
  return requests.filter((one) => one.path.startsWith(path)).length
}
