import { isAbsolute, resolve } from 'node:path'
import type { Context } from '../../../../app/context.ts'
import { WrongUsage } from '../../../../errors/error.ts'
import { decoded } from '../../../../files/decoded.ts'
import type { FileCheck } from '../../../../files/given-file.ts'
import type { Forms } from '../../../../glpi/forms/forms.ts'
import { stockType } from '../../../../glpi/forms/stock-form.ts'
import type { Translate } from '../../../../i18n/translate.ts'
import type { FormPage } from '../../../../itil/site-form.ts'
import { readLongText } from '../../given-text.ts'
import { readAnswersFile } from '../answers-file.ts'
import { type NewWords, type ReadWords, speaksOfForm } from '../form-flags.ts'
import type { GivenAnswers, Understanding } from '../understand-answers.ts'
import { typeIn } from './which-form.ts'

/** How many answers are to come by standard input. */
export function pipedWords({ answer = [], answers }: NewWords): number {
  return answer.filter(isPiped).length + (answers === '-' ? 1 : 0)
}

function isPiped(line: string): boolean {
  return /=(?:@?-)$/.test(line)
}

/**
 * Reads what the words name before anything is asked of the network: the file of answers, and what comes by standard input.
 * Rejects with `WrongUsage` where it cannot be read, or is no file of answers.
 */
export async function readFormWords(words: NewWords, context: Context): Promise<ReadWords> {
  const { answers, answer = [] } = words
  const read: ReadWords = speaksOfForm(words) ? { folder: context.files.fullPath('.') } : {}
  if (answers !== undefined) {
    read.answersText =
      answers === '-' ? decoded(await context.terminal.readBytes()).text : await textOf(answers, context)
    readAnswersFile(read.answersText, answers, words.form)
  }
  if (answer.some(isPiped)) read.piped = await readLongText('-', context)
  return read
}

async function textOf(path: string, { files }: Context): Promise<string> {
  const bytes = await files.read(path)
  if (!bytes) throw new WrongUsage('file-missing', { path })
  return decoded(bytes).text
}

/** What the words say of the answers to a form. */
export function answersIn(
  words: NewWords,
  page: FormPage,
  attach: readonly string[] | undefined,
  t: Translate,
): GivenAnswers {
  const { answer, answersText, answers = '-', title, description, urgency, category, about, observer, location } = words
  return {
    answer,
    attach,
    ...(answersText !== undefined && { file: readAnswersFile(answersText, answers, String(page.id)) }),
    flags: { type: ofOtherForm(words.type, page, t), title, description, urgency, category, about, observer, location },
  }
}

/** The form of a new server opens tickets of one type, and does not ask for it: one that is another form's is wrong there. */
function ofOtherForm(type: string | undefined, page: FormPage, t: Translate): string | undefined {
  const own = stockType(page)
  return type === undefined || (own && (typeIn(type, t) ?? own) === own) ? undefined : type
}

/** With what they are understood: paths begin where the words were said. */
/** `fileLimit`: bytes, where the page says none. */
export function understandingOf(
  { piped, folder }: ReadWords,
  { forms, fileLimit }: { forms: Forms; fileLimit?: number },
  context: Context,
): Understanding {
  const { t, files, machineIdentity } = context
  // From where they were said a path is told as it was said.
  const isHere = folder === undefined || folder === files.fullPath('.')
  const from = (path: string) => (isHere || isAbsolute(path) || path.startsWith('~') ? path : resolve(folder, path))
  return {
    t,
    forms,
    machineIdentity,
    files: { check: (path, limit): Promise<FileCheck> => files.check(from(path), limit ?? fileLimit) },
    readText: (path) =>
      path === '-' && piped !== undefined ? Promise.resolve(piped) : readLongText(from(path), context),
  }
}
