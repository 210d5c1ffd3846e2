import type { FormComment, FormPage, FormSection } from '../../itil/site-form.ts'
import { plain } from '../../terminal/sanitize.ts'
import { wrapped } from '../../terminal/width.ts'
import type { Look } from '../look.ts'
import { ruled } from '../ticket/request.ts'

/** A form that is about to be asked: its name, and what stands above its questions. */
export function viewFormHead({ title, header }: Pick<FormPage, 'title' | 'header'>, look: Look): string {
  return lines([look.style.bold(plain(title)), ...text(header, look)])
}

/** Where a section begins; empty for one without a name. */
export function viewSectionHead(
  { title, description }: Pick<FormSection, 'title' | 'description'>,
  look: Look,
): string {
  if (!title && !description) return ''
  return lines(['', ...(title ? [ruled(plain(title), look)] : []), ...text(description, look)])
}

/** What a form says between two questions. */
export function viewComment({ title, text: said }: Pick<FormComment, 'title' | 'text'>, look: Look): string {
  const { style } = look
  return lines(['', ...(title ? [style.bold(plain(title))] : []), ...text(said, look)])
}

function text(said: string, { style, width }: Look): string[] {
  if (said === '') return []
  return wrapped(plain(said, { multiline: true }), width - 1)
    .split('\n')
    .map(style.dim)
}

function lines(all: string[]): string {
  return `${all.join('\n')}\n`
}
