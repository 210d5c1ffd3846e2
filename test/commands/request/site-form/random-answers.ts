import { createHash } from 'node:crypto'
import type { OpenForm } from '../../../../src/glpi/forms/open-form.ts'
import type { FormAnswer } from '../../../../src/itil/form-answer.ts'
import type { FormQuestion } from '../../../../src/itil/site-form.ts'
import type { random } from '../../../support/random.ts'

/** An answer, and what GLPI writes of it into a ticket. */
export interface Answered {
  answer: FormAnswer
  written: string
}

const levels = ['', 'Très basse', 'Basse', 'Moyenne', 'Haute', 'Très haute']
const texts: Readonly<Record<string, string[]>> = {
  text: ['mot', 'un mot & <deux', '« C:\\temp » 100 %'],
  email: ['jeanne@perso.example'],
  number: ['7', '12.5', '-3'],
  date: ['2029-12-31', '2030-06-30'],
  time: ['08:30'],
  'date-time': ['2030-01-07T09:30'],
}

/** Some answer to a question; an optional one is left without now and then. */
export async function randomAnswer(
  form: OpenForm,
  question: FormQuestion,
  dice: ReturnType<typeof random>,
): Promise<Answered> {
  const { kind, mandatory, several, choices } = question
  const isLeft = !mandatory && dice.below(3) === 0
  if (kind === 'long-text') {
    if (isLeft) return { answer: { text: '' }, written: '' }
    if (question.preset !== '' && dice.below(2) === 0)
      return { answer: { html: question.preset }, written: question.preset }
    return { answer: { text: 'a < b\n\n& c' }, written: '<p>a &lt; b</p><p>&amp; c</p>' }
  }
  if (kind === 'file') {
    if (isLeft) return { answer: { files: [] }, written: '' }
    const name = `pièce ${question.id}.txt`
    return { answer: { files: [{ name, path: `/tmp/${name}` }] }, written: name }
  }
  const typed = texts[kind]
  if (typed) {
    const text = isLeft ? '' : dice.oneOf(typed)
    return { answer: { text }, written: text.replace('T0', ' 0') }
  }
  if (isLeft) return { answer: { chosen: [] }, written: '' }
  const offered: Offered[] = choices.length > 0 ? choices : await asked(form, question)
  const some = several ? offered.filter((_one, index) => index < 1 + dice.below(2)) : [dice.oneOf(offered)]
  return {
    answer: { chosen: some.map(({ value, label }) => ({ value, label })) },
    written: some.map((one) => writtenChoice(question, one)).join(', '),
  }
}

interface Offered {
  value: string
  label: string
  name?: string
}

async function asked(form: OpenForm, question: FormQuestion) {
  const { choices } = await form.choices(question, '', 1)
  return choices.filter(({ disabled }) => !disabled)
}

function writtenChoice({ kind }: FormQuestion, one: Offered): string {
  if (kind === 'object') return one.name ?? ''
  return levels.includes(one.label) ? (levels[Number(one.value)] ?? '') : one.label
}

/** Bytes of its own for each name and test: those that are there already would be renamed. */
export function bytesOf(name: string, seed: string): Buffer {
  return createHash('sha1').update(`${seed} ${name}`).digest()
}
