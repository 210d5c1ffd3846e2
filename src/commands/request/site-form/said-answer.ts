import { type Problem, WrongUsage } from '../../../errors/error.ts'
import type { Files } from '../../../files/given-file.ts'
import type { Translate } from '../../../i18n/translate.ts'
import type { AnsweredFile, ChosenAnswer, FormAnswer } from '../../../itil/form-answer.ts'
import type { FormQuestion } from '../../../itil/site-form.ts'
import { inQuotes } from '../../../terminal/quoted.ts'
import type { Match } from '../../choice/match.ts'
import type { GivenFile } from '../file-option.ts'
import { checkAnswer, checkFile } from './check-answer.ts'
import { listOf, namedChoice } from './named-choice.ts'
import type { FindOffered } from './offered.ts'
import { isEmptyAnswer } from './preset-answers.ts'
import { isTyped, typedAnswer } from './typed-answer.ts'

/** One value that somebody gives: its words, or where they stand (a path, `-` for standard input). */
export type Said = { text: string } | { fileAt: string }

/** What values are read with. */
export interface Reading {
  t: Translate
  files: Pick<Files, 'check'>
  /** The text of a file, or of standard input. Rejects with `WrongUsage`. */
  readText(path: string): Promise<string>
  find: FindOffered
  /** Where it was said; the usual options alone name a choice by a part of it, as they do without a form. */
  by: 'file' | 'answer' | 'usual-option'
}

export interface SaidAnswer {
  answer?: FormAnswer
  files: GivenFile[]
  problems: Problem[]
}

/**
 * A value of the command line: `@path` is a file, and `-` standard input, where a question takes a long text or files;
 * `@@` begins a text with one «@».
 */
export function saidOnLine({ kind }: FormQuestion, value: string): Said {
  if (kind !== 'long-text' && kind !== 'file') return { text: value }
  if (value.startsWith('@@')) return kind === 'file' ? { fileAt: value.slice(1) } : { text: value.slice(1) }
  if (value.startsWith('@')) return { fileAt: value.slice(1) }
  return kind === 'long-text' && value === '-' ? { fileAt: '-' } : { text: value }
}

/** The answer that some values make; none, or empty ones alone, say that there is to be no answer. */
export async function saidAnswer(question: FormQuestion, said: readonly Said[], reading: Reading): Promise<SaidAnswer> {
  const given = said.filter((one) => 'fileAt' in one || one.text.trim() !== '')
  if (question.kind === 'unknown') return wrong([{ key: 'answer.cannot-ask' }])
  if (question.kind === 'file') return saidFiles(question, given, reading)
  if (given.length > 1 && !question.several) return wrong([{ key: 'answer.one-only' }])
  const read = isTyped(question.kind)
    ? await saidText(question, given[0], reading)
    : await saidChoices(question, given, reading)
  if (!('answer' in read) || isEmptyAnswer(read.answer)) return { files: [], ...read }
  const problem = checkAnswer(question, read.answer)
  return problem ? wrong([problem]) : { files: [], ...read }
}

type Read = { answer: FormAnswer; problems: [] } | { problems: Problem[] }

function wrong(problems: Problem[]): SaidAnswer {
  return { files: [], problems }
}

async function saidText({ kind }: FormQuestion, said: Said | undefined, { readText }: Reading): Promise<Read> {
  if (!isTyped(kind) || !said) return { answer: { text: '' }, problems: [] }
  try {
    const typed = 'text' in said ? said.text : await readText(said.fileAt)
    const read = typedAnswer(kind, typed)
    return 'problem' in read ? { problems: [read.problem] } : { ...read, problems: [] }
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    return { problems: [error.text] }
  }
}

async function saidChoices(question: FormQuestion, said: readonly Said[], { find, by }: Reading): Promise<Read> {
  const isListed = question.kind !== 'object' && question.kind !== 'person'
  const chosen = new Map<string, ChosenAnswer>()
  const problems: Problem[] = []
  for (const one of said) {
    const text = 'text' in one ? one.text : `@${one.fileAt}`
    const found = await (isListed ? namedChoice(question, text, by !== 'usual-option') : find(question, text))
    if ('found' in found) chosen.set(found.found.value, found.found)
    else
      problems.push(
        (isListed && (await takesList(question, text, by))) || notFound(text, found, isListed ? question.choices : []),
      )
  }
  return problems.length > 0 ? { problems } : { answer: { chosen: [...chosen.values()] }, problems: [] }
}

/** «Messagerie, Badge» names two choices, and each is to be said by itself. */
async function takesList(question: FormQuestion, text: string, by: Reading['by']): Promise<Problem | undefined> {
  const parts = await listOf(question, text)
  if (!parts || by === 'usual-option') return undefined
  if (by === 'file') return { key: 'answer.wants-list', parameters: { list: `[${parts.map(inJson).join(', ')}]` } }
  const options = parts.map((part) => `--answer ${inQuotes(`${question.label}=${part}`)}`)
  return { key: 'answer.wants-each', parameters: { options: options.join(' ') } }
}

function inJson(text: string): string {
  return JSON.stringify(text)
}

/** So many names are read at a glance. */
const mostNames = 6

function notFound(text: string, missed: Missed, listed: FormQuestion['choices']): Problem {
  const all = 'ambiguous' in missed ? missed.ambiguous : missed.near
  const parameters = { text, names: all.slice(0, mostNames).join(' ; ') }
  if ('ambiguous' in missed) return { key: 'answer.several-offered', parameters }
  if (all.length > 0) return { key: 'answer.near-offered', parameters }
  if (listed.length === 0) return { key: 'answer.not-offered', parameters }
  const labels = listed.slice(0, mostNames).map(({ label }) => label)
  const names = [...labels, ...(listed.length > mostNames ? ['…'] : [])].join(' ; ')
  return { key: 'answer.there-are', parameters: { text, names } }
}

type Missed = Exclude<Match<unknown>, { found: unknown }>

async function saidFiles(question: FormQuestion, said: readonly Said[], { files, by }: Reading): Promise<SaidAnswer> {
  const bare = said.flatMap((one) => ('text' in one ? [bareName(one.text, by)] : []))
  if (bare.length > 0) return wrong(bare)
  const paths = said.flatMap((one) => ('fileAt' in one ? [one.fileAt] : []))
  const checks = await Promise.all(paths.map((path) => checkFile(question, path, files)))
  const problems = checks.flatMap((check) => ('problem' in check ? [check.problem] : []))
  if (problems.length > 0) return wrong(problems)
  const given = checks.flatMap((check) => ('file' in check ? [check.file] : []))
  return { answer: asAnswer(given), files: given, problems: [] }
}

/** A text is no file, whoever it comes from: what names one says so. */
function bareName(text: string, by: Reading['by']): Problem {
  const written = by === 'file' ? `{"file": ${inJson(text)}}` : `@${text}`
  return { key: 'answer.bare-file', parameters: { text, written } }
}

/** Files as an answer. */
export function asAnswer(files: ReadonlyArray<Pick<GivenFile, 'name' | 'fullPath'>>): { files: AnsweredFile[] } {
  return { files: files.map(({ name, fullPath }) => ({ name, path: fullPath })) }
}
