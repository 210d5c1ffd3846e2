import type { Context } from '../../app/context.ts'
import { noted } from '../../drafts/noted.ts'
import type { Problem } from '../../errors/error.ts'
import { folded } from '../../i18n/folded.ts'
import { isEmailAddress } from '../../itil/email-address.ts'
import type { Category, TicketForm } from '../../itil/ticket-form.ts'
import { longestTitle, type missingFields, type Request, titleTooLong } from './request.ts'
import { type GivenFlags, type NewWords, speaksOfForm } from './site-form/form-flags.ts'

/** What a script gave, as good as it is. */
export interface MadeDo {
  given: GivenFlags
  /** The files that may be sent; undefined where none was named. */
  attach: string[] | undefined
}

/**
 * What of a request can be told to be wrong before the platform is asked, made good: it becomes a note in the description,
 * so that the ticket is opened all the same.
 */
export async function madeDo(
  { flags, problems }: GivenFlags,
  { attach, descriptionFile }: { attach?: string[]; descriptionFile?: string },
  context: Context,
): Promise<MadeDo> {
  const files = await filesToHave(attach ?? [], context)
  const address = withoutWrongAddress(flags)
  // A form of the site may ask for other things than a title and a description.
  const isByForm = speaksOfForm(flags)
  const { title, notes: ofTitle } =
    isByForm && flags.title === undefined ? { title: undefined, notes: [] } : titleOf(flags, context)
  const text = flags.description ?? ''
  const isEmpty = !isByForm && text.trim() === '' && problems.length === 0
  const empty: Problem[] = isEmpty ? [emptyDescription(descriptionFile)] : []
  const notes = [...problems, ...empty, ...ofTitle, ...address.notes, ...files.notes]
  const description = noted(text, notes, context)
  return {
    given: {
      flags: {
        ...address.flags,
        ...(title !== undefined && { title }),
        ...((description !== '' || !isByForm) && { description }),
      },
      problems: [],
      lostFiles: files.lost,
    },
    attach: attach && files.paths,
  }
}

async function filesToHave(paths: string[], { files, t }: Context) {
  const found = { paths: [] as string[], notes: [] as Problem[], lost: 0 }
  for (const path of paths) {
    const check = await files.check(path)
    if ('file' in check) {
      found.paths.push(path)
      continue
    }
    // Of an empty one nothing is missing.
    if (check.problem.code !== 'file-empty') found.lost += 1
    found.notes.push({ key: 'new.noted-file', parameters: { reason: t(check.problem.text) } })
  }
  return found
}

function withoutWrongAddress({ email, ...others }: NewWords): { flags: NewWords; notes: Problem[] } {
  if (email === undefined) return { flags: others, notes: [] }
  if (others.notify === false) return { flags: others, notes: [{ key: 'new.email-without-notify' }] }
  if (isEmailAddress(email)) return { flags: { ...others, email }, notes: [] }
  return { flags: others, notes: [{ key: 'new.bad-email', parameters: { text: email } }] }
}

/** Characters of a title that is taken from a text. */
const mostOfLine = 80

function titleOf({ title = '', description = '' }: NewWords, { t }: Context): { title: string; notes: Problem[] } {
  const given = title.replace(/\s+/g, ' ').trim()
  if (given === '') {
    const line = description.split('\n').find((one) => one.trim() !== '')
    return { title: cut(line?.trim() ?? t('new.noted-untitled'), mostOfLine), notes: [{ key: 'new.noted-no-title' }] }
  }
  if (!titleTooLong(given)) return { title: given, notes: [] }
  return { title: cut(given, longestTitle), notes: [{ key: 'new.noted-title', parameters: { title: given } }] }
}

function cut(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}

function emptyDescription(file: string | undefined): Problem {
  return file === undefined ? { key: 'new.noted-no-description' } : { key: 'file.empty', parameters: { path: file } }
}

/** What the platform’s form tells to be wrong with a request. */
export interface WrongForForm {
  /** What the form does not offer. */
  choices: Problem[]
  files: Problem[]
  /** What it makes mandatory, and is not given. */
  missing: ReturnType<typeof missingFields>
}

/**
 * The request without what the form does not take, each a note in the description. A category that is mandatory is the one
 * for what fits nowhere else, or the first; an equipment is never guessed: the wrong one would be repaired.
 */
export function takenByForm(
  known: Partial<Request>,
  { choices, files, missing }: WrongForForm,
  form: TicketForm,
  context: Context,
): Partial<Request> {
  const category = missing.includes('category') ? defaultCategory(form) : undefined
  const absent = missing.map((field): Problem => {
    if (field === 'category' && category)
      return { key: 'new.noted-default', parameters: { category: category.fullName } }
    return { key: `new.noted-missing.${field}` }
  })
  const lost = files.map((problem): Problem => ({ key: 'new.noted-file', parameters: { reason: context.t(problem) } }))
  const description = noted(known.description ?? '', [...choices.map(asNote), ...lost, ...absent], context)
  return { ...known, description, ...(category && { category }) }
}

const chosenFields = ['type', 'urgency', 'equipment', 'category', 'observers', 'location'] as const

/** What was asked for, without what it could have been: that helps whoever wrote the script alone. */
function asNote(problem: Problem): Problem {
  const field = chosenFields.find((name) => name === problem.field)
  const text = problem.parameters?.text
  return field && text !== undefined ? { key: `new.noted.${field}`, parameters: { text } } : problem
}

/** As platforms call what fits nowhere else, in French and in English. */
const elsewhere = /^(autres?|divers|other|misc(ellaneous)?|general|non class)/

function defaultCategory({ categories }: TicketForm): Category | undefined {
  return categories.find(({ name }) => elsewhere.test(folded(name))) ?? categories[0]
}
