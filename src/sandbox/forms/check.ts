import type { Language } from '../messages.ts'
import type { Answers, Given } from './answers.ts'
import { askedQuestions, seenWith } from './conditions.ts'
import type { FormDefinition, Question, Rule } from './definition.ts'

/** What an answer lacks. */
export interface AnswerFault {
  question: Question
  message: string
}

const WORDS = {
  fr_FR: {
    missing: 'Ce champ est requis',
    email: 'Veuillez saisir un e-mail valide',
    format: 'La valeur doit correspondre au format demandé',
    atLeast: 'La longueur doit être supérieure ou égale à ',
    shorter: 'La longueur doit être inférieure à ',
    atMost: 'La valeur ne peut être supérieure à ',
    greater: 'La valeur doit être supérieure à ',
  },
  en_GB: {
    missing: 'This field is mandatory',
    email: 'Please enter a valid email',
    format: 'The value must match the requested format',
    atLeast: 'The length must be greater than or equal to ',
    shorter: 'The length must be less than ',
    atMost: 'The value must not be greater than ',
    greater: 'The value must be greater than ',
  },
}

/**
 * What is wrong with the answers (GLPI-11-FORMS.md, 7); of one section alone where it is named. Numbers, dates, urgencies,
 * objects and people are not looked at: GLPI takes anything there.
 */
export function faultsIn(
  form: FormDefinition,
  answers: Answers,
  { language, section }: { language: Language; section?: number },
): AnswerFault[] {
  const ofSection = form.sections.find(({ id }) => id === section)?.blocks
  const asked = askedQuestions(form, seenWith(form, answers)).filter((one) => !ofSection || ofSection.includes(one))
  return asked.flatMap((question) => {
    const given = answers.get(question.id)
    if (isMissing(question, given)) {
      const message = WORDS[language].missing
      return question.mandatory ? [{ question, message }] : []
    }
    return [...emailFault(question, given, language), ...ruleFaults(question, given, language)]
  })
}

function isMissing(question: Question, given: Given | undefined): boolean {
  if (!given) return true
  if (question.kind === 'file') return given.files.length === 0
  return given.values.filter((value) => counts(question, value)).length === 0
}

/** «0» is no answer, nor is what is nothing without its tags; spaces are one. An entity 0 is the root. */
function counts({ kind, options, itemtype }: Question, value: string): boolean {
  if (options) return options.some((option) => option.value === value)
  if (itemtype === 'Entity') return Number(value) >= 0 && value !== ''
  if (kind === 'object' || kind === 'drop-down item') return Number(value) > 0
  return value !== '0' && withoutTags(value) !== ''
}

/** As PHP's strip_tags does. */
function withoutTags(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^>\s][^>]*(?:>|$)/g, '')
}

/** Whether GLPI takes a text for an address. */
export function isEmail(text: string): boolean {
  const [name = '', host = '', ...more] = text.split('@')
  const dot = host.lastIndexOf('.')
  return more.length === 0 && name !== '' && dot > 0 && dot < host.length - 1 && !/[\s<>]/.test(text)
}

function emailFault(question: Question, given: Given | undefined, language: Language): AnswerFault[] {
  const isWrong = question.kind === 'email' && given?.values.some((value) => !isEmail(value))
  return isWrong ? [{ question, message: WORDS[language].email }] : []
}

function ruleFaults(question: Question, given: Given | undefined, language: Language): AnswerFault[] {
  const value = given?.values[0] ?? ''
  return (question.rules ?? []).flatMap((rule) => {
    const message = broken(rule, value, language)
    return message === undefined ? [] : [{ question, message }]
  })
}

function broken(rule: Rule, value: string, language: Language): string | undefined {
  const words = WORDS[language]
  switch (rule.rule) {
    case 'format':
      return new RegExp(rule.value).test(value) ? undefined : words.format
    case 'at least this long':
      return withoutTags(value).length >= rule.value ? undefined : `${words.atLeast}${rule.value}`
    case 'shorter than':
      return withoutTags(value).length < rule.value ? undefined : `${words.shorter}${rule.value}`
    case 'at most':
      return Number(value) <= Number(rule.value) ? undefined : `${words.atMost}${rule.value}`
    default:
      return value > rule.value ? undefined : `${words.greater}${rule.value}`
  }
}
