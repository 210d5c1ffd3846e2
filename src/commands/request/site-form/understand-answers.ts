import type { Problem } from '../../../errors/error.ts'
import type { Forms } from '../../../glpi/forms/forms.ts'
import type { OpenForm } from '../../../glpi/forms/open-form.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { FormAnswer, FormAnswers } from '../../../itil/form-answer.ts'
import type { FormPage } from '../../../itil/site-form.ts'
import type { MachineIdentity } from '../../../terminal/program/this-machine.ts'
import { isNone } from '../field/none-word.ts'
import type { GivenFile } from '../file-option.ts'
import { titleTooLong } from '../request.ts'
import { isThisMachine } from '../this-machine.ts'
import type { AnswersFile } from './answers-file.ts'
import { beside, sentenceBeside, usualFields } from './beside-question.ts'
import { checkFile } from './check-answer.ts'
import { machineIn } from './machine-answer.ts'
import { type FindOffered, offeredBy } from './offered.ts'
import { findQuestion, type PlacedQuestion, placedQuestions, splitAnswer } from './question-name.ts'
import { type Reading, type Said, saidAnswer, saidOnLine } from './said-answer.ts'
import { formsThatTake, questionFor, type UsualFlag, usualFlags } from './usual-flags.ts'

/** What the options of a call say of the answers to a form. */
export interface GivenAnswers {
  /** `Label=Value`, in the order in which they were given. */
  answer?: readonly string[] | undefined
  /** What a file of answers says. */
  file?: AnswersFile | undefined
  /** The usual options, whose question is found by its kind. */
  flags?: UsualWords | undefined
  /** Paths of files for whichever question takes files. */
  attach?: readonly string[] | undefined
}

export type UsualWords = {
  [flag in UsualFlag]?: (flag extends 'about' | 'observer' ? readonly string[] : string) | undefined
}

/** What the answers are understood with. */
export interface Understanding extends Omit<Reading, 'find' | 'by'> {
  /** Asked for the forms that take what this one does not. */
  forms: Pick<Forms, 'list' | 'read'>
  machineIdentity(): Promise<MachineIdentity>
  /** Where several calls share what the site offers: lines of an import. */
  find?: FindOffered
}

export interface UnderstoodAnswers {
  /** What was said; an empty answer says that there is to be none. */
  answers: FormAnswers
  /** The files that the answers name. */
  files: GivenFile[]
  /** Those that no question was named for. */
  attached: GivenFile[]
  /** All that is wrong, a line each. */
  problems: Problem[]
}

interface SaidOf extends PlacedQuestion {
  said: Said[]
  /** The option, or the name in the file, by which it was said: another one may not say it again. */
  by: string
  from: Reading['by']
}

/**
 * What the options say against the page of a form, and all that is wrong with it; what is missing, or answers what stays
 * hidden, only the whole tells (`answerProblems`). An option counts more than the file; two options that answer the same
 * question are wrong. Rejects where the site cannot be asked.
 */
export async function understandAnswers(
  given: GivenAnswers,
  form: Pick<OpenForm, 'page' | 'choices'>,
  understanding: Understanding,
): Promise<UnderstoodAnswers> {
  const { page } = form
  const { said, problems } = await allSaid(given, page, understanding)
  const find = understanding.find ?? offeredBy(form)
  const answers: Record<number, FormAnswer> = {}
  const files: GivenFile[] = []
  // One after the other: standard input is read once, and the site is not asked for ten things at once.
  for (const { said: values, by: _by, from, ...placed } of said) {
    const read = await saidAnswer(placed.question, values, { ...understanding, find, by: from })
    if (read.answer) answers[placed.question.id] = read.answer
    files.push(...read.files)
    problems.push(...read.problems.map((problem) => sentenceBeside(placed, page, problem, understanding.t)))
  }
  const attached = await checkAttached(given.attach ?? [], page, understanding)
  return { answers, files, attached: attached.files, problems: [...problems, ...attached.problems] }
}

interface AllSaid {
  said: SaidOf[]
  problems: Problem[]
}

async function allSaid(given: GivenAnswers, page: FormPage, understanding: Understanding): Promise<AllSaid> {
  const { t } = understanding
  const inFile = saidInFile(given.file ?? new Map(), page, t)
  const onLine = saidOnLines(given.answer ?? [], page)
  const byFlag = await saidByFlags(given.flags ?? {}, page, understanding)
  const optional = [...onLine.said, ...byFlag.said]
  const isFirst = (one: SaidOf) => optional.find(({ question }) => question.id === one.question.id) === one
  const twice = optional
    .filter((one) => !isFirst(one))
    .map((one) => beside(one, page, t('answer.said-twice', { option: one.by })))
  const counted = new Set(optional.map(({ question }) => question.id))
  return {
    said: [...inFile.said.filter(({ question }) => !counted.has(question.id)), ...optional.filter(isFirst)],
    problems: [...inFile.problems, ...onLine.problems, ...byFlag.problems, ...twice],
  }
}

