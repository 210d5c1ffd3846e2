import * as z from 'zod/mini'
import { IpeosError } from '../../errors/error.ts'
import type { HttpResponse } from '../http/http.ts'
import { notRedirected, readJson } from '../http/transport.ts'
import { refused } from '../refusal.ts'
import { parse } from '../wire.ts'
import { fileFields, postedFields, withAnswer } from './answer-fields.ts'
import { encoded, type FormCalls } from './form-calls.ts'
import type { Submission, Submitted } from './open-form.ts'
import { uploadAll } from './upload.ts'
import type { Field } from './wiring.ts'
import { plainWords } from './words.ts'

const path = 'Form/SubmitAnswers'

/** Sends the answers, as `OpenForm.submit` says it (GLPI-11-FORMS.md, 9). */
export async function submitAnswers(calls: FormCalls, submission: Submission, rootUrl: string): Promise<Submitted> {
  const fields = await fieldsOf(calls, submission)
  const response = await calls.send((post) => post(path, encoded(fields)))
  return submittedIn(calls, response, `${rootUrl}/${path}`)
}

async function fieldsOf(calls: FormCalls, submission: Submission): Promise<Field[]> {
  const { page } = calls
  const { answers, files, markIn, mark, keyMark, requester, onProgress } = submission
  const marks = [mark, keyMark].filter((one) => one !== undefined)
  const posted = postedFields(page, answers, { marks: markIn === undefined ? undefined : { in: markIn, marks }, files })
  await calls.freshen()
  const uploaded = await beforeTheWrite(uploadAll(calls, files, onProgress))
  return [
    ['forms_id', String(page.id)],
    ...withAnswer([...posted, ...fileFields(uploaded)]),
    ...(requester ? requesterFields(requester) : []),
  ]
}

/** Nobody is told by mail but who is named so, which one may do of oneself too (GLPI-11-FORMS.md, 11). */
function requesterFields({ user, notify, email }: NonNullable<Submission['requester']>): Field[] {
  return [
    ['delegation_users_id', String(user)],
    ['delegation_use_notification', notify ? '1' : '0'],
    ...(email ? [['delegation_alternative_email', email] as Field] : []),
  ]
}

/** What fails here says nothing of a ticket: none was asked for yet. */
async function beforeTheWrite<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw error instanceof IpeosError ? error.beforeTheWrite() : error
  }
}

const links = z.object({ links_to_created_items: z.array(z.string()).check(z.maxLength(100)) })
const named = z.array(z.string()).check(z.minLength(1), z.maxLength(100))
const refusal = z.object({ errors: z.array(z.string()) })

/** Only what GLPI itself says to be refused was: who stands before it may have handed on what it answers 500 to. */
function submittedIn(calls: FormCalls, response: HttpResponse, url: string): Submitted {
  notRedirected(url, response)
  const answer = readJson(url, response)
  if (answer.status === 500) {
    const said = z.safeParse(refusal, answer.json)
    if (said.success) throw calls.refused(said.data.errors.map(plainWords).filter(Boolean).join(' '))
  }
  if (answer.status === 400 || answer.status === 401) throw calls.refused('')
  if (answer.status !== 200) throw refused(answer)
  return toldIn(calls, parse(z.union([links, named]), answer.json, path))
}

function toldIn({ page }: FormCalls, answer: z.output<typeof links> | z.output<typeof named>): Submitted {
  if (Array.isArray(answer)) return { unseen: answer.map(plainWords).join(', ') }
  const made = answer.links_to_created_items.map(linkIn)
  const tickets = made.flatMap(({ ticket, title }) => (ticket === undefined ? [] : [{ id: ticket, title }]))
  if (tickets.length > 0) return { tickets }
  return { unseen: made.map(({ title }) => title).join(', ') || page.title }
}

/** A link to what was made: of a ticket its number and its title, without the number where the account shows it there. */
function linkIn(html: string): { ticket: number | undefined; title: string } {
  const id = /\bhref="[^"]*\/ticket\.form\.php\?(?:[^"]*&(?:amp;)?)?id=(\d{1,12})\b/.exec(html)?.[1]
  const title = plainWords(html.replace(/<\/?a(?:\s[^<>]*)?>/gi, ''))
  return id === undefined
    ? { ticket: undefined, title }
    : { ticket: Number(id), title: title.endsWith(` (${id})`) ? title.slice(0, -id.length - 3) : title }
}
