import type { Context } from '../../../../app/context.ts'
import { noted } from '../../../../drafts/noted.ts'
import { type IpeosError, MissingInformation, type Problem } from '../../../../errors/error.ts'
import type { Translate } from '../../../../i18n/translate.ts'
import type { RequestFlags } from '../../request.ts'
import { readAnswersFile } from '../answers-file.ts'
import { forWhom } from '../for-whom.ts'
import { type NewWords, speaksOfForm } from '../form-flags.ts'

const takenByForms = ['form', 'answer', 'answers'] as const

/**
 * What the options of `ticket new` say for a platform that has one form. Throws `MissingInformation` that names those that
 * a form of the site alone takes.
 */
export function asBefore(words: NewWords, t: Translate): RequestFlags {
  const lines = [...notTaken(words), ...forWhom(words.onBehalfOf, { delegates: [] }, t).problems]
  if (lines.length > 0)
    throw new MissingInformation('nothing-sent', undefined, { lines, hint: { key: 'new.nothing-sent-hint' } })
  return usualOnly(words)
}

function notTaken({ form, answer, answers }: NewWords): Problem[] {
  const isGiven = { form, answer, answers }
  return takenByForms
    .filter((name) => isGiven[name] !== undefined)
    .map((name): Problem => ({ key: `new.not-taken.${name}` }))
}

function usualOnly(words: NewWords): RequestFlags {
  const { form: _form, answer: _answer, answers: _answers, onBehalfOf: _whom, ...named } = words
  const { answersText: _text, piped: _piped, folder: _folder, ...flags } = named
  return flags
}

/**
 * The same of a request that must arrive: what only the form would have taken becomes a part of its text, and why the
 * form did not take it a note there.
 */
export function withoutForm(words: NewWords, error: IpeosError, context: Context): RequestFlags {
  const { t } = context
  const { form, answersText } = words
  const reason = error.lines.length > 0 ? error.lines.map((line) => t(line)).join(' ; ') : t(error.text)
  // What is wrong with the usual words alone is found once more, and noted then.
  const isFoundAgain = error instanceof MissingInformation && !speaksOfForm(words)
  const notes: Problem[] = [
    ...(isFoundAgain ? [] : [{ key: 'new.noted-form' as const, parameters: { form: form ?? '', reason } }]),
    ...notedPerson(words.onBehalfOf, t),
  ]
  const answers = [...(words.answer ?? []), ...(answersText === undefined ? [] : linesOf(answersText))]
  const text = [words.description ?? '', ...answers].filter((line) => line.trim() !== '').join('\n')
  const flags = usualOnly(words)
  return {
    ...flags,
    title: flags.title ?? form ?? t('new.noted-untitled'),
    description: noted(text, notes, context),
  }
}

/** Only a form may be sent for somebody else. */
function notedPerson(name: string | undefined, t: Translate): Problem[] {
  const { said } = forWhom(name, { delegates: [] }, t)
  return name === undefined || said ? [] : [{ key: 'new.noted-on-behalf-of', parameters: { name: name.trim() } }]
}

/** A file of answers, an answer a line. */
function linesOf(answersText: string): string[] {
  return [...readAnswersFile(answersText, '-')].flatMap(([name, said]) =>
    (said ?? []).map((one) => `${name}=${'text' in one ? one.text : `@${one.fileAt}`}`),
  )
}
