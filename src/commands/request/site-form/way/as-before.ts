import type { Context } from '../../../../app/context.ts'
import { noted } from '../../../../drafts/noted.ts'
import { type IpeosError, MissingInformation, type Problem } from '../../../../errors/error.ts'
import type { RequestFlags } from '../../request.ts'
import { readAnswersFile } from '../answers-file.ts'
import { type NewWords, speaksOfForm } from '../form-flags.ts'

const takenByForms = ['form', 'answer', 'answers'] as const

/**
 * What the options of `ticket new` say for a platform that has one form. Throws `MissingInformation` that names those that
 * a form of the site alone takes.
 */
export function asBefore(words: NewWords): RequestFlags {
  const lines = notTaken(words)
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
  const { form: _form, answer: _answer, answers: _answers, ...named } = words
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
  const notes: Problem[] = isFoundAgain ? [] : [{ key: 'new.noted-form', parameters: { form: form ?? '', reason } }]
  const answers = [...(words.answer ?? []), ...(answersText === undefined ? [] : linesOf(answersText))]
  const text = [words.description ?? '', ...answers].filter((line) => line.trim() !== '').join('\n')
  const flags = usualOnly(words)
  return {
    ...flags,
    title: flags.title ?? form ?? t('new.noted-untitled'),
    description: noted(text, notes, context),
  }
}

/** A file of answers, an answer a line. */
function linesOf(answersText: string): string[] {
  return [...readAnswersFile(answersText, '-')].flatMap(([name, said]) =>
    (said ?? []).map((one) => `${name}=${'text' in one ? one.text : `@${one.fileAt}`}`),
  )
}