function saidInFile(file: AnswersFile, page: FormPage, t: Translate): AllSaid {
  const all: AllSaid = { said: [], problems: [] }
  for (const [name, said] of file) {
    const found = findQuestion(name, page)
    if ('problem' in found) all.problems.push(found.problem)
    else if (all.said.some(({ question }) => question.id === found.found.question.id))
      all.problems.push(beside(found.found, page, t('answer.said-twice', { option: name })))
    else if (said)
      all.said.push({ ...found.found, said: said.map((one) => asPath(one, found.found)), by: name, from: 'file' })
  }
  return all
}

/** To a question for files, and to no other, a text with an «@» before it is a path. */
function asPath(said: Said, { question: { kind } }: PlacedQuestion): Said {
  return 'text' in said && kind === 'file' && said.text.startsWith('@') ? { fileAt: said.text.slice(1) } : said
}

function saidOnLines(lines: readonly string[], page: FormPage): AllSaid {
  const all = new Map<number, SaidOf>()
  const problems: Problem[] = []
  for (const line of lines) {
    const split = splitAnswer(line, page)
    const found = split && findQuestion(split.name, page)
    if (!found) problems.push({ key: 'answer.no-value', parameters: { text: line } })
    else if ('problem' in found) problems.push(found.problem)
    else {
      const { question } = found.found
      const before = all.get(question.id) ?? { ...found.found, said: [], by: '--answer', from: 'answer' as const }
      before.said.push(saidOnLine(question, split.value))
      all.set(question.id, before)
    }
  }
  return { said: [...all.values()], problems }
}

async function saidByFlags(flags: UsualWords, page: FormPage, understanding: Understanding): Promise<AllSaid> {
  const all: AllSaid = { said: [], problems: [] }
  for (const flag of usualFlags) {
    const words = [flags[flag] ?? []].flat()
    if (words.length === 0) continue
    const placed = questionFor(flag, page, words.length)
    // Where nothing of the kind is asked, «none» is what it will be.
    if (!placed && words.every((word) => saysNone(flag, word, understanding.t))) continue
    if (!placed) all.problems.push(await notTaken(flag, page, understanding))
    else {
      const { said, problems } = await flagWords(flag, words, placed, understanding)
      all.problems.push(...problems.map((problem) => sentenceBeside(placed, page, problem, understanding.t)))
      if (problems.length === 0) all.said.push({ ...placed, said, by: `--${flag}`, from: 'usual-option' })
    }
  }
  return all
}

async function flagWords(
  flag: UsualFlag,
  words: readonly string[],
  { question }: PlacedQuestion,
  { t, machineIdentity }: Understanding,
): Promise<{ said: Said[]; problems: Problem[] }> {
  const tooLong = flag === 'title' ? titleTooLong(words[0] ?? '') : undefined
  if (tooLong) return { said: [], problems: [tooLong.text] }
  const said: Said[] = []
  const problems: Problem[] = []
  for (const word of words) {
    const machine = flag === 'about' && isThisMachine(word) ? machineIn(question, await machineIdentity()) : undefined
    if (machine && 'problem' in machine) problems.push(machine.problem)
    else said.push({ text: machine?.value ?? (saysNone(flag, word, t) ? '' : word) })
  }
  return { said, problems }
}

/** Whether there is to be nothing of the kind; a text may be any word. */
function saysNone(flag: UsualFlag, word: string, t: Translate): boolean {
  return ['category', 'about', 'observer', 'location'].includes(flag) && isNone(word, t)
}

async function notTaken(flag: UsualFlag, page: FormPage, { forms }: Understanding): Promise<Problem> {
  const others = await formsThatTake(flag, forms, page.id)
  const names = others.map(({ id, title }) => `${title} (${id})`).join(' ; ')
  const key = others.length > 0 ? 'answer.flag-not-taken' : 'answer.flag-taken-nowhere'
  return { field: usualFields[flag], key, parameters: { option: `--${flag}`, names } }
}

/** By the limit of the question that is there from the start; which one it will be, the answers tell. */
async function checkAttached(
  paths: readonly string[],
  page: FormPage,
  { files, t }: Understanding,
): Promise<{ files: GivenFile[]; problems: Problem[] }> {
  const placed = placedQuestions(page).find(
    ({ question, section }) => question.kind === 'file' && !question.conditional && !section.conditional,
  )
  const limits = placed?.question ?? {}
  const checks = await Promise.all(paths.map((path) => checkFile(limits, path, files)))
  const line = (problem: Problem): Problem =>
    placed ? sentenceBeside(placed, page, problem, t) : { field: 'files', ...problem }
  return {
    files: checks.flatMap((check) => ('file' in check ? [check.file] : [])),
    problems: checks.flatMap((check) => ('problem' in check ? [line(check.problem)] : [])),
  }
}
