import { askedAnswers, hasAnswers, postedAnswers } from '../forms/answers.ts'
import { faultsIn } from '../forms/check.ts'
import { seenWith } from '../forms/conditions.ts'
import type { FormDefinition } from '../forms/definition.ts'
import { SendingRefused, type Sent, sendForm } from '../forms/send.ts'
import { keepUpload, type SentFile, UploadedTwice } from '../forms/uploads.ts'
import { formFor } from '../forms/visible.ts'
import { escapeHtml } from '../html-text.ts'
import { type PhpValues, textAt } from '../php-query.ts'
import { type Exchange, transact } from '../site.ts'
import { maySee } from '../ticket/visibility.ts'
import { asConfigured } from './form-11.ts'
import { failurePage } from './page.ts'
import { refusal, wantsJson } from './refusal.ts'
import { refused, type Visitor } from './visitor.ts'

/** `POST /Form/Condition/Engine`: what of a form is to be seen; it names the form by `form_id`, and says 404 without. */
export function conditionEngine(visitor: Visitor, posted: PhpValues): Response {
  const found = formFor(visitor.site, Number(textAt(posted, 'form_id')), textAt(posted, 'token'))
  if ('refused' in found) return refusal(found.refused, refused(visitor))
  const seen = seenWith(found.form, askedAnswers(found.form, posted))
  return Response.json({
    form_visibility: seen.form,
    sections_visibility: asPhp(seen.sections),
    questions_visibility: asPhp(seen.questions),
    comments_visibility: asPhp(seen.comments),
  })
}

/** PHP writes an empty map as an empty list. */
function asPhp(values: ReadonlyMap<number, boolean>): unknown {
  return values.size === 0 ? [] : Object.fromEntries(values)
}

/** `POST /Form/ValidateAnswers`. */
export function validateAnswers(visitor: Visitor, posted: PhpValues): Response {
  const form = formIn(visitor, posted)
  if (form instanceof Response) return form
  if (!hasAnswers(posted)) return refusal('bad request', refused(visitor))
  const uuid = textAt(posted, 'section_uuid')
  const section = form.sections.find((one) => one.uuid === uuid)
  if (uuid !== undefined && !section) return refusal('unknown', refused(visitor))
  const { language } = visitor.viewer.user
  const faults = faultsIn(form, postedAnswers(form, posted), { language, ...(section && { section: section.id }) })
  const errors = faults.map(({ question, message }) => ({
    ...{ question_id: question.id, question_name: question.name, message },
  }))
  return Response.json({ success: errors.length === 0, errors })
}

/** `POST /Form/SubmitAnswers`. */
export function submitAnswers(visitor: Visitor, posted: PhpValues, exchange: Exchange): Response {
  const form = formIn(visitor, posted)
  if (form instanceof Response) return form
  if (!hasAnswers(posted)) return Response.json({ errors: [] }, { status: 500 })
  const { site, viewer } = visitor
  try {
    const sent = transact(site, exchange, () => sendForm(site, viewer, form, posted))
    return Response.json(told(visitor, sent))
  } catch (error) {
    if (error instanceof SendingRefused) return Response.json({ errors: error.words }, { status: 500 })
    throw error
  }
}

/** Links to the tickets that the sender may see; where there are none, the name of the answers, as plain text. */
function told({ site, viewer }: Visitor, { tickets, answers }: Sent): unknown {
  const links = tickets
    .filter((ticket) => maySee(site.store, viewer, ticket))
    .map(({ id, name }) => {
      const title = escapeHtml(name)
      const href = `${site.configuration.basePath}/front/ticket.form.php?id=${id}`
      return `<a href="${href}" data-bs-toggle="tooltip" data-bs-placement="bottom" title="${title}">${title}</a>`
    })
  return links.length > 0 ? { links_to_created_items: links } : [answers]
}

function formIn(visitor: Visitor, posted: PhpValues): FormDefinition | Response {
  const id = textAt(posted, 'forms_id')
  if (id === undefined) return refusal('bad request', refused(visitor))
  const found = formFor(visitor.site, Number(id), textAt(posted, 'token'))
  return 'refused' in found ? refusal(found.refused, refused(visitor)) : asConfigured(visitor, found.form)
}

/** What came by a form with files. */
export interface Uploaded {
  values: PhpValues
  files: Array<{ field: string; name: string; bytes: Uint8Array }>
}

/** `POST /ajax/fileupload.php`: as text, unless JSON is asked for. */
export function uploadFiles(visitor: Visitor, { values, files }: Uploaded, exchange: Exchange): Response {
  const { site, viewer, request } = visitor
  const field = textAt(values, 'name') ?? ''
  try {
    const entries = transact(site, exchange, () =>
      files
        .filter((file) => file.field === `${field}[]`)
        .map(({ name, bytes }) => keepUpload(site, { name, bytes, ...pieceIn(request) }, viewer.user.language)),
    )
    const body = JSON.stringify({ [field]: entries })
    const type = wantsJson(request) ? 'application/json' : 'text/plain'
    return new Response(body, { headers: { 'Content-Type': `${type}; charset=UTF-8` } })
  } catch (error) {
    if (error instanceof UploadedTwice) return failurePage()
    throw error
  }
}

/** Which piece of a file it is that came. */
function pieceIn(request: Request): Pick<SentFile, 'piece'> {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(request.headers.get('content-range') ?? '') ?? []
  return start === undefined ? {} : { piece: { start: Number(start), total: Number(total) } }
}

/** `POST /ajax/getFileTag.php`: a tag a file. */
export function fileTags({ site }: Visitor, posted: PhpValues): Response {
  const { data } = posted
  const names = typeof data === 'object' ? Object.values(data) : []
  const tags = names.map((_name, index) => {
    const name = `a65fe076-${site.time.instant().getTime().toString(16).slice(-8)}-${index.toString(16).padStart(14, '0')}.28409385`
    return { tag: `#${name}#`, name }
  })
  return Response.json(tags)
}
